import "./chunk-rolldown-runtime.mjs";
import { n as enableCompileCache, t as workflowCommands } from "./chunk-commands.mjs";
import { r as saveAtEnd } from "./chunk-in-action.mjs";

// src/action/post.ts
enableCompileCache();
const commands = workflowCommands(process.env);
try {
	await saveAtEnd(process.env, commands);
} catch (error) {
	commands.annotate("notice", `cache: not saved: ${error.message}`);
}

export {  };