import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** Topics as the engine lists them. */
export type Topics = OperationValue<'topics.list'>;
/** One topic. */
export type Topic = Topics['topics'][number];

/** What comes back: questions, or texts. */
export const TOPIC_KINDS = ['question', 'copies'] as const;
/** One of {@link TOPIC_KINDS}. */
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** What topics may be ordered by. */
export const TOPIC_ORDERS = ['people', 'messages', 'unanswered', 'latest'] as const;
/** One of {@link TOPIC_ORDERS}. */
export type TopicOrder = (typeof TOPIC_ORDERS)[number];

/** How much recurs, of how much; a form for nothing. */
export function topicsLead({ total, grouped, asked }: Topics, kind: TopicKind, voice: ChartVoice): string {
  if (kind === 'copies') return total === 0 ? voice.text('terms.recurring.leadNoneCopies') : voice.text('terms.recurring.leadCopies', { count: total, grouped: voice.count(grouped) });
  const values = { asked: voice.count(asked ?? 0), grouped: voice.count(grouped) };
  return total === 0 ? voice.text('terms.recurring.leadNone', values) : voice.text('terms.recurring.lead', { count: total, ...values });
}

/** When a topic was written about; empty where no time is known. */
export function topicDates({ firstMs, lastMs }: Topic, voice: ChartVoice): string {
  if (firstMs === null || lastMs === null) return '';
  const [from, to] = [voice.date(firstMs), voice.date(lastMs)];
  return from === to ? voice.text('terms.recurring.datedOnce', { from }) : voice.text('terms.recurring.dated', { from, to });
}

/** How many were answered, as counts: "con risposta 7 su 22 (2 in privato, 1 non osservabile)". Null for copies. */
export function answeredWords({ answers }: Topic, voice: ChartVoice): string | null {
  if (answers === null) return null;
  if (answers.n === 0) return voice.text('terms.recurring.none');
  const beside = [
    answers.sentToPrivate === 0 ? '' : voice.text('terms.recurring.private', { count: answers.sentToPrivate }),
    answers.unobservable === 0 ? '' : voice.text('terms.recurring.unobservable', { count: answers.unobservable }),
  ].filter((part) => part !== '');
  const told = voice.text('terms.recurring.answered', { answered: voice.count(answers.inPublic + answers.sentToPrivate), n: voice.count(answers.n) });
  return beside.length === 0 ? told : `${told} (${beside.join(', ')})`;
}
