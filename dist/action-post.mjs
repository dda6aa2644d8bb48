import "./chunk-rolldown-runtime.mjs";
import { t as enableCompileCache } from "./chunk-compile-cache.mjs";
import { r as saveAtEnd } from "./chunk-in-action.mjs";
import { n as workflowCommands } from "./chunk-commands.mjs";

// src/action/post.ts
enableCompileCache();
const commands = workflowCommands(process.env);
try {
	await saveAtEnd(process.env, commands);
} catch (error) {
	commands.annotate("notice", `cache: not saved: ${error.message}`);
}

export {  };