import { z } from 'zod';
import { REPLY_COVERAGES } from '../../domain/model/codes.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();

/** What the imports hold of the time that charts show. */
export const coverOperations = {
  /**
   * When anything was imported of the chosen networks and places, and whether with its replies: stretches that follow on each
   * other, `none` where nothing was imported for two weeks or longer. Other filters do not narrow it.
   */
  'coverage.stretches': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      stretches: z.array(z.object({ fromMs: z.number(), toMs: z.number(), state: z.enum([...REPLY_COVERAGES, 'none']), windows: count })),
      imports: count, places: count,
    }),
  },
} as const;
