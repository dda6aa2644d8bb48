// Made by `npm run errors` from src/report/messages/toolexec.md.
export const texts = {
  shim_bad_frame: {
    code: 'shim_bad_frame',
    message: "a message on the build server's socket cannot be read: %why%",
    hint: 'the shim in -toolexec and the cache program in GOCACHEPROG must come from the same gots; run `gots env` again',
  },
  toolexec_unknown_flag: {
    code: 'toolexec_unknown_flag',
    message: 'flag "%word%" of go tool %tool% is not known to gots',
    hint: 'if it is a new flag of your Go version, write it as -flag=value; if not, check -gcflags and -ldflags',
  },
  toolexec_flag_without_value: {
    code: 'toolexec_flag_without_value',
    message: 'flag "%word%" of go tool %tool% has no value',
    hint: 'check -gcflags and -ldflags',
  },
  toolexec_no_flag: {
    code: 'toolexec_no_flag',
    message: 'the command line of go tool %tool% has no %flag%',
    hint: 'gots weaves what the go command compiles; run the tool without the shim',
  },
  archive_corrupt: {
    code: 'archive_corrupt',
    message: 'a package archive cannot be read: %why%',
    hint: 'the cache may be damaged; `go clean -cache` and `gots cache clean` empty both',
    family: 'bug',
  },
  archive_bad_member_name: {
    code: 'archive_bad_member_name',
    message: '"%name%" cannot be the name of an archive member: at most 15 printable characters, an extension other than .o and .syso',
    family: 'bug',
  },
  archive_build_id_length: {
    code: 'archive_build_id_length',
    message: 'build id "%from%" cannot be replaced by "%to%": their lengths differ or are zero',
    family: 'bug',
  },
  link_deps_unreadable: {
    code: 'link_deps_unreadable',
    message: '%archive%: link.deps has a line that cannot be read: "%line%"',
    hint: 'it was written by another or newer tool; empty its cache and build again',
  },
  socket_no_process: {
    code: 'socket_no_process',
    message: 'there is no process %pid%, or its start time cannot be read',
    hint: 'the cache program is meant to be started by a go command, through GOCACHEPROG; /proc must be mounted on Linux',
  },
  runtime_dir_unusable: {
    code: 'runtime_dir_unusable',
    message: "no directory for the build server's socket: %reasons%",
    hint: 'point TMPDIR or XDG_RUNTIME_DIR at a directory of your own with a short path',
  },
  shim_build_failed: {
    code: 'shim_build_failed',
    message: 'the %name% cannot be built: `%command%` ended with %status%%stderr%',
    hint: 'gots needs Go 1.24 or newer; `go version` shows yours',
  },
  oracle_build_failed: {
    code: 'oracle_build_failed',
    message: 'the %name% cannot be built: `%command%` ended with %status%%stderr%',
    hint: 'gots needs Go 1.24 or newer; `go version` shows yours',
  },
  gate_build_failed: {
    code: 'gate_build_failed',
    message: 'the %name% cannot be built: `%command%` ended with %status%%stderr%',
    hint: 'gots needs Go 1.24 or newer; `go version` shows yours',
  },
  oracle_failed: {
    code: 'oracle_failed',
    message: 'type checking %importPath% for its aspects failed: the oracle ended with %status%%stderr%',
    hint: 'please report it, with the version of Go',
    family: 'bug',
  },
  modinfo_unreadable: {
    code: 'modinfo_unreadable',
    message: 'the module information for the linker cannot be read: %quoted%',
    hint: 'is this Go version supported? `gots version` lists those that are',
    family: 'bug',
  },
} as const;
