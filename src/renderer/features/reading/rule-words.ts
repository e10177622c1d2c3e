import type { Act, Intent } from '../../../domain/model/codes.ts';
import { isIntent } from '../../charts/intent-style.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { Trial } from './rule-draft.ts';

/** What a label is called. */
export function labelName(code: Intent | Act, voice: ChartVoice): string {
  return voice.text(isIntent(code) ? `codes.intent.${code}` : `codes.act.${code}`);
}

/** What is wrong, in the reader's language. */
export function faultText({ code, detail, line }: Trial['faults'][number], voice: ChartVoice): string {
  const fault = voice.text(`reading.rules.faults.${code}`, { detail });
  return line === null ? fault : voice.text('reading.rules.lineFault', { n: voice.count(line + 1), fault });
}

type Effect = NonNullable<Trial['effect']>;

/** How many messages the rules on trial would change, in one sentence: a count, an estimate with its interval, or none seen. */
export function effectSentence({ exact, changed, n, population, estimate, low, high }: Effect, voice: ChartVoice): string {
  const words = { n: voice.count(n), population: voice.count(population), changed: voice.count(changed), high: voice.number(Math.round(high)), low: voice.number(Math.round(low)), estimate: voice.number(Math.round(estimate)) };
  if (changed === 0) return voice.text(exact ? 'reading.rules.effectNoneExact' : 'reading.rules.effectNone', words);
  if (exact) return voice.text('reading.rules.effectExact', { population: words.population, count: changed });
  return voice.text('reading.rules.effectEstimate', words);
}
