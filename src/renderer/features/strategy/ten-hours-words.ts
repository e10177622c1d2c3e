import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { inTenths, type WordedSentence } from './target-words.ts';

/** Where further hours pay. */
export type TenHours = OperationValue<'strategy.tenHours'>;
/** One network of them. */
export type TenHoursNetwork = TenHours['networks'][number];

/** Hours and minutes as they are typed. */
export interface TenHoursDraft {
  readonly hours: string;
  readonly low: string;
  readonly high: string;
}

/** What was typed, and what of it must be corrected; empty minutes are those written for the line of listening. */
export interface TypedTenHours {
  readonly input: Pick<OperationInput<'strategy.tenHours'>, 'hours' | 'minutes'>;
  readonly badHours: boolean;
  readonly badMinutes: boolean;
}

const MOST_HOURS = 80;
const decimal = (text: string): number => (/^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN);

/** Reads what was typed, with a comma or a point; a part that must be corrected is left out of what is asked. */
export function typedTenHours({ hours, low, high }: TenHoursDraft): TypedTenHours {
  const [wanted, from, to] = [decimal(hours), decimal(low), decimal(high)];
  const areHours = wanted >= 1 && wanted <= MOST_HOURS;
  const none = low.trim() === '' && high.trim() === '';
  const areMinutes = from >= 0.5 && from <= to && to <= 480;
  return { input: { ...(areHours ? { hours: wanted } : {}), ...(areMinutes ? { minutes: { low: from, high: to } } : {}) }, badHours: !areHours, badMinutes: !none && !areMinutes };
}

/** The sentence above the table: where hours pay most, that it does not matter or depends, or why it cannot be told. */
export function tenHoursSentence({ reason, hours, more, best, alike, networks }: TenHours, voice: ChartVoice): WordedSentence {
  if (reason !== null || more === null) {
    const key = reason === 'no-requests' ? 'noRequests' : reason === 'minutes' ? 'minutes' : reason === 'nothing-left' ? 'nothing' : 'few';
    return { form: 'too-few', text: voice.text(`targets.ten.title.${key}`) };
  }
  const values = { hours: voice.number(hours), more: inTenths(more.estimate, voice), low: inTenths(more.low, voice), high: inTenths(more.high, voice) };
  const open = networks.filter(({ tooFew }) => !tooFew);
  if (best === null) return { form: 'not-clear', text: voice.text(`targets.ten.title.${alike ? 'alike' : 'depends'}`, values) };
  return { form: 'clear', text: voice.text(`targets.ten.title.${open.length === 1 ? 'only' : 'best'}`, { ...values, network: voice.network(best) }) };
}
