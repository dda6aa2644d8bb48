import { t as lineLog } from "./chunk-log.mjs";
import { t as commandContext } from "./chunk-command-context.mjs";
import { n as withoutOurs } from "./chunk-saved-settings.mjs";

// src/action/runner/child-env.ts
/** What the runner gives to an action and not to `run:` steps' programs, or what would let a program speak for the action. */
const kept = (name) => !/^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_ID_TOKEN_|ACTIONS_CACHE_|ACTIONS_RESULTS_)/i.test(name) && ![
	"GITHUB_ENV",
	"GITHUB_PATH",
	"GITHUB_OUTPUT",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY"
].includes(name);
/**
* The environment of the programs that the action starts. Compilers, tests and the woven code in them get neither tokens nor
* the files by which later steps are changed.
*/
function childEnv(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => kept(name)));
}

// src/action/action-context.ts
/**
* A command's surroundings as `gots go` would have them in the working directory.
*
* @param variables set for this command, such as GOARCH
*/
function cliContext(context, variables = {}) {
	const env = {
		...context.childEnv,
		...variables
	};
	return {
		...commandContext(env, context.cwd),
		cwd: context.cwd,
		log: context.log
	};
}
/** Warnings of planning become lines of the log. */
function actionLog(env, write) {
	return lineLog(write, env["RUNNER_DEBUG"] === "1" || env["GOTS_DEBUG"] !== void 0);
}
/** The variables of the programs that the action starts. */
function programEnv(env) {
	return withoutOurs(childEnv(env));
}

export { cliContext as n, programEnv as r, actionLog as t };