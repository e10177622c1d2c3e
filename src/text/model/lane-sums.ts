/** Rows of bytes packed four to a number, each byte raised by {@link RAISED}, so that several are added in one addition. */
export interface LaneRows {
  readonly rows: Int32Array;
  /** Numbers a row takes. */
  readonly stride: number;
  readonly width: number;
}

const LANES = 4;
const RAISED = 128;
/** Bytes that two lanes of sixteen bits hold the sum of: 257 times 255 is the most that fits. */
const MOST_AT_ONCE = 256;
const EVEN = 0x00ff00ff;
const LOW = 0xffff;

/** Packs rows of `width` signed bytes that stand one after another. O(bytes), a little more memory than they take. */
export function laneRows(bytes: Int8Array, width: number): LaneRows {
  const stride = Math.ceil(width / LANES);
  const count = width === 0 ? 0 : Math.floor(bytes.length / width);
  const rows = new Int32Array(count * stride);
  for (let row = 0; row < count; row += 1) {
    for (let at = 0; at < width; at += 1) {
      const place = row * stride + (at >>> 2);
      rows[place] = (rows[place] ?? 0) | (((bytes[row * width + at] ?? 0) + RAISED) << (8 * (at & 3)));
    }
  }
  return { rows, stride, width };
}

/**
 * Adds up rows, column by column: `chosen` are their numbers, `count` how many of them; a row that
 * stands twice counts twice. Whole numbers, the same as byte by byte; a fourth of the additions, and sums that stay in
 * registers. `into` is overwritten. Source: Warren 2013, Hacker's Delight, section 2-18 (arithmetic on packed fields).
 */
export function laneSums({ rows, stride, width }: LaneRows, chosen: Int32Array, count: number, into: Int32Array): Int32Array {
  into.fill(-RAISED * count);
  for (let first = 0; first < count; first += MOST_AT_ONCE) {
    const last = Math.min(count, first + MOST_AT_ONCE);
    for (let column = 0; column < stride; column += 1) {
      let even = 0;
      let odd = 0;
      for (let at = first; at < last; at += 1) {
        const packed = rows[(chosen[at] ?? 0) * stride + column] ?? 0;
        even = (even + (packed & EVEN)) | 0;
        odd = (odd + ((packed >>> 8) & EVEN)) | 0;
      }
      const output = column * LANES;
      into[output] = (into[output] ?? 0) + (even & LOW);
      if (output + 1 < width) into[output + 1] = (into[output + 1] ?? 0) + (odd & LOW);
      if (output + 2 < width) into[output + 2] = (into[output + 2] ?? 0) + (even >>> 16);
      if (output + 3 < width) into[output + 3] = (into[output + 3] ?? 0) + (odd >>> 16);
    }
  }
  return into;
}
