import { attempt, attemptEach } from '../../aspects/attempt.ts';
import { aspectShape, fileShape, metaShape, remoteShape } from '../../aspects/file-shape.ts';
import { booleanOf, fields, listOf, type ReadContext, required, textsOf, yamlText } from '../../aspects/schema.ts';
import { keysOf } from '../../aspects/shape.ts';
import { readYaml } from '../../aspects/yaml.ts';
import { isNothing, type YamlEntry, type YamlNode } from '../../aspects/yaml-node.ts';
import { aspectBadValue, aspectFileEmpty } from '../../report/codes/aspect.ts';
import type { GotsError, Span } from '../../report/diagnostic.ts';
import type { Advice } from '../../vocabulary/advice.ts';
import { readJoinPoint, withBodies } from '../../vocabulary/ask.ts';
import type { Aspect, DialectName } from '../../vocabulary/aspect.ts';
import { needBodies, withNames } from '../../vocabulary/named-by.ts';
import { readAdvice } from '../../vocabulary/read-advice.ts';
import type { AspectFile, Named, TextFile } from '../contract.ts';

type FileKey = keyof (typeof fileShape)['keys'];
const fileKeys: readonly FileKey[] = keysOf(fileShape).filter((key) => !['disable', 'spans', 'remote'].includes(key));
const aspectKeys = keysOf(aspectShape);

/**
 * Translates an `orchestrion.yml`. Unknown keys warn, as Orchestrion's own loader ignores them; pass
 * `ctx.strict` to refuse them.
 *
 * @throws GotsError aspect_syntax and the other `aspect_…` codes, each with its span
 */
export function readOrchestrion(file: TextFile, ctx: ReadContext): AspectFile {
  const { spans: _, ...read } = readFile(file, { ...ctx, quirks: true }, { dialect: 'orchestrion', known: fileKeys });
  return read;
}

/** With the patterns of `spans`, as written. */
type SharedFile = AspectFile & { readonly spans: readonly Named[] };

const nothing: SharedFile = { aspects: [], extends: [], disable: [], spans: [] };

/** The schema that `orchestrion.yml` and `gots.yml` share; `known` are the keys allowed at the top. */
export function readFile(
  file: TextFile,
  ctx: ReadContext,
  as: { readonly dialect: DialectName; readonly known: readonly FileKey[] },
): SharedFile {
  const read = attempt(ctx, () => ({ root: readYaml(file.bytes, file.display, ctx) }));
  if (read === undefined) return nothing;
  const { root } = read;
  if (root === undefined || isNothing(root)) {
    const span = root?.span ?? { file: file.display, line: 1, column: 1 };
    if (ctx.strict) attempt(ctx, () => aspectFileEmpty(span));
    return nothing;
  }
  const found = fields(ctx, root, { where: 'the file', known: as.known });
  const { meta, aspects, remote } = found;
  attempt(ctx, () => meta && fields(ctx, meta.value, { where: '"meta"', known: keysOf(metaShape) }));
  attempt(ctx, () => remote && checkRemote(remote.value, ctx));
  const items = attempt(ctx, () => (aspects ? listOf(aspects.value, '"aspects"').items : [])) ?? [];
  return {
    aspects: items.map((item) => readAspect(item, ctx, as.dialect)).filter((aspect) => aspect !== undefined),
    extends: attempt(ctx, () => named(found.extends)) ?? [],
    disable: attempt(ctx, () => named(found.disable)) ?? [],
    spans: attempt(ctx, () => textsOf(found.spans).map(({ text, node }) => ({ text, span: textSpan(node) }))) ?? [],
  };
}

/** The shared cache is read before there is a plan (driver/plan/remote-wish.ts); here it is only looked at. */
function checkRemote(node: YamlNode, ctx: ReadContext): void {
  const parts = node.kind === 'map' ? fields(ctx, node, { where: '"remote"', known: keysOf(remoteShape) }) : undefined;
  const url = parts ? required(parts.url, 'url', node, '"remote"').value : node;
  const text = yamlText(url, parts ? '"url"' : '"remote"');
  if (!/^(s3|https?):\/\/[^/?#]+|^off$/.test(text))
    aspectBadValue(url.span, '"remote"', text, 's3://bucket/prefix, https://host/path or off');
  const mode = parts?.mode ? yamlText(parts.mode.value, '"mode"') : 'read';
  if (mode !== 'read' && mode !== 'read-write')
    aspectBadValue((parts?.mode ?? { value: node }).value.span, '"mode"', mode, 'read or read-write');
}

function named(entry: YamlEntry | undefined): Named[] {
  return textsOf(entry).map(({ text, node }) => ({ text, span: node.span }));
}

/** Where the text itself begins, behind its quote. */
function textSpan(node: YamlNode): Span {
  return (node.kind === 'scalar' && node.lines()[0]) || node.span;
}

/** Undefined where a problem was collected in it: half an aspect would mean something else. */
function readAspect(node: YamlNode, ctx: ReadContext, dialect: DialectName): Aspect | undefined {
  const { sink } = ctx;
  if (!sink) return readWholeAspect(node, ctx, dialect);
  let isWhole = true;
  const noting = (problem: GotsError): void => {
    isWhole = false;
    sink(problem);
  };
  const aspect = attempt({ sink: noting }, () => readWholeAspect(node, { ...ctx, sink: noting }, dialect));
  return isWhole ? aspect : undefined;
}

function readWholeAspect(node: YamlNode, ctx: ReadContext, dialect: DialectName): Aspect | undefined {
  const known = aspectKeys.filter((key) => dialect === 'gots' || key !== 'reach');
  const found = fields(ctx, node, { where: 'an aspect', known });
  const id = found.id ? yamlText(found.id.value, '"id"') : '';
  const where = id === '' ? 'an aspect' : `the aspect "${id}"`;
  const point = attempt(ctx, () => required(found['join-point'], 'join-point', node, where));
  const joinPoint = point && attempt(ctx, () => readJoinPoint(point.value, ctx));
  const steps = attempt(ctx, () => required(found.advice, 'advice', node, where));
  const advice = steps && attempt(ctx, () => adviceList(steps.value, ctx));
  const internal = found['tracer-internal'];
  const tracerInternal = internal ? booleanOf(internal.value, '"tracer-internal"') : false;
  if (joinPoint === undefined || advice === undefined) return undefined;
  const common = { id, dialect, span: node.span, tracerInternal, reach: reachOf(found.reach) };
  return {
    ...common,
    joinPoint: needBodies(advice) ? withBodies(joinPoint) : joinPoint,
    advice: ctx.quirks ? advice : withNames(advice, joinPoint),
  };
}

function reachOf(entry: YamlEntry | undefined): Aspect['reach'] {
  const written = entry ? yamlText(entry.value, '"reach"') : 'everything';
  if (written === 'everything' || written === 'user') return written;
  return aspectBadValue((entry as YamlEntry).value.span, '"reach"', written, 'everything or user');
}

/** A list, or a single advice without a dash. */
function adviceList(node: YamlNode, ctx: ReadContext): Advice[] {
  return node.kind === 'list' ? attemptEach(ctx, node.items, (item) => readAdvice(item, ctx)) : [readAdvice(node, ctx)];
}
