import "./chunk-rolldown-runtime.mjs";

// src/cli/commands/help.ts
const text = `gots weaves aspects into Go programs while they are compiled.

  gots [--aspects FILE]… go ARGS…   any go command, woven: gots go build ./..., gots go test ./...
  gots [--aspects FILE]… env        variables that make plain go commands weave [--format sh|json|github]
  gots weave FILE.go…               weaves files of one package, no build [--json] [--import-path P] [--root-module M] [-o DIR]
  gots diff [PACKAGE…]              what weaving changes in packages, ./... by default [--deps] [--test] [--json]
  gots report [PACKAGE…]            all that weaving did, packages that are imported included [--format md|html|json] [-o FILE]
                                    [--sources DIR] [--from REPORT]…
  gots explain FILE:LINE            every aspect, and which of its join points said no [--json] [--verbose]
  gots lint [FILE…]                 everything that is wrong with aspect files [--format text|json|github] [--strict] [--test]
  gots cache stat|trim|clean        size of the weave cache; removes what was not used for days; empties it [--json] [--days N]
  gots demo                         builds and runs the example shop, traced
  gots version

weave, diff, report, explain and lint take the flags of a build that say which files are compiled: -tags, -mod, -modfile, -overlay, -race.
Without --aspects: gots.yml or orchestrion.yml at the main module's root, else the built-in set gots:otel.
GOTS_CACHE names the weave cache (default: gots in the user's cache folder); GOTS_DEBUG=1 tells more.
`;
/** `gots help`. */
async function runHelpCommand(_line, context) {
	context.write(text);
	return 0;
}

export { runHelpCommand };