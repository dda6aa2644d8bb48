/** Which fields of a protobuf message are texts and which are messages; others are neither. */
interface Message {
  [field: number]: Message | 'text';
}

const value: Message = { 1: 'text' };
value[5] = { 1: value };
const attribute: Message = { 1: 'text', 2: value };
const span: Message = {
  3: 'text',
  5: 'text',
  9: attribute,
  11: { 2: 'text', 3: attribute },
  13: { 3: 'text', 4: attribute },
  15: { 2: 'text' },
};
const scope: Message = { 1: 'text', 2: 'text', 3: attribute };
const traces: Message = { 1: { 1: { 1: attribute }, 2: { 1: scope, 2: span, 3: 'text' }, 3: 'text' } };

/** The texts of an ExportTraceServiceRequest. Throws a TypeError, as a collector refuses the request, if one is no UTF-8. */
export function textsOfTraces(body: Uint8Array): string[] {
  return textsOf(traces, body);
}

function textsOf(message: Message, data: Uint8Array): string[] {
  const out: string[] = [];
  let at = 0;
  const varint = () => {
    let n = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = data[at++];
      if (byte === undefined) throw new RangeError('the message is cut off');
      n += (byte & 0x7f) * unit;
      if (byte < 0x80) return n;
    }
  };
  while (at < data.length) {
    const tag = varint();
    const inner = message[Math.floor(tag / 8)];
    switch (tag % 8) {
      case 0:
        varint();
        break;
      case 1:
        at += 8;
        break;
      case 2: {
        const length = varint();
        const field = data.subarray(at, at + length);
        at += length;
        if (inner === 'text') out.push(new TextDecoder('utf-8', { fatal: true }).decode(field));
        else if (inner) out.push(...textsOf(inner, field));
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        throw new RangeError(`wire type ${tag % 8}`);
    }
  }
  return out;
}
