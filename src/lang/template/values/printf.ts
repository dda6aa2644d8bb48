/** Go's fmt.Sprint, Sprintln and Sprintf. Text holds one character per byte. */
import { runeAt } from '../../text/bytes.ts';
import { type Flags, noFlags } from './format.ts';
import { type Printer, printOperand } from './print-value.ts';
import { concrete, type Operand, typeNameOf } from './values.ts';

const printer = (): Printer => ({ flags: noFlags(), erroring: false });

/** A space goes between two operands when neither is a string. */
export function sprint(args: readonly Operand[]): string {
  const isString = (operand: Operand): boolean => concrete(operand)?.kind === 'string';
  return args
    .map((arg, i) => {
      const glued = i === 0 || isString(arg) || isString(args[i - 1]);
      return (glued ? '' : ' ') + printOperand(printer(), concrete(arg), 'v');
    })
    .join('');
}

export function sprintln(args: readonly Operand[]): string {
  return `${args.map((arg) => printOperand(printer(), concrete(arg), 'v')).join(' ')}\n`;
}

/** Where a format string is being read. */
interface Reader {
  readonly format: string;
  readonly args: readonly Operand[];
  at: number;
  /** The next argument. */
  arg: number;
  reordered: boolean;
  goodIndex: boolean;
  /** The item just read was an index, `[3]`. */
  afterIndex: boolean;
}

export function sprintf(format: string, args: readonly Operand[]): string {
  const reader: Reader = { format, args, at: 0, arg: 0, reordered: false, goodIndex: true, afterIndex: false };
  let out = '';
  while (reader.at < format.length) {
    const percent = format.indexOf('%', reader.at);
    out += format.slice(reader.at, percent < 0 ? undefined : percent);
    if (percent < 0) break;
    reader.at = percent + 1;
    out += verb(reader);
  }
  return out + extraArguments(reader);
}

/** One verb with its flags; the `%` has been read. */
function verb(reader: Reader): string {
  const { format, args } = reader;
  const flags = noFlags();
  reader.goodIndex = true;
  readFlags(reader, flags);
  const simple = /[a-z]/.test(format[reader.at] ?? '') && reader.arg < args.length;
  let problems = '';
  if (!simple) {
    reader.afterIndex = false;
    readIndex(reader);
    problems = readWidth(reader, flags) + readPrecision(reader, flags);
    if (!reader.afterIndex) readIndex(reader);
  }
  if (reader.at >= format.length) return `${problems}%!(NOVERB)`;
  const { size } = runeAt(format, reader.at);
  const letter = format.slice(reader.at, reader.at + size);
  reader.at += size;
  // Bytes that are not UTF-8 come out as U+FFFD.
  const shown = runeAt(letter, 0).rune === 0xfffd ? '\xef\xbf\xbd' : letter;
  if (letter === '%') return `${problems}%`;
  if (!reader.goodIndex) return `${problems}%!${shown}(BADINDEX)`;
  if (reader.arg >= args.length) return `${problems}%!${shown}(MISSING)`;
  if (letter === 'v' || letter === 'w') {
    Object.assign(flags, { sharpV: flags.sharp, sharp: false, plusV: flags.plus, plus: false });
  }
  return problems + printOperand({ flags, erroring: false }, concrete(args[reader.arg++]), shown);
}

const flagNames = { '#': 'sharp', '0': 'zero', '+': 'plus', '-': 'minus', ' ': 'space' } as const;

function readFlags(reader: Reader, flags: Flags): void {
  for (; reader.at < reader.format.length; reader.at++) {
    const char = reader.format[reader.at] as keyof typeof flagNames;
    if (!Object.hasOwn(flagNames, char)) return;
    flags[flagNames[char]] = true;
  }
}

/** Returns the complaint about a bad `*`, else ''. */
function readWidth(reader: Reader, flags: Flags): string {
  if (reader.format[reader.at] !== '*') {
    flags.width = readNumber(reader);
    if (reader.afterIndex && flags.width !== undefined) reader.goodIndex = false;
    return '';
  }
  reader.at++;
  reader.afterIndex = false;
  flags.width = intArgument(reader);
  if (flags.width === undefined) return '%!(BADWIDTH)';
  if (flags.width < 0) {
    flags.width = -flags.width;
    flags.minus = true;
    flags.zero = false;
  }
  return '';
}

function readPrecision(reader: Reader, flags: Flags): string {
  if (reader.format[reader.at] !== '.' || reader.at + 1 >= reader.format.length) return '';
  reader.at++;
  if (reader.afterIndex) reader.goodIndex = false;
  readIndex(reader);
  if (reader.format[reader.at] !== '*') {
    flags.precision = readNumber(reader) ?? 0;
    return '';
  }
  reader.at++;
  reader.afterIndex = false;
  const precision = intArgument(reader);
  flags.precision = precision !== undefined && precision >= 0 ? precision : undefined;
  return flags.precision === undefined ? '%!(BADPREC)' : '';
}

const largest = 1_000_000;

/** Digits; a number too large takes the rest of the format with it and counts as none. */
function readNumber(reader: Reader): number | undefined {
  const digits = /^[0-9]*/.exec(reader.format.slice(reader.at))?.[0] ?? '';
  const value = decimal(digits);
  reader.at = digits !== '' && value === undefined ? reader.format.length : reader.at + digits.length;
  return value;
}

/** Undefined for no digits, and where all but the last digit make a number too large. */
function decimal(digits: string): number | undefined {
  return /^[0-9]+$/.test(digits) && Number(digits.slice(0, -1)) <= largest ? Number(digits) : undefined;
}

/** The next argument as width or precision; undefined where it is no fitting integer. */
function intArgument(reader: Reader): number | undefined {
  if (reader.arg >= reader.args.length) return undefined;
  const value = concrete(reader.args[reader.arg++]);
  if (value?.kind !== 'int' && value?.kind !== 'uint') return undefined;
  const number = Number(value.value);
  return Math.abs(number) <= largest ? number : undefined;
}

/** `[n]`: the next argument is the n-th. */
function readIndex(reader: Reader): void {
  reader.afterIndex = false;
  const { format, at } = reader;
  if (format[at] !== '[') return;
  reader.reordered = true;
  const close = format.indexOf(']', at);
  if (close < 0 || format.length - at < 3) {
    reader.goodIndex = false;
    reader.at = at + 1;
    return;
  }
  reader.at = close + 1;
  const number = decimal(format.slice(at + 1, close));
  if (number !== undefined && number >= 1 && number <= reader.args.length) reader.arg = number - 1;
  else reader.goodIndex = false;
  reader.afterIndex = number !== undefined;
}

/** Not reported where the format chose its arguments by index. */
function extraArguments({ reordered, arg, args }: Reader): string {
  if (reordered || arg >= args.length) return '';
  const extra = args.slice(arg).map((operand) => {
    const value = concrete(operand);
    return value === undefined ? '<nil>' : `${typeNameOf(value)}=${printOperand(printer(), value, 'v')}`;
  });
  return `%!(EXTRA ${extra.join(', ')})`;
}
