import type { ProjectDatabase } from './project-database.ts';

/** Messages whose prints stand in one row. */
const STRETCH = 1024;

/** A print of one message; null where it has none, because it is too short or no longer there. */
export interface MessagePrint {
  readonly messageId: number;
  readonly print: Int32Array | null;
}

function numbersOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(new Uint8Array(bytes).buffer);
}

/** Some prints side by side: of each the number of its message, then the print. */
function laidOut(prints: readonly MessagePrint[], length: number): Uint8Array {
  const rows = prints.flatMap(({ messageId, print }) => (print === null ? [] : [{ messageId, print }]));
  const numbers = new Int32Array(rows.length * (length + 1));
  rows.forEach(({ messageId, print }, row) => {
    numbers[row * (length + 1)] = messageId;
    numbers.set(print, row * (length + 1) + 1);
  });
  return new Uint8Array(numbers.buffer);
}

/**
 * Keeps the prints of messages, which are given by ascending number; `length` = numbers of a print. Rows of messages that had
 * prints are joined with what they held. One transaction, or part of the one that runs.
 */
export function keepPrints({ connection }: ProjectDatabase, prints: readonly MessagePrint[], length: number): void {
  const select = connection.prepare('SELECT prints FROM text_print WHERE stretch = ?').pluck();
  const put = connection.prepare('INSERT OR REPLACE INTO text_print (stretch, prints) VALUES (?, ?)');
  const byStretch = new Map<number, MessagePrint[]>();
  for (const print of prints) {
    const stretch = Math.floor(print.messageId / STRETCH);
    const own = byStretch.get(stretch);
    if (own === undefined) byStretch.set(stretch, [print]);
    else own.push(print);
  }
  connection.transaction(() => {
    for (const [stretch, own] of byStretch) {
      const before = select.get(stretch) as Uint8Array | undefined;
      const given = new Set(own.map(({ messageId }) => messageId));
      const kept = before === undefined ? [] : printsIn(numbersOf(before), length).filter(({ messageId }) => !given.has(messageId));
      put.run(stretch, laidOut(kept.length === 0 ? own : [...kept, ...own].sort((one, other) => one.messageId - other.messageId), length));
    }
  })();
}

function printsIn(numbers: Int32Array, length: number): MessagePrint[] {
  return Array.from({ length: numbers.length / (length + 1) }, (_, row) => ({ messageId: numbers[row * (length + 1)] ?? 0, print: numbers.subarray(row * (length + 1) + 1, (row + 1) * (length + 1)) }));
}

/** Every print, by stretches: message, then its print, `length` + 1 numbers each, messages ascending. */
export function* keptPrints({ connection }: ProjectDatabase): Generator<Int32Array> {
  for (const bytes of connection.prepare('SELECT prints FROM text_print ORDER BY stretch').pluck().iterate() as IterableIterator<Uint8Array>) yield numbersOf(bytes);
}
