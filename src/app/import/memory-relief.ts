import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of a file between two collections: some seconds of reading, against a tenth of a second for a collection. */
const BETWEEN = 48 << 20;

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
 * Keeps the memory of a long import flat: what rows leave behind is collected now and then instead of when the engine
 * deems its heap full, which for a file of gigabytes is hundreds of mebibytes later. Call it with the bytes read so far.
 */
export function createMemoryRelief(): (bytes: number) => void {
  let next = BETWEEN;
  return (bytes) => {
    if (bytes < next) return;
    next = bytes + BETWEEN;
    collect();
  };
}
