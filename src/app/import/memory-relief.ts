import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of a file between two collections: some seconds of reading, against a tenth of a second for a collection. */
const BETWEEN_BYTES = 48 << 20;

let collector: (() => void) | null = null;

function collect(): void {
  if (collector === null) {
    setFlagsFromString('--expose-gc');
    const found: unknown = runInNewContext('typeof gc === "function" ? gc : null');
    collector = typeof found === 'function' ? () => void (found as () => void)() : () => undefined;
  }
  collector();
}

/**
 * Keeps the memory of long work flat: what it leaves behind is collected now and then instead of when the engine deems its
 * heap full, which for a file of gigabytes is hundreds of mebibytes later. Call it with the amount done so far, in the unit
 * of `between`: bytes read, or messages gone through.
 */
export function createMemoryRelief(between: number = BETWEEN_BYTES): (done: number) => void {
  let next = between;
  let last = 0;
  return (done) => {
    // work that begins anew counts from its beginning
    if (done < last) next = between;
    last = done;
    if (done < next) return;
    next = done + between;
    collect();
  };
}

/** Messages that a pass over a project goes through between two collections. */
export const BETWEEN_MESSAGES = 300_000;

/** Collects what a pass over so many messages left behind, where they are enough to be worth it: the next one would only let it grow. */
export function relieveMemory(messages: number): void {
  if (messages >= BETWEEN_MESSAGES) collect();
}
