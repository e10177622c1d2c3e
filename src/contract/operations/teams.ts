import { z } from 'zod';
import { survivalGroupSchema } from './analysis.ts';
import { responseRuleShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const answerer = z.strictObject({
  network: z.string().max(100),
  /** Handle of the profile, or its id at the source. */
  profile: z.string().max(500),
  /** Initials or name under the answers; null: the profile's unsigned answers. */
  signature: z.string().max(100).nullable(),
});
const team = z.strictObject({ id: z.string().min(1).max(100), name: z.string().trim().min(1).max(100), members: z.array(answerer).max(2000) });
const teamWaits = survivalGroupSchema.pick({ n: true, authors: true, tooFew: true, medianSeconds: true, medianLow: true, medianHigh: true, longestFollowUpSeconds: true, restrictedMeanSeconds: true, restrictedMeanLow: true, restrictedMeanHigh: true, answeredWithin: true });

/**
 * Waits by team of those who answer. Figures of people at work: off until a person states on what basis they are looked at, and
 * then of teams alone, never of one person.
 */
export const teamOperations = {
  'teams.settings': {
    kind: 'read',
    input: z.strictObject({ brand: scopeShape.brand }),
    output: z.object({
      basis: z.object({ text: z.string(), statedBy: z.string(), atMs: z.number() }).nullable(),
      teams: z.array(team),
      /** Who is seen to answer for the brand, without counts; null until a basis is stated. */
      answerers: z.array(answerer).nullable(),
      leastPeople: count,
    }),
  },
  /** Replaces the basis and the teams; a basis of null switches figures of teams off and keeps the teams. Undoable. Nobody is in two teams. */
  'teams.set': {
    kind: 'command',
    input: z.strictObject({
      basis: z.strictObject({ text: z.string().trim().min(10).max(2000), statedBy: z.string().trim().min(1).max(200) }).nullable(),
      teams: z.array(team).max(200),
    }),
    output: z.object({ changed: z.boolean() }),
  },
  /** Waits until the first answer by the team that gave it, among answered requests alone: silence belongs to nobody. */
  'response.teams': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...responseRuleShape }),
    output: z.object({
      /** False: nobody stated a basis, and there is no figure. */
      stated: z.boolean(), leastPeople: count,
      /** Answered requests, and those of them answered by nobody of a team. */
      answered: count, unassigned: count, horizonSeconds: z.number(), shareSeconds: z.array(z.number()),
      teams: z.array(z.object({
        id: z.string(), name: z.string(),
        /** Different people of the team among these answers; null where there are fewer than a team needs. */
        people: count.nullable(), tooFewPeople: z.boolean(),
        /** Null where too few people answered: then not even a count. */
        waits: teamWaits.nullable(),
        /** The requests behind; null where there are more than a list takes, or no figure. */
        messageIds: z.array(count).nullable(),
      })),
      /** Log-rank tests of each team against the largest, p adjusted after Holm. */
      tests: z.array(z.object({ a: z.string(), b: z.string(), statistic: nullableNumber, p: nullableNumber, pAdjusted: nullableNumber })),
    }),
  },
} as const;
