import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firstLines, run } from './run.mjs';
import { compareVersions, readBuildInfo, readVersions } from './versions.mjs';

const moduleOf = '{{with .Module}}{{.Path}} {{.Version}}{{with .Replace}} => {{.Path}} {{.Version}}{{end}}{{end}}';

/**
 * Each stage takes `{ program, dir, target, env, gots, out }` and gives `{ ok, … }`, or `{ ok: false, plain: true, message }`
 * when it is plain go that fails. `gots` is the command as words, `out` a folder for programs.
 */
export const stages = {
  /** go list: every module that plain go links has the same version woven. */
  resolve: async ({ dir, target, env, gots }) => {
    const list = ['list', '-deps', '-f', moduleOf, target];
    const plain = await run(['go', ...list], { cwd: dir, env });
    if (plain.status !== 0) return { ok: false, plain: true, message: firstLines(plain.stderr) };
    const woven = await run([...gots, 'go', ...list], { cwd: dir, env });
    if (woven.status !== 0) return { ok: false, message: firstLines(woven.stderr) };
    const said = notices(woven.stderr);
    const compared = compareVersions(readVersions(plain.stdout), readVersions(woven.stdout), said);
    return { ok: compared.changed.length === 0, ...compared, notices: said };
  },

  /** go build: the modules in the build information of both programs, and how many packages were woven. */
  build: async ({ dir, target, env, gots, out }) => {
    mkdirSync(out, { recursive: true });
    const report = join(out, 'report.json');
    rmSync(report, { force: true });
    const plain = await run(['go', 'build', '-o', join(out, 'plain'), target], { cwd: dir, env });
    if (plain.status !== 0) return { ok: false, plain: true, message: firstLines(plain.stderr) };
    const woven = await run([...gots, 'go', 'build', '-o', join(out, 'woven'), target], {
      cwd: dir,
      env: { ...env, GOTS_REPORT: report },
    });
    if (woven.status !== 0) return { ok: false, message: firstLines(woven.stderr) };
    const info = async (name) =>
      readBuildInfo((await run(['go', 'version', '-m', join(out, name)], { cwd: dir, env })).stdout);
    const said = notices(woven.stderr);
    const compared = compareVersions(await info('plain'), await info('woven'), said);
    const packages = wovenPackages(report);
    const ok = compared.changed.length === 0 && packages > 0;
    return { ok, ...compared, packages, notices: said };
  },

  /** The programs are started as they are after a build, without a collector: same exit code, same standard output. */
  start: async ({ program, dir, env, out, build }) => {
    for (const name of ['plain', 'woven']) {
      if (!existsSync(join(out, name))) {
        const built = await build();
        if (!built.ok) return { ok: false, message: 'not built' };
      }
    }
    const start = (name) =>
      run([join(out, name), ...program.start], { cwd: dir, env: startEnv(env, out), seconds: 120 });
    const [plain, woven] = [await start('plain'), await start('woven')];
    for (const name of ['plain', 'woven']) rmSync(join(out, name));
    const same = plain.status === woven.status && steady(plain.stdout) === steady(woven.stdout);
    if (same) return { ok: true, status: plain.status };
    const said = ({ status, stdout, stderr }) => `exit code ${status}: ${firstLines(stderr || stdout, 6)}`;
    return { ok: false, message: `plain ${said(plain)}\nwoven ${said(woven)}` };
  },
};

/** What gots itself says on standard error. */
function notices(stderr) {
  return stderr.split('\n').filter((line) => line.startsWith('gots:'));
}

function wovenPackages(report) {
  if (!existsSync(report)) return 0;
  return JSON.parse(readFileSync(report, 'utf8')).packages.filter(({ matches }) => matches.length > 0).length;
}

function startEnv(env, out) {
  return { PATH: env.PATH, HOME: join(out, 'home'), TMPDIR: env.TMPDIR ?? '/tmp', USER: 'someone' };
}

/** Output without times, paths of the two programs and the link's own id, which differ between any two builds. */
function steady(text) {
  return text.replace(/\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d\S*/g, 'TIME').replace(/\b(plain|woven)\b/g, 'PROGRAM');
}

/** Changes with everything of gots that decides what a woven program is. */
export function keyOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
