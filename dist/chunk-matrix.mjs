import "./chunk-rolldown-runtime.mjs";

// src/action/modes/matrix.ts
/** Labels as of 2026-11, https://docs.github.com/actions/reference/runners/github-hosted-runners. Windows is linked on Linux. */
const runners = {
	"linux/arm64": "ubuntu-24.04-arm",
	"darwin/amd64": "macos-15-intel",
	"darwin/arm64": "macos-latest"
};
/** `mode: matrix`: a job for each target, as the output `matrix` for a later `strategy: matrix: ${{ fromJSON(…) }}`. */
function matrixMode(targets, commands) {
	const include = matrixOf(targets);
	commands.setOutput("matrix", JSON.stringify({ include }));
	for (const { targets: names, "runs-on": label } of include) commands.line(`${names}: on ${label}`);
}
/** Images of all machines are one index, which one job makes. */
function matrixOf(targets) {
	const images = targets.filter(({ kind }) => kind === "oci");
	return [...targets.filter(({ kind }) => kind !== "oci").map((target) => [target]), ...images.length > 0 ? [images] : []].map((job) => ({
		targets: job.map(({ name }) => name).join(" "),
		"runs-on": runnerOf(job)
	}));
}
function runnerOf(job) {
	const [platform = "", ...others] = new Set(job.map(({ goos, goarch }) => `${goos}/${goarch}`));
	return others.length === 0 && runners[platform] || "ubuntu-latest";
}

export { matrixMode };