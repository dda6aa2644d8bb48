import { weaverVersion } from '../../driver/plan/plan.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';

/** `gots version`. */
export async function runVersionCommand(_line: CommandLine, context: CommandContext): Promise<number> {
  context.write(`gots ${weaverVersion} (node ${process.version}, ${process.platform}/${process.arch})\n`);
  return 0;
}
