/**
 * The folders of `src`, from low to high, and what each is for. A file imports only from its own folder and from those
 * above it in this list. ARCHITECTURE.md shows them; `npm run structure` checks them.
 */
export const layers = {
  process: 'starting programs, locks, process identity',
  base: 'hashes, paths, temporary names, sealed files',
  otlp: 'OTLP: its messages, and a receiver of them',
  report: 'errors: codes, messages, positions, hints',
  lang: "Go's language: syntax tree, scopes, imports, templates, globs, versions",
  plugin: 'what plug-ins receive: tree, editor, types',
  aspects: 'YAML with positions to one representation',
  rewrite: 'what advice uses: templates, the dot, names, edits',
  vocabulary: 'join points, function options and advice, a module each',
  dialects: 'the rule languages: gots, orchestrion, otelc, loongsuite',
  weave: 'texts in, texts out; pure',
  toolexec: 'file formats of the Go toolchain',
  cache: 'the weave cache and GOCACHE',
  go: 'the go command, its flags and settings',
  gomod: "the program's modules and those that come in beside them",
  driver: 'one build: the server beside the go command',
  lint: 'what is wrong with aspects, beyond reading them',
  manifest: 'what a build wove',
  page: 'the report as HTML and Markdown',
  cli: 'the command line',
  action: 'the GitHub Action',
};

/** The only folder that starts processes. */
export const spawns = 'process';

/** Folders whose code depends on its arguments alone: no files, environment, clock or processes. */
export const pure = ['weave', 'lang', 'rewrite', 'vocabulary'];

/** The files that Node starts: only these read the environment. */
export const entries = [
  'src/*/main.ts',
  'src/action/post.ts',
  'src/action/cache/client-main.ts',
  'src/cache/remote/main.ts',
];

/** What a file and a folder may hold. */
export const most = { linesPerFile: 300, filesPerFolder: 20 };

/** Folders whose subfolders are alike, so that a file or an export may have the same name in each of them. */
export const alike = [
  'src/vocabulary/points',
  'src/vocabulary/options',
  'src/vocabulary/advice',
  'src/dialects',
  'src/report',
];

/** Folders whose files are named after what they belong to: a command, or the part that raises the errors. */
export const namedAfterOthers = ['src/cli/commands', 'src/report/codes', 'src/report/texts'];

/** File names that occur twice, and why. */
export const sameFileName = {
  main: 'a file that Node starts, one for each program',
};
