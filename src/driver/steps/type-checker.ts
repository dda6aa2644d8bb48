import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { childFlags } from '../../go/flags.ts';
import { runGo } from '../../go/go.ts';
import { injectedFlags } from '../../gomod/injected-flags.ts';
import { goFailed } from '../../report/codes/cli.ts';
import { ensureHelper } from '../programs/helper-program.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { Session } from '../serve/session.ts';
import { type Conversation, converse, type PackageSources } from './oracle.ts';

/** Type-checks packages that are being compiled; only those for which an aspect needs it. */
export class TypeChecker {
  private readonly session: Session;
  private readonly sourceDir: string;
  private program: Promise<string> | undefined;
  private readonly archives = new Map<string, Promise<string | undefined>>();

  /** @param helperDir the folder `helper` */
  constructor(session: Session, helperDir: string) {
    this.session = session;
    this.sourceDir = join(helperDir, 'oracle');
  }

  /** @throws GotsError oracle_build_failed */
  async open(owner: GoProcess, sources: PackageSources): Promise<Conversation> {
    this.program ??= this.build(owner);
    return converse(await this.program, sources, (path) => this.archiveOf(owner, path));
  }

  private async build(owner: GoProcess): Promise<string> {
    const { plan, log } = this.session;
    const env = { ...process.env, GOCACHEPROG: '' };
    const version = await runGo(['env', 'GOVERSION'], { go: owner.go, cwd: owner.cwd, env, detached: true });
    if (version.exitCode !== 0) goFailed('go env GOVERSION', version.stderr);
    return ensureHelper('oracle', {
      go: owner.go,
      goVersion: version.stdout.trim(),
      cacheDir: plan.cacheDir,
      sourceDir: this.sourceDir,
      log,
      touchedFile: process.env['GOTS_TOUCHED'],
    });
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
    const { plan, overlay } = this.session;
    const flags = injectedFlags(owner.flags ? childFlags(owner.flags, 'off') : [], plan.injection, overlay);
    const result = await runGo(['list', '-e', '-export', '-f', '{{.Export}}', ...flags, '--', path], {
      go: owner.go,
      cwd: owner.cwd,
      env: { ...process.env, GOFLAGS: '-buildvcs=false', GOTOOLCHAIN: 'local', GOCACHEPROG: '' },
      detached: true,
    });
    const file = result.stdout.trim();
    if (file !== '' && existsSync(file)) return file;
    this.session.log.debug(`types: no archive of ${path}: ${result.stderr.trim()}`);
    return undefined;
  }
}
