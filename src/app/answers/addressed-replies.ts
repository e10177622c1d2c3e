import type { AddressedMessage } from '../../domain/answers/criticism-gap.ts';
import { publicVoices, type PublicVoice } from '../../store/addressed-voices.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** Criticism or praise addressed to the brand, with what became of it and where it stands. */
export interface AddressedVoice extends AddressedMessage, Pick<PublicVoice, 'rootId' | 'containerId' | 'atMs' | 'offPage'> {
  /** Its answer would be in the data. */
  readonly observable: boolean;
  /** When it was answered, UTC ms; null without an answer. */
  readonly answeredAtMs: number | null;
}

const ANSWERED = 1;
const AFTER_ANSWER = 2;
const UNSEEN = 4;

/** What became of one message. */
interface Fate {
  readonly bits: number;
  readonly answeredAtMs: number | null;
}

/** Fates by message, as long as the answer they come from is remembered. */
const fateMaps = new WeakMap<object, Map<number, Fate>>();

/**
 * What became of every message addressed to the brand, whatever it wants: message ids, three facts as bits, and when it was answered. Messages of one
 * person in one conversation before an answer share it, as requests do.
 */
function addressedFates(scope: ResolvedScope): Map<number, Fate> {
  const columns = cachedAnswer(scope.project, { name: 'addressed-answers', input: { brand: scope.brand?.name } }, () => {
    const ids: number[] = [];
    const fates: number[] = [];
    const answeredAt: (number | null)[] = [];
    for (const { messageId, mergedIds, brandIds, censored, reopened, observability, answeredAtMs } of episodesOf({ ...scope, messages: {} }, { population: 'inbound' })) {
      if (brandIds.length === 0) continue;
      const fate = (censored ? 0 : ANSWERED) | (reopened ? AFTER_ANSWER : 0) | (observability === 'observable' ? 0 : UNSEEN);
      for (const id of [messageId, ...mergedIds]) {
        ids.push(id);
        fates.push(fate);
        answeredAt.push(answeredAtMs);
      }
    }
    return { ids, fates, answeredAt };
  });
  const known = fateMaps.get(columns);
  if (known !== undefined) return known;
  const fates = new Map(columns.ids.map((id, position) => [id, { bits: columns.fates[position] ?? 0, answeredAtMs: columns.answeredAt[position] ?? null }]));
  fateMaps.set(columns, fates);
  return fates;
}

/** Criticism and praise that a scope selects and that are addressed to its brand, in id order. */
export function addressedVoices(scope: ResolvedScope): AddressedVoice[] {
  const { brandId: _brandId, ...messages } = scope.messages;
  const fates = addressedFates(scope);
  return publicVoices(scope.project, messageCondition(messages)).flatMap((voice) => {
    const fate = fates.get(voice.messageId);
    if (fate === undefined) return [];
    const { bits, answeredAtMs } = fate;
    return [{ ...voice, answered: (bits & ANSWERED) !== 0, afterAnswer: (bits & AFTER_ANSWER) !== 0, observable: (bits & UNSEEN) === 0, answeredAtMs }];
  });
}
