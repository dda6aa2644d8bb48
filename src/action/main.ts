import { enableCompileCache } from '../base/compile-cache.ts';
import { runAction } from './run-action.ts';

enableCompileCache();
process.exitCode = await runAction(process.env, (text) => void process.stdout.write(text));
