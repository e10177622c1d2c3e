import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAILURE_CODES } from '../../src/contract/outcome.ts';
import { isOperationName, operations, type OperationName } from '../../src/contract/operations.ts';
import { messageCondition } from '../../src/store/selection-sql.ts';
import { projectAtWork, projectWithMessages, type ProjectAtWork } from '../support/project-at-work.ts';

const NAMES = (Object.keys(operations) as OperationName[]).filter((name) => operations[name].kind !== 'host');
/** Built from files that take seconds: called once elsewhere, not at random. */
const SLOW = new Set<OperationName>(['project.openSample']);
const CODES = FAILURE_CODES.filter((code) => code !== 'internal');

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('', 'Aurora', 'bottega', '__proto__', 'constructor', 'toString', `'; DROP TABLE message; --`, '" OR 1', '*', 'NEAR(a b)', 'text:x', '\u0000', '\ud800', '%', '🙂', 'x'.repeat(300), 'value:giver', '../../etc/passwd', 'it', 'file-1'));
const number = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 100 }), weight: 6 }, { weight: 1, arbitrary: fc.constantFrom(0, 1, -1, 1.5, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53, 1e300, -0, 8.64e15, 8.64e15 + 1, -8.64e15, Number.NaN, Number.POSITIVE_INFINITY) });
const FIELDS = [
  'brand', 'filters', 'clock', 'page', 'size', 'by', 'key', 'outcome', 'timed', 'horizonSeconds', 'seed', 'maxSteps', 'orderBy', 'box', 'lens', 'messageId', 'messageIds', 'accountIds', 'requests', 'direction', 'labels',
  'importId', 'file', 'files', 'name', 'own', 'accounts', 'containers', 'recentId', 'jobId', 'nowMs', 'language', 'population', 'answerRule', 'mergeFollowUps', 'includeInferred', 'format', 'mapping', 'timeZone', 'collectedAtMs', '__proto__',
];

describe('any operation with any input answers with an outcome', () => {
  const settled = async (work: ProjectAtWork, name: OperationName, input: unknown): Promise<void> => {
    const outcome = await work.engine.call(name, input);
    const said = `${name} ${JSON.stringify(input)?.slice(0, 300) ?? 'undefined'}`;
    if (outcome.ok) expect(outcome.value, said).toBeDefined();
    else {
      expect(CODES, `${said}: ${outcome.failure.message}`).toContain(outcome.failure.code);
      expect(outcome.failure.message.length, said).toBeGreaterThan(5);
    }
  };

  test('shapeless input', async () => {
    const work = await projectWithMessages({ threads: 12 });
    await fc.assert(fc.asyncProperty(fc.constantFrom(...NAMES.filter((name) => !SLOW.has(name) && name !== 'project.close' && name !== 'project.create')), fc.oneof(fc.jsonValue(), fc.anything(), fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue())), (name, input) => settled(work, name, input)), { numRuns: 400, seed: 11 });
    expect(await work.call('project.summary', {})).toMatchObject({ ok: true });
  });

  test('unknown operations and names of object parts', async () => {
    const work = await projectAtWork();
    for (const name of ['', 'nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'overview ', 'host.chooseProject', 'x'.repeat(10_000)]) {
      const outcome = await work.engine.call(name, {});
      expect(outcome, name.slice(0, 40)).toMatchObject({ ok: false });
      if (!outcome.ok) expect(['invalid-input', 'missing-capability']).toContain(outcome.failure.code);
      expect(isOperationName(name)).toBe(name === 'host.chooseProject');
    }
  });

  const filters = fc.record({
    fromMs: number, toMs: number, networks: fc.array(text, { maxLength: 3 }), containers: fc.array(text, { maxLength: 3 }), roles: fc.array(fc.constantFrom('voice', 'employee', 'customer'), { maxLength: 2 }), tribes: fc.array(text, { maxLength: 2 }),
    intents: fc.array(fc.constantFrom('trouble', 'idea', 'purchase', 'praise'), { maxLength: 3 }), languages: fc.array(text, { maxLength: 2 }), sentiments: fc.array(fc.constantFrom('negative', 'positive'), { maxLength: 2 }), text,
  }, { requiredKeys: [] });
  const box = fc.record({ createdFrom: number, createdTo: number, consumedFrom: number, consumedTo: number }, { requiredKeys: [] });
  const by = fc.constantFrom('none', 'intent', 'network', 'container', 'tribe', 'hour', 'weekday');
  const scope = { brand: fc.constantFrom('Aurora', 'BOTTEGA', 'nobody', '__proto__'), filters };
  const page = { page: number, size: number };
  const rule = { population: fc.constantFrom('requests', 'inbound'), answerRule: fc.constantFrom('definition', 'direct'), mergeFollowUps: fc.boolean(), includeInferred: fc.boolean() };
  const ownRule = fc.record({ id: text, name: text, language: fc.constantFrom('it', 'en', 'any'), direction: fc.constantFrom('inbound', 'outbound'), code: fc.constantFrom('trouble', 'care', 'template', 'other'), effect: fc.constantFrom('on', 'off'), lines: fc.array(fc.oneof(text, fc.constantFrom('carta', 'car* ..2 a|b', '=a [b]', '..3', '[')), { maxLength: 3 }), matches: fc.array(text, { maxLength: 2 }), rejects: fc.array(text, { maxLength: 2 }) });
  const shaped: Partial<Record<OperationName, fc.Arbitrary<unknown>>> = {
    overview: fc.record(scope, { requiredKeys: [] }),
    'response.survival': fc.record({ ...scope, ...rule, by, horizonSeconds: number, seed: number, maxSteps: number }, { requiredKeys: [] }),
    'response.gaps': fc.record({ ...scope, ...rule, horizonSeconds: number, seed: number }, { requiredKeys: [] }),
    'response.requests': fc.record({ ...scope, ...rule, ...page, by, key: text, outcome: fc.constantFrom('answered', 'waiting'), timed: fc.boolean(), orderBy: fc.constantFrom('time', 'waited') }, { requiredKeys: [] }),
    'value.accounts': fc.record({ ...scope, ...page, box, orderBy: fc.constantFrom('created', 'balance') }, { requiredKeys: [] }),
    'value.books': fc.record(scope, { requiredKeys: [] }),
    'value.map': fc.record({ ...scope, box, by: fc.constantFrom('zone', 'network', 'role', 'tribe') }, { requiredKeys: [] }),
    'value.mapTrails': fc.record({ ...scope, by: fc.constantFrom('network', 'tribe'), mode: fc.constantFrom('within', 'until'), accountIds: fc.array(number, { maxLength: 3 }) }, { requiredKeys: [] }),
    'value.mapCompare': fc.record({ ...scope, before: fc.record({ fromMs: number, toMs: number }), after: fc.record({ fromMs: number, toMs: number }) }, { requiredKeys: ['before', 'after'] }),
    'tribes.list': fc.record({ ...scope, box, lens: fc.constantFrom('value', 'roles', 'interests', 'communities') }, { requiredKeys: [] }),
    'trust.parts': fc.record(scope, { requiredKeys: [] }),
    'messages.list': fc.record({ ...scope, ...page, box, messageIds: fc.array(number, { maxLength: 4 }), accountIds: fc.array(number, { maxLength: 4 }), direction: fc.constantFrom('inbound', 'outbound', 'any'), requests: fc.record({ ...rule, by, key: text, timed: fc.boolean() }, { requiredKeys: [] }) }, { requiredKeys: [] }),
    'messages.thread': fc.record({ messageId: number }),
    'filters.options': fc.record({ brand: text }, { requiredKeys: [] }),
    'labels.set': fc.record({ labels: fc.array(fc.record({ messageId: number, sentiment: fc.constantFrom('positive', null), intents: fc.constantFrom(['idea'], [], null, ['idea', 'idea']) }, { requiredKeys: ['messageId'] }), { maxLength: 3 }) }),
    'dictionary.get': fc.record({ version: number }, { requiredKeys: [] }),
    'dictionary.try': fc.record({ rules: fc.array(ownRule, { maxLength: 3 }), texts: fc.array(text, { maxLength: 2 }), seed: number }, { requiredKeys: ['rules'] }),
    'dictionary.save': fc.record({ rules: fc.array(ownRule, { maxLength: 3 }) }),
    'dictionary.export': fc.record({ format: fc.constantFrom('json', 'csv'), separator: fc.constantFrom(',', ';'), version: number }, { requiredKeys: [] }),
    'dictionary.parse': fc.record({ text: fc.oneof(text, fc.constantFrom('name,label,lines\n"a', '{"tribunaRules":1,"rules":[{}]}', 'name;label;lines\n;;\n')) }),
    'reading.setThreshold': fc.record({ abstainBelow: number }),
    'reading.explain': fc.record({ messageId: number }),
    'brand.assign': fc.record({ name: text, own: fc.boolean(), accounts: fc.array(text, { maxLength: 3 }), containers: fc.array(text, { maxLength: 2 }) }),
    'import.rejections': fc.record({ importId: number, ...page }, { requiredKeys: ['importId'] }),
    'import.undo': fc.record({ importId: number }),
    'history.undo': fc.constant({}),
    'history.redo': fc.constant({}),
    'project.open': fc.record({ recentId: text, file: fc.record({ fileHandle: text }) }, { requiredKeys: [] }),
  };

  test('input of the right shape with extreme values', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const any = fc.oneof(...Object.entries(shaped).map(([name, input]) => input.map((value) => [name as OperationName, value] as const)));
    await fc.assert(fc.asyncProperty(any, ([name, input]) => settled(work, name, input)), { numRuns: 500, seed: 23 });
    expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
  });

  test('analyses and imports with extreme arguments', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 6 });
    const file = await work.file('t.csv', 'id;text;author;date;extra\n1;ciao "a" tutti;Ada;01/02/2026 10:00;x\n2;hello\n\n"3";"due\nrighe";Ugo;13/02/2026;y\n');
    const mapping = fc.record({
      columns: fc.constantFrom({}, { text: 'text' }, { text: 'text', author: 'author', date: 'createdAt' }, { extra: 'text', text: 'text' }, { date: 'likes', text: 'rating' }), delimiter: fc.constantFrom(';', ',', '\n', '\r', '"', '\u0000', ' ', 'é', '\ufeff', '\ud800'), encoding: fc.constantFrom('utf-8', 'utf-16le', 'windows-1252', 'shift_jis', 'nope'),
      headerRow: number, dateOrder: fc.constantFrom('iso', 'day-first', 'month-first', 'epoch-seconds', 'epoch-milliseconds', 'twitter', 'relative'), network: text, container: fc.record({ name: text, kind: fc.constantFrom('page', 'unknown') }), kind: fc.constantFrom('post', 'ticket', 'review'),
    }, { requiredKeys: ['columns'] });
    const options = fc.record({ mapping, format: fc.constantFrom('csv', 'twcs', 'auto', 'zendesk-tickets', 'nope'), timeZone: fc.constantFrom('UTC', 'Europe/Rome', 'Mars/Olympus', '', '__proto__'), collectedAtMs: number }, { requiredKeys: [] });
    const run = fc.record({ ownBrand: fc.record({ name: text, accounts: fc.array(text, { maxLength: 2 }) }, { requiredKeys: ['name'] }), competitors: fc.array(fc.record({ name: text }), { maxLength: 2 }), employees: fc.array(text, { maxLength: 2 }) }, { requiredKeys: [] });
    await fc.assert(fc.asyncProperty(options, run, async (option, people) => {
      await settled(work, 'import.preview', { file, ...option });
      await settled(work, 'import.run', { files: [{ file, ...option }], ...people });
    }), { numRuns: 150, seed: 5 });
    await fc.assert(fc.asyncProperty(fc.record({ nowMs: number, seed: number }, { requiredKeys: [] }), (input) => settled(work, 'analyse.run', input)), { numRuns: 20, seed: 6 });
    expect(await work.call('project.check', {})).toEqual({ ok: true, value: { intact: true, problems: [] } });
  });

  test('with no project open every operation says so', async () => {
    const work = await projectAtWork();
    await work.call('project.close', {});
    for (const name of NAMES) {
      if (SLOW.has(name)) continue;
      const outcome = await work.engine.call(name, { 'messages.thread': { messageId: 1 }, 'labels.set': { labels: [{ messageId: 1 }] }, 'brand.assign': { name: 'x', own: true, accounts: [] }, 'import.undo': { importId: 1 }, 'import.rejections': { importId: 1 }, 'job.cancel': { jobId: 'x' } }[name as string] ?? {});
      if (!outcome.ok) expect(['not-found', 'invalid-input'], name).toContain(outcome.failure.code);
    }
  });
});

describe('filters never become SQL', () => {
  test('the statement depends on which filters are set, not on what they hold', () => {
    const some = { networks: ['x'], containers: ['x'], tribes: ['x'], languages: ['x'], fromMs: 1, toMs: 2 };
    const shape = messageCondition({ filters: some }).sql;
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (one, other) => {
      expect(messageCondition({ filters: { networks: one, containers: other, tribes: one, languages: other, fromMs: one.length, toMs: -1 } }).sql).toBe(shape);
    }), { seed: 3 });
    const withText = messageCondition({ filters: { text: 'a' } }).sql;
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
      expect(['1', '(0)', withText]).toContain(messageCondition({ filters: { text: words } }).sql);
    }), { seed: 4 });
  });

  test('any text to search for gives an answer', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const all = await work.call('messages.list', {});
    const total = all.ok ? all.value.total : -1;
    const odd = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }), fc.array(fc.constantFrom('"', `'`, '*', '(', ')', 'AND', 'OR', 'NOT', 'NEAR', ':', '^', '-', '+', '\u0000', '\ud83d', 'carta', ' '), { maxLength: 40 }).map((parts) => parts.join('')), fc.constantFrom('"', '""', '*', 'a"b', 'AND', 'NOT', 'text:carta', 'car*', '\u0000carta', '\udc00', 'x'.repeat(200), 'à'.repeat(200)));
    await fc.assert(fc.asyncProperty(odd, async (words) => {
      const found = await work.call('messages.list', { filters: { text: words } });
      expect(found).toMatchObject({ ok: true });
      if (found.ok) expect(found.value.total).toBeLessThanOrEqual(total);
    }), { numRuns: 200, seed: 9 });
    expect(await work.call('messages.list', { filters: { text: 'x'.repeat(201) } })).toMatchObject({ ok: false, failure: { code: 'invalid-input', issues: [{ path: 'filters.text' }] } });
    const found = await work.call('messages.list', { filters: { text: '"carta"' } });
    expect(found.ok && found.value.total).toBeGreaterThan(0);
  });
});
