import type { OperationValue } from '../../contract/operations.ts';
import { HEARINGS } from '../../domain/model/hearing.ts';
import { LOST_AFTER_DAYS } from '../../domain/model/value-piece.ts';
import { departmentsHeard, leastHeard } from '../../domain/value/department-hearing.ts';
import { requestsHeard } from '../../store/department-queries.ts';
import type { PieceScope } from '../../store/piece-pages.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { openableMessages } from '../trust/openable-messages.ts';

const DAY_MS = 86_400_000;

/** What each department hears of what is said to it, and which hears least. */
export function heardByDepartment(project: ProjectDatabase, scope: PieceScope): OperationValue<'lost.hearing'> {
  const departments = departmentsHeard(requestsHeard(project, scope, LOST_AFTER_DAYS * DAY_MS));
  return {
    watchedDays: LOST_AFTER_DAYS,
    least: leastHeard(departments),
    departments: departments.map(({ department, said, people, messages, heard, kinds }) => ({
      department, said, people, heard: { ...heard }, kinds: kinds.map((kind) => ({ ...kind })),
      outcomes: HEARINGS.map((hearing) => ({ hearing, n: messages[hearing].length, messageIds: openableMessages(messages[hearing]) })),
    })),
  };
}
