import { attemptEach } from '../../aspects/attempt.ts';
import { type JsonString, readJson } from '../../aspects/json.ts';
import type { ReadContext } from '../../aspects/schema.ts';
import { isFolder } from '../../lang/modules/mod-file.ts';
import { compileGoRegexp } from '../../lang/patterns/go-regexp.ts';
import type { CodeTemplate } from '../../lang/template/code-template.ts';
import { bracketRange } from '../../lang/versions/version-range.ts';
import {
  ruleBadName,
  ruleBadRange,
  ruleBadRegexp,
  ruleMissingKey,
  ruleNoKind,
  ruleWrongType,
} from '../../report/codes/loongsuite.ts';
import type { Advice } from '../../vocabulary/advice.ts';
import { withBodies } from '../../vocabulary/ask.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import type { FunctionOption } from '../../vocabulary/options.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';
import type { AspectFile, TextFile } from '../contract.ts';
import { described, type RuleFields, ruleFields } from './rule-fields.ts';

/**
 * Translates a rule file of loongsuite-go-agent, a JSON list of rules. What that tool checks nowhere, though it has the
 * checks, is an error here: a rule without a package, with a version that is no range, of no kind.
 *
 * @throws GotsError rule_…, each with its span
 */
export function readLoongsuite(file: TextFile, ctx: ReadContext): AspectFile {
  const root = readJson(file.bytes, file.display);
  if (root.kind !== 'array') return ruleWrongType(root.span, 'a rule file', 'a list of rules', described(root));
  const aspects = attemptEach(ctx, root.items, (item) => readRule(withModules(ruleFields(item, ctx), file)));
  aspects.push(...aspects.flatMap(startOf));
  // Of rules with the same order, the one listed last is applied first (tool/preprocess/match.go).
  return { aspects: aspects.reverse(), extends: [], disable: [] };
}

/**
 * `Path` is the import path of a package, or the folder of a module such as `./hook`: then the path of that module stands for it.
 *
 * @throws GotsError rule_bad_name for a folder without a go.mod
 */
function withModules(rule: RuleFields, { moduleIn }: TextFile): RuleFields {
  const path = rule.text('Path');
  if (path === undefined || !isFolder(path.text)) return rule;
  const module = moduleIn?.(path.text) ?? '';
  if (module === '') ruleBadName(path.span, 'Path', path.text, 'an import path, or a folder with a go.mod');
  return { ...rule, text: (key) => (key === 'Path' ? { ...path, text: module } : rule.text(key)) };
}

/** The kind is that of the first key there is, in this order (tool/preprocess/match.go). */
function readRule(rule: RuleFields): Aspect {
  const fn = rule.text('Function');
  if (fn) return rule.flag('UseRaw') ? rawRule(rule, fn) : hookRule(rule, fn);
  const struct = rule.text('StructType');
  if (struct) return structRule(rule, struct);
  const name = rule.text('FileName');
  return name ? fileRule(rule, name) : ruleNoKind(rule.node.span);
}

/**
 * The rule that gives package runtime its propagation belongs to the base rules; with these, every program starts the SDK, which
 * the package above does when it is imported (tool/preprocess/add.go).
 */
function startOf({ advice, span }: Aspect): Aspect[] {
  const [first] = advice;
  const path = first?.kind === 'add-file' && first.file === 'runtime_linker.go' ? first.path : '';
  const [, start] = /^(.+\/pkg)\/rules\/runtime$/.exec(path) ?? [];
  if (start === undefined) return [];
  return [
    {
      id: 'main:otel.runtime.go',
      dialect: 'loongsuite',
      span,
      tracerInternal: true,
      reach: 'everything',
      joinPoint: packagePoint({ kind: 'string', text: 'main', span, lines: [span] }),
      advice: [{ kind: 'add-blank-import', path: start, span }],
    },
  ];
}

interface Changed {
  /** For the id: `net/http:RoundTrip`. */
  readonly name: string;
  readonly point?: JoinPoint;
  readonly advice: readonly Advice[];
}

function aspect(rule: RuleFields, kind: string, { name, point, advice }: Changed): Aspect {
  const { span } = rule.node;
  const importPath = need(rule, kind, 'ImportPath');
  const points: JoinPoint[] = [packagePoint(importPath), ...versionPoints(rule)];
  if (point !== undefined) points.push(point);
  const needs = rule.dependencies.map(({ text }) => text);
  return {
    id: `${importPath.text}:${name}`,
    dialect: 'loongsuite',
    span,
    tracerInternal: true,
    reach: 'everything',
    joinPoint: { kind: 'all-of', points, span },
    ...(needs.length === 0 ? {} : { needs }),
    advice,
  };
}

function need(rule: RuleFields, kind: string, key: Parameters<RuleFields['text']>[0]): JsonString {
  return rule.text(key) ?? ruleMissingKey(rule.node.span, kind, key);
}

/** `main` is what every main package is called by its compiler; the main of a test is none of the user's. */
function packagePoint({ text, span }: JsonString): JoinPoint {
  if (text !== 'main') return { kind: 'import-path', path: text, span };
  const points: JoinPoint[] = [
    { kind: 'package-name', name: 'main', span },
    { kind: 'test-main', value: false, span },
  ];
  return { kind: 'all-of', points, span };
}

function versionPoints(rule: RuleFields): JoinPoint[] {
  const points: JoinPoint[] = [];
  const [version, goVersion] = [rule.text('Version'), rule.text('GoVersion')];
  if (version) points.push({ kind: 'module-version', range: rangeOf('Version', version), span: version.span });
  if (goVersion) points.push({ kind: 'go-version', range: rangeOf('GoVersion', goVersion), span: goVersion.span });
  return points;
}

function rangeOf(key: string, { text, span }: JsonString) {
  const range = bracketRange(text);
  return 'problem' in range ? ruleBadRange(span, key, text, range.problem) : range;
}

const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

function structRule(rule: RuleFields, struct: JsonString): Aspect {
  const [name, type] = [need(rule, 'struct', 'FieldName'), need(rule, 'struct', 'FieldType')];
  const { text: path } = need(rule, 'struct', 'ImportPath');
  if (!identifier.test(struct.text)) ruleBadName(struct.span, 'StructType', struct.text, 'the name of a struct type');
  return aspect(rule, 'struct', {
    name: `${struct.text}.${name.text}`,
    point: {
      kind: 'struct-definition',
      type: { pointer: false, path, name: struct.text },
      anyPackage: true,
      span: struct.span,
    },
    advice: [{ kind: 'add-struct-field', name: name.text, type: { kind: 'text', text: type.text }, span: name.span }],
  });
}

function rawRule(rule: RuleFields, fn: JsonString): Aspect {
  const [enter, exit] = [rule.text('OnEnter'), rule.text('OnExit')];
  if (!enter && !exit) ruleMissingKey(rule.node.span, 'function', 'OnEnter');
  // What is applied last stands first: the deferred call above what runs at once.
  const advice: Advice[] = [];
  if (enter) advice.push(statements(rule, enter, { before: '', after: '\n' }));
  if (exit) advice.push(statements(rule, exit, { before: 'defer func() { ', after: '\n}()' }));
  return aspect(rule, 'function', {
    name: fn.text,
    point: { kind: 'function-body', point: functionPoint(rule, fn), span: fn.span },
    advice,
  });
}

function statements(rule: RuleFields, code: JsonString, around: NonNullable<CodeTemplate['around']>): Advice {
  const template = { source: code.text, imports: {}, lines: code.lines, around };
  return { kind: 'prepend-statements', template, order: rule.order, resultNames: 'retVal', span: code.span };
}

function functionPoint(rule: RuleFields, fn: JsonString): JoinPoint {
  return { kind: 'function', options: [nameOption(fn), receiverOption(rule)], span: fn.span };
}

/** Anchored by putting `^` and `$` around the text, so that in `a|b` each holds for one side only, as there. */
function nameOption({ text, span }: JsonString): FunctionOption {
  if (identifier.test(text)) return { kind: 'name', name: text };
  return { kind: 'name-matches', pattern: anchored('Function', text, span) };
}

function receiverOption(rule: RuleFields): FunctionOption {
  const receiver = rule.text('ReceiverType');
  if (!receiver) return { kind: 'has-receiver', value: false };
  const [, star, name] = /^(\\\*)?([\p{L}_][\p{L}\p{Nd}_]*)$/u.exec(receiver.text) ?? [];
  if (name !== undefined) return { kind: 'receiver-is', text: `${star === undefined ? '' : '*'}${name}` };
  return { kind: 'receiver-matches', pattern: anchored('ReceiverType', receiver.text, receiver.span) };
}

function anchored(key: string, text: string, span: JsonString['span']): string {
  const pattern = `^${text}$`;
  try {
    compileGoRegexp(pattern);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    ruleBadRegexp(span, key, error.message);
  }
  return pattern;
}

/** A hook has the signature of the function only where the rule names one function: where `Function` is no pattern. */
function hookRule(rule: RuleFields, fn: JsonString): Aspect {
  const [before, after] = [rule.text('OnEnter'), rule.text('OnExit')];
  if (!before && !after) ruleMissingKey(rule.node.span, 'function', 'OnEnter');
  const { text: path } = need(rule, 'function', 'Path');
  for (const hook of [before, after]) {
    if (hook && !identifier.test(hook.text))
      ruleBadName(
        hook.span,
        hook === before ? 'OnEnter' : 'OnExit',
        hook.text,
        'the name of a function, or "UseRaw": true for code',
      );
  }
  const hooks: Advice = {
    kind: 'hooks',
    flavour: 'loongsuite',
    path,
    ...(before ? { before: before.text } : {}),
    ...(after ? { after: after.text } : {}),
    contextOnly: !identifier.test(fn.text),
    order: rule.order,
    span: (before ?? after ?? fn).span,
  };
  return aspect(rule, 'function', { name: fn.text, point: withBodies(functionPoint(rule, fn)), advice: [hooks] });
}

function fileRule(rule: RuleFields, name: JsonString): Aspect {
  const { text: path } = need(rule, 'file', 'Path');
  const file = name.text.slice(name.text.lastIndexOf('/') + 1);
  if (!/^[^/\\]+\.go$/.test(file)) ruleBadName(name.span, 'FileName', name.text, 'the name of a Go file');
  const where = { path, file, span: name.span };
  const advice: Advice = rule.flag('Replace')
    ? { kind: 'replace-file', ...where }
    : { kind: 'add-file', unlinked: true, ...where };
  return aspect(rule, 'file', { name: file, advice: [advice] });
}
