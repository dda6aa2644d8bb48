import { printTypeName, type TypeName } from '../lang/names/type-name.ts';
import type { AnyPoint } from './inner-point.ts';
import type { AnyOption } from './option-kind.ts';

/** A join point without its members, as one would write it: `function-call: net/http.Get`. */
export function pointText(point: AnyPoint): string {
  const { kind, span: _span, ...rest } = 'quirks' in point ? { ...point, quirks: undefined } : point;
  const parts = Object.entries(rest).filter(([key]) => key !== 'points' && key !== 'point' && key !== 'options');
  const path = 'path' in point && 'name' in point ? [qualified(point.path, point.name)] : undefined;
  const texts = path ?? parts.map(([key, value]) => partText(key, value)).filter((text) => text !== '');
  return texts.length === 0 ? kind : `${kind}: ${texts.join(', ')}`;
}

/** Code on one line, shortened. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

/** An option of `function`: `receiver: *net/http.Server`. */
export function optionText(option: AnyOption): string {
  const { kind, ...rest } = option;
  return `${kind}: ${Object.entries(rest)
    .map(([key, value]) => partText(key, value))
    .filter((text) => text !== '')
    .join(', ')}`;
}

function qualified(path: unknown, name: unknown): string {
  return path === undefined ? String(name) : `${path}.${name}`;
}

/** The key is shown where the value alone would not say what it is. */
function partText(key: string, value: unknown): string {
  if (value === undefined || value === false) return key === 'value' ? 'false' : '';
  if (value === true) return key === 'value' ? 'true' : key;
  if (typeof value === 'string') {
    if (key === 'match') return value === 'any' ? '' : value;
    return ['path', 'name', 'pattern', 'text'].includes(key) ? value : `${key} ${value}`;
  }
  if (Array.isArray(value)) return `${key} (${value.map((each) => typeText(each)).join(', ')})`;
  return typeText(value) || JSON.stringify(value);
}

/** Type names and ranges of versions; the empty text for anything else. */
function typeText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  if ('pointer' in value) return printTypeName(value as TypeName);
  return 'text' in value && typeof value.text === 'string' ? value.text : '';
}
