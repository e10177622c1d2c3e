import type { OperationValue } from '../../contract/operations.ts';
import { DEPARTMENTS, LOST_AFTER_DAYS, PIECE_KINDS } from '../../domain/model/value-piece.ts';
import type { Intent } from '../../domain/model/codes.ts';
import type { PieceKind } from '../../domain/model/value-piece.ts';
import { countedShare } from '../../domain/value/counted-share.ts';
import { departmentCounts, knownAuthors, pieceCondition, pieceCount, stateCounts, unseenPlaces, type PieceChoice, type PieceScope } from '../../store/piece-pages.ts';
import { PIECE_INTENTS } from '../../store/piece-sources.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { wrongShares } from '../check/wrong-shares.ts';
import { standingRequesters } from './lost-change.ts';

/** No restriction. */
export const EVERY_PIECE: PieceChoice = { kinds: [], states: [], departments: [], group: null, routed: null, once: false };

/** The labels that a kind rests on: one of them must be on. */
const KIND_LABELS: Readonly<Record<PieceKind, readonly Intent[]>> = PIECE_INTENTS;

/**
 * How much of each kind is lost, of the pieces whose fate the data show and that were watched long enough; how many were found
 * and how; where what became of pieces cannot be seen; which department the requests go to.
 */
export async function lostSummary(project: ProjectDatabase, scope: PieceScope): Promise<OperationValue<'lost.summary'>> {
  const condition = pieceCondition(scope, EVERY_PIECE);
  const states = stateCounts(project, condition);
  const authors = knownAuthors(project, condition);
  const wrong = await wrongShares(project);
  const kinds = PIECE_KINDS.map((kind) => {
    const of = (state: string): number => states.find((row) => row.kind === kind && row.state === state)?.pieces ?? 0;
    const [lost, answered, thanked, reused, adopted] = [of('lost'), of('answered'), of('thanked'), of('reused'), of('adopted')];
    const found = answered + thanked + reused + adopted;
    const by = authors.get(kind) ?? 0;
    return { kind, lost: countedShare(lost, lost + found, by), authors: by, found, answered, thanked, reused, adopted, waiting: of('waiting'), unseen: of('unseen'), reading: wrong(KIND_LABELS[kind]) };
  });
  const { departments, authors: askers } = departmentCounts(project, scope);
  const requests = departments.reduce((sum, row) => sum + row.requests, 0);
  return {
    kinds,
    unseen: unseenPlaces(project, condition),
    departments: DEPARTMENTS.map((department) => {
      const row = departments.find((one) => one.department === department);
      return { department, requests: countedShare(row?.requests ?? 0, requests, askers), byHand: row?.byHand ?? 0 };
    }),
    routed: pieceCount(project, pieceCondition(scope, { ...EVERY_PIECE, routed: true, once: true })),
    requesters: standingRequesters(project),
    lostAfterDays: LOST_AFTER_DAYS,
  };
}
