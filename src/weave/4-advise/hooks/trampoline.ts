import type { HooksAdvice } from '../../../aspects/ir.ts';
import type { Entry } from '../entry-names.ts';
import { contextType } from './context-text.ts';
import type { ContextUse } from './context-use.ts';
import type { Hook } from './hook-source.ts';

/** A function that hooks are put on, as Go text. */
export interface Target {
  readonly name: string;
  readonly packageName: string;
  readonly isGeneric: boolean;
  /** The receiver comes first. */
  readonly params: readonly TargetEntry[];
  readonly results: readonly TargetEntry[];
}

export interface TargetEntry extends Pick<Entry, 'name'> {
  /** As a type outside the function; of `...T` it is `[]T`. Empty where the type needs the function's type parameters. */
  readonly type: string;
}

export interface Hooks {
  readonly advice: HooksAdvice;
  readonly before: Hook | undefined;
  readonly after: Hook | undefined;
  /** Unique in the package. */
  readonly id: string;
}

export interface Trampoline {
  /** Statements for the top of the function, without newlines. */
  readonly jump: string;
  /** Declarations for the end of the file, beginning and ending with newlines. */
  readonly declarations: string;
}

/**
 * The text that runs hooks around a function. A context lies in the function's own frame, and accessors are made only where a hook
 * uses them: the price of a call is that of calling the hooks, with two deferred functions for what they may throw.
 */
export function trampoline(target: Target, hooks: Hooks): Trampoline {
  const { before, after, id, advice } = hooks;
  const use = union([before, after].flatMap((hook) => hook?.use ?? []));
  const makes: Makes = { target, id, flavour: advice.flavour, kept: use === 'kept', use };
  const context = `__gots_c${id}`;
  const parts: string[] = [];
  const texts: string[] = [];
  const hasContext = use === 'kept' || use.size > 0;
  if (hasContext) {
    parts.push(`var ${context} __gots_hookContext`, `${context}.info = &__gots_info${id}`);
    parts.push(...accessors(makes, context));
    texts.push(infoText(makes, before !== undefined));
  }
  const first = hasContext ? [`&${context}`] : [];
  if (before) {
    const call = `__gots_before${id}(${[...first, ...passed(target.params, before, advice)].join(', ')})`;
    const skips = before.use === 'kept' || before.use.has('SetSkipCall');
    texts.push(calledText(makes, { hook: before, entries: target.params, when: 'before' }, hasContext));
    parts.push(call);
    if (after) parts.push(deferred(makes, after, first));
    // The deferred hook sees what the results are by then: what they were made to be, or nothing.
    if (skips) parts.push(`if ${context}.skip { return }`);
  } else if (after) parts.push(deferred(makes, after, first));
  if (after) texts.push(calledText(makes, { hook: after, entries: target.results, when: 'after' }, hasContext));
  if (use === 'kept' || setters(use).length > 0) texts.push(...setterTexts(makes));
  return { jump: `{${parts.join('; ')}};`, declarations: `\n${texts.join('\n')}` };
}

interface Makes {
  readonly target: Target;
  readonly id: string;
  readonly flavour: HooksAdvice['flavour'];
  readonly kept: boolean;
  readonly use: ContextUse;
}

function union(uses: readonly ContextUse[]): ContextUse {
  const methods = new Set<string>();
  for (const use of uses) {
    if (use === 'kept') return 'kept';
    for (const method of use) methods.add(method);
  }
  return methods;
}

function uses({ use }: Makes, ...methods: readonly string[]): boolean {
  return use === 'kept' || methods.some((method) => use.has(method));
}

function setters(use: ReadonlySet<string>): string[] {
  return ['SetParam', 'SetReturnVal'].filter((method) => use.has(method));
}

function infoText({ target, id }: Makes, isNamed: boolean): string {
  const [name, pkg] = isNamed ? [target.name, target.packageName] : ['', ''];
  const values = [
    JSON.stringify(name),
    JSON.stringify(pkg),
    target.params.length,
    target.results.length,
    target.isGeneric,
  ];
  return `var __gots_info${id} = __gots_hookInfo{${values.join(', ')}}\n`;
}

/** Inside the function its parameters may hide any name, so predeclared ones are not used there. */
function accessors(makes: Makes, context: string): string[] {
  const { target } = makes;
  if (target.isGeneric) return [];
  const made = (list: 'params' | 'results', get: string, set: string, entries: readonly TargetEntry[]): string[] => {
    if (entries.length === 0 || !uses(makes, get, set)) return [];
    const cases = entries.map(({ name }, i) => {
      const read = `__gots_v = ${name}`;
      const write = `__gots_set${makes.id}${list[0]}${i}(&${name}, __gots_v)`;
      return `case ${i}: ${uses(makes, set) ? `if __gots_set { ${write} } else { ${read} }` : read}`;
    });
    const head = 'func(__gots_i __gots_int, __gots_set __gots_bool, __gots_v __gots_any) __gots_any';
    return [`${context}.${list} = ${head} { switch __gots_i { ${cases.join('; ')} }; return __gots_v }`];
  };
  return [
    ...made('params', 'GetParam', 'SetParam', target.params),
    ...made('results', 'GetReturnVal', 'SetReturnVal', target.results),
  ];
}

function setterTexts(makes: Makes): string[] {
  const { target, id, flavour } = makes;
  if (target.isGeneric) return [];
  // Hooks of loongsuite set nil where they have nothing to set: there it reaches the context only.
  const setNil = (type: string): string => (flavour === 'loongsuite' ? '' : `var zero ${type}\n\t\t*p = zero`);
  const made = (list: 'p' | 'r', entries: readonly TargetEntry[]): string[] =>
    entries.map(
      ({ type }, i) => `func __gots_set${id}${list}${i}(p *${type}, v interface{}) {
	if v == nil {
		${setNil(type)}
	} else {
		*p = v.(${type})
	}
}
`,
    );
  return [
    ...(uses(makes, 'SetParam') ? made('p', target.params) : []),
    ...(uses(makes, 'SetReturnVal') ? made('r', target.results) : []),
  ];
}

function passed(entries: readonly TargetEntry[], _: Hook, { contextOnly }: HooksAdvice): string[] {
  return contextOnly ? [] : entries.map(({ name }) => name);
}

function deferred(makes: Makes, after: Hook, first: readonly string[]): string {
  const results = makes.target.results.map(({ name }) => name);
  const isPlain = after.parameters.length === 0;
  const call = `__gots_after${makes.id}(${[...first, ...(isPlain ? [] : results)].join(', ')})`;
  return isPlain ? `defer ${call}` : `defer func() { ${call} }()`;
}

interface Called {
  readonly hook: Hook;
  readonly entries: readonly TargetEntry[];
  readonly when: 'before' | 'after';
}

const whens: Readonly<Record<HooksAdvice['flavour'], Readonly<Record<Called['when'], string>>>> = {
  otelc: { before: 'Before', after: 'After' },
  loongsuite: { before: 'onEnter', after: 'onExit' },
};

/** The function that calls a hook and survives its panics, and the declaration of the hook itself. */
function calledText(makes: Makes, { hook, entries, when }: Called, hasContext: boolean): string {
  const { id, flavour } = makes;
  const types = hook.parameters.map((parameter, i) =>
    isAny(parameter.type) && !parameter.variadic ? 'interface{}' : entries[i]?.type || 'interface{}',
  );
  const params = types.map((type, i) => `p${i} ${type}`);
  const names = types.map((_, i) => `p${i}`);
  const self = hasContext ? (makes.kept ? 'c' : '__gots_hookHidden(c)') : 'nil';
  const head = hasContext ? ['c *__gots_hookContext'] : [];
  const attach = when === 'after' && hasContext ? '\tc.returned = true\n' : '';
  const failure = JSON.stringify(`failed to exec ${whens[flavour][when]} hook ${hook.name}`);
  return `func __gots_${when}${id}(${[...head, ...params].join(', ')}) {
	defer __gots_hookFailed(${failure})
${attach}	__gots_${when}Hook${id}(${[self, ...names].join(', ')})
}

//go:linkname __gots_${when}Hook${id} ${hook.symbol}
func __gots_${when}Hook${id}(${[`c ${contextType[flavour]}`, ...params].join(', ')})
`;
}

export function isAny(type: string): boolean {
  return type === 'any' || /^interface\s*\{\s*\}$/.test(type);
}
