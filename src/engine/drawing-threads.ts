import { availableParallelism } from 'node:os';
import type { AskedDraw, DrawPool, OpenDrawPool } from '../app/network/draw-pool.ts';
import { sharedColumns } from './shared-columns.ts';
import { threadTeam } from './thread-team.ts';

const MOST_THREADS = 8;
/** How often whoever waits for draws asks whether they are still wanted. */
const CHECK_MS = 100;

/**
 * A pool of threads that draw, one a processor, at most eight. All draws of a request are handed out at once, so that threads go
 * on while the one that asks works on something else; what they are drawn from lies in memory that all of them see. A
 * request that is stopped leaves what was handed out to be drawn or, when the pool closes, to end.
 * @param entry Path of the thread's entry file.
 * @param most Threads at most; one a processor when left out.
 */
export function drawingThreads(entry: string, most = availableParallelism()): OpenDrawPool {
  return (): DrawPool => {
    const team = threadTeam<AskedDraw, unknown>(entry, { count: Math.max(1, Math.min(MOST_THREADS, most)), kind: 'drawing' });
    const shared = new WeakMap<object, { readonly number: number; readonly columns: AskedDraw['from'] }>();
    let numbers = 0;
    const sharedFrom = (from: AskedDraw['from']): { readonly number: number; readonly columns: AskedDraw['from'] } => {
      let known = shared.get(from);
      if (known === undefined) {
        numbers += 1;
        shared.set(from, (known = { number: numbers, columns: sharedColumns(from) }));
      }
      return known;
    };
    return {
      draw: ({ kind, from, told, seeds, check, onDrawn }) => new Promise((resolve, reject) => {
        const { number, columns } = sharedFrom(from);
        let done = 0;
        const timer = setInterval(() => attempt(() => check?.()), CHECK_MS);
        const fail = (error: unknown): void => {
          clearInterval(timer);
          reject(error instanceof Error ? error : new Error(String(error)));
        };
        const attempt = (step: () => void): void => {
          try {
            step();
          } catch (error) {
            fail(error);
          }
        };
        const drawn = seeds.map(async (seed) => {
          const answer = await team.ask({ kind, number, from: columns, told, seed });
          done += 1;
          attempt(() => onDrawn?.(done));
          return answer;
        });
        Promise.all(drawn).then((answers) => {
          clearInterval(timer);
          // a thread answers in the kind it was asked
          resolve(answers as Parameters<typeof resolve>[0]);
        }, fail);
      }),
      close: team.close,
    };
  };
}
