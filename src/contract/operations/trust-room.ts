import { z } from 'zod';
import { ADVICE_REACHES } from '../../domain/model/advice-reach.ts';
import { TRIBE_SHAPES } from '../../domain/model/tribe-look.ts';
import { TIE_STAGES } from '../../domain/model/tie-stage.ts';
import { countedShareSchema } from '../counted-shapes.ts';
import { pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const part = z.enum(['promises', 'reciprocity', 'tie-strength', 'care', 'advocacy']);
const tiePart = z.enum(['duration', 'frequency', 'recency', 'reciprocity', 'breadth', 'intimacy', 'neighbours']);
const lens = z.enum(['value', 'roles', 'interests', 'communities']);
const given = z.number().min(0).max(100);
const givenWeights = z.strictObject({ promises: given, reciprocity: given, 'tie-strength': given, care: given, advocacy: given });
const weights = z.object({ promises: z.number(), reciprocity: z.number(), 'tie-strength': z.number(), care: z.number(), advocacy: z.number() });
const figure = { estimate: nullableNumber, low: nullableNumber, high: nullableNumber };
const tieParts = z.object({ duration: nullableNumber, frequency: nullableNumber, recency: nullableNumber, reciprocity: nullableNumber, breadth: nullableNumber, intimacy: nullableNumber, neighbours: nullableNumber });

/** How a group is called and drawn; `lens` is `all` for everybody. */
export const trustGroupShape = { tribe: z.string(), lens: z.enum(['all', ...lens.options]), name: z.string(), title: z.string().nullable(), color: count, shape: z.enum(TRIBE_SHAPES), hidden: z.boolean(), size: count };

const againstChance = z.object({ share: z.number(), chance: z.number(), chanceLow: z.number(), chanceHigh: z.number(), /** (share − chance) / (1 − chance). */ above: nullableNumber, aboveLow: nullableNumber, aboveHigh: nullableNumber });

/** Reciprocity among the people of a group, the brand left out, against shuffles that keep how many each addresses and is addressed by. */
export const amongSchema = z.object({
  ties: count, reciprocated: count, share: nullableNumber, weighted: nullableNumber,
  /** `later`: the shuffles are still to come, or were not asked for. */ reason: z.enum(['few-ties', 'through-brand', 'later']).nullable(), shuffles: count, madeShare: nullableNumber, byTies: againstChance.nullable(), byWeight: againstChance.nullable(),
});

/** A tie of at least three exchanges; `person` and `other` are accounts, `other` null for the brand. */
const tie = z.object({
  person: count, personName: z.string(), other: count.nullable(), otherName: z.string().nullable(), network: z.string(), forth: count, back: count, exchanges: count,
  firstMs: nullableNumber, lastMs: nullableNumber, parts: tieParts, /** Mean of the known parts; null where fewer than five are. */ strength: nullableNumber, messageIds: z.array(count),
});

/** The room of trust beside its five parts: ties in seven parts, single people, the index of the user's own weights, levers, trend. */
export const trustRoomOperations = {
  /** Ties between people, or of people with the brand. A tribe keeps ties with both ends in it; filters of time, network and place choose messages, filters by tribe choose people, others do not act. */
  'trust.ties': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, between: z.enum(['people', 'brand']).default('people'), tribe: z.string().optional(), accountId: count.optional(), orderBy: z.enum(['strength', 'exchanges', 'last', ...tiePart.options]).default('strength'), ...pageShape }),
    output: z.object({
      total: count, pairs: z.array(tie),
      /** Distribution of the strength by tribe; quartiles are null under 20 ties or 10 people. */
      summary: z.array(z.object({ ...trustGroupShape, pairs: count, people: count, lowerQuartile: nullableNumber, median: nullableNumber, upperQuartile: nullableNumber, parts: tieParts })),
    }),
  },
  /** How strangers become friends: of the pairs that met, how many come to each stage within ninety days of the first contact. A tribe keeps pairs with both ends in it. */
  'trust.funnel': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, between: z.enum(['people', 'brand']).default('people') }),
    output: z.object({
      between: z.enum(['people', 'brand']), days: count, pairs: count, people: count,
      /** Pairs whose first contact is too near the end, and pairs with an exchange of unknown time: apart. */
      early: count, untimed: count,
      stages: z.array(z.object({ stage: z.enum(TIE_STAGES), pairs: count, ofMet: countedShareSchema, ofPrevious: countedShareSchema })),
      tribes: z.array(z.object({ ...trustGroupShape, pairs: count, answered: countedShareSchema, friends: countedShareSchema })),
    }),
  },
  /** Unpaid recommendations by the tie between who recommends and to whom, as it was at that moment. */
  'trust.recommenders': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      recommendations: count, people: count, /** To people of these data, but with an unknown time. */ untimed: count, /** People who recommend to somebody of these data. */ seenPeople: count,
      /** A message counts once, with the closest of those it goes to. `absent`: names friends who never write here; `open`: to nobody in particular. */
      reaches: z.array(z.object({ reach: z.enum(ADVICE_REACHES), recommendations: count, people: count, messageIds: z.array(count).nullable() })),
      /** Of those to people of these data; and of everything else that the same people wrote to people. */
      strong: countedShareSchema, otherwise: countedShareSchema,
      /** Of strong ties at the moment of the recommendation; null under 20 or 10 people. */
      strength: z.object({ lowerQuartile: nullableNumber, median: nullableNumber, upperQuartile: nullableNumber }),
      /** Strong ties as they were at that moment, at most twenty, the strongest first. */
      pairs: z.array(tie),
    }),
  },
  /** What the parts are made of for single people, and what cannot be said of one person. */
  'trust.people': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, accountIds: z.array(count).max(20).default([]) }),
    output: z.object({
      people: z.array(z.object({
        accountId: count, name: z.string(), network: z.string(),
        promises: z.object({ open: count, kept: count, late: count, broken: count, unverifiable: count, /** The messages that promise. */ messageIds: z.array(count) }),
        requests: z.object({ n: count, answered: count, messageIds: z.array(count) }), care: z.object({ watched: count, answered: count, thanked: count }),
        among: z.object({ addressed: count, addressedBy: count, both: count, scoredTies: count, medianStrength: nullableNumber }),
        brand: tie.nullable(), advocacy: z.object({ active: z.boolean(), recommends: z.boolean(), warns: z.boolean() }),
        cannot: z.array(z.enum(['share-of-one', 'chance-of-one', 'no-promise', 'no-request', 'no-watched-request', 'no-scored-tie', 'no-tie-with-brand', 'not-active'])),
      })),
    }),
  },
  /** Off until a person gives weights. A part that counts and is missing leaves a tribe without index. */
  'trust.composite': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, lens: lens.default('value'), /** Tried, not kept. */ weights: givenWeights.partial().optional() }),
    output: z.object({
      /** As kept; null while the index is off. */
      kept: weights.nullable(),
      /** As used here, adding up to 1; null where the index is off or no weight is above 0. */
      used: weights.nullable(),
      tribes: z.array(z.object({ ...trustGroupShape, ...figure, missing: z.array(part), tooFew: z.boolean(), rank: count.nullable() })),
      sensitivity: z.object({ weightings: count, groups: count, firstChanges: z.number(), meanTau: nullableNumber }).nullable(),
    }),
  },
  /** The weights of the index; null turns it off. One change, undoable. */
  'trust.setWeights': {
    kind: 'command',
    input: z.strictObject({ weights: givenWeights.refine((those) => Object.values(those).some((value) => value > 0), 'one weight is above 0').nullable() }),
    output: z.object({ weights: weights.nullable(), changed: z.boolean(), dataVersion: count }),
  },
  /** Which part would move the index of a tribe most, under an assumption that is said. */
  'trust.levers': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, lens: lens.default('value'), assumption: z.enum(['ten-more', 'quarter-of-rest', 'half-width']).default('ten-more') }),
    output: z.object({
      used: weights.nullable(), assumption: z.enum(['ten-more', 'quarter-of-rest', 'half-width']),
      tribes: z.array(z.object({ ...trustGroupShape, tooFew: z.boolean(), missing: z.array(part), levers: z.array(z.object({ part, now: z.number(), step: z.number(), estimate: z.number(), low: z.number(), high: z.number() })) })),
    }),
  },
  /** The parts over time, for everybody or one tribe, and the weeks in which the share of answered people changed its level. */
  'trust.trend': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, tribe: z.string().optional(), by: z.enum(['month', 'quarter']).optional() }),
    output: z.object({
      by: z.enum(['month', 'quarter']), tribe: z.string(),
      periods: z.array(z.object({ key: z.string(), fromMs: z.number(), toMs: z.number(), parts: z.array(z.object({ part, n: count, ...figure, tooFew: z.boolean(), reason: z.string().nullable() })) })),
      weeks: z.object({
        reason: z.enum(['few-weeks', 'few-requests']).nullable(),
        points: z.array(z.object({ startMs: z.number(), people: count, answered: count })),
        /** Where the level changes; a reason is set where what is collected changes within a week, and such a change is no finding. */
        changes: z.array(z.object({ atMs: z.number(), before: z.number(), after: z.number(), reason: z.literal('collection-changed').nullable(), edges: z.array(z.object({ place: z.string(), atMs: z.number(), kind: z.enum(['begins', 'ends']) })) })),
        /** Stretches of one level; a change stands between two. */
        segments: z.array(z.object({ fromMs: z.number(), toMs: z.number(), mean: z.number(), low: z.number(), high: z.number() })),
      }),
    }),
  },
} as const;
