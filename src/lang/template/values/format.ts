/** Formatting of single values with fmt's flags, width and precision. Text holds one character per byte. */
import { encodeRune, isPrint, maxRune, runeCount, runeError, runes } from '../../text/bytes.ts';
import { canBackquote, quote, quoteRune } from '../../text/quote.ts';
import { type FloatFormat, formatFloat } from './floats.ts';

export interface Flags {
  /** Undefined: not given. */
  width: number | undefined;
  precision: number | undefined;
  minus: boolean;
  plus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  /** `%+v` and `%#v`, which are formats of their own: `plus` and `sharp` are off then. */
  plusV: boolean;
  sharpV: boolean;
}

export const noFlags = (): Flags => ({
  width: undefined,
  precision: undefined,
  minus: false,
  plus: false,
  sharp: false,
  space: false,
  zero: false,
  plusV: false,
  sharpV: false,
});

/** Spaces, or zeros where the flag asks for them on the left. */
const padding = (flags: Flags, count: number, zero = flags.zero): string =>
  (zero && !flags.minus ? '0' : ' ').repeat(Math.max(count, 0));

export function pad(flags: Flags, text: string, zero = flags.zero): string {
  if (!flags.width) return text;
  const fill = padding(flags, flags.width - runeCount(text), zero);
  return flags.minus ? text + fill : fill + text;
}

export function formatString(flags: Flags, bytes: string): string {
  return pad(flags, truncate(flags, bytes));
}

function truncate(flags: Flags, bytes: string): string {
  let left = flags.precision ?? bytes.length;
  if (left >= bytes.length) return bytes;
  for (const { at } of runes(bytes)) if (left-- === 0) return bytes.slice(0, at);
  return bytes;
}

export function formatQuoted(flags: Flags, bytes: string): string {
  const text = truncate(flags, bytes);
  return pad(flags, flags.sharp && canBackquote(text) ? `\`${text}\`` : quote(text, flags.plus));
}

/** `%x` and `%X` of a string or of bytes. */
export function formatHex(flags: Flags, bytes: string, upper: boolean): string {
  const prefix = flags.sharp ? (upper ? '0X' : '0x') : '';
  const pairs = [...bytes.slice(0, flags.precision)].map((c) => {
    const pair = c.charCodeAt(0).toString(16).padStart(2, '0');
    return upper ? pair.toUpperCase() : pair;
  });
  if (pairs.length === 0) return padding(flags, flags.width ?? 0);
  return pad(flags, flags.space ? pairs.map((pair) => prefix + pair).join(' ') : prefix + pairs.join(''));
}

const asUnsigned = (value: bigint): bigint => BigInt.asUintN(64, value);

/** The character a number stands for; U+FFFD for what is none. */
function asRune(value: bigint): number {
  const unsigned = asUnsigned(value);
  return unsigned > BigInt(maxRune) ? runeError : Number(unsigned);
}

export const formatChar = (flags: Flags, value: bigint): string => pad(flags, encodeRune(asRune(value)));
export const formatQuotedChar = (flags: Flags, value: bigint): string =>
  pad(flags, quoteRune(asRune(value), flags.plus));

/** `U+0078`, with `#` `U+0078 'x'`. */
export function formatUnicode(flags: Flags, value: bigint): string {
  const unsigned = asUnsigned(value);
  const digits = unsigned
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(flags.precision ?? 4, 4), '0');
  const shown = flags.sharp && unsigned <= BigInt(maxRune) && isPrint(Number(unsigned));
  return pad(flags, `U+${digits}${shown ? ` '${encodeRune(Number(unsigned))}'` : ''}`, false);
}

export interface IntegerForm {
  readonly base: 2 | 8 | 10 | 16;
  readonly upper?: boolean;
  /** `%O`. */
  readonly octalPrefix?: boolean;
}

export function formatInteger(flags: Flags, value: bigint, { base, upper, octalPrefix }: IntegerForm): string {
  const negative = value < 0n;
  if (flags.precision === 0 && value === 0n) return padding(flags, flags.width ?? 0, false);
  let least = flags.precision ?? 0;
  if (flags.precision === undefined && flags.zero && !flags.minus && flags.width !== undefined) {
    least = flags.width - (negative || flags.plus || flags.space ? 1 : 0);
  }
  let digits = (negative ? -value : value).toString(base).padStart(least, '0');
  if (flags.sharp && base === 2) digits = `0b${digits}`;
  if (flags.sharp && base === 8 && !digits.startsWith('0')) digits = `0${digits}`;
  if (flags.sharp && base === 16) digits = `0x${digits}`;
  if (upper) digits = digits.toUpperCase();
  if (octalPrefix) digits = `0o${digits}`;
  const sign = negative ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
  return pad(flags, sign + digits, false);
}

export function formatFloatVerb(flags: Flags, value: number, format: FloatFormat, usual: number): string {
  const precision = flags.precision ?? usual;
  const plain = formatFloat(value, format, precision);
  const signed = /^[+-]/.test(plain);
  let sign = signed ? plain.charAt(0) : '+';
  let digits = signed ? plain.slice(1) : plain;
  if (flags.space && sign === '+' && !flags.plus) sign = ' ';
  if (!Number.isFinite(value)) {
    const bare = Number.isNaN(value) && !flags.space && !flags.plus;
    return pad(flags, bare ? digits : sign + digits, false);
  }
  if (flags.sharp && format !== 'b') digits = withPoint(digits, format, precision);
  if (!flags.plus && sign === '+') return pad(flags, digits);
  const missing = (flags.width ?? 0) - digits.length - 1;
  if (flags.zero && !flags.minus && missing > 0) return sign + '0'.repeat(missing) + digits;
  return pad(flags, sign + digits);
}

/** `#`: always a decimal point, and the zeros that `%g` drops. */
function withPoint(digits: string, format: FloatFormat, precision: number): string {
  const hexadecimal = format === 'x' || format === 'X';
  const restores = format === 'g' || format === 'G' || format === 'x';
  const [, head = '', tail = ''] = (hexadecimal ? /^(.*?)([pP].*)?$/ : /^(.*?)([eE].*)?$/).exec(digits) ?? [];
  let wanted = restores ? (precision === -1 ? 6 : precision) : 0;
  // Digits count from the first that is not zero; the `0x` of a hexadecimal float has an `x` that counts as one.
  wanted -= head.replace('.', '').replace(/^0+/, '').length;
  if (!head.includes('.') && head === '0') wanted--;
  const pointed = head.includes('.') ? head : `${head}.`;
  return pointed + '0'.repeat(Math.max(wanted, 0)) + tail;
}
