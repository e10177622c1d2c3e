import type { ReadLanguage } from '../../../src/text/lexicon.ts';
import { createReader } from '../../../src/text/reader.ts';
import type { LabelledText } from './task.ts';

const WARM_UP_MESSAGES = 1_000;
const LEAST_MESSAGES = 10_000;

/** Messages a second of one language on one thread of this machine, and the mean length of the messages read. */
export interface Speed {
  readonly language: ReadLanguage;
  readonly perSecond: number;
  readonly messages: number;
  readonly meanUnits: number;
}

/** Reads the rows over and over, at least ten thousand messages, after a warm-up. Null without rows. */
export function measuredSpeed(language: ReadLanguage, rows: readonly LabelledText[]): Speed | null {
  if (rows.length === 0) return null;
  const times = Math.ceil(LEAST_MESSAGES / rows.length);
  const texts = Array.from({ length: times }, () => rows).flat().map(({ id, text }) => ({ id, text, direction: 'inbound' as const }));
  const reader = createReader();
  reader.readMany(texts.slice(0, WARM_UP_MESSAGES));
  const startedAt = performance.now();
  reader.readMany(texts);
  const seconds = (performance.now() - startedAt) / 1000;
  return { language, perSecond: Math.round(texts.length / seconds), messages: texts.length, meanUnits: Math.round(rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length) };
}
