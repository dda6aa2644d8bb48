import { checkAttributes, namesOf } from './check-attributes.ts';
import type { Conventions, SpanRule } from './conventions.ts';
import type { Report } from './finding.ts';
import type { Span } from './form.ts';

const kinds = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
const failed = 2;

/** A span has the attributes that its kind of operation asks for; so have its events. */
export function checkSpan(span: Span, conventions: Conventions, report: Report): void {
  checkAttributes(span.attributes, conventions, report);
  for (const link of span.links ?? []) checkAttributes(link.attributes, conventions, report);
  for (const event of span.events ?? []) {
    checkAttributes(event.attributes, conventions, report);
    const names = namesOf(event.attributes);
    for (const { name, oneOf } of conventions.requirements.events) {
      if (name === event.name && !oneOf.some((each) => names.has(each))) {
        report('missing attribute', `${oneOf.join(' or ')} of the event ${name}`);
      }
    }
  }
  const names = namesOf(span.attributes);
  const kind = kinds[span.kind ?? 0] ?? `${span.kind}`;
  if (kind === 'unspecified') report('span kind', 'it has none');
  const alike = conventions.requirements.spans.filter(({ prefix }) =>
    [...names].some((name) => name.startsWith(prefix)),
  );
  const rule = alike.find((each) => each.kinds.some((one) => one === kind));
  if (rule) {
    for (const name of missing(rule, span, names)) {
      if (!conventions.beyond.missing[name]) report('missing attribute', `${name}: ${rule.section}`);
    }
  } else if (alike[0]) {
    report('span kind', `${kind}, for ${alike.map((each) => `${each.name}: ${each.kinds.join(' or ')}`).join('; ')}`);
  }
}

function missing(rule: SpanRule, span: Span, names: ReadonlySet<string>): string[] {
  const onFailure = span.status?.code === failed ? (rule.failed ?? []) : [];
  return [...rule.required, ...onFailure].filter((name) => !names.has(name));
}
