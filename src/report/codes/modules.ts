import { GotsError } from '../diagnostic.ts';

export function modulesGoTooOld(needed: string, running: string): never {
  throw new GotsError({
    code: 'modules_go_too_old',
    message: `the injected modules need go >= ${needed}, this is ${running}`,
    hint: `use Go ${needed} (GOTOOLCHAIN=go${needed})`,
  });
}

/** The user's modules and the injected ones do not go together, or a module cannot be had. */
export function modulesUnresolved(stderr: string): never {
  throw new GotsError({
    code: 'modules_unresolved',
    message: `the modules that weaving injects cannot be resolved: ${saidOnce(stderr)}`,
    family: 'go',
  });
}

/** Go says the same of a module for each of its packages: a line and those indented below it. */
function saidOnce(stderr: string): string {
  return [...new Set(stderr.split(/\n(?=\S)/))].join('\n');
}

/** A module of vendor/ is older than what the injected code works with; only `go mod vendor` can change what is there. */
export function vendorTooOld(path: string, has: string, needed: string, askedBy: string): never {
  throw new GotsError({
    code: 'modules_vendor_too_old',
    message: `vendor/ holds ${path} ${has}, and ${askedBy} needs ${needed}`,
    hint: `run \`go get ${path}@${needed} && go mod vendor\`, or leave those aspects out (\`disable\` in gots.yml)`,
  });
}

/** -overlay behind `gots env` takes the place of the overlay with the raised modules. */
export function overlayLost(file: string): never {
  throw new GotsError({
    code: 'modules_overlay_lost',
    message: `-overlay=${file} on the command line takes the place of the overlay that \`gots env\` set up to raise modules`,
    hint: 'build with `gots go`, or put -overlay into GOFLAGS before `gots env`',
  });
}
