import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { Pair } from './people-types.ts';

/** Pairs asked for at a time. */
export const QUEUE_PAGE = 50;

/** What tells a pair from another. */
export function pairKey({ a, b }: { readonly a: { readonly accountId: number }; readonly b: { readonly accountId: number } }): string {
  return `${String(a.accountId)} ${String(b.accountId)}`;
}

/** One page of the queue as it stands on the screen: pairs just decided are gone before the answer says so. */
export interface QueueView {
  readonly total: number;
  /** 0-based place in the whole queue; never past its end. */
  readonly position: number;
  /** Null while the pair at this place is on its way, or the queue is empty. */
  readonly pair: Pair | null;
}

/** What stands at a place of the queue, with the pairs just decided left out. */
export function queueView({ suggestions, total }: { readonly suggestions: readonly Pair[]; readonly total: number }, { page, wanted, decided }: { readonly page: number; readonly wanted: number; readonly decided: ReadonlySet<string> }): QueueView {
  const left = suggestions.filter((pair) => !decided.has(pairKey(pair)));
  const remaining = Math.max(0, total - (suggestions.length - left.length));
  const position = Math.max(0, Math.min(wanted, remaining - 1));
  return { total: remaining, position, pair: left[position - page * QUEUE_PAGE] ?? null };
}

/** Two usernames that are written alike are shown once. */
function writtenOnce(evidence: string): string {
  const [one, other, ...more] = evidence.split(' = ');
  return one !== undefined && one === other && more.length === 0 ? one : evidence;
}

/** Why two profiles may be one person, in words, with what shows it. */
export function pairReasons({ reasons }: Pick<Pair, 'reasons'>, voice: ChartVoice): { readonly code: string; readonly words: string; readonly evidence: string | null }[] {
  return reasons.map(({ code, evidence, by }) => ({
    code,
    words: voice.text(`people.identityReasons.${code !== 'linked' ? code : by === 'a' ? 'linkedA' : by === 'b' ? 'linkedB' : 'linkedBoth'}`),
    evidence: evidence === null ? null : writtenOnce(evidence),
  }));
}

/** Where letters are written or choose something of their own. */
const WRITES = '[role="listbox"], [role="menu"], [role="dialog"], [role="grid"], .panel-region, input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
/** Where arrows move within the thing itself. */
const MOVES = '[role="radiogroup"], .segmented, .table-scroll';

/** Keys that something else has at a place: all of them, the arrows alone, or none. */
export function keysTaken(target: EventTarget | null): 'all' | 'arrows' | 'none' {
  if (!(target instanceof Element)) return 'none';
  if (target.closest(WRITES) !== null) return 'all';
  return target.closest(MOVES) === null ? 'none' : 'arrows';
}

/** What a key does in the queue; null for keys that are no concern of it. */
export function queueAction(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented'>, taken: ReturnType<typeof keysTaken>): 'same' | 'different' | 'previous' | 'next' | 'undo' | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || taken === 'all') return null;
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') return taken === 'arrows' ? null : event.key === 'ArrowRight' ? 'next' : 'previous';
  // a held key must not decide on pairs nobody has looked at
  if (event.repeat) return null;
  const key = event.key.toLowerCase();
  return key === 's' ? 'same' : key === 'd' ? 'different' : key === 'u' ? 'undo' : null;
}
