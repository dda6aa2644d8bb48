// Made by `npm run errors` from src/report/messages/cli.md.
export const texts = {
  cli_go_not_found: {
    code: 'cli_go_not_found',
    message: 'cannot run "%go%"',
    hint: 'install Go 1.24 or newer and put it in PATH',
  },
  cli_go_too_old: {
    code: 'cli_go_too_old',
    message: '%version% is too old: gots needs Go 1.24 or newer',
    hint: 'install a newer Go, or raise the go or toolchain line of go.mod',
  },
  cli_go_failed: {
    code: 'cli_go_failed',
    message: '%command%: %stderr%',
    family: 'go',
  },
  cli_unknown_command: {
    code: 'cli_unknown_command',
    message: 'unknown command "%name%"',
    hint: 'commands are %known%',
  },
  cli_usage: {
    code: 'cli_usage',
    message: '%message%',
    hint: '%hint%',
  },
  cli_unquotable_path: {
    code: 'cli_unquotable_path',
    message: 'the path %path% holds both kinds of quotes, which GOFLAGS and GOCACHEPROG cannot express',
    hint: 'move it to a plain path',
  },
  cli_cache_unwritable: {
    code: 'cli_cache_unwritable',
    message: 'cannot write to the cache folder %dir%: %message%',
    hint: 'set GOTS_CACHE to a folder that can be written and has room',
  },
  cli_file_in_no_package: {
    code: 'cli_file_in_no_package',
    message: 'go compiles %file% in no package of this build%problem%',
    hint: 'name a Go file of this module, of a module that it requires or of the standard library',
  },
  cli_package_not_listed: {
    code: 'cli_package_not_listed',
    message: '%path%: %problem%',
    family: 'go',
  },
  cli_file_gone: {
    code: 'cli_file_gone',
    message: '%path% is not there any more',
    hint: 'something removed it after go had listed it; try again',
  },
} as const;
