/** fmt's choice of a format for a verb and a value, containers included. */
import { toBytes } from '../../text/bytes.ts';
import type { FloatFormat } from './floats.ts';
import {
  type Flags,
  formatChar,
  formatFloatVerb,
  formatHex,
  formatInteger,
  formatQuoted,
  formatQuotedChar,
  formatString,
  formatUnicode,
  pad,
} from './format.ts';
import { sortedEntries } from './ordering.ts';
import { asElement, type GoValue, items, type MapValue, type Operand, type SliceValue, typeNameOf } from './values.ts';

export interface Printer {
  readonly flags: Flags;
  /** A wrong verb is being reported: objects are not asked for their text. */
  readonly erroring: boolean;
}

/** Addresses cannot be told and would change from run to run; all pointers print as this one. */
const address = 0xc000000000n;

/** Formats an argument of a formatting function: not nested in another value. */
export function printOperand(printer: Printer, value: Operand, verb: string): string {
  if (value === undefined) return verb === 'T' || verb === 'v' ? pad(printer.flags, '<nil>') : `%!${verb}(<nil>)`;
  if (verb === 'T') return formatString(printer.flags, toBytes(typeNameOf(value)));
  if (verb === 'p') return pointer(printer, value, verb);
  if (isBytes(value)) {
    const bytes = byteItems(value);
    if (verb === 'v' && printer.flags.sharpV) return goBytes(printer, value, bytes, '[]byte');
    if (verb === 'v' || verb === 'd') return byteList(printer, bytes, verb);
  }
  return printValue(printer, value, verb, 0);
}

function printValue(printer: Printer, value: Operand, verb: string, depth: number): string {
  switch (value?.kind) {
    case undefined:
      return '<nil>';
    case 'func':
    case 'seq':
    case 'map':
    case 'slice':
    case 'struct':
      if (verb === 'w' && !(depth === 0 && isBytes(value))) return badVerb(printer, value, verb);
      return container(printer, value, verb, depth);
    case 'interface':
      if (value.value !== undefined) return printValue(printer, value.value, verb, depth + 1);
      return printer.flags.sharpV ? 'interface {}(nil)' : '<nil>';
    case 'bool':
      return verb === 't' || verb === 'v' ? pad(printer.flags, String(value.value)) : badVerb(printer, value, verb);
    case 'int':
    case 'uint':
      return integer(printer, value, verb);
    case 'float':
      return floatParts(printer.flags, [value.value], verb) ?? badVerb(printer, value, verb);
    case 'complex':
      return floatParts(printer.flags, [value.real, value.imag], verb) ?? badVerb(printer, value, verb);
    case 'string':
      return text(printer, value.bytes, verb) ?? badVerb(printer, value, verb);
    case 'object':
      return object(printer, value, verb);
  }
}

type Container = Extract<GoValue, { kind: 'map' | 'slice' | 'struct' | 'func' | 'seq' }>;

function container(printer: Printer, value: Container, verb: string, depth: number): string {
  switch (value.kind) {
    case 'map':
      return mapText(printer, value, verb, depth);
    case 'slice':
      return sliceText(printer, value, verb, depth);
    case 'struct':
      return structText(printer, value, verb, depth);
    case 'func':
    case 'seq':
      return pointer(printer, value, verb);
  }
}

function badVerb(printer: Printer, value: GoValue, verb: string): string {
  const shown = printOperand({ flags: printer.flags, erroring: true }, value, 'v');
  return `%!${verb}(${toBytes(typeNameOf(value))}=${shown})`;
}

const bases = { d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 } as const;

function integer(printer: Printer, value: Extract<GoValue, { kind: 'int' | 'uint' }>, verb: string): string {
  const { flags } = printer;
  switch (verb) {
    case 'v':
      if (flags.sharpV && value.kind === 'uint') return hexNumber(flags, value.value, true);
      return formatInteger(flags, value.value, { base: 10 });
    case 'd':
    case 'b':
    case 'o':
    case 'O':
    case 'x':
    case 'X':
      return formatInteger(flags, value.value, { base: bases[verb], upper: verb === 'X', octalPrefix: verb === 'O' });
    case 'c':
      return formatChar(flags, value.value);
    case 'q':
      return formatQuotedChar(flags, value.value);
    case 'U':
      return formatUnicode(flags, value.value);
    default:
      return badVerb(printer, value, verb);
  }
}

const hexNumber = (flags: Flags, value: bigint, prefix: boolean): string =>
  formatInteger({ ...flags, sharp: prefix }, value, { base: 16 });

const floatVerbs: Readonly<Record<string, readonly [FloatFormat, number]>> = {
  v: ['g', -1],
  b: ['b', -1],
  g: ['g', -1],
  G: ['G', -1],
  x: ['x', -1],
  X: ['X', -1],
  f: ['f', 6],
  e: ['e', 6],
  E: ['E', 6],
  F: ['f', 6],
};

/** One number, or the two of a complex one; undefined for a verb that floats do not have. */
function floatParts(flags: Flags, [real, imag]: readonly [number, number?], verb: string): string | undefined {
  const form = floatVerbs[verb];
  if (form === undefined) return undefined;
  const first = formatFloatVerb(flags, real, ...form);
  return imag === undefined ? first : `(${first}${formatFloatVerb({ ...flags, plus: true }, imag, ...form)}i)`;
}

function text({ flags }: Printer, bytes: string, verb: string): string | undefined {
  switch (verb) {
    case 'v':
      return flags.sharpV ? formatQuoted(flags, bytes) : formatString(flags, bytes);
    case 's':
      return formatString(flags, bytes);
    case 'q':
      return formatQuoted(flags, bytes);
    case 'x':
    case 'X':
      return formatHex(flags, bytes, verb === 'X');
    default:
      return undefined;
  }
}

/** An object stands in a string as its placeholder, where the verb asks for text (fmt: Stringer). */
function object(printer: Printer, value: Extract<GoValue, { kind: 'object' }>, verb: string): string {
  if (!printer.erroring && !printer.flags.sharpV && /^[vsxXq]$/.test(verb) && value.object.placeholder) {
    return text(printer, toBytes(value.object.placeholder()), verb) ?? '';
  }
  return !printer.erroring && verb === 'w' ? badVerb(printer, value, verb) : pointer(printer, value, verb);
}

function pointer(printer: Printer, value: GoValue, verb: string): string {
  const { flags } = printer;
  const isContainer = value.kind === 'slice' || value.kind === 'map';
  const points = isContainer || value.kind === 'object' || value.kind === 'func' || value.kind === 'seq';
  if (!points) return badVerb(printer, value, verb);
  const target = isContainer && value.isNil ? 0n : address;
  if (verb === 'p') return hexNumber(flags, target, !flags.sharp);
  if (verb === 'v') {
    return flags.sharpV
      ? `(${toBytes(typeNameOf(value))})(${hexNumber(flags, target, true)})`
      : hexNumber(flags, target, !flags.sharp);
  }
  return /^[bodxX]$/.test(verb)
    ? integer(printer, { kind: 'uint', type: 'uintptr', value: target }, verb)
    : badVerb(printer, value, verb);
}

function mapText(printer: Printer, value: MapValue, verb: string, depth: number): string {
  const { sharpV } = printer.flags;
  const name = toBytes(typeNameOf(value));
  if (sharpV && value.isNil) return `${name}(nil)`;
  const entries = sortedEntries(value).map(([key, item]) =>
    [key, item]
      .map((part, i) => printValue(printer, asElement(i === 0 ? value.key : value.elem, part), verb, depth + 1))
      .join(':'),
  );
  return sharpV ? `${name}{${entries.join(', ')}}` : `map[${entries.join(' ')}]`;
}

function structText(
  printer: Printer,
  value: Extract<GoValue, { kind: 'struct' }>,
  verb: string,
  depth: number,
): string {
  const { sharpV, plusV } = printer.flags;
  const fields = value.fields.map(([name, field]) => {
    const inside = field?.kind === 'interface' && field.value !== undefined ? field.value : field;
    return `${sharpV || plusV ? `${name}:` : ''}${printValue(printer, inside, verb, depth + 1)}`;
  });
  return sharpV ? `${toBytes(value.type)}{${fields.join(', ')}}` : `{${fields.join(' ')}}`;
}

function sliceText(printer: Printer, value: SliceValue, verb: string, depth: number): string {
  if (/^[sqxX]$/.test(verb) && isBytes(value)) return text(printer, byteItems(value), verb) ?? '';
  const name = toBytes(typeNameOf(value));
  const { sharpV } = printer.flags;
  if (sharpV && value.isNil) return `${name}(nil)`;
  const parts = items(value).map((item) => printValue(printer, item, verb, depth + 1));
  return sharpV ? `${name}{${parts.join(', ')}}` : `[${parts.join(' ')}]`;
}

const isBytes = (value: GoValue): value is SliceValue =>
  value.kind === 'slice' && value.elem.kind === 'basic' && value.elem.name === 'uint8';

const byteItems = (value: SliceValue): string =>
  String.fromCharCode(...items(value).map((item) => (item?.kind === 'uint' ? Number(item.value) : 0)));

function goBytes(printer: Printer, value: SliceValue, bytes: string, name: string): string {
  if (value.isNil) return `${name}(nil)`;
  return `${name}{${[...bytes].map((c) => hexNumber(printer.flags, BigInt(c.charCodeAt(0)), true)).join(', ')}}`;
}

const byteList = (printer: Printer, bytes: string, verb: string): string =>
  `[${[...bytes].map((c) => integer(printer, { kind: 'uint', type: 'uint8', value: BigInt(c.charCodeAt(0)) }, verb)).join(' ')}]`;
