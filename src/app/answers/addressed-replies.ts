import type { AddressedMessage } from '../../domain/answers/criticism-gap.ts';
import { publicVoices, type PublicVoice } from '../../store/addressed-voices.ts';
import { fileStamp } from '../../store/held-messages.ts';
import { highestMessageId } from '../../store/record-counts.ts';
import { messageCondition, type SqlCondition } from '../../store/selection-sql.ts';
import { heldProject, type HeldProject } from '../read/held-project.ts';
import { inboundEpisodes } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** Criticism or praise addressed to the brand, with what became of it and where it stands. */
export interface AddressedVoice extends AddressedMessage, Pick<PublicVoice, 'rootId' | 'containerId' | 'atMs' | 'offPage'> {
  /** Its answer would be in the data. */
  readonly observable: boolean;
  /** When it was answered, UTC ms; null without an answer. */
  readonly answeredAtMs: number | null;
}

const KNOWN = 1;
const ANSWERED = 2;
const AFTER_ANSWER = 4;
const UNSEEN = 8;

/** What became of messages addressed to a brand, by message id: facts as bits, 0 where a message is not addressed to it, and when it was answered, NaN where it was not. */
interface Fates {
  readonly bits: Uint8Array;
  readonly answeredAtMs: Float64Array;
}

const EVERYTHING: SqlCondition = { sql: '1', parameters: [] };
/** Brands whose voices stay in memory while a project is held: 9 bytes a message and some 150 a voice. */
const KEPT_BRANDS = 4;

/**
 * What became of every message addressed to the brand of a scope, whatever it wants. Messages of one person in one
 * conversation before an answer share it, as requests do.
 */
function judgedFates(scope: ResolvedScope): Fates {
  const size = highestMessageId(scope.project) + 1;
  const fates = { bits: new Uint8Array(size), answeredAtMs: new Float64Array(size).fill(NaN) };
  for (const { messageId, mergedIds, brandIds, censored, reopened, observability, answeredAtMs } of inboundEpisodes(scope)) {
    if (brandIds.length === 0) continue;
    const bits = KNOWN | (censored ? 0 : ANSWERED) | (reopened ? AFTER_ANSWER : 0) | (observability === 'observable' ? 0 : UNSEEN);
    for (const id of [messageId, ...mergedIds]) {
      fates.bits[id] = bits;
      fates.answeredAtMs[id] = answeredAtMs ?? NaN;
    }
  }
  return fates;
}

/** Criticism and praise under a condition with what became of it, in id order; what is not addressed to the brand is left out. */
function voicesWith({ bits, answeredAtMs }: Fates, { project }: ResolvedScope, condition: SqlCondition): AddressedVoice[] {
  return publicVoices(project, condition).flatMap((voice) => {
    const fate = bits[voice.messageId] ?? 0;
    const answeredAt = answeredAtMs[voice.messageId] ?? NaN;
    if (fate === 0) return [];
    return [{ ...voice, answered: (fate & ANSWERED) !== 0, afterAnswer: (fate & AFTER_ANSWER) !== 0, observable: (fate & UNSEEN) === 0, answeredAtMs: Number.isNaN(answeredAt) ? null : answeredAt }];
  });
}

/** The voices of one brand: their fates rest on the data alone, who counts as the public on roles as well. */
interface BrandVoices {
  readonly fates: Fates;
  stamp: string;
  voices: readonly AddressedVoice[];
}

const voicesOf = new WeakMap<HeldProject, Map<number | null, BrandVoices>>();

/** All voices of a brand, judged once while the project is held: a filter shows or hides a voice and changes nothing about it. */
function heldVoices(scope: ResolvedScope, held: HeldProject): readonly AddressedVoice[] {
  const brandId = scope.brand?.id ?? null;
  const stamp = fileStamp(scope.project);
  const known = voicesOf.get(held) ?? new Map<number | null, BrandVoices>();
  voicesOf.set(held, known);
  const found = known.get(brandId) ?? { fates: judgedFates(scope), stamp: '', voices: [] };
  known.delete(brandId);
  known.set(brandId, found);
  const [oldest] = known.keys();
  if (known.size > KEPT_BRANDS && oldest !== undefined) known.delete(oldest);
  if (found.stamp !== stamp) {
    found.voices = voicesWith(found.fates, scope, EVERYTHING);
    found.stamp = stamp;
  }
  return found.voices;
}

/** Criticism and praise that a scope selects and that are addressed to its brand, in id order. */
export function addressedVoices(scope: ResolvedScope): AddressedVoice[] {
  const { brandId: _brandId, ...messages } = scope.messages;
  const held = heldProject(scope.project);
  if (held === null || messages.messageIds !== undefined || messages.accountIds !== undefined) return voicesWith(judgedFates(scope), scope, messageCondition(messages));
  const { keeps } = held.messages.selectionOf(messages.filters ?? {}, null);
  return heldVoices(scope, held).filter(({ messageId }) => keeps(messageId));
}
