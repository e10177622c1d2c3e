import { z } from 'zod';
import { INTENTS } from '../../domain/model/codes.ts';
import { scopeShape } from '../selection.ts';
import { reportSchema } from './present.ts';

/** What can be narrowed while pages are shown: networks, kinds of request, a period. Nothing of it is kept. */
const liveFiltersSchema = z.strictObject({
  networks: z.array(z.string().min(1).max(100)).min(1).max(50).optional(),
  intents: z.array(z.enum(INTENTS)).min(1).optional(),
  /** Inclusive start, UTC ms. */
  fromMs: z.number().int().optional(),
  /** Exclusive end, UTC ms. */
  toMs: z.number().int().optional(),
});
export type LiveFilters = z.infer<typeof liveFiltersSchema>;

/**
 * What came of a filter. `filtered`: the page, made again. `fixed`: the page is not made from this filter. `too-close`: the
 * filter leaves out fewer people than a number may be given on, so that the page before and after would tell theirs.
 * `nothing`: with this filter the page has nothing to say.
 */
const LIVE_OUTCOMES = ['filtered', 'fixed', 'too-close', 'nothing'] as const;

/** Reports that are shown on a screen. */
export const presentShowOperations = {
  /**
   * One page of the client's report of today, made again under a further filter with the same guard, by rule (what a person
   * wrote over the page spoke of other figures). Stores nothing. `mark` says in the report's language what it is filtered by;
   * `report` holds that page, its tables and its pictures alone, null where `state` is not `filtered`.
   */
  'present.filtered': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, language: z.enum(['it', 'en']).default('it'), seed: z.number().int().default(1), page: z.string().min(1).max(200), by: liveFiltersSchema }),
    output: z.object({ state: z.enum(LIVE_OUTCOMES), mark: z.string(), report: reportSchema.nullable(), pictures: z.array(z.object({ chart: z.string(), name: z.string(), svg: z.string() })) }),
  },
  /**
   * Opens the second window of a presentation at an address of the workbench, on another screen where there is one, or closes
   * it (null). `screens` counts the screens. `missing-capability` where the host opens no windows: a browser opens its own.
   */
  'host.presentWindow': {
    kind: 'host',
    input: z.strictObject({ address: z.string().max(4000).regex(/^#\/present\/(?:notes|show)(?:\?[\w%&=.~*+:-]*)?$/, 'an address of the presentation is expected').nullable() }),
    output: z.object({ isOpen: z.boolean(), screens: z.number().int() }),
  },
} as const;
