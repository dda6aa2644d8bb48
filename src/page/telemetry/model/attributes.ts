import type { AnyValue, KeyValue } from '../../../otlp/otlp-json.ts';

/** An attribute as it is shown and searched: its value is a text. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
}

export function attributesOf(list: readonly KeyValue[] | undefined): readonly Attribute[] {
  return (list ?? []).map(({ key, value }) => ({ key: key ?? '', value: valueText(value) }));
}

export function attributeValue(attributes: readonly Attribute[], key: string): string | undefined {
  return attributes.find((each) => each.key === key)?.value;
}

/** A value as text: a text is itself, lists and maps look like JSON. */
export function valueText(value: AnyValue | undefined): string {
  const plain = plainOf(value ?? {});
  return typeof plain === 'string' ? plain : JSON.stringify(plain);
}

/** What JSON shows of a value. Whole numbers that JavaScript cannot hold are texts. */
function plainOf(value: AnyValue): unknown {
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.intValue !== undefined) {
    const number = Number(value.intValue);
    return Number.isSafeInteger(number) ? number : value.intValue;
  }
  if (value.doubleValue !== undefined) return value.doubleValue;
  if (value.boolValue !== undefined) return value.boolValue;
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(plainOf);
  if (value.kvlistValue)
    return Object.fromEntries(
      (value.kvlistValue.values ?? []).map((each) => [each.key ?? '', plainOf(each.value ?? {})]),
    );
  return value.bytesValue ?? '';
}
