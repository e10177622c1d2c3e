import type { CallContext } from '../../contract/dispatch.ts';
import { LOST_AFTER_DAYS, MERGED_KINDS, type PieceKind, type UnseenReason } from '../../domain/model/value-piece.ts';
import { pieceState } from '../../domain/value/piece-state.ts';
import { proposedDepartment } from '../../domain/value/proposed-department.ts';
import { isPublicKind } from '../../domain/value/bookkeeper.ts';
import { groupQuestions, membersBefore, moveWatches, putWatches, storeAuthorPoints, storeGroups, storePieces, watchedPieces, type DemandWords, type MemberBefore, type PieceToStore } from '../../store/piece-records.ts';
import { applyRoutes } from '../../store/piece-routes.ts';
import { bestAnswers, bookedPieceSources, brandSeenReader, leaderReader, PIECE_INTENTS, pieceStretches, QUESTION_BITS, requestPieceSources, useSignsReader, type BookedPieceSource, type RequestPieceSource, type UseSigns } from '../../store/piece-sources.ts';
import { createMissingIndexes, dropIndexesOf } from '../../store/bulk-indexes.ts';
import { arePiecesWhole, areWatchesMoved, beginPieces, deleteNotedPieces, endPieces, notedPieces, settlePieces } from '../../store/piece-stamp.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { chancesIn } from '../../store/reading-bytes.ts';
import { highestMessageId } from '../../store/record-counts.ts';
import { storedSources } from '../../store/request-context.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { demandWords, earlierGroups, foundGroups, standingDemands } from './found-groups.ts';
import { PIECES_DEFINITION_VERSION } from './pieces-definition.ts';
import { applyPairs, countRequesters } from './standing-groups.ts';

/** What deriving pieces takes; `check` throws when the work is to stop. */
export interface PiecesOptions {
  readonly seed: number;
  readonly check: () => void;
  readonly onProgress: CallContext['onProgress'];
}

/** Messages whose pieces are made and written at once. */
const STRETCH = 20_000;
/** Beyond this share of the messages, and this many, every piece is made anew: it is cheaper then. */
const MOST_NOTED_SHARE = 1 / 3;
const LEAST_WORTH_REBUILD = 2000;
const ANALYSIS_NOW = 'analysis_now_ms';
const DAY_MS = 86_400_000;

/** What a run over the pieces did: everything anew, or only what was noted; messages looked at, pieces written. */
export interface PiecesWork {
  readonly whole: boolean;
  readonly messages: number;
  readonly items: number;
}

/**
 * The pieces of value that people created. Phases: 1. from requests: ideas and fault reports that the ledger booked, public
 * questions; what is none of them stays for the shares of departments; from bookings: answers to peers, testimonials,
 * recommendations; 2. until when the booked ones are watched; 3. which ideas and faults ask the same, under names that are kept;
 * questions stand in their topics; 4. what hands decided: joins, partings, routes; 5. who counts as an independent requester,
 * what authors gave in a year. Needs requests, bookings and topics. Where the pieces are whole, phase 1 is made again only for
 * messages that something touched since; the others look over all pieces and write what differs. The result is that of pieces
 * made anew, to the row, but for the names that groups keep. Where more than a third of the messages is touched, everything is
 * made anew. Pieces left half made are made again by the next run.
 */
export function derivePieces(project: ProjectDatabase, { seed, check, onProgress }: PiecesOptions): PiecesWork {
  const step = (done: number): void => {
    check();
    onProgress({ phase: 'aggregate', done, total: null, unit: 'steps' });
  };
  const noted = notedPieces(project);
  if (arePiecesWhole(project, PIECES_DEFINITION_VERSION) && noted <= Math.max(LEAST_WORTH_REBUILD, highestMessageId(project) * MOST_NOTED_SHARE)) {
    const gone = membersBefore(project, { notedOnly: true });
    const items = project.connection.transaction(() => {
      deleteNotedPieces(project);
      const made = makePieces(project, { notedOnly: true, step });
      settleWatches(project);
      settlePieces(project);
      return made;
    }).immediate();
    // looks at all pieces every time: a stop here leaves nothing that the next run does not make good
    regroup(project, { seed, gone, step, check });
    check();
    settleGroups(project);
    return { whole: false, messages: noted, items };
  }
  const gone = membersBefore(project, { notedOnly: false });
  beginPieces(project, PIECES_DEFINITION_VERSION);
  dropIndexesOf(project, ['value_piece']);
  let items: number;
  try {
    items = makePieces(project, { notedOnly: false, step });
    regroup(project, { seed, gone, step, check });
  } finally {
    createMissingIndexes(project.connection);
  }
  check();
  settleGroups(project);
  endPieces(project);
  return { whole: true, messages: highestMessageId(project), items };
}

/** Makes and stores the pieces of every message, or of those that have been noted, stretch by stretch. Returns how many. */
function makePieces(project: ProjectDatabase, { notedOnly, step }: { readonly notedOnly: boolean; readonly step: (done: number) => void }): number {
  const best = bestAnswers(project);
  const placed = placeReader(project);
  let stored = 0;
  for (const stretch of pieceStretches(project, { size: STRETCH, notedOnly })) {
    const signsOf = useSignsReader(project, stretch, best);
    const leaderOf = leaderReader(project, stretch);
    const places = new Map<number, number>();
    const placeOf = (messageId: number): number => {
      const place = places.get(messageId) ?? 0;
      places.set(messageId, place + 1);
      return place;
    };
    const demands = new Map<number, DemandWords>();
    const pieces = requestPieceSources(project, stretch).flatMap((request) => {
      const { messageId, accountId, language, text } = request;
      const made = piecesOfRequest(request, { signs: signsOf(messageId, { authorId: accountId, askerId: accountId }), leaderId: leaderOf(messageId) });
      if (made.some(({ kind }) => isMerged(kind))) demands.set(messageId, { messageId, language, words: demandWords(text, language).sort().join(' ') });
      return made.map((piece) => ({ ...piece, place: placeOf(messageId) }));
    });
    const booked = bookedPieceSources(project, stretch).map((source) => ({ ...bookedPiece(source, { ...placed(source), signs: signsOf(source.messageId, { authorId: source.accountId, askerId: source.askerId }) }), place: placeOf(source.messageId) }));
    storePieces(project, [...pieces, ...booked], [...demands.values()]);
    step((stored += pieces.length + booked.length));
  }
  return stored;
}

/** Until when pieces are watched rests on imports and places, not on their messages: written where it is another than before. */
function settleWatches(project: ProjectDatabase): void {
  if (areWatchesMoved(project)) moveWatches(project, LOST_AFTER_DAYS * DAY_MS);
  const placed = placeReader(project);
  putWatches(project, watchedPieces(project).flatMap(({ pieceId, answered, thanked, reused, atMs, ...piece }) => {
    const { unseen, watchedMs } = placed(piece);
    if (unseen === piece.unseen && watchedMs === piece.watchedMs) return [];
    return [{ pieceId, unseen, watchedMs, state: pieceState({ answered: answered === 1, thanked: thanked === 1, reused: reused === 1, unseen, atMs, endMs: watchedMs }) }];
  }));
}

/** Which pieces ask the same, looked for among all of them; `gone` are members of groups that were taken out. Writes what differs, one transaction a step. */
function regroup(project: ProjectDatabase, { seed, gone, step, check }: { readonly seed: number; readonly gone: readonly MemberBefore[]; readonly step: (done: number) => void; readonly check: () => void }): void {
  const standing = standingDemands(project, step);
  const before = earlierGroups(gone, standing);
  for (const [kind, demands] of standing) {
    check();
    storeGroups(project, foundGroups(project, demands, { kind, seed, before: before.get(kind) ?? [] }));
  }
  groupQuestions(project);
}

/** What else looks at all pieces at once: decisions by hand, requesters, points. Writes what differs, one transaction a step. */
function settleGroups(project: ProjectDatabase): void {
  project.connection.transaction(() => {
    applyPairs(project);
    applyRoutes(project);
  }).immediate();
  countRequesters(project, null);
  storeAuthorPoints(project);
}

const isMerged = (kind: PieceToStore['kind']): boolean => MERGED_KINDS.some((merged) => merged === kind);

const knownMs = ({ atMs, precision }: Pick<RequestPieceSource, 'atMs' | 'precision'>): number | null => (precision === 'relative' || precision === 'none' ? null : atMs);

/** Probability that a message is what its piece says, from the reader; null where it was not read. */
function probabilityOf(kind: PieceKind, probabilities: Uint8Array | null): number | null {
  if (probabilities === null) return null;
  const chances = chancesIn(probabilities);
  return Math.max(0, ...PIECE_INTENTS[kind].map((intent) => chances[intent] ?? 0));
}

type UnplacedPiece = Omit<PieceToStore, 'place'>;

function piecesOfRequest(request: RequestPieceSource, { signs, leaderId }: { readonly signs: UseSigns; readonly leaderId: number | null }): UnplacedPiece[] {
  const { messageId, kind, brandId, accountId, intents, outcome, peerAtMs, observability, watchedMs, idea, fault, text, primaryIntent, probabilities } = request;
  const isQuestion = accountId !== null && (intents & QUESTION_BITS) !== 0 && isPublicKind(kind);
  const kinds = [...(idea ? ['idea' as const] : []), ...(fault ? ['fault' as const] : []), ...(isQuestion ? ['question' as const] : [])];
  const leading = kinds.find((piece) => PIECE_INTENTS[piece].some((intent) => intent === primaryIntent)) ?? kinds[0] ?? null;
  const unseen: UnseenReason | null = observability === 'observable' ? null : observability;
  const atMs = knownMs(request);
  const answered = outcome === 'public' || outcome === 'private' || peerAtMs !== null;
  const base = { messageId, brandId, accountId, atMs, unseen, answered, thanked: signs.thanked, replyMs: outcome === 'public' || outcome === 'private' ? request.answeredAtMs : null, watchedMs, leaderId };
  const pieces = kinds.map((piece): UnplacedPiece => {
    // replies to a question are answers, never something built on it
    const reused = piece !== 'question' && signs.builtOn;
    const { department, rule, words } = proposedDepartment(piece, text);
    return { ...base, kind: piece, reused, state: pieceState({ ...base, reused, endMs: watchedMs }), probability: probabilityOf(piece, probabilities), leads: piece === leading, department, departmentRule: rule, departmentWords: words };
  });
  if (pieces.length > 0) return pieces;
  const isAsked = (intents & QUESTION_BITS) !== 0 && primaryIntent !== 'trouble' && primaryIntent !== 'idea';
  const { department, rule, words } = proposedDepartment(isAsked ? 'question' : primaryIntent === 'idea' ? 'idea' : 'request', text);
  return [{ ...base, kind: 'request', reused: false, state: pieceState({ ...base, reused: false, endMs: watchedMs }), probability: null, leads: true, department, departmentRule: rule, departmentWords: words }];
}

interface Place {
  readonly unseen: UnseenReason | null;
  readonly watchedMs: number;
}

/** Whether, and until when, what became of a message could have been seen in its place. */
function placeReader(project: ProjectDatabase): (source: Pick<BookedPieceSource, 'piece' | 'messageId' | 'rootId' | 'containerId' | 'importId' | 'networkId'>) => Place {
  const { place, incompleteRoots } = storedSources(project);
  const brandSeen = brandSeenReader(project);
  const now = settingOf(project, ANALYSIS_NOW);
  const capMs = now === null || now === '' ? Infinity : Number(now);
  const latestMs = observationEndMs(project) ?? 0;
  return (source) => {
    const { coverage, observationEndMs: endMs } = place(source);
    const isSilent = coverage === 'absent' || (source.piece === 'testimonial' && !brandSeen(source));
    const isIncomplete = coverage === 'partly' && incompleteRoots.has(source.rootId ?? source.messageId);
    return { unseen: isSilent ? 'unobservable' : isIncomplete ? 'incomplete' : null, watchedMs: Math.min(endMs ?? latestMs, capMs) };
  };
}

function bookedPiece(source: BookedPieceSource, { unseen, watchedMs, signs }: Place & { readonly signs: UseSigns }): UnplacedPiece {
  const { messageId, piece, brandId, accountId, text, probabilities } = source;
  const atMs = knownMs(source);
  const { department, rule, words } = proposedDepartment(piece, text);
  const fate = { answered: signs.brandReplied, thanked: signs.thanked, reused: signs.builtOn || signs.bestAnswer };
  return {
    messageId, kind: piece, brandId, accountId, atMs, unseen, ...fate, state: pieceState({ ...fate, unseen, atMs, endMs: watchedMs }), replyMs: signs.brandReplyMs, watchedMs,
    probability: probabilityOf(piece, probabilities), leads: false, department, departmentRule: rule, departmentWords: words, leaderId: null,
  };
}
