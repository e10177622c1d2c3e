import { answerDelay } from './answer-delay.ts';
import type { AnswerCandidate } from './answer-candidates.ts';
import { INFERRED_WITHIN_MS } from './answer-candidates.ts';
import type { AutomaticRule } from './automatic-replies.ts';
import type { FactTable } from './fact-table.ts';
import { FOLLOW_UP_HOURS, type RequestOptions } from './request-episode.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Messages of one asker that belong together, and the answer that closed them. */
export interface Episode {
  /** Position of the first message with a request intent, or -1 while there is none. */
  request: number;
  readonly messages: number[];
  readonly brands: Set<number>;
  readonly threads: Set<string>;
  readonly firstAtMs: number | null;
  reopened: boolean;
  closed: boolean;
  answer: number;
  inferred: boolean;
  clockSkewed: boolean;
  waitedSeconds: number | null;
}

/** What judging one asker's messages needs. */
export interface AskerRules {
  readonly table: FactTable;
  readonly options: RequestOptions;
  readonly isRequest: (position: number) => boolean;
  readonly isAutomatic: AutomaticRule;
  /** Episode of every message, filled in here. */
  readonly episodeOf: Map<number, Episode>;
}

/**
 * Goes through one asker's messages and the brand messages that may answer them, in time order, and groups them into episodes.
 * At the same moment messages come before answers, so that an answer in the same second is a wait of 0; an explicit reply
 * stamped before its target is judged at the target's time. Returns the episodes that hold a request.
 */
export function askerEpisodes(messages: readonly number[], candidates: readonly AnswerCandidate[], rules: AskerRules): Episode[] {
  const { facts } = rules.table;
  const timeOf = (position: number): number => facts[position]?.atMs ?? -Infinity;
  const events = [
    ...messages.map((position) => ({ time: timeOf(position), position, candidate: null as AnswerCandidate | null })),
    ...candidates.map((candidate) => ({ time: Math.max(timeOf(candidate.position), candidate.target < 0 ? -Infinity : timeOf(candidate.target)), position: candidate.position, candidate })),
  ];
  events.sort((one, other) =>
    compare(one.time, other.time) || Number(one.candidate !== null) - Number(other.candidate !== null) ||
    compare(timeOf(one.position), timeOf(other.position)) || (facts[one.position]?.id ?? 0) - (facts[other.position]?.id ?? 0));
  const desk = new AskerDesk(rules);
  for (const { position, candidate } of events) {
    if (candidate === null) desk.takeMessage(position);
    else desk.takeCandidate(candidate);
  }
  return desk.episodes.filter((episode) => episode.request >= 0);
}

function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The open episodes of one asker while time passes. */
class AskerDesk {
  readonly episodes: Episode[] = [];
  private readonly rules: AskerRules;
  private readonly open = new Map<string, Episode[]>();
  private readonly copies = new Map<string, { readonly atMs: number; readonly episode: Episode }>();
  private readonly answeredAt = new Map<string, number>();

  constructor(rules: AskerRules) {
    this.rules = rules;
  }

  takeMessage(position: number): void {
    const { table, options, isRequest } = this.rules;
    const fact = table.facts[position];
    if (fact === undefined) return;
    const asks = isRequest(position);
    const { key, threaded } = this.threadOf(position);
    if (!options.mergeFollowUps || fact.authorId === null || fact.atMs === null) {
      if (asks) this.join(this.begin(fact.atMs), position, key);
      return;
    }
    // 1. a copy within a day of its first occurrence belongs to it, answered or not
    const copyKey = asks && fact.textKey !== null && fact.textKey !== '' ? `${fact.networkId} ${fact.textKey}` : null;
    const original = copyKey === null ? undefined : this.copies.get(copyKey);
    if (original !== undefined && fact.atMs - original.atMs <= DAY_MS) {
      this.join(original.episode, position, key);
      return;
    }
    // 2. otherwise it follows up what is open in its thread, or begins anew
    const atMs = fact.atMs;
    const windowMs = (options.followUpHours ?? FOLLOW_UP_HOURS) * HOUR_MS;
    const waiting = this.open.get(key)?.findLast((episode) => threaded || atMs - (episode.firstAtMs ?? atMs) <= windowMs);
    const episode = waiting ?? this.begin(atMs);
    if (asks && episode.request < 0) {
      const before = this.answeredAt.get(key);
      episode.reopened = before !== undefined && (threaded || atMs - before <= windowMs);
    }
    this.join(episode, position, key);
    if (copyKey !== null) this.copies.set(copyKey, { atMs, episode });
  }

  takeCandidate({ kind, position, target }: AnswerCandidate): void {
    const { table, options, episodeOf } = this.rules;
    const fact = table.facts[position];
    if (fact === undefined) return;
    if (kind !== 'mention') {
      const episode = episodeOf.get(target);
      if (episode !== undefined) this.close(episode, position, kind === 'quote' || kind === 'name');
      return;
    }
    if (fact.atMs === null) return;
    for (const episode of [...(this.open.get(`thread ${fact.rootId}`) ?? [])]) this.close(episode, position, false);
    if (!options.inferAnswers || table.sources.hasReplyLinks(position)) return;
    for (const episode of [...(this.open.get(`source ${table.sources.sourceOf[position]}`) ?? [])]) this.close(episode, position, true);
  }

  private begin(firstAtMs: number | null): Episode {
    const episode: Episode = {
      request: -1, messages: [], brands: new Set(), threads: new Set(), firstAtMs, reopened: false, closed: false,
      answer: -1, inferred: false, clockSkewed: false, waitedSeconds: null,
    };
    this.episodes.push(episode);
    return episode;
  }

  private join(episode: Episode, position: number, threadKey: string): void {
    const { table, isRequest, episodeOf } = this.rules;
    episode.messages.push(position);
    episodeOf.set(position, episode);
    for (const brand of table.addressed[position] ?? []) episode.brands.add(brand);
    if (episode.request < 0 && isRequest(position)) episode.request = position;
    if (episode.closed) return;
    // a place without reply links is looked up as a whole when the brand names somebody there
    const keys = table.sources.hasReplyLinks(position) ? [threadKey] : [threadKey, `source ${table.sources.sourceOf[position]}`];
    for (const key of keys) {
      if (episode.threads.has(key)) continue;
      episode.threads.add(key);
      const waiting = this.open.get(key);
      if (waiting === undefined) this.open.set(key, [episode]);
      else waiting.push(episode);
    }
  }

  /** Ends an episode with this brand message, if it is an answer to it. */
  private close(episode: Episode, position: number, inferred: boolean): void {
    const { table, options, isAutomatic } = this.rules;
    const reply = table.facts[position];
    if (episode.closed || reply === undefined) return;
    if (options.answerRule === 'definition') {
      if (options.population !== 'inbound' && !episode.brands.has(reply.voiceOfBrandId ?? -1)) return;
      const last = episode.messages.at(-1) ?? -1;
      const toward = table.parent[position] ?? -1;
      if (isAutomatic(position, table.facts[toward]?.voiceOfBrandId === null ? toward : last)) return;
    }
    const asked = table.facts[episode.request];
    if (asked !== undefined) {
      const delay = answerDelay(asked, reply) ?? (options.answerRule === 'direct' ? { seconds: 0, clockSkewed: true } : null);
      if (delay === null) return;
      if (inferred && (delay.seconds === null || delay.seconds * 1000 > INFERRED_WITHIN_MS)) return;
      Object.assign(episode, { answer: position, inferred, clockSkewed: delay.clockSkewed, waitedSeconds: delay.seconds });
      for (const key of episode.threads) this.answeredAt.set(key, episode.firstAtMs ?? -Infinity);
    }
    episode.closed = true;
    for (const key of episode.threads) {
      this.open.set(key, (this.open.get(key) ?? []).filter((other) => other !== episode));
    }
  }

  /** Where no reply link exists and a message stands alone, one place is one thread, for a day. */
  private threadOf(position: number): { readonly key: string; readonly threaded: boolean } {
    const { table } = this.rules;
    const rootId = table.facts[position]?.rootId ?? -1;
    const threaded = table.sources.hasReplyLinks(position) || (table.threadSize.get(rootId) ?? 1) > 1;
    return { key: threaded ? `thread ${rootId}` : `source ${table.sources.sourceOf[position]}`, threaded };
  }
}
