import { cacheModes } from '../cache/policy.ts';
import { accessModes } from '../shared-cache/access.ts';
import {
  choiceInput,
  flagInput,
  goFlags,
  type InputParser,
  packages,
  targets,
  textInput,
  wholeNumber,
  words,
} from './parsers.ts';

/** The inputs of action.yml, where each is described. A test compares names and defaults. */
export const inputTable = {
  mode: choiceInput('run', ['run', 'env', 'unset', 'merge', 'comment', 'matrix']),
  'working-directory': textInput('.'),
  packages: packages('./...'),
  targets: targets('host'),
  aspects: words(''),
  'build-flags': goFlags('build'),
  test: flagInput(true),
  'test-flags': goFlags('test'),
  compare: flagInput(true),
  cache: choiceInput('auto', cacheModes),
  'remote-cache': textInput(''),
  'remote-cache-mode': choiceInput('auto', accessModes),
  'output-directory': textInput(''),
  configuration: textInput(''),
  upload: flagInput(true),
  'retention-days': wholeNumber(0, 0, 400),
  summary: flagInput(true),
  comment: flagInput(true),
  release: flagInput(false),
  'api-url': textInput(''),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's expression, as action.yml has it
  token: textInput('${{ github.token }}'),
} as const satisfies Readonly<Record<string, InputParser<unknown>>>;

type Table = typeof inputTable;
type InputName = keyof Table;

/** All inputs, read. What is empty by default may be ''. */
export type Inputs = { readonly [K in InputName]: Table[K] extends InputParser<infer T> ? T : never };
