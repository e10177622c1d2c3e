import { runInNewContext } from 'node:vm';
import { RECOMPUTE_SCRIPT } from '../../src/present/client-room/recompute-script.ts';

/** What the page of a client room answers: how many rows it used, and the limits between which the figure lies. */
export interface PageAnswer {
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Runs the very text that the page runs, in a world of its own. */
export function pageRecompute(rows: readonly (readonly number[])[], measure: { readonly kind: string; readonly intent: number; readonly hours: number; readonly week: boolean }): PageAnswer {
  return JSON.parse(String(runInNewContext(`${RECOMPUTE_SCRIPT}; JSON.stringify(recomputed(JSON.parse(given.rows), JSON.parse(given.measure)))`, { given: { rows: JSON.stringify(rows), measure: JSON.stringify(measure) } }))) as PageAnswer;
}
