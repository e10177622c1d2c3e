import { z } from 'zod';
import { HIGHEST_FLOORS, LEAST_FLOORS } from '../../domain/model/floors.ts';
import { WEEK_STARTS } from '../../domain/model/week-start.ts';
import { projectSummarySchema } from './project.ts';

const count = z.number().int();
const zone = z.string().min(1).max(60);

/** How one project counts time: in which zone a moment has its day and hour, and on which day a week begins. */
export const countingOperations = {
  /** What stands; with `zone`, also what that zone would change, before it is set: messages known to the minute that would fall on another day, in another month. A zone that no calendar knows is refused. */
  'counting.settings': {
    kind: 'read',
    input: z.strictObject({ zone: zone.optional() }),
    output: z.object({
      timeZone: z.string(), weekStart: z.literal(WEEK_STARTS),
      effect: z.object({ timeZone: z.string(), messages: count, otherDay: count, otherMonth: count }).nullable(),
    }),
  },
  /** Sets the zone in which times are shown and counted; undoable. Everything that rests on days and hours is derived again by the next analysis, with the dates that promises name; moments themselves stay as they are. */
  'counting.setZone': { kind: 'command', input: z.strictObject({ timeZone: zone }), output: projectSummarySchema },
  /** From how many people and cases on figures are told, in every room, report and answer of the contract; never below those of the definitions. Undoable; nothing has to be analysed again. */
  'counting.setFloors': { kind: 'command', input: z.strictObject({ people: count.min(LEAST_FLOORS.people).max(HIGHEST_FLOORS.people), cases: count.min(LEAST_FLOORS.cases).max(HIGHEST_FLOORS.cases) }), output: projectSummarySchema },
  /** Sets the ISO weekday on which weeks begin, in charts and in what is counted by week; undoable. */
  'counting.setWeekStart': { kind: 'command', input: z.strictObject({ weekStart: z.literal(WEEK_STARTS) }), output: projectSummarySchema },
} as const;
