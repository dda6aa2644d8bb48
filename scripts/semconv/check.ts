import { checkAttributes, namesOf } from './check-attributes.ts';
import { checkMetric } from './check-metrics.ts';
import { checkSpan } from './check-spans.ts';
import { type Conventions, readConventions } from './conventions.ts';
import type { Finding, Report } from './finding.ts';
import type { Attributed, KeyValue, Resource, Scoped, TelemetryRequest } from './form.ts';

export interface Options {
  /** Attributes that the program under test sets itself, in logs and in spans of its own functions. */
  readonly programAttributes?: readonly string[];
  /** Whose spans, metrics and logs are looked at, by the name of the scope: those of gots. */
  readonly isOurs?: (scope: string) => boolean;
  /** false: resources are the program's own, or there are none, since nothing was exported. */
  readonly resources?: boolean;
}

const ours = (scope: string) => scope.startsWith('github.com/gots-dev/gots/');

/**
 * Compares telemetry with the semantic conventions of data/semconv: each attribute is known, has its type and value; each span, metric and
 * resource has what it needs. A finding that occurs often is told once.
 */
export function checkConventions(
  requests: readonly { readonly request: TelemetryRequest }[],
  { programAttributes = [], isOurs = ours, resources = true }: Options = {},
): readonly Finding[] {
  const conventions = withProgram(readConventions(), programAttributes);
  const found = new Map<string, Finding>();
  const at = (where: string): Report => {
    return (kind, what) => {
      found.set(`${kind}\n${where}\n${what}`, { kind, where, what });
    };
  };
  const checkResource = ({ resource }: Resource) => {
    if (resources) checkAttributesOfResource(resource, conventions, at('resource'));
  };
  const scopes = <T extends Scoped>(all: readonly T[] | undefined) =>
    (all ?? []).filter(({ scope }) => isOurs(scope?.name ?? ''));
  for (const { request } of requests) {
    for (const sent of request.resourceSpans ?? []) {
      checkResource(sent);
      for (const scoped of scopes(sent.scopeSpans)) {
        checkScope(scoped, conventions, at(scopeName(scoped)));
        for (const span of scoped.spans ?? []) {
          checkSpan(span, conventions, at(`span ${span.name} of ${scopeName(scoped)}`));
        }
      }
    }
    for (const sent of request.resourceMetrics ?? []) {
      checkResource(sent);
      for (const scoped of scopes(sent.scopeMetrics)) {
        checkScope(scoped, conventions, at(scopeName(scoped)));
        for (const metric of scoped.metrics ?? []) {
          checkMetric(metric, conventions, at(`metric ${metric.name} of ${scopeName(scoped)}`));
        }
      }
    }
    for (const sent of request.resourceLogs ?? []) {
      checkResource(sent);
      for (const scoped of scopes(sent.scopeLogs)) {
        checkScope(scoped, conventions, at(scopeName(scoped)));
        for (const record of scoped.logRecords ?? []) {
          checkAttributes(record.attributes, conventions, at(`log record of ${scopeName(scoped)}`));
        }
      }
    }
  }
  return [...found.values()];
}

/** One line for each finding. */
export function printFindings(findings: readonly Finding[]): string {
  return findings.map(({ kind, where, what }) => `${where}: ${kind}: ${what}`).join('\n');
}

function withProgram(conventions: Conventions, names: readonly string[]): Conventions {
  const own = Object.fromEntries(names.map((name) => [name, { type: 'any', reason: 'of the program' } as const]));
  const beyond = { ...conventions.beyond, attributes: { ...conventions.beyond.attributes, ...own } };
  return { ...conventions, beyond };
}

function checkScope({ scope, schemaUrl }: Scoped, conventions: Conventions, report: Report): void {
  checkAttributes(scope?.attributes, conventions, report);
  if ((schemaUrl ?? '') !== conventions.schemaUrl)
    report('schema', `${schemaUrl ?? 'none'}, not ${conventions.schemaUrl}`);
}

function checkAttributesOfResource(resource: Resource['resource'], conventions: Conventions, report: Report): void {
  checkAttributes(resource?.attributes, conventions, report);
  const names = namesOf(resource?.attributes);
  const { required, entities } = conventions.requirements.resource;
  const asked = entities.flatMap(({ prefix, required, but }) =>
    [...names].some((name) => name.startsWith(prefix) && !(but && name.startsWith(but))) ? required : [],
  );
  for (const name of new Set([...required, ...asked])) {
    if (!names.has(name) && !conventions.beyond.missing[name]) report('missing attribute', name);
  }
}

const scopeName = ({ scope }: { readonly scope?: Attributed & { readonly name?: string } }) =>
  scope?.name ?? 'no scope';

/** The attributes that occur in telemetry of gots, for the comparison with what the documents name. */
export function attributesOf(requests: readonly { readonly request: TelemetryRequest }[], isOurs = ours): Set<string> {
  const names = new Set<string>();
  const walk = (value: unknown, scope: string): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, scope);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { scope: named, ...rest } = value as { scope?: { name?: string } };
    const inside = named?.name ?? scope;
    for (const [key, each] of Object.entries(rest)) {
      if (key === 'attributes' || key === 'filteredAttributes') {
        if (inside === '' || isOurs(inside))
          for (const { key: name = '' } of each as readonly KeyValue[]) names.add(name);
      } else walk(each, inside);
    }
  };
  for (const { request } of requests) walk(request, '');
  return names;
}
