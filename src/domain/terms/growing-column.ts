/** A column of 32-bit integers that grows by half when it is full. */
export interface GrowingColumn {
  readonly length: number;
  readonly push: (value: number) => void;
  readonly at: (position: number) => number;
  readonly set: (position: number, value: number) => void;
}

/** An empty column with room for some thousand values. */
export function createGrowingColumn(): GrowingColumn {
  let values = new Int32Array(4096);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const wider = new Int32Array(Math.ceil(values.length * 1.5));
        wider.set(values);
        values = wider;
      }
      values[length] = value;
      length += 1;
    },
    at: (position) => values[position] ?? 0,
    set(position, value) {
      values[position] = value;
    },
  };
}
