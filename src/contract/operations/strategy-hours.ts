import { z } from 'zod';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { FORMATION_LINES } from '../../domain/model/formation-line.ts';
import { scopeShape } from '../selection.ts';
import { backTestShape, bandShape, minutesShape, noSimulationShape, shiftsShape, waitsShape } from './simulator.ts';
import { sharesShape } from './strategy.ts';

const count = z.number().int();
const intent = z.enum(REQUEST_INTENTS);
const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
const fitWeeks = count.min(4).max(52).default(12);
/** The newest messages behind a number, at most a thousand. */
const messageIds = z.array(count);
const curves = z.object({ all: waitsShape, byIntent: z.array(waitsShape.extend({ intent })) });

/** Where hours go and what they bring: a target of the pitch, some more hours a week, the cheapest plan. Nothing is foretold unless the back-test is passed. */
export const strategyHoursOperations = {
  /** What a target of the pitch would do: hours moved into or out of listening, and what the simulator makes of them. */
  'strategy.targetEffect': {
    kind: 'read',
    input: z.strictObject({
      ...scopeShape, seed: count.optional(),
      /** The line-up that is wanted; left out, the one that is kept. */
      target: sharesShape.optional(),
      /** Who answers now; left out, as in the scenario that was kept last, else one person in office hours. */
      today: shiftsShape.optional(),
      runs: count.min(20).max(200).default(60), fitWeeks,
    }),
    output: z.object({
      /** Messages of the brand on the pitch. */
      n: count,
      target: sharesShape.nullable(),
      /** Lines that are played and have no minutes: without them shares of messages say nothing about time. */
      missing: z.array(z.enum(FORMATION_LINES)),
      /** Hours a week, from the messages of the latest whole weeks; `moved` goes into listening, or out of it where negative. Limits: the ranges of minutes. */
      time: z.object({ weeks: count, messagesAWeek: z.number(), team: estimate, listening: estimate, moved: estimate }).nullable(),
      /** Requests that got an answer, for every hour of listening today, and the minutes of listening that each took. */
      pace: z.object({ answeredAWeek: z.number(), anHour: estimate, minutes: minutesShape }).nullable(),
      /** Points of the ledger that the brand's answers carry, and the answered requests they are divided by. */
      points: z.object({ answers: count, points: z.number(), each: z.number() }).nullable(),
      today: shiftsShape, todayFrom: z.enum(['asked', 'scenario', 'assumed']),
      backTest: backTestShape.nullable(),
      forecast: z.object({
        /** Counted requests fitted on, and the hours of work of today's shifts. */
        n: count, requestsAWeek: z.number(), staffedHours: count, runs: count, weeks: count,
        /** Whole hours a week that the simulated team has more, or fewer. */
        hours: z.object({ estimate: count, low: count, high: count }),
        intents: z.array(z.object({ intent, n: count, messageIds })),
        today: curves, target: curves,
        /** Answered within a day: share, requests a week and points of the ledger, target minus today. Limits: nine in ten runs, at both ends of the minutes. */
        share: bandShape, requests: bandShape, points: bandShape,
      }).nullable(),
      /** Why nothing is foretold. */
      reason: z.enum([...noSimulationShape.options, 'few-messages', 'no-target', 'same', 'minutes', 'no-recent-messages', 'no-answers', 'under-an-hour', 'not-passed']).nullable(),
    }),
  },
  /** Some more hours a week dealt to networks, each half hour to where it answers most people who get no answer today. */
  'strategy.tenHours': {
    kind: 'read',
    input: z.strictObject({
      ...scopeShape,
      hours: z.number().min(1).max(80).default(10),
      /** Minutes that one answer takes; left out, those written for the line of listening. */
      minutes: minutesShape.optional(),
      fitWeeks,
    }),
    output: z.object({
      hours: z.number(), minutes: minutesShape.nullable(),
      /** Replies of the brand for every answered request over all networks, where thirty were answered. */
      turns: z.number().nullable(),
      networks: z.array(z.object({
        network: z.string(),
        /** Requests with an exact time in the latest whole weeks of that network, and how many a week; `unanswered` of them had no answer yet. */
        n: count, weeks: count, aWeek: z.number(), unanswered: count, tooFew: z.boolean(),
        /** Share never taken up, at the longest follow-up, and requests a week that it comes to. */
        silence: bandShape, leftAWeek: bandShape,
        turns: z.number().nullable(),
        /** Minutes a request: those of an answer times the replies it takes. */
        minutes: minutesShape.nullable(),
        /** People answered by the first hour. */
        firstHour: z.number().nullable(),
        hours: bandShape, more: bandShape,
        /** The requests without an answer. */
        messageIds,
      })),
      /** Further people answered a week, and hours that nobody needs. */
      more: bandShape, leftHours: z.number(),
      /** The network that gets most hours in the middle case and at both ends; null where it depends, or several are alike. */
      best: z.string().nullable(), alike: z.boolean(),
      reason: z.enum(['no-requests', 'too-few', 'minutes', 'nothing-left']).nullable(),
    }),
  },
  /** The plan with the fewest hours of work that meets a target with the lower limit of its band, among shifts, orders and policies that are tried. */
  'strategy.cheapestPlan': {
    kind: 'read',
    input: z.strictObject({
      ...scopeShape, seed: count.optional(),
      today: shiftsShape, minutes: minutesShape.nullable().default(null),
      /** The requests that the target speaks of; null: all. */
      intent: intent.nullable().default(null),
      withinSeconds: z.union([z.literal(3600), z.literal(86_400), z.literal(604_800)]).default(86_400),
      share: z.number().min(0.05).max(0.99).default(0.8),
      mostPeople: count.min(1).max(20).default(6),
      /** What an hour of work costs, as typed. */
      costAnHour: z.number().min(0).max(10_000).nullable().default(null),
      fitWeeks,
    }),
    output: z.object({
      n: count, untimed: count, todayHours: count, tried: count, runs: count, weeks: count,
      minutes: minutesShape.extend({ fitted: z.boolean() }).nullable(),
      backTest: backTestShape.nullable(),
      plan: z.object({ team: shiftsShape, triage: z.array(intent), everybody: z.array(intent), hours: count, cost: z.number().nullable(), within: estimate, requestsAWeek: z.number(), busyShare: bandShape }).nullable(),
      /** What the largest team that was tried reaches, without and with the policy that everybody is taken up. */
      most: z.object({ hours: count, asToday: bandShape, everybody: bandShape }).nullable(),
      reason: z.enum([...noSimulationShape.options, 'not-passed', 'none']).nullable(),
    }),
  },
} as const;
