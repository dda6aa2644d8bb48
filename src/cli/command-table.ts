import type { CommandSpec } from './command-spec.ts';

/** gots' own options, up to the command. */
export const globalOptions = {
  aspects: {
    value: 'FILE',
    many: true,
    missing: '--aspects needs a file',
    about: 'an aspect file, a folder, or a built-in set',
  },
  help: { alias: 'h', about: 'the text of `gots help`' },
  version: { about: 'the text of `gots version`' },
} as const;

/** Flags of go that say which files are compiled and how packages are found. A command that looks at a build hands them to go. */
export const buildOptions = {
  tags: { value: 'LIST', about: 'build tags' },
  mod: { value: 'MODE', about: '`mod`, `readonly` or `vendor`' },
  modfile: { value: 'FILE', about: 'a file in place of go.mod' },
  overlay: { value: 'FILE', about: 'files in place of those on the disk' },
  race: { about: 'the race detector' },
  msan: { about: 'the memory sanitizer' },
  asan: { about: 'the address sanitizer' },
} as const;

const json = { about: 'JSON for programs' } as const;

/**
 * Every command with its options, once: {@link import('./read-options.ts').parseOptions} reads command lines by this table, and `gots help`,
 * the usage texts of errors and docs/commands.md are made of it. It holds texts only, because it is loaded at each start.
 */
export const commandTable = {
  go: {
    operands: 'ARGS…',
    isAspects: true,
    summary: 'any go command, woven: gots go build ./..., gots go test ./...',
    about:
      'Runs the go command with these arguments. Commands that compile packages (build, run, test, install, vet, list) weave. On a terminal, build, install and test end with one line: what was woven, which modules came in, and which known libraries no aspect names.',
    options: {},
  },
  env: {
    operands: '',
    isAspects: true,
    summary: 'variables that make plain go commands weave',
    about:
      'Prints the variables with which plain go commands weave the module of the working directory; `eval "$(gots env)"` sets them in a shell.',
    options: {
      format: {
        value: 'sh|json|github',
        isLoose: true,
        about: '`sh` (default) for a shell, `json` for programs, `github` for the later steps of a GitHub Actions job',
      },
    },
  },
  weave: {
    operands: 'FILE.go…',
    summary: 'weaves files of one package, no build',
    about: 'Weaves files of one package without a build and prints the result.',
    isBuild: true,
    isNameless: true,
    options: {
      json,
      aspects: { value: 'F', many: true, about: 'an aspect file, a folder, or a built-in set' },
      'import-path': { value: 'P', about: 'import path of the package; by default the path of the module' },
      'root-module': { value: 'M', about: 'path of the main module' },
      o: { value: 'DIR', about: 'folder for the woven files' },
    },
  },
  diff: {
    operands: '[PACKAGE…]',
    summary: 'what weaving changes in packages, ./... by default',
    about: 'Prints what weaving changes in packages, as a unified diff; ./... by default.',
    isBuild: true,
    options: {
      json,
      deps: { about: 'packages that the named ones import, too' },
      test: { about: 'test files, too' },
    },
  },
  report: {
    operands: '[PACKAGE…]',
    summary: 'all that weaving did, packages that are imported included',
    about: 'Prints what weaving did to packages and all that they import; ./... by default.',
    isBuild: true,
    options: {
      format: { value: 'md|html|json', about: 'by default as the output file is named, else `md`' },
      o: { value: 'FILE', about: 'file for the report' },
      sources: { value: 'DIR', about: 'folder for the woven sources' },
      from: {
        value: 'REPORT',
        many: true,
        about: 'a file that a build wrote for GOTS_REPORT, or a manifest; nothing is built then',
      },
    },
  },
  explain: {
    operands: 'FILE:LINE',
    summary: 'every aspect, and which of its join points said no',
    about:
      'Says for a line of a Go file which aspects apply there, and for the others which of their join points does not match.',
    isBuild: true,
    options: { json, verbose: { alias: 'v', about: 'also the aspects that cannot apply' } },
  },
  lint: {
    operands: '[FILE…]',
    summary: 'everything that is wrong with aspect files',
    about:
      'Prints everything that is wrong with aspect files and all that they extend; by default with those of the module.',
    isBuild: true,
    options: {
      format: {
        value: 'text|json|github',
        isLoose: true,
        about: '`text` (default), `json`, or `github` for annotations',
      },
      json: { sets: ['format', 'json'], about: 'the same as --format json' },
      strict: { about: 'warnings count as errors' },
      test: { about: 'runs the cases beside the files' },
    },
  },
  cache: {
    operands: '',
    summary: 'size of the weave cache; removes what was not used for days; empties it; the same for a shared cache',
    about:
      'Shows or shrinks the weave cache (GOTS_CACHE), or the shared cache of the module (GOTS_REMOTE). GOCACHE belongs to go: `go clean -cache`.',
    options: {},
    actions: {
      stat: { options: { json }, about: 'what the cache holds, by what it is for' },
      trim: {
        options: { days: { value: 'N', isLoose: true, about: 'days without use; 5 by default' } },
        about: 'removes what was not used',
      },
      clean: { options: {}, about: 'removes everything' },
      'remote stat': {
        options: {
          format: { value: 'text|json', isLoose: true, about: '`text` (default) or `json`' },
          json: { sets: ['format', 'json'], about: 'the same as --format json' },
        },
        about: 'the shared cache: each build that it holds, totals, what waits to be stored',
      },
      'remote trim': {
        options: {
          days: { value: 'N', isLoose: true, about: 'days since a build stored it; 14 by default' },
          'max-size': { value: 'SIZE', isLoose: true, about: 'what the rest may hold, `50GB` for example' },
        },
        about: 'removes manifests that are old, or too much, and packs that no manifest names',
      },
      'remote push': { options: {}, about: 'stores what builds left to be stored, and waits for it' },
      'remote pull': { options: {}, about: 'fetches what a build of ./... needs, packages of `gots go build ./...`' },
    },
  },
  'bazel-plan': {
    operands: '',
    isAspects: true,
    isBuild: true,
    summary: 'writes what weaving in Bazel needs into a folder',
    about:
      'Writes a folder from which `gots bazel-builder` weaves without network: the aspects of the module of the working directory, and the sources of all packages that they may bring in.',
    options: { o: { value: 'DIR', about: 'the folder, which is replaced' } },
  },
  'bazel-builder': {
    operands: '[-- ARGS…]',
    summary: "stands in for the builder of rules_go's actions",
    about:
      "Runs one action of Bazel's rules_go as its own builder does, and weaves: compilepkg, stdlib and link. All others it hands on. docs/bazel.md says how a toolchain names it.",
    options: {
      plan: { value: 'DIR', about: 'the folder that `gots bazel-plan` wrote' },
      builder: { value: 'FILE', about: "rules_go's own builder" },
      'stand-in': { value: 'FILE', about: 'for its own use: runs as the tool of which the file tells' },
    },
  },
  demo: {
    operands: '',
    summary: 'builds and runs the example shop, traced',
    about:
      'Builds the example shop plainly and woven, runs its three services, sends requests and prints the traces. Each request has to become one connected trace.',
    options: {
      open: { about: 'shows traces, metrics and logs in a browser, and lets the services run until Ctrl-C' },
      o: { value: 'FILE', about: 'writes the page of `gots view` with what the services sent' },
    },
  },
  view: {
    operands: '[FILE…]',
    summary: 'shows traces, metrics and logs in a page',
    about:
      'Serves a page that shows traces, metrics and logs: those of files of OTLP JSON (what the console exporters of a program built with gots print, and what the file exporter of the OpenTelemetry Collector writes; `-` is standard input), and with --listen those that programs send.',
    options: {
      listen: {
        value: 'ADDR',
        isOptional: true,
        about:
          'receives OTLP by grpc, http/protobuf and http/json on this address of the loopback interface; by default on 127.0.0.1:4318 and 127.0.0.1:4317, where programs send without further settings',
      },
      o: { value: 'FILE', about: 'writes the page with the content of the files, and serves nothing' },
      open: { about: 'opens the page in a browser' },
    },
  },
  doctor: {
    operands: '[PACKAGE|BINARY]',
    isAspects: true,
    summary: 'what a woven program would send, and where',
    about:
      'Builds a package woven (`.` by default), or takes a woven binary, starts it with the variables of this shell, and prints what it would send where. Its main function does not run. Each signal is tried against a receiver on this machine, or with --live against the collector that is set.',
    options: {
      live: { about: 'sends the test records to the configured endpoints' },
      json: { about: "JSON for programs: the program's own report" },
    },
  },
  version: { operands: '', summary: '', about: 'Prints the versions of gots and node.', options: {} },
  help: {
    operands: '[COMMAND]',
    isHidden: true,
    summary: '',
    about: 'Prints all commands, or the options of one.',
    options: {},
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof commandTable;

/** Names of all commands, in the order of the table. */
export const commandNames = Object.keys(commandTable) as readonly CommandName[];

export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(commandTable, word);
}
