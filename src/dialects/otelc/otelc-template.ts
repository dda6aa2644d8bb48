import type { ReadContext } from '../../aspects/schema.ts';
import type { YamlScalar } from '../../aspects/yaml-node.ts';
import type { CodeTemplate } from '../../lang/template/code-template.ts';
import { spanInTemplate } from '../../lang/template/code-template.ts';
import { aspectTemplateSyntax } from '../../report/codes/aspect.ts';
import { otelcMissing, otelcValue } from '../../report/codes/otelc.ts';

type Imports = Readonly<Record<string, string>>;

/** A template whose dot is otelc's. @throws GotsError aspect_template_syntax, otelc_missing */
export function template(
  ctx: ReadContext,
  node: YamlScalar,
  imports: Imports,
  otelc: NonNullable<CodeTemplate['otelc']>,
): CodeTemplate {
  const [source, lines] = [node.text, node.lines()];
  if (source.trim() === '') otelcMissing(node.span, 'template', 'a template that is not empty');
  const problem = ctx.checkTemplate?.(source);
  if (problem) aspectTemplateSyntax(spanInTemplate({ source, lines }, problem.offset), problem.message);
  return { source, imports, lines, otelc };
}

/** A template that prints the node it is for. @throws GotsError otelc_value */
export function withPlaceholder(ctx: ReadContext, key: string, node: YamlScalar, imports: Imports): CodeTemplate {
  if (!/\{\{-?\s*\.\s*-?\}\}/.test(node.text)) {
    otelcValue(node.span, { key, text: node.text, expected: 'an expression with {{ . }} in it' });
  }
  return template(ctx, node, imports, {});
}

/** Go code as it is written. */
export function plainGoCode(node: YamlScalar, imports: Imports): CodeTemplate {
  return { source: node.text, imports, lines: node.lines(), around: { before: '', after: '\n' } };
}
