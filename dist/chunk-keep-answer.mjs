import "./chunk-rolldown-runtime.mjs";
import { r as withAllBelow } from "./chunk-file-state.mjs";
import { t as lineLog } from "./chunk-log.mjs";
import { r as writeSealed } from "./chunk-sealed.mjs";
import { i as splitQuoted, r as readFlags } from "./chunk-flags.mjs";
import { a as statesOf, i as programPlaces, r as plainGo, t as decisiveFiles } from "./chunk-decisive-files.mjs";
import { r as answerKind, t as sourceState } from "./chunk-source-state.mjs";

// src/cli/answers/keep-answer.ts
/**
* Records what a command prints.
*
* @param file where the answer is kept
* @param startedMs when the command began, in ms since 1970
*/
function recordAnswer(context, file, startedMs = Date.now()) {
	const printed = [];
	let sources;
	const note = (to, text) => void printed.push({
		to,
		text
	});
	return {
		context: {
			...context,
			write: (text) => {
				note("stdout", text);
				context.write(text);
			},
			log: lineLog((line) => {
				note("stderr", line);
				process.stderr.write(line);
			}, false),
			followsFrom: (found) => {
				sources = found;
			}
		},
		keep: (exitCode) => {
			const states = sources && statesFor(context, sources, startedMs);
			if (states === void 0) return;
			const answer = {
				savedMs: Date.now(),
				exitCode,
				printed,
				...states
			};
			try {
				writeSealed(file, answerKind, JSON.stringify(answer));
			} catch {}
		}
	};
}
/** Undefined where something decides that is not looked at, or has changed since the command began. */
function statesFor(context, { goEnv, inputs, sources }, startedMs) {
	const go = plainGo(context, goEnv);
	const { values } = readFlags([], splitQuoted(goEnv.goflags));
	if (!(go !== void 0 && !values.has("overlay") && !values.has("modfile") && values.get("mod") !== "mod" && !/-toolexec/.test(goEnv.goflags))) return void 0;
	const paths = [
		...programPlaces(context),
		...decisiveFiles(context, goEnv, go),
		...inputs.flatMap(withAllBelow)
	];
	const files = statesOf([...new Set(paths)], startedMs);
	const state = files && sourceState(sources, startedMs);
	return state === void 0 || files === void 0 ? void 0 : {
		files,
		sources,
		sourceState: state
	};
}

export { recordAnswer };