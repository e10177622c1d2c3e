import { z } from 'zod';
import type { AnswerTeam, TeamBasis } from '../../domain/model/answer-team.ts';
import { planRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Where the basis and the teams are written down: there is one such record. */
export const TEAMS_RECORD = { kind: 'answer-teams', id: 'all' } as const;

const recordSchema = z.object({
  basis: z.object({ text: z.string(), statedBy: z.string(), atMs: z.number() }).nullable(),
  teams: z.array(z.object({ id: z.string(), name: z.string(), members: z.array(z.object({ network: z.string(), profile: z.string(), signature: z.string().nullable() })) })),
});

/** What stands about teams; without a basis no figure of them is made, whatever teams there are. */
export interface KeptTeams {
  readonly basis: TeamBasis | null;
  readonly teams: readonly AnswerTeam[];
}

/** The basis and the teams as they stand; neither where nobody wrote them down. */
export function keptTeams(project: ProjectDatabase): KeptTeams {
  const record = planRecord(project, TEAMS_RECORD);
  const parsed = record === null ? null : recordSchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? parsed.data : { basis: null, teams: [] };
}
