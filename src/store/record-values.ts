/** A value of a row as SQLite keeps it; integers beyond 2^53 lose their last digits. */
export type RecordValue = string | number | Buffer | null;

/** A variable-length integer and the place after it; null when it runs over the end. Source: SQLite's file format, 1.6. */
export function variableInteger(bytes: Buffer, at: number): readonly [value: number, next: number] | null {
  let value = 0;
  for (let position = 0; position < 9; position += 1) {
    const byte = bytes[at + position];
    if (byte === undefined) return null;
    if (position === 8) return [value * 256 + byte, at + 9];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + position + 1];
  }
  return null;
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8] as const;

function integerAt(bytes: Buffer, at: number, size: number): number {
  return size === 8 ? Number(bytes.readBigInt64BE(at)) : bytes.readIntBE(at, size);
}

/** Bytes that a value of a serial type takes; null for a type that no file has. */
function sizeOf(type: number): number | null {
  if (type < 7) return INTEGER_BYTES[type] ?? null;
  if (type === 7) return 8;
  if (type === 8 || type === 9) return 0;
  return type < 12 ? null : Math.floor((type - 12) / 2);
}

const words = new TextDecoder('utf-8', { fatal: true });

function valueAt(bytes: Buffer, at: number, type: number, size: number): RecordValue {
  if (type === 0) return null;
  if (type < 7) return integerAt(bytes, at, size);
  if (type === 7) return bytes.readDoubleBE(at);
  if (type === 8 || type === 9) return type - 8;
  return type % 2 === 0 ? Buffer.from(bytes.subarray(at, at + size)) : words.decode(bytes.subarray(at, at + size));
}

/**
 * The values of a record; null when its bytes cannot be one: lengths that do not fit, types that no file has, text that is no
 * UTF-8. Never throws, whatever the bytes. O(bytes). Source: SQLite's file format, 2.1.
 */
export function recordValues(bytes: Buffer): RecordValue[] | null {
  const head = variableInteger(bytes, 0);
  if (head === null || head[0] > bytes.length) return null;
  const [end, first] = head;
  const values: RecordValue[] = [];
  let place = end;
  for (let at = first; at < end;) {
    const type = variableInteger(bytes, at);
    if (type === null || type[1] > end) return null;
    const size = sizeOf(type[0]);
    if (size === null || place + size > bytes.length) return null;
    try {
      values.push(valueAt(bytes, place, type[0], size));
    } catch {
      return null;
    }
    place += size;
    at = type[1];
  }
  return values;
}
