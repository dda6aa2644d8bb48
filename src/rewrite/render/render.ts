import { sourceFile } from '../../lang/syntax/source.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import type { CodeTemplate } from '../../lang/template/code-template.ts';
import { spanInTemplate } from '../../lang/template/code-template.ts';
import { TemplateExecError, TemplateSyntaxError } from '../../lang/template/errors.ts';
import { type Chunk, executeTemplate, parseTemplate, type Template } from '../../lang/template/template.ts';
import { noChanges } from '../../lang/tree/changes.ts';
import { goNode, syntaxText, textBetween, textOf } from '../../lang/tree/go-node.ts';
import { originOf } from '../../lang/tree/span.ts';
import type { GoNode, RenderedText, Segment, Unit } from '../../lang/tree/unit.ts';
import {
  codeBrokenGo,
  templateBrokenGo,
  templateExecution,
  templateNodeInString,
  templateNodeTwice,
  templateNodeUnprintable,
  templateRendersNothing,
  templateSyntax,
} from '../../report/codes/weave.ts';
import { GotsError } from '../../report/diagnostic.ts';
import { extentOf } from '../edits/extent.ts';
import type { Site } from '../file-session.ts';
import { resolveImports } from '../names/resolve-imports.ts';
import { settleNames } from '../names/settle-names.ts';
import { askedPackages } from './asked-packages.ts';
import { dotOf } from './dot/dot.ts';
import { otelcDot } from './dot/otelc-dot.ts';

/** What the output of a template has to be. */
export interface Form {
  readonly prefix: string;
  readonly suffix: string;
  /** For messages. */
  readonly wanted: string;
}

const statements: Form = { prefix: 'package _\nfunc _() {\n', suffix: '\n}\n', wanted: 'Go statements' };
const declarations: Form = { prefix: 'package _\n', suffix: '\n', wanted: 'Go declarations' };

type Chunks = readonly Chunk[];

/**
 * Renders a template as statements, which may be none.
 *
 * @param dot the node that `{{ . }}` prints
 * @param chunks what a plug-in made in the template's stead: then `template.source` only says where texts come from
 * @throws GotsError template_execution, template_broken_go, template_node_twice, template_node_unprintable
 */
export function renderStatements(template: CodeTemplate, site: Site, dot: GoNode, chunks?: Chunks): Unit {
  return render(template, { site, dot, form: statements, chunks });
}

/** @throws GotsError as {@link renderStatements}, and template_renders_nothing */
export function renderExpression(template: CodeTemplate, site: Site, dot: GoNode, chunks?: Chunks): GoNode {
  const wanted = 'one Go expression';
  const unit = render(template, { site, dot, form: { ...statements, wanted }, chunks });
  const body = bodyOf(unit);
  const [only, ...others] = body.children.flatMap((child) => (child.kind === 'statement_list' ? child.children : []));
  const rendered = unit.rendered as RenderedText;
  if (only === undefined) return templateRendersNothing(template.lines[0] ?? site.span, 'one Go expression');
  const surplus = only.kind === 'expression_statement' ? others[0] : only;
  if (surplus !== undefined) {
    return templateBrokenGo(originOf(rendered, surplus.start), wanted, excerpt(unit, surplus.start, surplus.end));
  }
  const expression = only.children[0];
  const node = expression === undefined ? undefined : goNode(unit, expression);
  return node ?? templateRendersNothing(template.lines[0] ?? site.span, wanted);
}

/** @throws GotsError as {@link renderStatements}, and template_renders_nothing */
export function renderDeclarations(template: CodeTemplate, site: Site, dot: GoNode, chunks?: Chunks): Unit {
  const unit = render(template, { site, dot, form: declarations, chunks });
  const rendered = unit.rendered as RenderedText;
  const own = unit.tree.root.children.filter((child) => child.kind !== 'package_clause');
  if (own.length === 0) return templateRendersNothing(template.lines[0] ?? site.span, 'a Go declaration');
  for (const node of own) {
    if (!/_declaration$/.test(node.kind) || node.kind === 'import_declaration') {
      return templateBrokenGo(originOf(rendered, node.start), form(node), excerpt(unit, node.start, node.end));
    }
  }
  return unit;
}

function form(node: SyntaxNode): string {
  return node.kind === 'import_declaration' ? 'declarations without imports (use `imports:`)' : declarations.wanted;
}

function bodyOf(unit: Unit): SyntaxNode {
  const body = unit.tree.root.children.find((child) => child.kind === 'function_declaration')?.field('body');
  if (body === undefined) throw new Error('the function around the rendered statements is gone');
  return body;
}

interface Job {
  readonly site: Site;
  readonly dot: GoNode;
  readonly form: Form;
  readonly chunks?: Chunks | undefined;
}

function render(template: CodeTemplate, job: Job): Unit {
  const { source: written, around } = template;
  // What the template prints may hold our own names by now.
  job.site.session.pkg.own.admit(`${around?.before ?? ''}${written}${around?.after ?? ''}`);
  const printed: Printed[] = [];
  const chunks = job.chunks ?? execute(template, job, printed);
  const { text, segments } = join(template, chunks, {
    printed,
    prefix: job.form.prefix,
    isExecuted: job.chunks === undefined && template.around === undefined,
  });
  const source = sourceFile('template', Buffer.from(text + job.form.suffix));
  const tree = job.site.session.grammar.parse(source);
  const holes = new Map<SyntaxNode, GoNode>();
  const copies = new Set<SyntaxNode>();
  const rendered: RenderedText = { template, segments, holes, copies, host: job.site.slot };
  const unit: Unit = { tree, rendered, changes: noChanges(), nodes: new Map() };
  const broken = tree.hasErrors ? (tree.firstError ?? 0) : firstOutside(unit, job.form);
  if (broken !== undefined) {
    const offset = Math.min(Math.max(broken, job.form.prefix.length), source.text.length - job.form.suffix.length);
    const near = excerpt(unit, offset, source.text.length);
    if (template.around !== undefined) codeBrokenGo(originOf(rendered, offset), job.form.wanted, near);
    templateBrokenGo(originOf(rendered, offset), job.form.wanted, near);
  }
  fillHoles(unit, { holes, copies, printed });
  checkHoles(unit);
  settleNames(unit, job.site, job.form === declarations ? 'top' : 'inside');
  resolveImports(unit, job.site);
  return unit;
}

/** Output such as `} func f() {` parses together with what it was put into, but is not what was asked for. */
function firstOutside(unit: Unit, { prefix }: Form): number | undefined {
  if (prefix !== statements.prefix) return undefined;
  return unit.tree.root.children.filter((child) => child.kind !== 'package_clause')[1]?.start;
}

interface Printed {
  readonly node: GoNode;
  readonly copy: boolean;
}

const templates = new WeakMap<CodeTemplate, Template>();

function parsed(template: CodeTemplate): Template {
  let known = templates.get(template);
  if (known === undefined) {
    try {
      known = parseTemplate('code.Template', template.source, ['Version']);
    } catch (error) {
      if (!(error instanceof TemplateSyntaxError)) throw error;
      return templateSyntax(spanInTemplate(template, error.offset), error.message, error);
    }
    templates.set(template, known);
  }
  return known;
}

function execute(template: CodeTemplate, { site, dot }: Job, printed: Printed[]): readonly Chunk[] {
  const { around, source } = template;
  if (around !== undefined) {
    const texts = [around.before, source, around.after];
    return texts.map((text, i) => ({ kind: 'text', text, offset: i < 2 ? 0 : Buffer.byteLength(source) }));
  }
  const add = (node: GoNode, copy: boolean): string => placeholder(printed.push({ node, copy }) - 1);
  const placeholders = { add };
  const { otelc } = template;
  try {
    return executeTemplate(
      parsed(template),
      otelc
        ? otelcDot(site, dot, { placeholders, directive: otelc.directive })
        : dotOf(site, dot, { placeholders, asked: askedPackages(template) }),
      {
        Version: { params: [], call: () => site.session.version },
      },
    );
  } catch (error) {
    if (!(error instanceof TemplateExecError)) throw error;
    // What weaving itself had to say (types are needed, …) is the better message.
    if (error.cause instanceof GotsError) throw error.cause;
    return templateExecution(spanInTemplate(template, error.offset), error.message, error);
  }
}

const placeholder = (index: number): string => `_.__PLACEHOLDER_${index}__`;

/** The output as one text behind the prefix, and where its parts come from. */
function join(
  template: CodeTemplate,
  chunks: readonly Chunk[],
  { printed, prefix, isExecuted }: { printed: Printed[]; prefix: string; isExecuted: boolean },
): { text: string; segments: RenderedText['segments'] } {
  const source = Buffer.from(template.source);
  const segments: Segment[] = [];
  let text = prefix;
  let start = Buffer.byteLength(prefix);
  for (const chunk of chunks) {
    const added =
      chunk.kind === 'text' ? chunk.text : placeholder(printed.push({ node: chunk.node as GoNode, copy: false }) - 1);
    const bytes = Buffer.from(added);
    const literal = source.subarray(chunk.offset, chunk.offset + bytes.length).equals(bytes);
    segments.push({ start, offset: chunk.offset, literal, printed: isExecuted && !literal });
    text += added;
    start += bytes.length;
  }
  return { text, segments };
}

const placeholderName = /^__PLACEHOLDER_([0-9]+)__$/;

interface Holes {
  readonly holes: Map<SyntaxNode, GoNode>;
  readonly copies: Set<SyntaxNode>;
  readonly printed: readonly Printed[];
}

function fillHoles(unit: Unit, { holes, copies, printed }: Holes): void {
  if (printed.length === 0) return;
  const visit = (node: SyntaxNode): void => {
    const index = placeholderAt(unit, node);
    const found = index === undefined ? undefined : printed[index];
    if (found === undefined) {
      if (/_string_literal$/.test(node.kind)) checkString(unit, node, printed);
      node.children.forEach(visit);
      return;
    }
    holes.set(node, found.node);
    if (found.copy) copies.add(node);
  };
  visit(unit.tree.root);
}

/** In a string a placeholder would stay what it is. */
function checkString(unit: Unit, literal: SyntaxNode, printed: readonly Printed[]): void {
  const index = /_\.__PLACEHOLDER_([0-9]+)__/.exec(syntaxText(unit, literal))?.[1];
  const found = index === undefined ? undefined : printed[Number(index)];
  if (found !== undefined)
    templateNodeInString(originOf(unit.rendered as RenderedText, literal.start), shown(found.node));
}

function placeholderAt(unit: Unit, node: SyntaxNode): number | undefined {
  if (node.kind !== 'selector_expression' && node.kind !== 'qualified_type') return undefined;
  const right = node.field('field') ?? node.field('name');
  const found = right === undefined ? null : placeholderName.exec(syntaxText(unit, right));
  return found === null ? undefined : Number(found[1]);
}

/** A node may be moved once, since moving it twice would evaluate it twice; so may its parts, which move with it. */
function checkHoles(unit: Unit): void {
  const rendered = unit.rendered as RenderedText;
  const seen: GoNode[] = [];
  for (const [place, node] of rendered.holes) {
    const span = originOf(rendered, place.start);
    if (extentOf(node) === undefined) templateNodeUnprintable(span, node.kind);
    if (rendered.copies.has(place)) continue;
    if (seen.some((other) => overlap(node, other))) templateNodeTwice(span, shown(node));
    seen.push(node);
  }
}

/**
 * For advice that leaves the matched node where it is: printing it, or a part of it, would have it twice.
 *
 * @throws GotsError template_node_twice
 */
export function refuseMoves({ rendered }: Unit): void {
  for (const [place, node] of rendered?.holes ?? []) {
    if (!rendered?.copies.has(place)) templateNodeTwice(originOf(rendered as RenderedText, place.start), shown(node));
  }
}

function shown(node: GoNode): string {
  return textOf(node).replace(/\s+/g, ' ').slice(0, 60);
}

function overlap(a: GoNode, b: GoNode): boolean {
  return a.unit === b.unit && a.syntax.start < b.syntax.end && b.syntax.start < a.syntax.end;
}

function excerpt(unit: Unit, start: number, end: number): string {
  const lineEnd = unit.tree.source.text.indexOf('\n', start);
  const text = textBetween(unit, start, Math.min(end, lineEnd < 0 ? end : lineEnd, start + 60));
  return text.replace(/_\.__PLACEHOLDER_[0-9]+__/g, '{{…}}').trim();
}
