// Made by `npm run errors` from src/report/messages/modules.md.
export const texts = {
  modules_go_too_old: {
    code: 'modules_go_too_old',
    message: 'the injected modules need go >= %needed%, this is %running%',
    hint: 'use Go %needed% (GOTOOLCHAIN=go%needed%)',
  },
  modules_unresolved: {
    code: 'modules_unresolved',
    message: 'the modules that weaving injects cannot be resolved: %saidOnce%',
    family: 'go',
  },
  modules_vendor_too_old: {
    code: 'modules_vendor_too_old',
    message: 'vendor/ holds %path% %has%, and %askedBy% needs %needed%',
    hint: 'run `go get %path%@%needed% && go mod vendor`, or leave those aspects out (`disable` in gots.yml)',
  },
  modules_overlay_lost: {
    code: 'modules_overlay_lost',
    message: '-overlay=%file% on the command line takes the place of the overlay that `gots env` set up to raise modules',
    hint: 'build with `gots go`, or put -overlay into GOFLAGS before `gots env`',
  },
} as const;
