import { n as readIfThere } from "./chunk-read-if-there.mjs";
import { lstatSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

// src/cache/remote/branch.ts
/** Variables by which CI systems name the branch, since they check out a commit. The branch of a pull request comes first. */
const ciVariables = [
	"GITHUB_HEAD_REF",
	"GITHUB_REF_NAME",
	"CI_COMMIT_REF_NAME",
	"CIRCLE_BRANCH",
	"BUILDKITE_BRANCH",
	"BRANCH_NAME"
];
/** The branch that is checked out in a folder, and those that others most likely come from. Reads a few files of git, and starts nothing. */
function branches(dir, env) {
	const git = gitFolders(dir);
	const ofCi = ciVariables.map((name) => env[name]).find((value) => value);
	const checkedOut = git && /^ref: refs\/heads\/(.+)/.exec(readIfThere(join(git.own, "HEAD")))?.[1];
	const remoteHead = git && readIfThere(join(git.common, "refs", "remotes", "origin", "HEAD"));
	const named = /^ref: refs\/remotes\/origin\/(.+)/.exec(remoteHead ?? "")?.[1];
	return {
		current: ofCi ?? checkedOut ?? "",
		defaults: [
			...named ? [named] : [],
			"main",
			"master"
		]
	};
}
/** What changes with the commit that is checked out; '' outside of git. */
function headState(dir) {
	const git = gitFolders(dir);
	if (!git) return "";
	const head = readIfThere(join(git.own, "HEAD")).trim();
	const ref = /^ref: (.+)/.exec(head)?.[1];
	if (ref === void 0) return head;
	const loose = readIfThere(join(git.common, ref)).trim();
	if (loose !== "") return `${ref} ${loose}`;
	return `${ref} ${readIfThere(join(git.common, "packed-refs")).split("\n").find((line) => line.endsWith(` ${ref}`)) ?? ""}`;
}
/** The folder of git that belongs to this checkout, and the one that it shares with other checkouts. */
function gitFolders(dir) {
	for (let at = dir;; at = dirname(at)) {
		const info = lstatSync(join(at, ".git"), { throwIfNoEntry: false });
		if (info?.isDirectory()) return {
			own: join(at, ".git"),
			common: join(at, ".git")
		};
		if (info?.isFile()) {
			const named = /^gitdir: (.+)/.exec(readIfThere(join(at, ".git")))?.[1];
			if (named === void 0) return void 0;
			const own = resolve(at, named);
			const common = readIfThere(join(own, "commondir")).trim();
			return {
				own,
				common: common === "" ? own : resolve(own, common)
			};
		}
		if (dirname(at) === at) return void 0;
	}
}

// src/driver/plan/build-kind.ts
/** Flags that change most archives of a build. */
const archiveFlags = [
	"race",
	"msan",
	"asan",
	"cover",
	"covermode",
	"tags",
	"trimpath",
	"buildmode",
	"compiler"
];
const compileFlags = /* @__PURE__ */ new Set(["gcflags", "asmflags"]);
/** Of which kind a build is: builds of one kind ask for the same packages. */
function buildKind({ module, moduleDir, cwd, toolchain, code, flags, system, env }) {
	const values = archiveFlags.flatMap((name) => {
		const value = flags.values.get(name);
		return value === void 0 || value === "false" ? [] : [`-${name}${value === "true" ? "" : `=${value}`}`];
	});
	const compiling = flags.perPackage.filter(({ flag }) => compileFlags.has(flag));
	const target = [
		system,
		...values,
		...compiling.map(({ flag, value }) => `-${flag}=${value}`)
	].join(" ");
	const command = flags.command === "test" || flags.command === "vet" ? flags.command : "build";
	const place = relative(moduleDir, cwd);
	const packages = flags.packages.length === 0 ? ["."] : [...flags.packages].sort();
	const { current, defaults } = branches(moduleDir, env);
	return {
		module,
		target,
		toolchain,
		code,
		command: [
			command,
			...place === "" ? [] : [`-C ${place}`],
			...packages
		].join(" "),
		branch: current,
		defaultBranches: defaults
	};
}

export { headState as n, buildKind as t };