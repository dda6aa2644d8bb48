import type { CodeTemplate } from '../lang/template/code-template.ts';
import { spanInTemplate } from '../lang/template/code-template.ts';
import { languageVersion } from '../lang/versions/go-version.ts';
import { aspectBadLang, aspectTemplateSyntax } from '../report/codes/aspect.ts';
import { attempt } from './attempt.ts';
import { fields, pairsOf, type ReadContext, scalarOf, textsOf, yamlText } from './schema.ts';
import { keysOf } from './shape.ts';
import { templateShape } from './template-shape.ts';
import type { YamlEntry, YamlNode } from './yaml-node.ts';

type TemplateFields = { readonly [key in keyof (typeof templateShape)['keys']]?: YamlEntry };

/** Reads `{template, imports, lang}`. @throws GotsError the codes of {@link templateFrom} */
export function readTemplate(ctx: ReadContext, node: YamlNode, where: string): CodeTemplate {
  return templateFrom(ctx, fields(ctx, node, { where, known: keysOf(templateShape) }), node);
}

/**
 * Builds the template from keys already picked out of their mapping; a missing `template` is the empty one. Who follows `links`
 * keeps them back: those given here do nothing.
 *
 * @throws GotsError aspect_template_syntax, aspect_bad_lang, aspect_wrong_type
 */
export function templateFrom(ctx: ReadContext, found: TemplateFields, owner: YamlNode): CodeTemplate {
  const node = found.template?.value;
  const source = node ? scalarOf(node, '"template"').text : '';
  const lines = node ? scalarOf(node, '"template"').lines() : [owner.span];
  const imports = found.imports ? pairsOf(found.imports.value, '"imports"') : {};
  const problem = ctx.checkTemplate?.(source);
  if (problem) {
    const span = spanInTemplate({ source, lines }, problem.offset);
    attempt(ctx, () => aspectTemplateSyntax(span, problem.message));
  }
  const lang = attempt(ctx, () => readLang(found.lang));
  const idleLinks = textsOf(found.links).length > 0 ? found.links?.span : undefined;
  return {
    source,
    imports,
    ...(lang === undefined ? {} : { lang }),
    ...(idleLinks === undefined ? {} : { idleLinks }),
    lines,
  };
}

function readLang(entry: YamlEntry | undefined): string | undefined {
  if (!entry) return undefined;
  const text = yamlText(entry.value, '"lang"');
  return languageVersion(text) ?? aspectBadLang(entry.value.span, text);
}
