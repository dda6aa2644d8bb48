/** Number literals of templates: which Go types can hold them, and Go's errors (parse.NumberNode, strconv, fmt.Sscan). */
import { quote, unquoteChar } from '../../text/quote.ts';

/** Each value is there when the literal can be of that type. */
export interface NumberLiteral {
  readonly int?: bigint | undefined;
  readonly uint?: bigint | undefined;
  readonly float?: number | undefined;
  readonly complex?: { readonly real: number; readonly imag: number } | undefined;
}

type Parsed = NumberLiteral | { readonly error: string };

const maxInt = 2n ** 63n - 1n;
const maxUint = 2n ** 64n - 1n;

/** `'x'` with its quotes. */
export function parseChar(text: string): Parsed {
  const char = unquoteChar(text, 1, "'");
  if (char === undefined) return { error: 'invalid syntax' };
  if (text.slice(1 + char.size) !== "'") return { error: `malformed character constant: ${text}` };
  const value = BigInt(char.value);
  return { int: value, uint: value, float: char.value };
}

/** An integer, float or imaginary literal with an optional sign. */
export function parseNumber(text: string): Parsed {
  if (text.endsWith('i')) {
    const imag = parseFloat64(text.slice(0, -1));
    if (typeof imag === 'number') return simplify(0, imag);
  }
  const int = parseInt64(text);
  const uint = parseUint64(text) ?? (int === 0n ? 0n : undefined);
  if (int !== undefined) return { int, uint, float: Number(int) };
  if (uint !== undefined) return { uint, float: Number(uint) };
  const float = parseFloat64(text);
  if (typeof float !== 'number') return { error: `illegal number syntax: ${quote(text)}` };
  if (!/[.eEpP]/.test(text)) return { error: `integer overflow: ${quote(text)}` };
  return { ...integers(float), float };
}

/** `1+2i`. Go leaves this to fmt.Sscan, whose errors show. */
export function parseComplex(text: string): Parsed {
  const parts = /^([+-]?)(.*)$/s.exec(text);
  const realToken = (parts?.[1] ?? '') + floatToken(parts?.[2] ?? '');
  const rest = text.slice(realToken.length);
  const imagToken = rest.slice(0, 1) + floatToken(rest.slice(1));
  if (!/^[+-]/.test(rest) || rest[imagToken.length] !== 'i') return { error: 'syntax error scanning complex number' };
  const real = parseFloat64(realToken);
  const imag = parseFloat64(imagToken);
  for (const [token, value] of [[realToken, real] as const, [imagToken, imag] as const]) {
    if (typeof value === 'string') return { error: `strconv.ParseFloat: parsing ${quote(token)}: ${value}` };
  }
  return simplify(real as number, imag as number);
}

/** What fmt's scanner takes for a float at the beginning of the text. */
function floatToken(text: string): string {
  const hexadecimal = /^0[xX][0-9a-fA-F_]*(\.[0-9a-fA-F_]*)?([pP][+-]?[0-9_]*)?/.exec(text);
  return hexadecimal?.[0] ?? /^[0-9_]*(\.[0-9_]*)?([eEp][+-]?[0-9_]*)?/.exec(text)?.[0] ?? '';
}

function simplify(real: number, imag: number): NumberLiteral {
  return imag === 0 ? { ...integers(real), float: real, complex: { real, imag } } : { complex: { real, imag } };
}

/** The integers equal to a float. */
function integers(float: number): NumberLiteral {
  if (!Number.isInteger(float)) return {};
  const value = BigInt(float);
  return {
    int: value >= -maxInt - 1n && value <= maxInt ? value : undefined,
    uint: value >= 0n && value <= maxUint ? value : undefined,
  };
}

function parseInt64(text: string): bigint | undefined {
  const negative = text.startsWith('-');
  const magnitude = parseUint64(text.replace(/^[+-]/, ''));
  if (magnitude === undefined || magnitude > (negative ? maxInt + 1n : maxInt)) return undefined;
  return negative ? -magnitude : magnitude;
}

const integerForms = [/^0[bB][01_]+$/, /^0[oO][0-7_]+$/, /^0[xX][0-9a-fA-F_]+$/, /^0[0-7_]*$/, /^[1-9][0-9_]*$/];

function parseUint64(text: string): bigint | undefined {
  if (!integerForms.some((form) => form.test(text)) || !underscoresOk(text)) return undefined;
  const digits = text.replaceAll('_', '');
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return value <= maxUint ? value : undefined;
}

/** Underscores may only separate digits; a base prefix counts as a digit. */
function underscoresOk(text: string): boolean {
  const unsigned = text.replace(/^[+-]/, '');
  const prefix = /^0[bBoOxX]/.exec(unsigned)?.[0];
  const digits = prefix === undefined ? unsigned : `0${unsigned.slice(2)}`;
  const digit = prefix?.[1]?.toLowerCase() === 'x' ? '[0-9a-fA-F]' : '[0-9]';
  return !new RegExp(`^_|(?<!${digit})_|_(?!${digit})`).test(digits);
}

const floatForm =
  /^(?<sign>[+-]?)(?:0[xX](?<hex>[0-9a-fA-F_]*)(?:\.(?<hexFraction>[0-9a-fA-F_]*))?[pP](?<binary>[+-]?[0-9][0-9_]*)|(?:[0-9_]*\.?[0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?)$/;

/** strconv.ParseFloat, or the text of its error. */
function parseFloat64(text: string): number | string {
  const match = floatForm.exec(text);
  const digits = text.replaceAll('_', '');
  if (!match || !underscoresOk(text)) return 'invalid syntax';
  const { hex, hexFraction = '', binary, sign } = match.groups ?? {};
  let value: number;
  if (hex !== undefined && binary !== undefined) {
    const mantissa = (hex + hexFraction).replaceAll('_', '');
    if (mantissa === '') return 'invalid syntax';
    const exponent = Number(binary.replaceAll('_', '')) - 4 * hexFraction.replaceAll('_', '').length;
    value = scale(BigInt(`0x${mantissa}`), exponent) * (sign === '-' ? -1 : 1);
  } else {
    if (!/^[+-]?\.?[0-9]/.test(digits)) return 'invalid syntax';
    value = Number(digits);
  }
  return Number.isFinite(value) ? value : 'value out of range';
}

/** mantissa × 2^exponent, rounded once, half to even. */
function scale(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  const kept = Math.min(53, bits + exponent + 1074);
  if (kept < 0) return 0;
  const shift = bits - kept;
  if (shift <= 0) return Number(mantissa) * 2 ** exponent;
  const by = BigInt(shift);
  const half = 1n << (by - 1n);
  const rest = mantissa & ((1n << by) - 1n);
  let rounded = mantissa >> by;
  if (rest > half || (rest === half && (rounded & 1n) === 1n)) rounded++;
  return Number(rounded) * 2 ** (exponent + shift);
}
