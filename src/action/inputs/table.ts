import { cacheModes } from '../cache/policy.ts';
import { choice, flag, goFlags, type InputParser, packages, targets, text, wholeNumber, words } from './parsers.ts';

/** The inputs of action.yml, where each is described. A test compares names and defaults. */
export const inputTable = {
  mode: choice('run', ['run', 'env', 'unset', 'merge', 'comment', 'matrix']),
  'working-directory': text('.'),
  packages: packages('./...'),
  targets: targets('host'),
  aspects: words(''),
  'build-flags': goFlags('build'),
  test: flag(true),
  'test-flags': goFlags('test'),
  compare: flag(true),
  cache: choice('auto', cacheModes),
  'output-directory': text(''),
  configuration: text(''),
  upload: flag(true),
  'retention-days': wholeNumber(0, 0, 400),
  summary: flag(true),
  comment: flag(true),
  release: flag(false),
  'api-url': text(''),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's expression, as action.yml has it
  token: text('${{ github.token }}'),
} as const satisfies Readonly<Record<string, InputParser<unknown>>>;

type Table = typeof inputTable;
type InputName = keyof Table;

/** All inputs, read. What is empty by default may be ''. */
export type Inputs = { readonly [K in InputName]: Table[K] extends InputParser<infer T> ? T : never };
