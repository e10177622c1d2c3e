import { z } from 'zod';
import { FORMATION_LINES, type FormationShares } from '../../domain/model/formation-line.ts';
import { DECLARED_MINDSETS, type DeclaredMindset } from '../../domain/model/strategy-codes.ts';
import type { HandlingMinutes } from '../../domain/strategy/formation.ts';
import { planRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Where the target and the minutes of the pitch are written down: there is one board. */
export const FORMATION_RECORD = { kind: 'formation', id: 'board' } as const;
/** Kind of what a person declares of a statement; the id is the statement. */
export const DECLARED_KIND = 'declared';

const line = z.enum(FORMATION_LINES);
/** Body of the board's record. */
export const boardSchema = z.object({
  target: z.record(line, z.number()).nullable().default(null),
  minutes: z.partialRecord(line, z.object({ low: z.number(), high: z.number() })).default({}),
});
/** Body of a declaration's record. */
export const declaredSchema = z.object({ declared: z.enum(DECLARED_MINDSETS).nullable().default(null), stance: z.number().nullable().default(null), note: z.string().default('') });

/** What a person set on the board. */
export interface FormationBoard {
  readonly target: FormationShares | null;
  readonly minutes: HandlingMinutes;
}

/** What a person declared of a statement, or of the stance. */
export interface Declared {
  readonly declared: DeclaredMindset | null;
  readonly stance: number | null;
  readonly note: string;
}

/** The board as it stands; without a target and minutes where nobody set them. */
export function standingBoard(project: ProjectDatabase): FormationBoard {
  const record = planRecord(project, FORMATION_RECORD);
  const parsed = record === null ? null : boardSchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? { target: parsed.data.target, minutes: parsed.data.minutes } : { target: null, minutes: {} };
}

/** What was declared of a statement. */
export function standingDeclared(project: ProjectDatabase, id: string): Declared {
  const record = planRecord(project, { kind: DECLARED_KIND, id });
  const parsed = record === null ? null : declaredSchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? parsed.data : { declared: null, stance: null, note: '' };
}
