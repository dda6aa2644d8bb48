import type { UsedFiles } from '../../cache/used-files.ts';
import { GotsError } from '../../report/diagnostic.ts';
import { parseCompile } from '../../toolexec/argv.ts';
import { linkSalt } from '../front/link-salt.ts';
import type { Reply, Request, ToolRequest } from '../front/protocol.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import type { Plan } from '../plan/plan.ts';
import { type CompileContext, compileStep } from '../steps/compile-step.ts';
import { type LinkContext, linkStep } from '../steps/link-step.ts';
import type { Afterwards, Step } from '../steps/woven-compile.ts';
import type { Children } from './children.ts';
import type { CacheConversation } from './conversation.ts';
import { describeError, exitCode } from './exit-code.ts';
import { type GoProcess, usedBy } from './go-process.ts';
import type { Job, Jobs } from './jobs.ts';

/** Errors that the compiler most likely has as well, and explains better. */
const aboutSource: ReadonlySet<string> = new Set(['weave_syntax_unknown', 'weave_type_unknown']);

/** What tools are told with. */
export interface ToolRunParts {
  readonly plan: Plan;
  readonly conversation: CacheConversation;
  readonly children: Children;
  readonly jobs: Jobs;
  readonly injected: InjectedPackages;
  readonly compile: CompileContext;
  readonly link: LinkContext;
  /** Undefined unless GOTS_TOUCHED asks for the files that are used. */
  readonly usedFiles: UsedFiles | undefined;
  /** The outermost go command. */
  readonly root: GoProcess;
}

/** One run of a tool, from its shim's first request to its end. */
export class ToolRun {
  private readonly parts: ToolRunParts;
  private job: Job | undefined;
  /** What follows when the command of the last reply has ended. */
  private afterwards: Afterwards | undefined;

  private readonly failed: () => void;

  /** @param failed told when the tool failed, or was not run because of an error */
  constructor(parts: ToolRunParts, failed: () => void = () => {}) {
    this.parts = parts;
    this.failed = failed;
  }

  /** Answers a request. What goes wrong becomes a reply that shows it. */
  async answer(request: Request): Promise<Reply> {
    try {
      const step = await this.step(request);
      this.afterwards = step.afterwards;
      return step.reply;
    } catch (error) {
      this.failed();
      if (request.kind === 'compile' && error instanceof GotsError && aboutSource.has(error.code)) {
        // Most likely the user's mistake, which the compiler explains best. If it takes the file, it is our fault.
        this.afterwards = unlessCompiled(error);
        return { kind: 'run', argv: [request.tool, ...request.args], env: [], appends: [] };
      }
      return { kind: 'done', exitCode: exitCode(error), stdout: '', stderr: `${describeError(error)}\n` };
    }
  }

  /** A compile of the outermost go command has begun that needs no answer; others may wait for it. */
  began(prefix: string, importPath: string): void {
    this.job = this.parts.jobs.start(prefix, importPath, this.parts.root);
  }

  /** The tool's process has ended. */
  ended(): void {
    if (this.job) this.parts.jobs.ended(this.job);
  }

  private async step(request: Request): Promise<Step> {
    const { plan, conversation, children, jobs, injected, compile, link, usedFiles, root } = this.parts;
    if (request.kind === 'ended') {
      const { output: stdout } = request;
      const { afterwards } = this;
      if (request.exitCode !== 0) this.failed();
      const reply = await afterwards?.ended(request);
      return { reply: reply ?? { kind: 'done', exitCode: 0, stdout, stderr: '' }, ...(afterwards && { afterwards }) };
    }
    const owner = request.chain === '' ? root : (children.byToken(request.chain) ?? root);
    if (request.kind === 'hello' || request.kind === 'salt') {
      await conversation.greetedBy(owner, request);
      if (request.kind === 'hello') return { reply: { kind: 'ok' } };
      return { reply: { kind: 'salt', salt: owner.mode === 'weaving' ? linkSalt(plan, injected) : '' } };
    }
    if (owner.mode !== 'weaving') return { reply: { kind: 'exec', argv: [request.tool, ...request.args], env: [] } };
    const job = jobs.start(prefixOf(request), request.importPath, owner);
    this.job = job;
    return usedBy(usedFiles, owner, async () =>
      request.kind === 'link'
        ? { reply: await linkStep(link, owner, request, job) }
        : compileStep(compile, owner, request, job),
    );
  }
}

/** The compiler explains its user's mistakes best; where it finds none, the error was not the user's. */
function unlessCompiled(error: GotsError): Afterwards {
  return {
    ended({ exitCode, output }) {
      if (exitCode === 0) throw error;
      return { kind: 'done', exitCode: 0, stdout: output, stderr: '' };
    },
  };
}

function prefixOf(request: ToolRequest): string {
  if (request.kind === 'link') return `link ${request.pid}`;
  return parseCompile(request.args).buildId?.actionId ?? `compile ${request.pid}`;
}
