/** Go's strconv.FormatFloat for float64. */

export type FloatFormat = 'b' | 'e' | 'E' | 'f' | 'g' | 'G' | 'x' | 'X';

/** 0.DIGITS × 10^point; no trailing zeros; no digits for zero. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/**
 * @param precision digits after the point (`g`: significant digits); -1 for as few as tell the number apart
 */
export function formatFloat(value: number, format: FloatFormat, precision: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : '+Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return sign + formatMagnitude(Math.abs(value), format, precision);
}

function formatMagnitude(value: number, format: FloatFormat, precision: number): string {
  switch (format) {
    case 'b': {
      const { mantissa, exponent } = parts(value);
      return `${mantissa}p${exponent >= 0 ? '+' : ''}${exponent}`;
    }
    case 'x':
    case 'X':
      return hexadecimal(value, format, precision);
    case 'e':
    case 'E': {
      const decimal = precision < 0 ? shortest(value) : round(exact(value), precision + 1);
      return exponential(decimal, precision < 0 ? Math.max(decimal.digits.length - 1, 0) : precision, format);
    }
    case 'f': {
      const whole = precision < 0 ? shortest(value) : exact(value);
      const decimal = precision < 0 ? whole : round(whole, whole.point + precision);
      return fixed(decimal, precision < 0 ? Math.max(decimal.digits.length - decimal.point, 0) : precision);
    }
    case 'g':
    case 'G':
      return general(value, format, precision);
  }
}

/** `e` for exponents below -4 or not below the precision, else `f`; trailing zeros go. */
function general(value: number, format: 'g' | 'G', precision: number): string {
  const few = precision < 0;
  const significant = precision === 0 ? 1 : precision;
  const decimal = few ? shortest(value) : round(exact(value), significant);
  const count = decimal.digits.length;
  const wanted = few ? count : significant;
  let limit = few ? 6 : wanted;
  if (!few && limit > count && count >= decimal.point) limit = count;
  const exponent = decimal.point - 1;
  if (exponent < -4 || exponent >= limit) {
    return exponential(decimal, Math.min(wanted, count) - 1, format === 'g' ? 'e' : 'E');
  }
  return fixed(decimal, Math.max((wanted > decimal.point ? count : wanted) - decimal.point, 0));
}

function exponential(decimal: Decimal, precision: number, letter: 'e' | 'E'): string {
  const digits = decimal.digits.padEnd(precision + 1, '0') || '0';
  const fraction = precision > 0 ? `.${digits.slice(1, precision + 1)}` : '';
  const exponent = decimal.digits === '' ? 0 : decimal.point - 1;
  const size = Math.abs(exponent).toString().padStart(2, '0');
  return `${digits[0]}${fraction}${letter}${exponent < 0 ? '-' : '+'}${size}`;
}

function fixed(decimal: Decimal, precision: number): string {
  const { digits, point } = decimal;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  if (precision <= 0) return whole;
  const fraction = point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return `${whole}.${fraction.slice(0, precision).padEnd(precision, '0')}`;
}

function shortest(value: number): Decimal {
  if (value === 0) return { digits: '', point: 0 };
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return trimmed(digits.replace('.', ''), Number(exponent) + 1);
}

function exact(value: number): Decimal {
  if (value === 0) return { digits: '', point: 0 };
  const { mantissa, exponent } = parts(value);
  if (exponent >= 0) {
    const digits = (mantissa << BigInt(exponent)).toString();
    return trimmed(digits, digits.length);
  }
  const digits = (mantissa * 5n ** BigInt(-exponent)).toString();
  return trimmed(digits, digits.length + exponent);
}

const trimmed = (digits: string, point: number): Decimal => ({ digits: digits.replace(/0+$/, ''), point });

/** To `count` digits, half to even. */
function round(decimal: Decimal, count: number): Decimal {
  const { digits, point } = decimal;
  if (count >= digits.length) return decimal;
  if (count < 0) return { digits: '', point: 0 };
  const kept = digits.slice(0, count);
  const next = digits.charCodeAt(count) - 0x30;
  const odd = count > 0 && digits.charCodeAt(count - 1) % 2 === 1;
  const up = next > 5 || (next === 5 && (digits.length > count + 1 || odd));
  if (!up) return kept.replace(/0+$/, '') === '' ? { digits: '', point: 0 } : trimmed(kept, point);
  const raised = (BigInt(kept || '0') + 1n).toString().padStart(count, '0');
  return trimmed(raised, point + raised.length - count);
}

/** value = mantissa × 2^exponent, with the 53 bits of the format (fewer for denormals). */
function parts(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & ((1n << 52n) - 1n);
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

/** -0x1.yyyyp±dd: one binary digit before the point. */
function hexadecimal(value: number, format: 'x' | 'X', precision: number): string {
  const split = parts(value);
  let exponent = value === 0 ? 0 : split.exponent + 52;
  let mantissa = split.mantissa << 8n; // the leading 1 at bit 60, so that every digit has four bits
  while (mantissa !== 0n && mantissa < 1n << 60n) {
    mantissa <<= 1n;
    exponent--;
  }
  if (precision >= 0 && precision < 15) {
    const dropped = BigInt(60 - precision * 4);
    const rest = mantissa & ((1n << dropped) - 1n);
    const half = 1n << (dropped - 1n);
    mantissa >>= dropped;
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa++;
    mantissa <<= dropped;
    if (mantissa >= 1n << 61n) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  const lead = mantissa >> 60n;
  const all = (mantissa & ((1n << 60n) - 1n)).toString(16).padStart(15, '0');
  const digits = precision < 0 ? all.replace(/0+$/, '') : all.padEnd(precision, '0').slice(0, precision);
  const size = Math.abs(exponent).toString().padStart(2, '0');
  const text = `0x${lead}${digits === '' ? '' : `.${digits}`}p${exponent < 0 ? '-' : '+'}${size}`;
  return format === 'X' ? text.toUpperCase() : text;
}
