import type { OperationValue } from '../../contract/operations.ts';
import { fixEffect, FIX_DAYS, LEAST_FIX_DAYS, LEAST_REPORTERS } from '../../domain/value/fix-effect.ts';
import { faultRows, faultsWatchedMs, type FaultRow } from '../../store/fault-queries.ts';
import { messagesById } from '../../store/message-queries.ts';
import { pieceCondition, type PieceScope } from '../../store/piece-pages.ts';
import { groupSubjects, routedGroups, routesOf } from '../../store/piece-routes.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { EVERY_PIECE } from './lost-summary.ts';
import { reachedMs } from './lost-times.ts';

type Fixes = OperationValue<'lost.fixes'>;

const DAY_MS = 86_400_000;
const MOST_FIXES = 50;
/** Messages that one fix opens at most. */
const MOST_IDS = 5000;

/** Faults that a person declared fixed, the latest first, each with the people who report it before and after beside all other faults. */
export function effectOfFixes(project: ProjectDatabase, scope: PieceScope): Fixes {
  const rows = faultRows(project, pieceCondition(scope, { ...EVERY_PIECE, kinds: ['fault'] }));
  const [fromMs, toMs] = [rows[0]?.atMs ?? 0, faultsWatchedMs(project) ?? 0];
  const byGroup = new Map<string, FaultRow[]>();
  for (const row of rows) {
    if (row.group === null) continue;
    const own = byGroup.get(row.group);
    if (own === undefined) byGroup.set(row.group, [row]);
    else own.push(row);
  }
  const routed = routedGroups(project);
  const fixed = [...byGroup].flatMap(([group, subject]) => {
    if (!routed.has(group)) return [];
    const [route] = routesOf(project, groupSubjects(project, group)).toSorted((one, other) => other.atMs - one.atMs);
    const fixMs = route === undefined ? null : reachedMs(route, 'done');
    return fixMs === null ? [] : [{ group, subject, fixMs }];
  }).toSorted((one, other) => other.fixMs - one.fixMs || (one.group < other.group ? -1 : 1));
  const texts = new Map(messagesById(project, fixed.slice(0, MOST_FIXES).flatMap(({ subject }) => subject[0]?.messageId ?? [])).map(({ messageId, text }) => [messageId, text ?? '']));
  return {
    declared: fixed.length, windowDays: FIX_DAYS, leastDays: LEAST_FIX_DAYS, leastPeople: LEAST_REPORTERS,
    fixes: fixed.slice(0, MOST_FIXES).map(({ group, subject, fixMs }) => {
      const effect = fixEffect({ subject, others: rows.filter((row) => row.group !== group), fixMs, fromMs, toMs });
      const within = subject.filter(({ atMs }) => Math.abs(atMs - fixMs) <= effect.days * DAY_MS).slice(0, MOST_IDS).map(({ messageId }) => messageId);
      const typicalId = subject[0]?.messageId ?? 0;
      return { id: group, text: texts.get(typicalId) ?? '', typicalId, fixMs, ...effect, messageIds: within };
    }),
  };
}
