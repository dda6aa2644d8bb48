// The programs that are compared, how each is built, and with which variables it runs.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../measure.mjs';
import { orchestrionVersion } from '../runner.mjs';

const here = import.meta.dirname;

/** Modules of dd-trace-go whose aspects Orchestrion weaves, each at the newest version that the proxy has; Orchestrion asks for the core's. */
const ddModules = {
  'contrib/database/sql/v2': 'v2.9.1',
  'contrib/log/slog/v2': 'v2.12.0',
  'contrib/net/http/v2': 'v2.12.0',
};
const ddPackages = [...Object.keys(ddModules), 'v2/ddtrace/tracer'];

const otelcModule = 'go.opentelemetry.io/otelc';

/**
 * @typedef {object} Setting
 * @property {string} work where copies and programs are kept
 * @property {readonly string[]} gots the command as words
 * @property {string | undefined} otelc a checkout of the tool
 * @property {NodeJS.ProcessEnv} env
 */

/** A copy of a folder beside the others, so that `../app` means the same there. */
function copy(setting, name, from = name) {
  const folder = join(setting.work, name, from);
  mkdirSync(folder, { recursive: true });
  cpSync(join(here, from), folder, { recursive: true });
  return folder;
}

const goBuild = (program) => ['go', 'build', '-buildvcs=false', '-o', program, '.'];

/** Builds a program; each returns nothing and throws what failed. @type {Record<string, (setting: Setting, program: string) => Promise<void>>} */
const builds = {
  plain: async (setting, program) => {
    await run(goBuild(program), { cwd: copy(setting, 'plain', 'app'), env: setting.env });
  },
  gots: async (setting, program) => {
    await run([...setting.gots, ...goBuild(program)], { cwd: copy(setting, 'gots', 'app'), env: setting.env });
  },
  byhand: async (setting, program) => {
    copy(setting, 'byhand', 'app');
    await run(goBuild(program), { cwd: copy(setting, 'byhand'), env: setting.env });
  },
  orchestrion: async (setting, program) => {
    const cwd = copy(setting, 'orchestrion', 'app');
    const env = { ...setting.env, GOFLAGS: '-mod=mod' };
    const tool = `github.com/DataDog/orchestrion@${orchestrionVersion}`;
    await run(['go', 'install', tool], { cwd, env: { ...setting.env, GOBIN: join(setting.work, 'bin') } });
    const dd = (path) => `github.com/DataDog/dd-trace-go/${path}`;
    const packages = ['github.com/DataDog/orchestrion', ...ddPackages.map(dd)];
    const imports = packages.map((path) => `import _ "${path}"\n`).join('');
    writeFileSync(join(cwd, 'orchestrion.tool.go'), `//go:build tools\n\npackage tools\n\n${imports}`);
    const modules = Object.entries(ddModules).map(([path, version]) => `${dd(path)}@${version}`);
    await run(['go', 'get', tool, ...modules], { cwd, env });
    await run(['go', 'mod', 'tidy'], { cwd, env });
    await run([join(setting.work, 'bin', 'orchestrion'), ...goBuild(program)], { cwd, env });
  },
  otelc: async (setting, program) => {
    if (setting.otelc === undefined) throw new Error('--otelc names no checkout');
    const cwd = copy(setting, 'otelc', 'app');
    const tool = join(setting.work, 'bin', 'otelc');
    await run(['go', 'build', '-o', tool, './tool/cmd/otelc'], { cwd: setting.otelc, env: setting.env });
    // The tool makes the program require its own module, of which no version is published.
    const edits = [`-require=${otelcModule}@v0.0.0`, `-replace=${otelcModule}=${setting.otelc}`];
    await run(['go', 'mod', 'edit', ...edits], { cwd, env: setting.env });
    await run([tool, ...goBuild(program)], { cwd, env: setting.env });
  },
};

const otlp = (sink) => ({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://${sink}` });
const none = { OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' };

/** What is measured: a build, and the variables of a run. `env` gets the address of the sink. */
export const variants = [
  { name: 'plain', build: 'plain', env: () => ({}) },
  { name: 'gots, disabled', build: 'gots', env: () => ({ OTEL_SDK_DISABLED: 'true' }) },
  { name: 'gots, no exporter', build: 'gots', env: () => none },
  { name: 'gots, OTLP', build: 'gots', env: otlp },
  { name: 'by hand, OTLP', build: 'byhand', env: otlp },
  {
    name: 'Orchestrion, dd-trace-go',
    build: 'orchestrion',
    env: (sink) => ({
      DD_TRACE_AGENT_URL: `http://${sink}`,
      DD_RUNTIME_METRICS_ENABLED: 'true',
      DD_TRACE_STARTUP_LOGS: 'false',
      DD_INSTRUMENTATION_TELEMETRY_ENABLED: 'false',
      DD_REMOTE_CONFIGURATION_ENABLED: 'false',
    }),
  },
  {
    name: 'otelc, OTLP',
    build: 'otelc',
    env: (sink) => ({ ...otlp(sink), OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' }),
  },
];

/** Builds what the chosen variants need. @returns the programs, and why some could not be built */
export async function buildAll(setting, chosen) {
  const programs = new Map();
  const failures = new Map();
  for (const name of new Set(chosen.map(({ build }) => build))) {
    const program = join(setting.work, `${name}.program`);
    try {
      await builds[name](setting, program);
      programs.set(name, program);
    } catch (error) {
      if (name === 'plain' || name === 'gots') throw error;
      failures.set(name, error.message);
    }
  }
  return { programs, failures };
}
