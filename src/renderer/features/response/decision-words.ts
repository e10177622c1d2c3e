import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { limitWords, shareWords } from '../../charts/counted-words.ts';

/** Moments of choice as the engine gives them. */
export type Decisions = OperationValue<'response.decisions'>;
/** One moment of the list. */
export type DecisionLine = Decisions['list'][number];

/** Who may come into a moment, in the order in which they are shown. */
export const WHO = ['present', 'competitor', 'peers', 'nobody'] as const;
/** When the brand may come, in the order in which it is shown. */
export const ORDERS = ['before', 'after', 'alone', 'unknown'] as const;
/** Seconds after which the arrival is told: an hour, a day, a week. */
export const TOLD_SECONDS = [3600, 86_400, 604_800] as const;

/** The finding over the room's figures, with a form for every way in which there is nothing to tell. */
export function decisionsSentence({ brand, moments, presence: { n, present } }: Decisions, voice: ChartVoice): string {
  if (moments === 0) return voice.text('minds.choices.none');
  if (brand === null) return voice.text('minds.choices.noBrand', { n: voice.count(moments) });
  if (n === 0) return voice.text('minds.choices.unseen', { count: moments, brand });
  if (present.estimate === null || present.low === null || present.high === null) return voice.text('minds.choices.few', { brand, k: voice.count(present.k), n: voice.count(present.n) });
  return voice.text('minds.choices.clear', { brand, share: voice.inHundred(present.estimate), low: voice.inHundred(present.low), high: voice.inHundred(present.high) });
}

/** How far the figures reach: moments, people, and those in which the brand would be seen. */
export function decisionsMeasure({ moments, people, presence: { n } }: Decisions, voice: ChartVoice): string {
  return voice.text('minds.choices.measure', { count: moments, people: voice.text('minds.choices.people', { count: people }), seen: voice.count(n) });
}

/** Who is there, as a table. */
export function whoTable({ presence }: Decisions, caption: string, voice: ChartVoice): ChartTable {
  return {
    caption,
    columns: [{ key: 'who', label: voice.text('minds.choices.column.who') }, { key: 'moments', label: voice.text('minds.choices.column.moments'), numeric: true }, { key: 'share', label: voice.text('minds.choices.column.share'), numeric: true }],
    rows: WHO.map((who) => [voice.text(`minds.choices.who.${who}`), voice.count(presence[who].k), `${shareWords(presence[who], voice)}${limitWords(presence[who], voice) === null ? '' : ` (${limitWords(presence[who], voice) ?? ''})`}`]),
  };
}

/** What stands under a moment: how it asks, who came and when, or why that is not seen. */
export function momentFacts({ form, brand, order, peers, competitors, unseen, namesBrand, authorName, container, network, atMs }: DecisionLine, voice: ChartVoice): string {
  const text = (key: string, values = {}): string => voice.text(`minds.choices.list.${key}`, values);
  return [
    authorName ?? text('unknown'), container ?? voice.network(network), ...(atMs === null ? [] : [voice.date(atMs)]), voice.text(`minds.choices.forms.${form}`),
    unseen !== null ? voice.text(`minds.choices.reasons.${unseen}`) : brand === null ? text('absent') : order === null ? text('present') : text('presentOrder', { order: voice.text(`minds.choices.order.${order}`) }),
    ...(peers > 0 ? [text('peers', { count: peers })] : []), ...(competitors > 0 ? [text('competitors', { count: competitors })] : []), ...(namesBrand ? [text('names')] : []),
  ].join(' · ');
}

/** The sentence over the curve of arrival: what a week shows, or that there is too little. */
export function arrivalSentence({ arrival, brand }: Decisions, voice: ChartVoice): string {
  const told = arrival.answeredWithin.filter(({ estimate }) => estimate !== null).at(-1);
  if (arrival.tooFew || told?.estimate == null) return voice.text('minds.choices.arrival.few', { n: voice.count(arrival.n) });
  return voice.text('minds.choices.arrival.clear', { time: voice.duration(told.seconds), brand: brand ?? '', share: voice.inHundred(told.estimate) });
}
