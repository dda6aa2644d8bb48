// src/gomod/injected-flags.ts
/**
* The flags of a go command that finds injected packages: those that decide where modules come from are ours where modules come in. The
* generated files are complete, so that nothing is ever written to them.
*
* @param overlay file that joins the generated overlay with the user's own, where there is one
*/
function injectedFlags(flags, injection, overlay = injection?.overlay) {
	if (!injection) return [...flags];
	return [
		...flags.filter((flag) => !/^--?(mod|overlay)=/.test(flag)),
		"-mod=readonly",
		`-overlay=${overlay}`
	].sort();
}

export { injectedFlags as t };