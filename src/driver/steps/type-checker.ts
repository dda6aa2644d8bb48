import { existsSync } from 'node:fs';
import type { Log } from '../../base/log.ts';
import { childFlags } from '../../go/flags.ts';
import { injectedFlags } from '../../gomod/injected-flags.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoAt, GoCommands } from '../ports.ts';
import type { GoProcess } from '../serve/go-process.ts';
import { converse, type OracleConversation, type PackageSources } from './oracle.ts';

/** Conversations about the types of packages that are being compiled; only some aspects need one. */
export interface Types {
  /** @throws GotsError oracle_build_failed */
  open(owner: GoProcess, sources: PackageSources): Promise<OracleConversation>;
}

/** What {@link TypeChecker} works with. */
export interface TypesContext {
  readonly plan: Pick<Plan, 'injection'>;
  readonly log: Log;
  readonly go: Pick<GoCommands, 'list'>;
  readonly injected: Pick<InjectedPackages, 'overlay'>;
  /** Path of the oracle program, built on first use. */
  readonly program: (at: GoAt) => Promise<string>;
}

/** Type-checks with the oracle program. */
export class TypeChecker implements Types {
  private readonly context: TypesContext;
  private program: Promise<string> | undefined;
  private readonly archives = new Map<string, Promise<string | undefined>>();

  constructor(context: TypesContext) {
    this.context = context;
  }

  async open(owner: GoProcess, sources: PackageSources): Promise<OracleConversation> {
    this.program ??= this.context.program(owner);
    return converse(await this.program, sources, (path) => this.archiveOf(owner, path));
  }

  /**
   * An archive of a package that the one being compiled does not lead to, as plain go makes it: woven, it might want the very
   * package that waits for it. Its types are the same but for what aspects add to them.
   */
  private archiveOf(owner: GoProcess, path: string): Promise<string | undefined> {
    let archive = this.archives.get(path);
    if (!archive) {
      archive = this.listArchive(owner, path);
      this.archives.set(path, archive);
    }
    return archive;
  }

  private async listArchive(owner: GoProcess, path: string): Promise<string | undefined> {
    const { plan, log, go, injected } = this.context;
    const flags = injectedFlags(owner.flags ? childFlags(owner.flags, 'off') : [], plan.injection, injected.overlay);
    const args = ['-e', '-export', '-f', '{{.Export}}', ...flags, '--', path];
    const result = await go.list(owner, args, { localToolchain: true });
    const file = result.stdout.trim();
    if (file !== '' && existsSync(file)) return file;
    log.debug(`types: no archive of ${path}: ${result.stderr.trim()}`);
    return undefined;
  }
}
