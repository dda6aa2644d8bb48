import type { Entry } from '../../../rewrite/names/entry-names.ts';
import { type OwnNames, ownName } from '../../../rewrite/names/own-names.ts';
import type { ContextUse } from './context-use.ts';
import type { Hook } from './hook-source.ts';
import type { Flavour, HooksAdvice } from './hooks-advice.ts';

/** A function that hooks are put on, as Go text. */
export interface HookedFunction {
  readonly name: string;
  readonly packageName: string;
  readonly isGeneric: boolean;
  /** The receiver comes first. */
  readonly params: readonly HookedEntry[];
  readonly results: readonly HookedEntry[];
}

export interface HookedEntry extends Pick<Entry, 'name'> {
  /** As a type outside the function; of `...T` it is `[]T`. Empty where the type needs the function's type parameters. */
  readonly type: string;
}

/** A hook with the name, in the woven package, of the interface that it takes. */
export interface CalledHook extends Hook {
  readonly contextType: string;
}

export interface Hooks {
  readonly advice: HooksAdvice;
  readonly before: CalledHook | undefined;
  readonly after: CalledHook | undefined;
  readonly own: OwnNames;
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
export function trampoline(target: HookedFunction, hooks: Hooks): Trampoline {
  const { before, after, own, advice } = hooks;
  const use = union([before, after].flatMap((hook) => hook?.use ?? []));
  const id = own.number();
  const name = (what: string): string => ownName(own, what);
  const makes: Makes = { target, id, name, own, flavour: advice.flavour, kept: use === 'kept', use };
  const context = name(`c${id}`);
  const parts: string[] = [];
  const texts: string[] = [];
  const hasContext = use === 'kept' || use.size > 0;
  if (hasContext) {
    parts.push(`var ${context} ${name('context')}`, `${context}.info = ${name(`info${id}`)}`);
    parts.push(...accessors(makes, context));
    texts.push(infoText(makes, before !== undefined));
  }
  const first = hasContext ? [`&${context}`] : [];
  if (before) {
    const call = `${name(`before${id}`)}(${[...first, ...passed(target.params, before, advice)].join(', ')})`;
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
  readonly target: HookedFunction;
  /** Unique in the package. */
  readonly id: number;
  readonly own: OwnNames;
  readonly name: (what: string) => string;
  readonly flavour: Flavour;
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

/**
 * A function, not a variable: a variable that the function refers to would delay the initialisation of every variable of the package
 * whose value the function computes (ADR 13).
 */
function infoText({ target, id, name }: Makes, isNamed: boolean): string {
  const [fn, pkg] = isNamed ? [target.name, target.packageName] : ['', ''];
  const values = [
    JSON.stringify(fn),
    JSON.stringify(pkg),
    target.params.length,
    target.results.length,
    Number(target.isGeneric),
  ];
  return `func ${name(`info${id}`)}() ${name('info')} { return ${name('info')}{${values.join(', ')}} }\n`;
}

/** Inside the function its parameters may hide any name, so predeclared ones are not used there. */
function accessors(makes: Makes, context: string): string[] {
  const { target, id, name } = makes;
  if (target.isGeneric) return [];
  const [index, set, value, any] = [name('i'), name('set'), name('v'), name('any')];
  const made = (
    list: 'params' | 'results',
    getter: string,
    setter: string,
    entries: readonly HookedEntry[],
  ): string[] => {
    if (entries.length === 0 || !uses(makes, getter, setter)) return [];
    const cases = entries.map((entry, i) => {
      const read = `${value} = ${entry.name}`;
      const write = `${name(`set${id}${list[0]}${i}`)}(&${entry.name}, ${value})`;
      return `case ${i}: ${uses(makes, setter) ? `if ${set} { ${write} } else { ${read} }` : read}`;
    });
    const head = `func(${index} ${name('int')}, ${set} ${name('bool')}, ${value} ${any}) ${any}`;
    return [`${context}.${list} = ${head} { switch ${index} { ${cases.join('; ')} }; return ${value} }`];
  };
  return [
    ...made('params', 'GetParam', 'SetParam', target.params),
    ...made('results', 'GetReturnVal', 'SetReturnVal', target.results),
  ];
}

/** Whether a hook that sets nil sets the zero value. Hooks of loongsuite set nil where they have nothing to set. */
const nilSets: Readonly<Record<Flavour, boolean>> = { otelc: true, loongsuite: false };

function setterTexts(makes: Makes): string[] {
  const { target, id, flavour, name } = makes;
  if (target.isGeneric) return [];
  // A type may have any name, so the parameters have ours.
  const [place, value, none, zero] = [name('p'), name('v'), name('none'), name('zero')];
  const setNil = (type: string): string => (nilSets[flavour] ? `var ${zero} ${type}\n\t\t*${place} = ${zero}` : '');
  const made = (list: 'p' | 'r', entries: readonly HookedEntry[]): string[] =>
    entries.map(
      ({ type }, i) => `func ${name(`set${id}${list}${i}`)}(${place} *${type}, ${value} interface{}) {
	var ${none} interface{}
	if ${value} == ${none} {
		${setNil(type)}
	} else {
		*${place} = ${value}.(${type})
	}
}
`,
    );
  return [
    ...(uses(makes, 'SetParam') ? made('p', target.params) : []),
    ...(uses(makes, 'SetReturnVal') ? made('r', target.results) : []),
  ];
}

function passed(entries: readonly HookedEntry[], _: Hook, { contextOnly }: HooksAdvice): string[] {
  return contextOnly ? [] : entries.map(({ name }) => name);
}

function deferred(makes: Makes, after: Hook, first: readonly string[]): string {
  const results = makes.target.results.map(({ name }) => name);
  const isPlain = after.parameters.length === 0;
  const call = `${makes.name(`after${makes.id}`)}(${[...first, ...(isPlain ? [] : results)].join(', ')})`;
  return isPlain ? `defer ${call}` : `defer func() { ${call} }()`;
}

interface Called {
  readonly hook: CalledHook;
  readonly entries: readonly HookedEntry[];
  readonly when: 'before' | 'after';
}

const whens: Readonly<Record<Flavour, Readonly<Record<Called['when'], string>>>> = {
  otelc: { before: 'Before', after: 'After' },
  loongsuite: { before: 'onEnter', after: 'onExit' },
};

/** The function that calls a hook and survives its panics, and the declaration of the hook itself. */
function calledText(makes: Makes, { hook, entries, when }: Called, hasContext: boolean): string {
  const { id, flavour, name } = makes;
  const types = hook.parameters.map(({ takesAnything }, i) =>
    takesAnything ? 'interface{}' : entries[i]?.type || 'interface{}',
  );
  const context = name('c');
  const params = types.map((type, i) => `${name(`p${i}`)} ${type}`);
  const given = types.map((_, i) => `${name(`p${i}`)}${hook.isLocal && hook.parameters[i]?.variadic ? '...' : ''}`);
  const self = hasContext && !makes.kept ? `${name('hidden')}(${context})` : context;
  const head = hasContext ? [`${context} *${name('context')}`] : [];
  const noContext = hasContext ? '' : `\tvar ${context} ${hook.contextType}\n`;
  const attach = when === 'after' && hasContext ? `\t${context}.returned = 0 == 0\n` : '';
  const failure = JSON.stringify(`failed to exec ${whens[flavour][when]} hook ${hook.name}`);
  const stub = name(`${when}Hook${id}`);
  const called = hook.isLocal ? hook.name : stub;
  const declared = `
//go:linkname ${stub} ${hook.symbol}
func ${stub}(${[`${context} ${hook.contextType}`, ...params].join(', ')})
`;
  return `func ${name(`${when}${id}`)}(${[...head, ...params].join(', ')}) {
	defer ${name('failure')}(${failure}).Report()
${noContext}${attach}	${called}(${[self, ...given].join(', ')})
}
${hook.isLocal ? '' : declared}`;
}
