import type { AddressedMessage } from '../../domain/answers/criticism-gap.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { publicVoices, type PublicVoice } from '../../store/addressed-voices.ts';
import { fileStamp } from '../../store/held-messages.ts';
import { positionIn } from '../../store/message-columns.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageCondition, type SqlCondition } from '../../store/selection-sql.ts';
import { heldProject, type HeldProject } from '../read/held-project.ts';
import { inboundEpisodes, inboundOf } from '../read/request-source.ts';
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

/** What became of the messages addressed to a brand, ids ascending: facts as bits, and when each was answered, NaN where it was not. */
export interface Fates {
  readonly ids: Float64Array;
  readonly bits: Uint8Array;
  readonly answeredAtMs: Float64Array;
}

const EVERYTHING: SqlCondition = { sql: '1', parameters: [] };
/** Brands whose voices stay in memory while a project is held: 17 bytes a message addressed to them and some 150 a voice. */
const KEPT_BRANDS = 12;

/**
 * What became of every message addressed to the brand of a scope, whatever it wants. Messages of one person in one
 * conversation before an answer share it, as requests do. Reads every message.
 */
function judgedFates(scope: ResolvedScope): Fates {
  return fatesOf(inboundEpisodes(scope));
}

function fatesOf(episodes: readonly RequestEpisode[]): Fates {
  const found: { readonly id: number; readonly bits: number; readonly answeredAtMs: number }[] = [];
  for (const { messageId, mergedIds, brandIds, censored, reopened, observability, answeredAtMs } of episodes) {
    if (brandIds.length === 0) continue;
    const bits = (censored ? 0 : ANSWERED) | (reopened ? AFTER_ANSWER : 0) | (observability === 'observable' ? 0 : UNSEEN);
    for (const id of [messageId, ...mergedIds]) found.push({ id, bits, answeredAtMs: answeredAtMs ?? NaN });
  }
  found.sort((one, other) => one.id - other.id);
  return { ids: Float64Array.from(found, ({ id }) => id), bits: Uint8Array.from(found, ({ bits }) => bits), answeredAtMs: Float64Array.from(found, (fate) => fate.answeredAtMs) };
}

/** The fates of several brands from one reading of all messages. */
export function fatesByBrand(scope: ResolvedScope, brandIds: readonly (number | null)[]): { readonly brandId: number | null; readonly fates: Fates }[] {
  const inbound = inboundOf(scope.project);
  return brandIds.map((brandId) => ({ brandId, fates: fatesOf(inbound(brandId)) }));
}

/** Criticism and praise under a condition with what became of it, in id order; what is not addressed to the brand is left out. */
function voicesWith({ ids, bits, answeredAtMs }: Fates, { project }: ResolvedScope, condition: SqlCondition): AddressedVoice[] {
  return publicVoices(project, condition).flatMap((voice) => {
    const at = positionIn(ids, voice.messageId);
    if (at < 0) return [];
    const [fate, answeredAt] = [bits[at] ?? 0, answeredAtMs[at] ?? NaN];
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

/** Takes in what another thread judged of the held project's messages; what was judged here stays. */
export function takeFates(project: ProjectDatabase, brandId: number | null, fates: Fates): void {
  const held = heldProject(project);
  if (held === null) return;
  const known = voicesOf.get(held) ?? new Map<number | null, BrandVoices>();
  voicesOf.set(held, known);
  if (!known.has(brandId)) known.set(brandId, { fates, stamp: '', voices: [] });
}

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
