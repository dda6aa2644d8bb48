import { targetTwice, targetUnknown } from '../../report/codes/action.ts';

/** What is made of a woven program. */
export type TargetKind = 'executable' | 'lambda' | 'oci' | 'azure-functions';

/** A machine to build for, and the form in which its programs are delivered. */
export interface Target {
  readonly kind: TargetKind;
  /** As in the input: `linux/amd64`, `lambda/arm64`, … The host's is named by its system and machine. */
  readonly name: string;
  readonly goos: string;
  readonly goarch: string;
}

/** What go calls this machine. */
export function hostPlatform(): { readonly goos: string; readonly goarch: string } {
  const systems: Readonly<Record<string, string>> = { win32: 'windows' };
  const machines: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', loong64: 'loong64' };
  return {
    goos: systems[process.platform] ?? process.platform,
    goarch: machines[process.arch] ?? process.arch,
  };
}

interface Family {
  readonly kind: TargetKind;
  readonly goos: string;
  readonly machines: readonly string[];
}

/** Systems and platforms before the slash. Azure's custom handlers run on Linux and on Windows plans; both come as Linux's. */
const families: Readonly<Record<string, Family>> = {
  linux: {
    kind: 'executable',
    goos: 'linux',
    machines: ['amd64', 'arm64', 'arm', '386', 'riscv64', 's390x', 'ppc64le', 'loong64'],
  },
  darwin: { kind: 'executable', goos: 'darwin', machines: ['amd64', 'arm64'] },
  windows: { kind: 'executable', goos: 'windows', machines: ['amd64', 'arm64'] },
  lambda: { kind: 'lambda', goos: 'linux', machines: ['amd64', 'arm64'] },
  oci: { kind: 'oci', goos: 'linux', machines: ['amd64', 'arm64'] },
  'azure-functions': { kind: 'azure-functions', goos: 'linux', machines: ['amd64', 'arm64'] },
};

/** `*` after the slash: the machines that nearly everybody means. */
const usual = ['amd64', 'arm64'] as const;

const known = [
  'host',
  ...Object.entries(families).flatMap(([name, { machines }]) => machines.map((m) => `${name}/${m}`)),
];

/**
 * Reads the input `targets`: names separated by blanks, lines or commas. `oci/amd64,arm64` repeats the part before the
 * slash; `darwin/*` means amd64 and arm64.
 *
 * @throws GotsError action_target_unknown, action_target_twice
 */
export function parseTargets(value: string): readonly Target[] {
  const targets: Target[] = [];
  for (const word of value.split(/\s+/).filter((w) => w !== '')) {
    let family = '';
    for (const part of word.split(',').filter((p) => p !== '')) {
      const [, before = family, machine = ''] = /^(?:([^/]*)\/)?([^/]*)$/.exec(part) ?? targetUnknown(part, known);
      if (part === 'host') {
        targets.push(hostTarget());
        continue;
      }
      family = before;
      const machines = machine === '*' ? usual : [machine];
      targets.push(...machines.map((m) => makeTarget(family, m, part)));
    }
  }
  for (const [at, { name }] of targets.entries()) {
    if (targets.findIndex((target) => target.name === name) !== at) targetTwice(name);
  }
  return targets;
}

function hostTarget(): Target {
  const { goos, goarch } = hostPlatform();
  return { kind: 'executable', name: `${goos}/${goarch}`, goos, goarch };
}

function makeTarget(family: string, machine: string, part: string): Target {
  const found = Object.hasOwn(families, family) ? families[family] : undefined;
  if (!found?.machines.includes(machine)) targetUnknown(part, known);
  return { kind: found.kind, name: `${family}/${machine}`, goos: found.goos, goarch: machine };
}
