import type { DialectName } from '../vocabulary/aspect.ts';
import type { DialectFacts } from './contract.ts';
import { gotsFacts } from './gots/facts.ts';
import { loongsuiteFacts } from './loongsuite/facts.ts';
import { orchestrionFacts } from './orchestrion/facts.ts';
import { otelcFacts } from './otelc/facts.ts';

/** What is known of each dialect without its readers. */
export const dialectFacts: Readonly<Record<DialectName, DialectFacts>> = {
  gots: gotsFacts,
  orchestrion: orchestrionFacts,
  otelc: otelcFacts,
  loongsuite: loongsuiteFacts,
};

const all = Object.values(dialectFacts);

/** Paths, from a module's folder, of the files that configure a module in any dialect. */
export const configurationFiles: readonly string[] = all.flatMap(({ files }) => files.root);

/** Environment variables that decide which aspects there are. */
export const configurationVariables: readonly string[] = all.flatMap(({ env }) => env);

/** Whether a file of this name in a module's folder configures the module. */
export function isConfiguration(name: string): boolean {
  return all.some(({ files }) => files.root.includes(name) || files.rootPattern?.test(name));
}

/** The dialect that the name of an aspect file says; undefined where its content decides. */
export function dialectNamed(name: string): DialectName | undefined {
  return all.find(({ files }) => files.aspects.test(name))?.name;
}
