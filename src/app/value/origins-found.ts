import type { OriginDemands, OriginSide } from '../../domain/model/origin-code.ts';
import { originMatches, type OriginPair } from '../../domain/value/origin/origin-matches.ts';
import { originShare, type OriginShare } from '../../domain/value/origin/origin-share.ts';
import { originSide, requestersBefore, type DatedAnnouncement, type FirstRequest } from '../../domain/value/origin/origin-side.ts';
import type { DemandRow } from '../../store/origin-queries.ts';
import { demandWords } from '../lost/found-groups.ts';
import { originGround, type FoldedAnnouncement, type OriginGround } from './origin-ground.ts';
import { messageKey, type StandingVerdict } from './origin-records.ts';
import type { ResolvedScope } from '../read/scope.ts';

const DRAWS = 2000;
const DEALS = 1000;

/** A pair with its messages: those of the demand in order of time, the one most like the announcement by name. */
export interface FoundDemand {
  readonly messageId: number;
  readonly likeness: number | null;
  readonly q: number | null;
  readonly verdict: 'same' | 'different' | null;
  readonly people: number;
  readonly firstMs: number;
  readonly messageIds: number[];
}

/** An announcement with who asked for the same. */
export interface FoundOrigin {
  readonly messageId: number;
  readonly copies: number[];
  readonly side: OriginSide;
  readonly before: readonly (FirstRequest & { readonly messageId: number })[];
  readonly after: number;
  readonly demands: FoundDemand[];
  readonly candidates: FoundDemand[];
}

/** Everything that does not rest on the page that is shown. Plain JSON. */
export interface FoundOrigins {
  readonly copies: number;
  readonly demands: number;
  readonly pieces: number;
  readonly people: number;
  readonly leftOut: OriginGround['leftOut'];
  readonly tooFew: boolean;
  readonly sides: Readonly<Record<OriginSide, number>>;
  readonly share: OriginShare;
  readonly consistent: OriginShare & { readonly requesters: number };
  readonly matched: { readonly pairs: number; readonly expected: number; readonly same: number; readonly different: number };
  readonly origins: FoundOrigin[];
}

const MOST_DRILLED = 200;

interface JudgedPair extends Omit<OriginPair, 'likeness' | 'q'> {
  readonly likeness: number | null;
  readonly q: number | null;
  readonly verdict: 'same' | 'different' | null;
}

/** The pairs of each announcement with what people said laid over them: `same` makes a pair, `different` undoes it. */
function judgedPairs(found: { readonly pairs: readonly OriginPair[]; readonly near: readonly OriginPair[] }, verdicts: ReadonlyMap<string, 'same' | 'different'>): { readonly taken: JudgedPair[]; readonly refused: JudgedPair[]; readonly near: JudgedPair[] } {
  const nameOf = ({ announcement, demand }: Pick<OriginPair, 'announcement' | 'demand'>): string => `${String(announcement)} ${String(demand)}`;
  const known = new Set(found.pairs.map(nameOf));
  const likeness = new Map(found.near.map((pair) => [nameOf(pair), pair.likeness]));
  const ruled = found.pairs.map((pair): JudgedPair => ({ ...pair, verdict: verdicts.get(nameOf(pair)) ?? null }));
  const added = [...verdicts].flatMap(([name, verdict]): JudgedPair[] => {
    const [announcement = 0, demand = 0] = name.split(' ').map(Number);
    return known.has(name) ? [] : [{ announcement, demand, likeness: likeness.get(name) ?? null, q: null, verdict }];
  });
  const all = [...ruled, ...added];
  return { taken: all.filter(({ verdict }) => verdict !== 'different'), refused: all.filter(({ verdict }) => verdict === 'different'), near: found.near.filter((pair) => !verdicts.has(nameOf(pair))).map((pair): JudgedPair => ({ ...pair, verdict: null })) };
}

/** Verdicts by place of announcement and demand, through the keys of the messages that are here. */
function verdictPlaces(verdicts: readonly StandingVerdict[], announcements: readonly FoldedAnnouncement[], demandOf: ReadonlyMap<string, number>): Map<string, 'same' | 'different'> {
  if (verdicts.length === 0) return new Map();
  const places = new Map(announcements.flatMap((announcement, place) => [announcement, ...announcement.copies].map((row) => [messageKey(row), place] as const)));
  return new Map(verdicts.flatMap(({ announcement, demand, verdict }) => {
    const [place, group] = [places.get(announcement), demandOf.get(demand)];
    return place === undefined || group === undefined ? [] : [[`${String(place)} ${String(group)}`, verdict] as const];
  }));
}

/**
 * Announcements against demands: pairs by rule and by hand, who was first of each, the shares with their chance, the credits.
 * Pieces below an announcement, or below its copies, are never held against it: their words are an echo of it; nor are pieces
 * around another brand. A demand is all the pieces of its group. `requesters` is what counts as a consistent number.
 */
export function foundOrigins(scope: ResolvedScope, { of, seed, requesters, verdicts }: { readonly of: OriginDemands; readonly seed: number; readonly requesters: number; readonly verdicts: readonly StandingVerdict[] }): FoundOrigins {
  const { announcements, pieces, leftOut, watchedFromMs } = originGround(scope, of);
  const groups = new Map<string, number>();
  const members: DemandRow[][] = [];
  for (const piece of pieces) {
    let place = groups.get(piece.group);
    if (place === undefined) {
      groups.set(piece.group, (place = groups.size));
      members.push([]);
    }
    members[place]?.push(piece);
  }
  const placeOf = (piece: DemandRow): number => groups.get(piece.group) ?? 0;
  const threads = announcements.map(({ messageId, copies }) => new Set([messageId, ...copies.map((copy) => copy.messageId)]));
  const isBelow = (announcement: number, { rootId }: DemandRow): boolean => threads[announcement]?.has(rootId) === true;
  const found = originMatches({
    announcements: announcements.map(({ text, language }) => ({ language, words: demandWords(text, language) })),
    pieces: pieces.map((piece) => ({ language: piece.language, words: piece.words.split(' '), demand: placeOf(piece) })),
    apart: (announcement, place) => {
      const piece = pieces[place];
      return piece === undefined || isBelow(announcement, piece) || (piece.brandId !== null && piece.brandId !== announcements[announcement]?.brandId);
    },
    seed,
  });
  const demandOf = verdicts.length === 0 ? new Map<string, number>() : new Map(pieces.map((piece) => [messageKey(piece), placeOf(piece)]));
  const judged = judgedPairs(found, verdictPlaces(verdicts, announcements, demandOf));
  const byAnnouncement = (pairs: readonly JudgedPair[]): JudgedPair[][] => {
    const sorted: JudgedPair[][] = announcements.map(() => []);
    for (const pair of pairs) sorted[pair.announcement]?.push(pair);
    return sorted;
  };
  const [taken, refused, near] = [byAnnouncement(judged.taken), byAnnouncement(judged.refused), byAnnouncement(judged.near)];
  const demandFound = (pair: JudgedPair): FoundDemand => {
    const asked = (members[pair.demand] ?? []).filter((piece) => !isBelow(pair.announcement, piece)).toSorted((one, other) => one.atMs - other.atMs || one.messageId - other.messageId);
    return { messageId: asked[0]?.messageId ?? 0, likeness: pair.likeness, q: pair.q, verdict: pair.verdict, people: new Set(asked.map(({ requesterId }) => requesterId)).size, firstMs: asked[0]?.atMs ?? 0, messageIds: asked.slice(0, MOST_DRILLED).map(({ messageId }) => messageId) };
  };
  const dated = announcements.map(({ atMs }, place): DatedAnnouncement => ({
    atMs, watchedFromMs, requests: (taken[place] ?? []).flatMap(({ demand }) => members[demand] ?? []).filter((piece) => !isBelow(place, piece)).map(({ requesterId, atMs: askedMs }) => ({ requesterId, atMs: askedMs })),
  }));
  const origins = announcements.map(({ messageId, copies, atMs }, place): FoundOrigin => {
    const asked = (taken[place] ?? []).flatMap(({ demand }) => members[demand] ?? []).filter((piece) => !isBelow(place, piece));
    const messageOf = (request: FirstRequest): number => asked.find((piece) => piece.requesterId === request.requesterId && piece.atMs === request.atMs)?.messageId ?? 0;
    const own = dated[place] ?? { atMs, requests: [], watchedFromMs };
    const before = requestersBefore(own).map((request) => ({ ...request, messageId: messageOf(request) }));
    const people = new Set(own.requests.map(({ requesterId }) => requesterId)).size;
    return {
      messageId, copies: copies.map((copy) => copy.messageId), side: originSide(own), before, after: people - before.length,
      demands: [...(taken[place] ?? []), ...(refused[place] ?? [])].map(demandFound).filter(({ messageId: named }) => named !== 0), candidates: (near[place] ?? []).map(demandFound).filter(({ messageId: named }) => named !== 0),
    };
  });
  const plan = { draws: DRAWS, deals: DEALS, seed };
  const count = (side: OriginSide): number => origins.filter((origin) => origin.side === side).length;
  return {
    copies: announcements.reduce((sum, { copies }) => sum + copies.length, 0), demands: members.length, pieces: pieces.length, people: new Set(pieces.map(({ requesterId }) => requesterId)).size, leftOut, tooFew: found.tooFew,
    sides: { audience: count('audience'), brand: count('brand'), early: count('early'), unknown: count('unknown') },
    share: originShare(dated, { ...plan, least: 1 }), consistent: { requesters, ...originShare(dated, { ...plan, least: requesters }) },
    matched: { pairs: found.pairs.length, expected: found.expected, same: judged.taken.filter(({ verdict }) => verdict === 'same').length, different: judged.refused.length },
    origins,
  };
}
