import { attributeNamed, type Conventions } from './conventions.ts';
import type { Report } from './finding.ts';
import type { AnyValue, KeyValue } from './form.ts';

/** Every attribute is known, has its type, and one of its values where these are listed; none is there twice. */
export function checkAttributes(
  attributes: readonly KeyValue[] | undefined,
  conventions: Conventions,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { key = '', value } of attributes ?? []) {
    if (seen.has(key)) report('attribute twice', key);
    seen.add(key);
    const known = attributeNamed(key, conventions);
    if (known === undefined) {
      report('unknown attribute', key);
      continue;
    }
    const type = typeOf(value);
    if (known.type !== 'any' && type !== known.type && !(type === 'empty[]' && known.type.endsWith('[]'))) {
      report('wrong type', `${key} is ${type}, not ${known.type}`);
    } else if (known.values && !known.values.includes(`${value?.stringValue}`) && !conventions.beyond.openValues[key]) {
      report('unknown value', `${key} is ${value?.stringValue}`);
    }
  }
}

/** The names of attributes that have a value. */
export function namesOf(attributes: readonly KeyValue[] | undefined): ReadonlySet<string> {
  return new Set((attributes ?? []).map(({ key = '' }) => key));
}

function typeOf(value: AnyValue | undefined): string {
  if (value?.stringValue !== undefined) return 'string';
  if (value?.boolValue !== undefined) return 'bool';
  if (value?.intValue !== undefined) return 'int';
  if (value?.doubleValue !== undefined) return 'double';
  if (value?.bytesValue !== undefined) return 'bytes';
  if (value?.kvlistValue !== undefined) return 'map';
  if (value?.arrayValue === undefined) return 'nothing';
  const types = [...new Set((value.arrayValue.values ?? []).map(typeOf))];
  if (types.length === 0) return 'empty[]';
  return types.length === 1 ? `${types[0]}[]` : `(${types.join(' or ')})[]`;
}
