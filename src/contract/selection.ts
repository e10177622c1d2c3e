import { z } from 'zod';
import { INTENTS, OUTCOMES, ROLES, SENTIMENTS } from '../domain/model/codes.ts';

/** Filters that act on every room. All given filters must hold; a list holds when any of its values does. */
export const filtersSchema = z.strictObject({
  /** Inclusive start, UTC ms. Selects messages (and requests) by their own time, approximate times left out; never shortens a follow-up. */
  fromMs: z.number().int().optional(),
  /** Exclusive end, UTC ms. */
  toMs: z.number().int().optional(),
  networks: z.array(z.string()).optional(),
  /** Container names as printed by `overview`. */
  containers: z.array(z.string()).optional(),
  roles: z.array(z.enum(ROLES)).optional(),
  /** Tribe ids as printed by `tribes.list`. */
  tribes: z.array(z.string()).optional(),
  intents: z.array(z.enum(INTENTS)).optional(),
  /** Messages whose likeliest intent is one of these: what a share of a whole is made of. */
  primaryIntents: z.array(z.enum(INTENTS)).optional(),
  languages: z.array(z.string()).optional(),
  sentiments: z.array(z.enum(SENTIMENTS)).optional(),
  /** Words to find in the text; quoted for the search index, never interpreted. */
  text: z.string().max(200).optional(),
  /** Weekdays of the message's own time in the project's zone, 1 = Monday; times known to the day or less precisely are left out, here and in `hours`. */
  weekdays: z.array(z.number().int().min(1).max(7)).optional(),
  /** Hours of the day of the message's own time in the project's zone, 0-23. */
  hours: z.array(z.number().int().min(0).max(23)).optional(),
});
export type Filters = z.infer<typeof filtersSchema>;

/** What every read operation takes. `brand` is a brand's name; the project's own brand when left out. */
export const scopeShape = {
  brand: z.string().optional(),
  filters: filtersSchema.optional(),
  /** `response.survival`, `response.gaps` and `response.requests` tell waits on this clock; every other read uses the wall clock, whatever is said here. */
  clock: z.enum(['wall', 'opening']).optional(),
};
/** The scope alone, for reads that take nothing else. */
export const scopeSchema = z.strictObject(scopeShape);
export type Scope = z.infer<typeof scopeSchema>;

/** One page of a list: 0-based page, rows a page. */
export const pageShape = {
  page: z.number().int().min(0).default(0),
  size: z.number().int().min(1).max(1000).default(100),
};

/** How requests can be dealt into groups. */
export const GROUPINGS = ['none', 'intent', 'network', 'container', 'tribe', 'hour', 'weekday'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How response is computed; the non-default modes exist to be checked against other tools. */
export const responseRuleShape = {
  population: z.enum(['requests', 'inbound']).optional(),
  answerRule: z.enum(['definition', 'direct']).optional(),
  mergeFollowUps: z.boolean().optional(),
  /** Whether answers inferred without a reply link count (they are marked either way). */
  includeInferred: z.boolean().optional(),
  /** For how many hours an asker's later messages belong to the first where a place has no threads; 24 by the definition. */
  followUpHours: z.number().min(1).max(2160).optional(),
};

export type ResponseRule = z.infer<z.ZodObject<typeof responseRuleShape>>;

/** Picks requests: those of one group of a grouping, of one outcome, of one hour (0-23) and weekday (1 = Monday) of arrival, and only those whose times carry a wait (`timed`). */
export const requestSelectionShape = {
  by: z.enum(GROUPINGS).optional(),
  key: z.string().optional(),
  weekday: z.number().int().min(1).max(7).optional(),
  hour: z.number().int().min(0).max(23).optional(),
  /** Arrived while its channel was open, or shut; nothing where nobody set the hours. */
  arrival: z.enum(['open', 'closed']).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  timed: z.boolean().optional(),
};

export type RequestSelection = z.infer<z.ZodObject<typeof requestSelectionShape>>;

/** A rectangle on the value map, in points; open where left out. */
export const mapBoxSchema = z.strictObject({
  createdFrom: z.number().optional(),
  createdTo: z.number().optional(),
  consumedFrom: z.number().optional(),
  consumedTo: z.number().optional(),
});
/** A shape drawn on the value map: corners in points (created, consumed); sides are straight on the map. */
export const mapPolygonSchema = z.array(z.tuple([z.number().min(0), z.number().min(0)])).min(3).max(200);
export type MapBox = z.infer<typeof mapBoxSchema>;
