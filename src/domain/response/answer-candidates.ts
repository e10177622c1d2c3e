import { ascendingPosition } from '../stats/ascending-position.ts';
import type { FactTable } from './fact-table.ts';
import { isAnsweringVoice } from './fact-table.ts';
import type { ReplyChains } from './reply-chains.ts';
import type { RequestOptions } from './request-episode.ts';
import { shingleHash, wordsOf } from './word-shingles.ts';

/** Within this time of a request a brand message without reply links may be taken as its answer. */
export const INFERRED_WITHIN_MS = 48 * 3_600_000;

/** A brand message that may answer somebody. */
export interface AnswerCandidate {
  /** `reply` reaches a message by its parents, `mention` names the asker, `quote` repeats a message's text, `name` was taken to answer it by a name or a quote beforehand. */
  readonly kind: 'reply' | 'mention' | 'quote' | 'name';
  readonly position: number;
  /** The asker's message it reaches or quotes; -1 for a mention. */
  readonly target: number;
  /** The asker of a mention; for the others the author of the target. */
  readonly askerId: number | null;
}

/**
 * Every way in which brand messages may answer, to be judged in time order against the requests then open. A mention inside a
 * reply to another commenter counts only where names are written by people: a network that puts the names of a whole thread in
 * front of each reply names everybody. Quotes are looked for only in places without any reply link. O(n) and, for quotes,
 * O(log n) a message.
 */
export function answerCandidates(
  table: FactTable, chains: ReplyChains, { eligible, brandId, options }: { eligible: Uint8Array; brandId: number | null; options: RequestOptions },
): AnswerCandidate[] {
  const { facts, parent } = table;
  const candidates: AnswerCandidate[] = [];
  facts.forEach((fact, position) => {
    if (!isAnsweringVoice(fact, brandId)) return;
    if (options.answerRule === 'direct') {
      const target = parent[position] ?? -1;
      if (eligible[target] === 1) candidates.push({ kind: 'reply', position, target, askerId: facts[target]?.authorId ?? null });
      return;
    }
    const target = chains.reached(position);
    if (target >= 0) candidates.push({ kind: 'reply', position, target, askerId: facts[target]?.authorId ?? null });
    const person = facts[chains.personAbove[position] ?? -1];
    for (const askerId of fact.mentionedAccountIds) {
      if (fact.networkNamesInFront && person !== undefined && person.authorId !== askerId) continue;
      candidates.push({ kind: 'mention', position, target: -1, askerId });
    }
  });
  if (options.answerRule === 'definition' && options.inferAnswers) {
    addInferred(table, { eligible, brandId, candidates });
    addQuotes(table, { eligible, brandId, candidates });
  }
  return candidates;
}

/** Answers that were inferred beforehand, where no link of the place contradicts them. */
function addInferred(table: FactTable, { eligible, brandId, candidates }: { eligible: Uint8Array; brandId: number | null; candidates: AnswerCandidate[] }): void {
  const { facts, sources } = table;
  const inferred = facts.flatMap((fact, position) => (fact.inferredParentId !== undefined && isAnsweringVoice(fact, brandId) && !sources.hasReplyLinks(position) ? [{ position, parentId: fact.inferredParentId }] : []));
  if (inferred.length === 0) return;
  const wanted = new Set(inferred.map(({ parentId }) => parentId));
  const positionOf = new Map(facts.flatMap(({ id }, position) => (wanted.has(id) ? [[id, position] as const] : [])));
  for (const { position, parentId } of inferred) {
    const target = positionOf.get(parentId) ?? -1;
    if (eligible[target] === 1) candidates.push({ kind: 'name', position, target, askerId: facts[target]?.authorId ?? null });
  }
}

function addQuotes(table: FactTable, { eligible, brandId, candidates }: { eligible: Uint8Array; brandId: number | null; candidates: AnswerCandidate[] }): void {
  const { facts, sources } = table;
  const quoting = new Map<string, number[]>();
  facts.forEach((fact, position) => {
    if (!isAnsweringVoice(fact, brandId) || fact.atMs === null || sources.hasReplyLinks(position) || fact.textKey === null) return;
    const words = wordsOf(fact.textKey);
    const keys = new Set<string>();
    for (let first = 0; first + 3 <= words.length; first += 1) keys.add(`${sources.sourceOf[position]} ${shingleHash(words, first)}`);
    if (QUOTATION.test(fact.textKey)) keys.add(`${sources.sourceOf[position]} marks`);
    for (const key of keys) {
      const sharing = quoting.get(key);
      if (sharing === undefined) quoting.set(key, [position]);
      else sharing.push(position);
    }
  });
  if (quoting.size === 0) return;
  const timeOf = (position: number): number => facts[position]?.atMs ?? 0;
  for (const positions of quoting.values()) positions.sort((one, other) => timeOf(one) - timeOf(other));
  const timesOf = new Map([...quoting].map(([key, positions]) => [key, Float64Array.from(positions, timeOf)]));
  facts.forEach((fact, target) => {
    if (eligible[target] !== 1 || fact.textKey === null || fact.atMs === null || sources.hasReplyLinks(target)) return;
    const words = wordsOf(fact.textKey);
    if (words.length === 0) return;
    const key = words.length < 3 ? `${sources.sourceOf[target]} marks` : `${sources.sourceOf[target]} ${shingleHash(words, 0)}`;
    const positions = quoting.get(key) ?? [];
    const times = timesOf.get(key) ?? new Float64Array(0);
    let found = 0;
    for (let place = ascendingPosition(times, fact.atMs); place < positions.length && (times[place] ?? 0) <= fact.atMs + INFERRED_WITHIN_MS; place += 1) {
      const position = positions[place] ?? -1;
      if (!quotes(facts[position]?.textKey ?? '', words)) continue;
      candidates.push({ kind: 'quote', position, target, askerId: fact.authorId });
      found += 1;
      if (found === 5) break; // the first that is not automatic answers; a text quoted over and over must not cost more
    }
  });
}

const QUOTATION = /["«“”‘>]/u;

/** Fewer than three words are a quotation only right after a quotation mark: two common words meet by chance. */
function quotes(text: string, words: readonly string[]): boolean {
  if (words.length >= 3) return ` ${wordsOf(text).join(' ')} `.includes(` ${words.join(' ')} `);
  return text.split(/["«“”‘>]/u).slice(1).some((part) => {
    const quoted = wordsOf(part);
    return words.every((word, place) => quoted[place] === word);
  });
}
