import "./chunk-rolldown-runtime.mjs";
import { _ as actionNothingToMerge, a as publishedText, c as surroundingsOf, d as postComment, f as manifestsOfRun, g as actionNoEndedRun, h as artifactName, l as commentBody, m as readManifestFile, n as baseOf, o as tell, p as manifestFileName, r as identityOf, s as writeManifestFile, t as attemptStep, u as longestComment } from "./chunk-publish.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";

// src/action/publish/other-modes.ts
/**
* `mode: merge`: one summary and one comment of what the jobs of a matrix did before, by the manifests that they uploaded.
*
* @throws GotsError action_nothing_to_merge
*/
async function mergeMode(context) {
	const around = await surroundingsOf(context);
	const { configuration } = context.inputs;
	const files = around.service ? await downloadAll(around, artifactName("manifest", configuration)) : [];
	if (files.length === 0) return actionNothingToMerge(artifactName("manifest", configuration));
	const name = artifactName("merged", configuration);
	const base = await baseOf(around, name);
	const merged = {
		...mergeFiles(files),
		...base === void 0 ? {} : { base }
	};
	await attemptStep(context, `the artifact "${name}" is not uploaded`, async () => around.service?.upload(name, writeManifestFile(context, merged), context.inputs["retention-days"]));
	await tell(around, merged);
}
async function downloadAll({ context, service }, beginning) {
	const files = [];
	const found = (await service?.list())?.filter(({ name }) => name === beginning || name.startsWith(`${beginning}-`)) ?? [];
	for (const { id, name } of [...found].sort((a, b) => a.name < b.name ? -1 : 1)) {
		const folder = join(context.folder, "downloaded", name);
		await service?.download(id, folder);
		const file = readManifestFile(name, readFileSync(join(folder, manifestFileName), "utf8"));
		if (file.configuration === context.inputs.configuration) files.push(file);
	}
	return files;
}
/**
* `mode: comment`, in a workflow that runs when another one has ended (`workflow_run`): writes the comment that the other, started by
* a fork, could not write. What the other uploaded is data of a stranger; nothing of it is run, checked out or believed but the numbers
* and names that the comment shows. Which pull request it is for says GitHub alone.
*
* @throws GotsError action_no_ended_run; of the API; manifest_invalid
*/
async function commentMode(context) {
	const { run, github } = await surroundingsOf(context);
	const ended = run?.endedRun;
	if (!run || !ended || !github) return actionNoEndedRun(run?.event ?? "");
	const number = ended.event === "pull_request" ? await pullRequestOf(github, run, ended) : void 0;
	if (number === void 0) {
		context.commands.line(`no open pull request has the commit ${ended.headSha}`);
		return;
	}
	for (const file of byConfiguration(await manifestsOfRun(github, run, ended.id))) {
		const text = publishedText(file, run, ended.headSha);
		const posted = await postComment(github, run, number, identityOf(run, file), commentBody(text, longestComment));
		context.commands.line(`comment ${posted.kind} on #${number}`);
	}
}
/** Jobs of a matrix that were not merged share a comment. */
function byConfiguration(files) {
	return [...new Set(files.map(({ configuration }) => configuration))].map((name) => mergeFiles(files.filter(({ configuration }) => configuration === name)));
}
/** @param files at least one */
function mergeFiles(files) {
	const [first, ...others] = files;
	const { reportId: _, base: __, ...rest } = first;
	const bases = files.flatMap(({ base }) => base ?? []);
	const base = bases[0] && {
		branch: bases[0].branch,
		builds: bases.flatMap(({ builds }) => builds)
	};
	return {
		...rest,
		builds: files.flatMap(({ builds }) => builds),
		targets: files.flatMap(({ targets }) => targets),
		...base === void 0 ? {} : { base },
		...others.length === 0 && first.reportId !== void 0 ? { reportId: first.reportId } : {}
	};
}
/** The event names the pull request only if it comes from the repository itself: so it is found by its branch and commit. */
async function pullRequestOf(github, { owner, repository: repo }, { headOwner, headBranch, headSha }) {
	const head = `${headOwner}:${headBranch}`;
	const { data } = await github.rest.pulls.list({
		owner,
		repo,
		state: "open",
		head,
		per_page: 100
	});
	return data.find((pull) => pull.head.sha === headSha)?.number;
}

export { commentMode, mergeMode };