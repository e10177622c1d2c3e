import { beforeAll, describe, expect, it } from 'vitest';
import { trueRequests, type TrueRequest } from '../../scripts/make-sample/truth-requests.ts';
import { SAMPLE_SEED, sampleFiles } from '../../scripts/make-sample/sample-files.ts';
import { BRAND } from '../../scripts/make-sample/world.ts';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const suite = suiteEngine({ nowMs: Date.parse('2026-07-20T09:00:00Z') });
const PAGE = { networks: ['facebook'], containers: [BRAND.name] };
const page = sampleFiles(SAMPLE_SEED).messages.filter(({ network, id, post }) => network === 'facebook' && (post?.id ?? id).startsWith(`${BRAND.accountId}_`));

beforeAll(async () => {
  await suite.ask('project.openSample', {});
}, 240_000);

describe('answers of the sample, read by the program alone', () => {
  it('are mostly those of the truth, and little else', async () => {
    const answered = trueRequests(page).filter(({ answer }: TrueRequest) => answer !== null);
    const listed = await suite.ask('messages.list', { filters: PAGE, answers: { set: 'answered' }, size: 1000 });
    const known = new Set(answered.flatMap(({ messages }: TrueRequest) => messages.map(({ id }) => id)));
    const found = new Set(listed.messages.map(({ nativeId }) => nativeId));
    expect(answered.filter(({ messages }: TrueRequest) => messages.some(({ id }) => found.has(id))).length / answered.length).toBeGreaterThan(0.7);
    expect(listed.messages.filter(({ nativeId }) => known.has(nativeId)).length / listed.total).toBeGreaterThan(0.7);
  });

  it('tell the wait usually published of every kind as the curves do, and hide silence in it', async () => {
    const { published } = await suite.ask('response.quality', { filters: PAGE });
    const { groups } = await suite.ask('response.survival', { filters: PAGE });
    expect(published.publishedSeconds).toBeCloseTo(groups[0]?.meanOfAnswersSeconds ?? NaN, 6);
    expect(published.honestSeconds).toBeCloseTo(groups[0]?.restrictedMeanSeconds ?? NaN, 6);
    expect(published.honestSeconds).toBeGreaterThan(published.publishedSeconds ?? Infinity);
    expect((published.publishedSeconds ?? 0) + (published.cappedSeconds ?? 0) + (published.silenceSeconds ?? 0)).toBeCloseTo(published.honestSeconds ?? NaN, 4);
  });

  it('open requests are those that the curves leave waiting, and their order is that of the points', async () => {
    const { groups } = await suite.ask('response.survival', {});
    const backlog = await suite.ask('response.backlog', { size: 1000 });
    expect(backlog.total).toBe(groups[0]?.censored);
    expect(backlog.nods).toBe(groups[0]?.nods);
    const points = backlog.requests.map((request) => request.points ?? 0);
    expect(points).toEqual(points.toSorted((one, other) => other - one));
    for (const intent of backlog.intents) expect((await suite.ask('response.backlog', { intent: intent.intent, size: 1 })).total).toBe(intent.n);
    const wide = await suite.ask('response.backlog', { unseen: true, size: 1 });
    expect(wide.total).toBe(backlog.total + backlog.unseen);
  });

  it('the true open requests of the page are in the backlog, mostly', async () => {
    const open = trueRequests(page).filter(({ answer }: TrueRequest) => answer === null);
    const listed = new Set((await suite.ask('response.backlog', { filters: PAGE, size: 1000 })).requests.map(({ nativeId }) => nativeId));
    const found = open.filter(({ messages }: TrueRequest) => messages.some(({ id }) => listed.has(id)));
    expect(found.length / open.length).toBeGreaterThan(0.7);
  });

  it('every number opens as many messages as it says', async () => {
    const { groups } = await suite.ask('response.quality', {});
    const all = groups.find(({ key }) => key === 'all');
    const total = async (answers: object): Promise<number> => (await suite.ask('messages.list', { answers: answers as never, size: 1 })).total;
    for (const set of ['care', 'answer', 'deflect', 'template'] as const) expect(await total({ set }), set).toBe(all?.acts?.[set].k);
    for (const set of ['thanked', 'resolved', 'reopened'] as const) expect(await total({ set }), set).toBe(all?.after?.[set].k);
    const { all: voices } = await suite.ask('response.criticism', {});
    expect(await total({ set: 'criticism', answered: true })).toBe(voices.criticism.answered?.k);
    expect(await total({ set: 'criticism' })).toBe(voices.criticism.n);
    expect(await total({ set: 'praise', answered: true })).toBe(voices.praise.answered?.k);
    const { containers } = await suite.ask('response.firstPage', {});
    for (const { container, network, open } of containers) if (open !== null) expect(await total({ set: 'first-page', container, network }), container).toBe(open);
  });

  it('the competitor is compared with nothing, because its answers are missing', async () => {
    const { brands } = (await suite.ask('response.benchmarks', {})) satisfies OperationValue<'response.benchmarks'>;
    expect(brands).toMatchObject({ reason: 'nothing-shared', rivals: [] });
    expect(brands.leftOut).toContainEqual(expect.objectContaining({ reason: 'replies-missing', network: 'facebook', brand: 'Caffè Tramonto' }));
  });

  it('the page whose answers are not in the data has no figure', async () => {
    const { containers } = await suite.ask('response.firstPage', {});
    expect(containers.find(({ network }) => network === 'instagram')).toMatchObject({ replies: 'absent', open: null, oldestSeconds: null });
  });
});
