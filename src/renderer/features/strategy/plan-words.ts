import type { OperationValue } from '../../../contract/operations.ts';
import { measureWords } from './hypothesis-words.ts';
import { tribeName } from '../../charts/tribe-name.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** Something to do, as the engine answers it. */
export type PlanEntry = OperationValue<'plan.calendar'>['entries'][number];
/** Tribes by their id, as they are called here. */
export type TribeTitles = ReadonlyMap<string, string>;

/** How tribes are called, by their id. */
export function tribeTitles(tribes: OperationValue<'tribes.list'>['tribes'], voice: ChartVoice): TribeTitles {
  return new Map(tribes.map((tribe) => [tribe.id, tribeName(tribe, voice)]));
}

/** What is to be done; a canvas without an activity is called by its tribe, a hypothesis by what it measures. */
export function entryText({ kind, text, tribe, measure, subject }: PlanEntry, titles: TribeTitles, voice: ChartVoice): string {
  if (kind === 'hypothesis' && measure !== undefined) return measureWords({ measure, subject: subject ?? null, sentence: text }, { voice, tribeOf: (id) => titles.get(id) ?? id });
  return text !== '' ? text : voice.text('plan.calendar.canvasOf', { tribe: tribe === null ? '' : (titles.get(tribe) ?? tribe) });
}

/** How far an entry has come, in the words of its kind. */
export function entryState({ kind, state, late, outcome }: PlanEntry, voice: ChartVoice): string {
  if (late) return voice.text('plan.calendar.late');
  if (kind === 'hypothesis') return outcome === '' ? voice.text(`hypotheses.state.${state}`) : voice.text(`hypotheses.verdict.${outcome}`);
  return voice.text(kind === 'piece' ? `lost.route.${state}` : kind === 'finding' ? `strategy.state.${state}` : `strategy.canvas.states.${state}`);
}

/** Of some tasks: all, those with an owner and a date, those whose day is over. */
export function planCounts(entries: readonly PlanEntry[]): { readonly total: number; readonly owned: number; readonly late: number } {
  return { total: entries.length, owned: entries.filter(({ owner, dueMs }) => owner !== '' && dueMs !== null).length, late: entries.filter(({ late }) => late).length };
}
