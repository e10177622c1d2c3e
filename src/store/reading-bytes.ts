import { ACTS, INTENTS, SENTIMENTS, type Act, type Intent } from '../domain/model/codes.ts';
import type { Direction, EvidenceSpan } from '../domain/model/reading.ts';

/** Probabilities of one message's intents or acts, in thousandths of 1 and rounded so; those under .005 are absent. */
type Chances = Partial<Record<Intent | Act, number>>;

/** Codes that a span can have, each known by its place here. */
const SPAN_CODES: readonly EvidenceSpan['code'][] = [...INTENTS, ...ACTS, ...SENTIMENTS];
const SPAN_PLACE = new Map(SPAN_CODES.map((code, place) => [code, place]));
/** The first byte of packed probabilities: of which codes they are. */
const KINDS: Readonly<Record<Direction, number>> = { inbound: 1, outbound: 2 };
const LEAST = 0.005;

/** Bytes that grow as they are written. Whole numbers take seven bits a byte, the lowest first, the last byte under 128. */
export interface ByteRun {
  readonly byte: (value: number) => void;
  readonly number: (value: number) => void;
  readonly length: () => number;
  /** A copy of what was written. */
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

/** An empty run with room for so many bytes before it has to grow. */
export function byteRun(room = 64): ByteRun {
  let bytes = new Uint8Array(room);
  let length = 0;
  const byte = (value: number): void => {
    if (length === bytes.length) {
      const wider = new Uint8Array(2 * length + 16);
      wider.set(bytes);
      bytes = wider;
    }
    bytes[length] = value;
    length += 1;
  };
  return {
    byte,
    number(value) {
      let left = value;
      for (; left > 127; left = Math.floor(left / 128)) byte((left % 128) + 128);
      byte(left);
    },
    length: () => length,
    bytes: () => bytes.slice(0, length),
  };
}

/** Reads whole numbers one after the other as {@link ByteRun} writes them; past the end all are 0. */
function numbersIn(bytes: Uint8Array, from: number): { readonly next: () => number; readonly ended: () => boolean } {
  let at = from;
  return {
    next() {
      let value = 0;
      for (let unit = 1; at < bytes.length; unit *= 128) {
        const byte = bytes[at] ?? 0;
        at += 1;
        value += (byte & 127) * unit;
        if (byte < 128) break;
      }
      return value;
    },
    ended: () => at >= bytes.length,
  };
}

/**
 * Writes probabilities (0 to 1) of what a message of a direction can be: in the order of the vocabulary, as thousandths,
 * 0 for what is under .005 or not known. About a tenth of the same as JSON.
 */
export function packChances(chances: Readonly<Partial<Record<string, number>>>, direction: Direction, into: ByteRun): void {
  into.byte(KINDS[direction]);
  for (const code of direction === 'inbound' ? INTENTS : ACTS) {
    const chance = chances[code] ?? 0;
    into.number(chance < LEAST ? 0 : Math.round(chance * 1000));
  }
}

/** The same on their own. */
export function packedChances(chances: Readonly<Partial<Record<string, number>>>, direction: Direction): Uint8Array<ArrayBuffer> {
  const run = byteRun();
  packChances(chances, direction, run);
  return run.bytes();
}

/** Probabilities as {@link packChances} wrote them; empty for null, and for bytes of another kind. */
export function chancesIn(bytes: Uint8Array | null): Chances {
  const codes: readonly (Intent | Act)[] = bytes?.[0] === KINDS.inbound ? INTENTS : bytes?.[0] === KINDS.outbound ? ACTS : [];
  const chances: Chances = {};
  if (bytes === null) return chances;
  const numbers = numbersIn(bytes, 1);
  for (const code of codes) {
    const thousandths = numbers.next();
    if (thousandths > 0) chances[code] = thousandths / 1000;
  }
  return chances;
}

/** Writes where labels come from: code, start and length of each, in the order given. Spans of unknown codes are left out. */
export function packSpans(spans: readonly EvidenceSpan[], into: ByteRun): void {
  for (const { code, start, end } of spans) {
    const place = SPAN_PLACE.get(code);
    if (place === undefined) continue;
    into.byte(place);
    into.number(start);
    into.number(end - start);
  }
}

/** The same on their own. */
export function packedSpans(spans: readonly EvidenceSpan[]): Uint8Array<ArrayBuffer> {
  const run = byteRun();
  packSpans(spans, run);
  return run.bytes();
}

/** Spans as {@link packSpans} wrote them; none for null. */
export function spansIn(bytes: Uint8Array | null): EvidenceSpan[] {
  const spans: EvidenceSpan[] = [];
  if (bytes === null) return spans;
  for (const numbers = numbersIn(bytes, 0); !numbers.ended();) {
    const code = SPAN_CODES[numbers.next()];
    const start = numbers.next();
    const end = start + numbers.next();
    if (code !== undefined) spans.push({ code, start, end });
  }
  return spans;
}
