import { n as failure } from "./chunk-message.mjs";
import { s as weaverVersion } from "./chunk-plan.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// src/report/texts/bazel.ts
const texts = {
	bazel_plan_unreadable: {
		code: "bazel_plan_unreadable",
		message: "cannot use the plan in %folder%: %reason%",
		hint: "write it with `gots bazel-plan -o %folder%`, by the same version of gots that builds"
	},
	bazel_plan_plugin: {
		code: "bazel_plan_plugin",
		message: "aspect \"%aspect%\" runs a plug-in, which a plan for Bazel cannot hold",
		hint: "leave the aspect out with `disable` in gots.yml"
	},
	bazel_params_unreadable: {
		code: "bazel_params_unreadable",
		message: "cannot read the parameter file %file%: %reason%"
	},
	bazel_flag_missing: {
		code: "bazel_flag_missing",
		message: "the action %verb% of rules_go came without %flag%",
		hint: "`gots bazel-builder` is written for the builder of rules_go, read at version 0.65"
	},
	bazel_builder_missing: {
		code: "bazel_builder_missing",
		message: "cannot run the builder %file%: %reason%",
		hint: "`--builder` names the builder of rules_go, which must be an input of the action"
	},
	bazel_archive_missing: {
		code: "bazel_archive_missing",
		message: "package \"%path%\", which weaving injects into %host%, is not in %folder%",
		hint: "the standard library must be built with the same plan: `go_sdk` of this toolchain needs its own `go_stdlib`"
	},
	bazel_package_differs: {
		code: "bazel_package_differs",
		message: "the program links its own %path%, which differs from the one that %user% was compiled with",
		hint: "take %path% out of the deps of the program, or the aspects that inject it out of the plan"
	}
};

// src/report/codes/bazel.ts
/** Raised when the folder of `--plan` holds no plan that this version of gots can weave by. */
function bazelPlanUnreadable(folder, reason) {
	throw failure(texts.bazel_plan_unreadable, {
		folder,
		reason
	});
}
/** Raised when an aspect of a plan for Bazel runs a plug-in. */
function bazelPlanPlugin(aspect) {
	throw failure(texts.bazel_plan_plugin, { aspect });
}
/** Raised when a parameter file of Bazel is missing or cannot be taken apart. */
function bazelParamsUnreadable(file, reason) {
	throw failure(texts.bazel_params_unreadable, {
		file,
		reason
	});
}
/** Raised when an action of rules_go lacks a flag that says what is compiled, or where it goes. */
function bazelFlagMissing(verb, flag) {
	throw failure(texts.bazel_flag_missing, {
		verb,
		flag
	});
}
/** Raised when rules_go's own builder cannot be started. */
function bazelBuilderMissing(file, reason) {
	throw failure(texts.bazel_builder_missing, {
		file,
		reason
	});
}
/** Raised when a package that woven code imports was not compiled with the standard library. */
function bazelArchiveMissing(path, host, folder) {
	throw failure(texts.bazel_archive_missing, {
		path,
		host,
		folder
	});
}
/** Raised when a program links another build of a package than the one that injected code was compiled with. */
function bazelPackageDiffers(path, user) {
	throw failure(texts.bazel_package_differs, {
		path,
		user
	});
}

// src/driver/bazel/bazel-plan.ts
/** Name of the plan in its folder. Beside it is the folder {@link moduleFolder}, and the oracle program. */
const planFile = "plan.json";
/** A module from which every package that weaving may bring in is built, without network or module cache. */
const moduleFolder = "module";
/** The program that answers questions about types. */
const oracleFile = "oracle";
/** @throws the error of the file system */
function writeBazelPlan(folder, plan) {
	writeFileSync(join(folder, planFile), `${JSON.stringify(plan, null, 1)}\n`);
}
/** @throws GotsError bazel_plan_unreadable */
function readBazelPlan(folder) {
	let plan;
	try {
		plan = JSON.parse(readFileSync(join(folder, planFile), "utf8"));
	} catch (error) {
		return bazelPlanUnreadable(folder, error.message);
	}
	return plan.version === "0.1.0" ? plan : bazelPlanUnreadable(folder, `version ${plan.version} of gots wrote it, and this is ${weaverVersion}`);
}
/** The plan as the driver's steps take it. */
function driverPlan(plan, places) {
	const { version, aspects, rootModule, goVersion, modules, injectedOnly } = plan;
	return {
		version,
		aspects,
		rootModule,
		goVersion,
		modules,
		injectedOnly,
		aspectFiles: [],
		inputs: [],
		added: [],
		workDir: "",
		moduleCache: "",
		...places
	};
}
/** The archive of a package in the folder of the standard library's. */
function archiveOf(folder, path) {
	return join(folder, `${path}.a`);
}
/** The folder with the sources of a package of the plan; undefined for the standard library's, and for those that the plan does not know. */
function sourcesOfPackage(planFolder, found) {
	return found === void 0 || found.dir === "" ? void 0 : join(planFolder, moduleFolder, found.dir);
}

export { readBazelPlan as a, bazelArchiveMissing as c, bazelPackageDiffers as d, bazelParamsUnreadable as f, oracleFile as i, bazelBuilderMissing as l, driverPlan as n, sourcesOfPackage as o, bazelPlanPlugin as p, moduleFolder as r, writeBazelPlan as s, archiveOf as t, bazelFlagMissing as u };