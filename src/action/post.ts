import { enableCompileCache } from '../base/compile-cache.ts';
import { saveAtEnd } from './cache/in-action.ts';
import { workflowCommands } from './runner/commands.ts';

enableCompileCache();
const commands = workflowCommands(process.env);
try {
  await saveAtEnd(process.env, commands);
} catch (error) {
  // The job has done what it was for.
  commands.annotate('notice', `cache: not saved: ${(error as Error).message}`);
}
