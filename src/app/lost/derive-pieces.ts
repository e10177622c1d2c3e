import type { CallContext } from '../../contract/dispatch.ts';
import { MERGED_KINDS, type PieceKind, type UnseenReason } from '../../domain/model/value-piece.ts';
import { pieceState } from '../../domain/value/piece-state.ts';
import { proposedDepartment } from '../../domain/value/proposed-department.ts';
import { isPublicKind } from '../../domain/value/bookkeeper.ts';
import { deletePieces, groupQuestions, groupsBefore, storeAuthorPoints, storeGroups, storePieces, type PieceToStore } from '../../store/piece-records.ts';
import { applyRoutes } from '../../store/piece-routes.ts';
import { bookedPieceSources, brandSeenReader, PIECE_INTENTS, QUESTION_BITS, requestPieceSources, useSignsReader, type BookedPieceSource, type RequestPieceSource, type UseSigns } from '../../store/piece-sources.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { storedSources } from '../../store/request-context.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { foundGroups } from './found-groups.ts';
import { applyPairs, countRequesters } from './standing-groups.ts';

/** Version of what pieces of value are, what becomes of them and how they are grouped; raised with every change. */
export const PIECES_DEFINITION_VERSION = 'pieces 1';

/** What deriving pieces takes; `check` throws when the work is to stop. */
export interface PiecesOptions {
  readonly seed: number;
  readonly check: () => void;
  readonly onProgress: CallContext['onProgress'];
}

const BATCH = 5000;
const ANALYSIS_NOW = 'analysis_now_ms';

/**
 * The pieces of value that people created. Phases: 1. from requests: ideas and fault reports that the ledger booked, public
 * questions; what is none of them stays for the shares of departments; 2. from bookings: answers to peers, testimonials,
 * recommendations; 3. which ideas and faults ask the same, under names that are kept; questions stand in their topics;
 * 4. what hands decided: joins, partings, routes; 5. who counts as an independent requester, what authors gave in a year.
 * Needs requests, bookings and topics.
 */
export function derivePieces(project: ProjectDatabase, { seed, check, onProgress }: PiecesOptions): number {
  const before = new Map(MERGED_KINDS.map((kind) => [kind, groupsBefore(project, kind)]));
  const step = (done: number): void => {
    check();
    onProgress({ phase: 'aggregate', done, total: null, unit: 'steps' });
  };
  // 1. and 2.
  deletePieces(project);
  let stored = 0;
  const keep = (pieces: readonly PieceToStore[]): void => {
    storePieces(project, pieces);
    step((stored += pieces.length));
  };
  const signsOf = useSignsReader(project);
  for (let afterId = 0; ; ) {
    const requests = requestPieceSources(project, afterId, BATCH);
    const last = requests.at(-1);
    if (last === undefined) break;
    afterId = last.requestId;
    keep(requests.flatMap((request) => piecesOfRequest(request, signsOf(request.messageId, { authorId: request.accountId, askerId: request.accountId }))));
  }
  const placed = placeReader(project);
  for (let afterId = 0; ; ) {
    const booked = bookedPieceSources(project, afterId, BATCH);
    const last = booked.at(-1);
    if (last === undefined) break;
    afterId = last.bookingId;
    keep(booked.map((source) => bookedPiece(source, { ...placed(source), signs: signsOf(source.messageId, { authorId: source.accountId, askerId: source.askerId }) })));
  }
  // 3.
  for (const kind of MERGED_KINDS) storeGroups(project, foundGroups(project, { kind, seed, before: before.get(kind) ?? [], onStep: step }));
  groupQuestions(project);
  // 4.
  project.connection.transaction(() => {
    applyPairs(project);
    applyRoutes(project);
  }).immediate();
  // 5.
  countRequesters(project, null);
  storeAuthorPoints(project);
  return stored;
}

const knownMs = ({ atMs, precision }: Pick<RequestPieceSource, 'atMs' | 'precision'>): number | null => (precision === 'relative' || precision === 'none' ? null : atMs);

/** Probability that a message is what its piece says, from the reader; null where it was not read. */
function probabilityOf(kind: PieceKind, probabilities: string | null): number | null {
  if (probabilities === null) return null;
  const chances = JSON.parse(probabilities) as Readonly<Record<string, number>>;
  return Math.max(0, ...PIECE_INTENTS[kind].map((intent) => chances[intent] ?? 0));
}

function piecesOfRequest(request: RequestPieceSource, signs: UseSigns): PieceToStore[] {
  const { messageId, kind, brandId, accountId, intents, outcome, peerAtMs, observability, watchedMs, idea, fault, text, primaryIntent, probabilities } = request;
  const isQuestion = accountId !== null && (intents & QUESTION_BITS) !== 0 && isPublicKind(kind);
  const kinds = [...(idea ? ['idea' as const] : []), ...(fault ? ['fault' as const] : []), ...(isQuestion ? ['question' as const] : [])];
  const leading = kinds.find((piece) => PIECE_INTENTS[piece].some((intent) => intent === primaryIntent)) ?? kinds[0] ?? null;
  const unseen: UnseenReason | null = observability === 'observable' ? null : observability;
  const atMs = knownMs(request);
  const answered = outcome === 'public' || outcome === 'private' || peerAtMs !== null;
  const base = { messageId, brandId, accountId, atMs, unseen, answered, thanked: signs.thanked, replyMs: outcome === 'public' || outcome === 'private' ? request.answeredAtMs : null, watchedMs };
  const pieces = kinds.map((piece): PieceToStore => {
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
function placeReader(project: ProjectDatabase): (source: BookedPieceSource) => Place {
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

function bookedPiece(source: BookedPieceSource, { unseen, watchedMs, signs }: Place & { readonly signs: UseSigns }): PieceToStore {
  const { messageId, piece, brandId, accountId, text, probabilities } = source;
  const atMs = knownMs(source);
  const { department, rule, words } = proposedDepartment(piece, text);
  const fate = { answered: signs.brandReplied, thanked: signs.thanked, reused: signs.builtOn || signs.bestAnswer };
  return {
    messageId, kind: piece, brandId, accountId, atMs, unseen, ...fate, state: pieceState({ ...fate, unseen, atMs, endMs: watchedMs }), replyMs: signs.brandReplyMs, watchedMs,
    probability: probabilityOf(piece, probabilities), leads: false, department, departmentRule: rule, departmentWords: words,
  };
}
