import type { OperationValue } from '../../contract/operations.ts';
import { SENTIMENTS } from '../../domain/model/codes.ts';
import type { ToneDrawing } from '../../domain/reading-check/corrected-tone.ts';
import { standingDraw } from '../../store/check-queries.ts';
import { toneCounts } from '../../store/choice-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { bySentiment, checkedReadings } from './checked-reading.ts';
import { CORRECTED_FROM } from './check-status.ts';

/** Whether tones are corrected, or why not. */
export type ToneCorrection = OperationValue<'response.decisions'>['correction'];

/**
 * What tones are corrected with: the checked messages whose tone a person gave, by the tone the reader gives them today, and how
 * often each is read in all messages. No drawing below a hundred such labels of the random sample.
 */
export async function toneDrawing(project: ProjectDatabase, seed: number): Promise<{ readonly state: ToneCorrection; readonly drawing: ToneDrawing | null }> {
  if (standingDraw(project) === null) return { state: { available: false, reason: 'not-drawn', labelled: 0, needed: CORRECTED_FROM }, drawing: null };
  const { messages, adapted } = await checkedReadings(project);
  const donors = messages.flatMap((message) => bySentiment(message, adapted ? message.layered : message.plain) ?? []);
  const state = { labelled: donors.length, needed: CORRECTED_FROM };
  if (donors.length < CORRECTED_FROM) return { state: { ...state, available: false, reason: 'few-checked' }, drawing: null };
  return { state: { ...state, available: true, reason: null }, drawing: { donors, whole: toneCounts(project, SENTIMENTS), seed } };
}
