import { beforeAll, describe, expect, it } from 'vitest';
import { trueRequests, type TrueRequest } from '../../scripts/make-sample/truth-requests.ts';
import { SAMPLE_SEED, sampleFiles } from '../../scripts/make-sample/sample-files.ts';
import { BRAND } from '../../scripts/make-sample/world.ts';
import type { OperationInput, OperationValue } from '../../src/contract/operations.ts';
import type { Intent } from '../../src/domain/model/codes.ts';
import { REQUEST_INTENTS } from '../../src/domain/model/codes.ts';
import { groupBalance } from '../../src/domain/value/group-balance.ts';
import { suiteEngine } from '../support/suite-engine.ts';

interface TrueCurve {
  readonly intent: Intent;
  readonly requests: number;
  readonly answered: number;
  readonly private: number;
  readonly nod: number;
  readonly peerFirst: number;
  readonly answeredWithinHour: number;
  readonly answeredWithinDay: number;
  readonly answeredWithinWeek: number;
  readonly restrictedMeanSeconds: number;
}

interface Truth {
  readonly response: { readonly byIntent: readonly TrueCurve[]; readonly gapSeconds: Readonly<Record<string, number>> };
  readonly value: Readonly<Record<'baristas' | 'givers', { readonly log2Balance: number; readonly accounts: readonly string[] }>>;
  readonly contest: { readonly entries: number; readonly entrants: number; readonly neverReturned: number };
  readonly promises: { readonly brokenMonth: string; readonly byMonth: Readonly<Record<string, { readonly due: number; readonly broken: number; readonly kept: number }>> };
}

type Survival = OperationValue<'response.survival'>;
type Gaps = OperationValue<'response.gaps'>;
type Labels = OperationInput<'labels.set'>['labels'];

const PAGE = { networks: ['facebook'], containers: [BRAND.name] };
const NOVEMBER = { fromMs: Date.parse('2025-11-01T00:00:00+01:00'), toMs: Date.parse('2025-12-01T00:00:00+01:00') };

const suite = suiteEngine({ nowMs: Date.parse('2026-07-20T09:00:00Z') });
const sample = sampleFiles(SAMPLE_SEED);
const truth = JSON.parse(sample.files.get('truth.json') ?? '') as Truth;
const page = sample.messages.filter(({ network, id, post }) => network === 'facebook' && (post?.id ?? id).startsWith(`${BRAND.accountId}_`));

/** What the product says of the page at one state of its labels. */
interface Reading {
  readonly survival: Survival;
  readonly gaps: Gaps;
  readonly overview: OperationValue<'overview'>;
}

let own: Reading;
let settled: Reading;
const messageIds = new Map<string, number>();
const accountIds = new Map<string, number>();
const gapOf = (gaps: Gaps, intent: string): Gaps['gaps'][number] => found(gaps.gaps.find((gap) => gap.intent === intent), `gap of ${intent}`);
const groupOf = (survival: Survival, intent: string): Survival['groups'][number] => found(survival.groups.find(({ key }) => key === intent), `group of ${intent}`);

function found<Value>(value: Value | null | undefined, name: string): Value {
  if (value === undefined || value === null) throw new Error(`not there: ${name}`);
  return value;
}

async function reading(): Promise<Reading> {
  return {
    survival: await suite.ask('response.survival', { filters: PAGE, by: 'intent' }),
    gaps: await suite.ask('response.gaps', { filters: PAGE }),
    overview: await suite.ask('overview', {}),
  };
}

async function allPages<Row>(pageOf: (page: number) => Promise<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let number = 0; ; number += 1) {
    const next = await pageOf(number);
    rows.push(...next);
    if (next.length < 1000) return rows;
  }
}

/** What a person with perfect knowledge would say of each message. A kept promise is an answer in the product's words. */
function trueLabels(): Labels {
  return sample.messages.flatMap((message): Labels => {
    const messageId = messageIds.get(`${message.network} ${message.id}`);
    if (messageId === undefined) return [];
    const { act, intents } = message.truth;
    if (message.person !== null) return [{ messageId, intents: [...intents] }];
    return [{ messageId, acts: act === undefined ? [] : [act === 'kept-promise' ? 'answer' as const : act] }];
  });
}

beforeAll(async () => {
  // 1. the product's own reading
  await suite.ask('project.openSample', {});
  own = await reading();
  for (const { network, nativeId, messageId, accountId } of await allPages(async (number) => (await suite.ask('messages.list', { page: number, size: 1000 })).messages)) {
    messageIds.set(`${network} ${nativeId}`, messageId);
    if (accountId !== null) accountIds.set(nativeId, accountId);
  }
  // 2. the generator's labels, set by hand
  const labels = trueLabels();
  for (let from = 0; from < labels.length; from += 5000) await suite.ask('labels.set', { labels: labels.slice(from, from + 5000) });
  await suite.ask('analyse.run', {});
  settled = await reading();
}, 240_000);

describe('with every label right, response', () => {
  it('counts the requests that were planted, kind by kind, with their four outcomes', () => {
    for (const { intent, requests, answered, private: sentToPrivate, nod, peerFirst } of truth.response.byIntent) {
      expect(groupOf(settled.survival, intent), intent).toMatchObject({ n: requests, answered, sentToPrivate, nods: nod, peerFirst });
    }
  });

  it('finds each request with its very answer', async () => {
    const said = await allPages(async (number) => (await suite.ask('response.requests', { filters: PAGE, page: number, size: 1000 })).requests);
    const line = (id: string, { intents, answer, outcome, reopened, peer }: { intents: readonly Intent[]; answer: string | null; outcome: string; reopened: boolean; peer: boolean }): string =>
      [id, intents.filter((intent) => (REQUEST_INTENTS as readonly Intent[]).includes(intent)).sort().join('+'), answer, outcome, reopened, peer].join(' ');
    const planted = trueRequests(page).map(({ first, intents, answer, outcome, reopened, peerFirst }: TrueRequest) => line(first.id, { intents, answer: answer?.id ?? null, outcome, reopened, peer: peerFirst }));
    expect(said.map(({ nativeId, intents, answerNativeId, outcome, reopened, peerFirst }) => line(nativeId, { intents, answer: answerNativeId, outcome, reopened, peer: peerFirst })).sort()).toEqual(planted.sort());
  });

  it('holds every restricted mean, to a second and within its interval', () => {
    for (const { intent, restrictedMeanSeconds } of truth.response.byIntent) {
      const group = groupOf(settled.survival, intent);
      expect(Math.abs(found(group.restrictedMeanSeconds, intent) - restrictedMeanSeconds), intent).toBeLessThan(1);
      expect(restrictedMeanSeconds, intent).toBeGreaterThan(found(group.restrictedMeanLow, intent));
      expect(restrictedMeanSeconds, intent).toBeLessThan(found(group.restrictedMeanHigh, intent));
    }
  });

  it('holds every gap against people who want to buy', () => {
    expect(settled.gaps.reference).toBe('purchase');
    for (const [intent, seconds] of Object.entries(truth.response.gapSeconds)) {
      const gap = gapOf(settled.gaps, intent);
      expect(seconds, intent).toBeGreaterThan(found(gap.low, intent));
      expect(seconds, intent).toBeLessThan(found(gap.high, intent));
    }
  });

  it('holds the answered shares at one hour, one day and seven days', () => {
    for (const { intent, answeredWithinHour, answeredWithinDay, answeredWithinWeek } of truth.response.byIntent) {
      const group = groupOf(settled.survival, intent);
      for (const [seconds, share] of [[3600, answeredWithinHour], [86_400, answeredWithinDay], [604_800, answeredWithinWeek]] as const) {
        const within = found(group.answeredWithin.find((one) => one.seconds === seconds), `${intent} ${seconds}`);
        expect(within.estimate, `${intent} ${seconds}`).toBeCloseTo(share, 9);
        expect(share, `${intent} ${seconds}`).toBeGreaterThanOrEqual(found(within.low, intent));
        expect(share, `${intent} ${seconds}`).toBeLessThanOrEqual(found(within.high, intent));
      }
    }
  });
});

describe('with the product\'s own reading', () => {
  it('people in trouble and people with an idea are found to wait longer than buyers, and longer than people who ask', () => {
    for (const intent of ['trouble', 'idea', 'information']) expect(gapOf(own.gaps, intent).low, intent).toBeGreaterThan(0);
    const asking = found(gapOf(own.gaps, 'information').high, 'information');
    for (const intent of ['trouble', 'idea']) expect(gapOf(own.gaps, intent).low, intent).toBeGreaterThan(asking);
    expect(gapOf(own.gaps, 'idea').gapSeconds).toBeGreaterThan(found(gapOf(own.gaps, 'trouble').gapSeconds, 'trouble'));
  });

  it('reading errors pull these gaps together, so that the truth is the larger contrast', () => {
    for (const intent of ['trouble', 'idea']) {
      const seconds = found(truth.response.gapSeconds[intent], intent);
      const read = found(gapOf(own.gaps, intent).gapSeconds, intent);
      const message = `${intent}: read ${Math.round(read)} s of ${Math.round(seconds)} s, ${Math.round((100 * read) / seconds)} % of the gap left`;
      expect(seconds, message).toBeGreaterThan(read);
      expect(read / seconds, message).toBeGreaterThan(0.5);
    }
  });

  it('sources without replies are named and never taken for silence', () => {
    const { coverage } = own.overview;
    const absent = coverage.filter(({ replies, brand }) => replies === 'absent' && brand === BRAND.name).map(({ network }) => network);
    expect(absent.sort()).toEqual(['instagram', 'zendesk']);
    expect(coverage.find(({ network, container }) => network === 'facebook' && container === BRAND.name)?.replies).toBe('present');
    expect(own.survival.unobservable).toBe(0);
  });

  it('relative times count in volume and requests but carry no wait', async () => {
    const rows = sample.messages.filter(({ network }) => network === 'youtube').length;
    expect(own.overview.relativeTimes).toBe(rows);
    const { groups } = await suite.ask('response.survival', { filters: { networks: ['youtube'] } });
    const group = found(groups[0], 'requests on YouTube');
    expect(group.n).toBeGreaterThan(0);
    expect(group.countOnly).toBe(group.n);
    expect(group.medianSeconds).toBeNull();
  });
});

describe('the small tribe close to parity', () => {
  const accountOf = (nativeId: string): number => {
    const message = page.find(({ person }) => person?.accountId === nativeId);
    return found(accountIds.get(message?.id ?? ''), `account ${nativeId}`);
  };
  const rowsOf = async (nativeIds: readonly string[]) => {
    const wanted = new Set(nativeIds.map(accountOf));
    const rows = await allPages(async (number) => (await suite.ask('value.accounts', { page: number, size: 1000 })).accounts);
    return rows.filter(({ accountId }) => wanted.has(accountId));
  };

  it('stands even: most of its people hold that zone under any weights, none holds another', async () => {
    const rows = await rowsOf(truth.value.baristas.accounts);
    expect(rows).toHaveLength(truth.value.baristas.accounts.length);
    expect(rows.filter(({ zone }) => zone === 'even').length).toBeGreaterThan(rows.length / 2);
    expect(rows.filter(({ zone }) => zone !== 'even' && zone !== null)).toEqual([]);
    const even = await suite.ask('messages.list', { filters: { tribes: ['value:even'] }, accountIds: rows.map(({ accountId }) => accountId), size: 1000 });
    expect(new Set(even.messages.map(({ accountId }) => accountId)).size).toBe(rows.filter(({ zone }) => zone === 'even').length);
  });

  it('has the planted balance as a group', async () => {
    // thanks are read, never set by hand, and the reader misses some: what givers receive is read low, so only their side is held
    const giving = await rowsOf(truth.value.givers.accounts);
    expect(found(groupBalance(giving.map(({ created }) => created), giving.map(({ consumedTotal }) => consumedTotal), { seed: 1 }), 'givers').low).toBeGreaterThan(1);
    for (const group of ['baristas'] as const) {
      const rows = await rowsOf(truth.value[group].accounts);
      const balance = found(groupBalance(rows.map(({ created }) => created), rows.map(({ consumedTotal }) => consumedTotal), { seed: 1 }), group);
      const planted = truth.value[group].log2Balance;
      const message = `${group}: ${balance.log2Balance.toFixed(3)} (${balance.low.toFixed(3)} to ${balance.high.toFixed(3)}) of ${planted.toFixed(3)}`;
      expect(planted, message).toBeGreaterThan(balance.low);
      expect(planted, message).toBeLessThan(balance.high);
    }
  });

  // a known miss, kept at its full bound: it turns red on the day it is met
  it.fails('has the planted balance of those who give', async () => {
    const rows = await rowsOf(truth.value.givers.accounts);
    const balance = found(groupBalance(rows.map(({ created }) => created), rows.map(({ consumedTotal }) => consumedTotal), { seed: 1 }), 'givers');
    expect(truth.value.givers.log2Balance).toBeGreaterThan(balance.low);
  });
});

describe('promises with every label right', () => {
  const partOf = async (filters: OperationInput<'trust.parts'>['filters']) => {
    const { tribes } = await suite.ask('trust.parts', { filters: { ...PAGE, ...filters } });
    return found(tribes.find(({ tribe }) => tribe === 'all')?.parts.find(({ part }) => part === 'promises'), 'promises');
  };
  const brokenIn = (month: string): number => found(truth.promises.byMonth[month], month).broken;
  const brokenElsewhere = Object.keys(truth.promises.byMonth).filter((month) => month !== truth.promises.brokenMonth).reduce((sum, month) => sum + brokenIn(month), 0);

  it('are broken in November and hardly ever else', async () => {
    const november = await partOf(NOVEMBER);
    const rest = [await partOf({ toMs: NOVEMBER.fromMs }), await partOf({ fromMs: NOVEMBER.toMs })];
    const count = (parts: readonly { readonly beside: Readonly<Record<string, number | null>> }[], state: string): number => parts.reduce((sum, { beside }) => sum + (beside[state] ?? 0), 0);
    const broken = count([november], 'broken');
    const planted = brokenIn(truth.promises.brokenMonth);
    const message = `found ${broken} of ${planted} broken in November, ${count(rest, 'broken')} of ${brokenElsewhere} in the other months`;
    expect(broken, message).toBeLessThanOrEqual(planted);
    expect(broken, message).toBeGreaterThanOrEqual(planted / 2);
    expect(broken / (broken + count(rest, 'broken')), message).toBeGreaterThanOrEqual(0.85);
    expect(count([november], 'kept'), message).toBeLessThan(broken);
    expect(count(rest, 'kept'), message).toBeGreaterThan(10 * count(rest, 'broken'));
  });

  it('are broken in no month more often than planted', async () => {
    const rest = [await partOf({ toMs: NOVEMBER.fromMs }), await partOf({ fromMs: NOVEMBER.toMs })];
    expect(rest.reduce((sum, { beside }) => sum + (beside['broken'] ?? 0), 0)).toBeLessThanOrEqual(brokenElsewhere);
  });

  it('are told in the overview with the figure of trust, and open the messages that promised', async () => {
    // messages of the brand alone: no request, so that nothing else competes for a place among the findings
    const filters = { ...PAGE, roles: ['voice' as const] };
    const part = await partOf({ roles: ['voice'] });
    const { findings } = await suite.ask('overview', { filters });
    const finding = found(findings.find(({ rule }) => rule === 'promises.kept'), 'promises.kept');
    expect(finding).toMatchObject({ form: 'clear', n: part.n, values: { estimate: part.estimate, low: part.low, high: part.high, kept: part.beside['kept'], broken: part.beside['broken'] } });
    const { total, messages } = await suite.ask('messages.list', { ...finding.evidence, filters });
    expect(total).toBe(finding.n);
    expect(messages.every(({ voice }) => voice)).toBe(true);
  });
});

describe('the contest with every label right', () => {
  const contestIn = (overview: Reading['overview']) => found(overview.findings.find(({ rule }) => rule === 'contest.vanished'), 'contest.vanished');

  it('is told with the people who vanished', () => {
    const finding = contestIn(settled.overview);
    expect(finding).toMatchObject({ form: 'clear', good: false, people: truth.contest.entrants, n: truth.contest.entries });
    expect(finding.values).toMatchObject({ contests: 1, entrants: truth.contest.entrants, vanished: truth.contest.neverReturned, days: 90 });
    expect(finding.values['share']).toBeCloseTo(truth.contest.neverReturned / truth.contest.entrants, 12);
  });

  it('opens exactly the entries it counts', async () => {
    const finding = contestIn(settled.overview);
    const rows = await allPages(async (number) => (await suite.ask('messages.list', { ...finding.evidence, page: number, size: 1000 })).messages);
    const planted = page.filter(({ truth: label }) => label.contest === true).map(({ id }) => id);
    expect(rows.map(({ nativeId }) => nativeId).sort()).toEqual(planted.sort());
  });

  it('keeps its end and its people when a filter looks at a part of it', async () => {
    const filters = { ...PAGE, toMs: Date.parse('2026-02-16T00:00:00+01:00') };
    const early = page.filter(({ truth: label, atMs }) => label.contest === true && atMs < filters.toMs);
    const finding = contestIn(await suite.ask('overview', { filters }));
    expect(finding).toMatchObject({ n: early.length, people: new Set(early.map(({ person }) => person?.accountId)).size });
    expect((await suite.ask('messages.list', { ...finding.evidence, filters, size: 1 })).total).toBe(finding.n);
  });
});
