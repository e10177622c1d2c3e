import { COLLECTED_MS, dayInRome, isoInRome } from './calendar.ts';
import { CONTEST } from './facebook-posts.ts';
import { BROKEN_MONTH } from './promise-threads.ts';
import { TREATMENTS } from './request-threads.ts';
import type { PlannedPromise, SampleMessage } from './sample-message.ts';
import { summedBalance, trueBalances } from './truth-ledger.ts';
import { trueCurve, trueRequests } from './truth-requests.ts';
import type { World } from './world.ts';

const QUARTER_MS = 90 * 86_400_000;

function tally(promises: readonly PlannedPromise[]): { due: number; kept: number; late: number; broken: number; unverifiable: number; keptRate: number | null } {
  const count = (state: PlannedPromise['state']): number => promises.filter((promise) => promise.state === state).length;
  const judged = count('kept') + count('late') + count('broken');
  return { due: promises.length, kept: count('kept'), late: count('late'), broken: count('broken'), unverifiable: count('unverifiable'), keptRate: judged === 0 ? null : count('kept') / judged };
}

function contestTruth(messages: readonly SampleMessage[]): object {
  const inbound = messages.filter((message) => message.person !== null);
  const entrants = new Set(inbound.filter((message) => message.truth.contest === true).map((message) => message.person));
  const returned = new Set(inbound.filter((message) => entrants.has(message.person) && message.atMs >= CONTEST.endMs && message.atMs < CONTEST.endMs + QUARTER_MS).map((message) => message.person));
  return {
    definition: 'Distinct authors of a contest comment; never returned = no message on the page in the 90 days after the contest closed.',
    startsAt: isoInRome(CONTEST.startMs), endsAt: isoInRome(CONTEST.endMs), entries: inbound.filter((message) => message.truth.contest === true).length,
    entrants: entrants.size, neverReturned: entrants.size - returned.size, neverReturnedShare: (entrants.size - returned.size) / entrants.size,
  };
}

/** The planted truths with their exact values, computed from what the generator knows and not from any reading of texts. */
export function truthOf(world: World, facebook: readonly SampleMessage[], files: readonly { file: string; rows: number }[]): object {
  const requests = trueRequests(facebook);
  const curves = TREATMENTS.map((treatment) => ({ intent: treatment.theme, ...trueCurve(requests.filter((request) => request.intents.includes(treatment.theme))) }));
  const reference = curves.find((curve) => curve.intent === 'purchase');
  const promotions = new Set(facebook.filter((message) => message.truth.act === 'promotion'));
  const balances = trueBalances(facebook, requests, promotions);
  const months = [...new Set(world.promises.map((promise) => dayInRome(promise.message.atMs).slice(0, 7)))].sort();
  const inMonth = (month: string): PlannedPromise[] => world.promises.filter((promise) => dayInRome(promise.message.atMs).startsWith(month));
  const praise = facebook.filter((message) => message.truth.intents[0] === 'praise' && message.kind === 'comment');
  const acknowledged = facebook.filter((message) => message.truth.act === 'acknowledge' && message.parent !== null && message.parent.truth.intents[0] === 'praise');
  const waits = acknowledged.map((message) => (message.atMs - (message.parent?.atMs ?? 0)) / 1000).sort((a, b) => a - b);
  return {
    files,
    response: {
      definition: 'Facebook page only. A request counts under each kind that one of its merged messages carries; waits in wall seconds to the first reply of the page that is not automatic; open ones censored at the collection; restricted mean to 7 days.',
      collectedAt: isoInRome(COLLECTED_MS), reopened: requests.filter((request) => request.reopened).length,
      byIntent: curves,
      gapSeconds: Object.fromEntries(curves.filter((curve) => curve !== reference).map((curve) => [curve.intent, curve.restrictedMeanSeconds - (reference?.restrictedMeanSeconds ?? 0)])),
      praise: { definition: 'Comments of praise and the page\'s words in reply to them.', comments: praise.length, acknowledged: acknowledged.length, medianSeconds: waits[Math.floor(waits.length / 2)] ?? null },
      automaticReplies: facebook.filter((message) => message.truth.automatic === true).length,
    },
    value: {
      definition: 'Bookings of weight one on the Facebook page; log2 of (created + 1)/(consumed + 1) of the group; even = within 1 of 0.',
      baristas: { ...summedBalance(world.baristas, balances), accounts: world.baristas.map((person) => person.accountId) },
      givers: { ...summedBalance(world.givers, balances), accounts: world.givers.map((person) => person.accountId) },
      contestCrowd: summedBalance(world.entrants, balances),
    },
    contest: contestTruth(facebook),
    promises: {
      definition: 'Replies of the page that name a due time. Kept = shown by the page before it passed; late = shown after; broken = the asker says nothing came; kept rate = kept/(kept + late + broken).',
      all: tally(world.promises), brokenMonth: BROKEN_MONTH.name, byMonth: Object.fromEntries(months.map((month) => [month, tally(inMonth(month))])),
      each: world.promises.map((promise) => ({ messageId: promise.message.id, madeAt: isoInRome(promise.message.atMs), words: promise.words, dueAt: isoInRome(promise.dueMs), state: promise.state })),
    },
  };
}
