/** Functions every template may call. Kept apart from their code, which the parser need not load. */
export const builtinNames = [
  'and',
  'call',
  'eq',
  'ge',
  'gt',
  'html',
  'index',
  'js',
  'le',
  'len',
  'lt',
  'ne',
  'not',
  'or',
  'print',
  'printf',
  'println',
  'slice',
  'urlquery',
] as const;

export type BuiltinName = (typeof builtinNames)[number];
