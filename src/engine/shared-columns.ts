/** A record with each of its typed columns copied into memory that other threads see; what is no column stays as it is. */
export function sharedColumns<Columns extends object>(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]: [string, unknown]) => [name, sharedColumn(column)])) as Columns;
}

function sharedColumn(column: unknown): unknown {
  if (column instanceof Int32Array) {
    const copy = new Int32Array(new SharedArrayBuffer(column.byteLength));
    copy.set(column);
    return copy;
  }
  if (column instanceof Float64Array) {
    const copy = new Float64Array(new SharedArrayBuffer(column.byteLength));
    copy.set(column);
    return copy;
  }
  return column;
}
