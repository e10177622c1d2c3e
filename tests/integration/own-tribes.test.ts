import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import type { RuleCondition, TribeRule } from '../../src/domain/model/tribe-rule.ts';
import { conditionHolds, ruleHolds, type PersonFacts } from '../../src/domain/tribes/rule-match.ts';
import { smallExport } from '../support/small-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';

/** A person as the export's own lines show them, counted here without the program. */
interface Written {
  readonly account: string;
  readonly texts: string[];
  readonly times: number[];
}

function writtenIn(csv: string): Map<string, Written> {
  const people = new Map<string, Written>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [, account = '', , date = '', text = ''] = /^(\d+,)?/.exec(line) === null ? [] : ['', ...(/^\d+,([^,]+),(True|False),([^,]+),"([^"]*)"/.exec(line) ?? []).slice(1)];
    if (!/^\d+$/.test(account)) continue;
    const person = people.get(account) ?? { account, texts: [], times: [] };
    person.texts.push(text.toLowerCase());
    person.times.push(Date.parse(date));
    people.set(account, person);
  }
  return people;
}

const csv = smallExport();
const people = writtenIn(csv);
/** Words of the fixture with the forms that share their stem, and no others. */
const FORMS: Readonly<Record<string, RegExp>> = { carte: /\bcart[ae]\b/u, macchine: /\bmacchin[ae]\b/u, ordered: /\border(s|ed)?\b/u, 'latte d’avena': /zzz/u };
const factsOf = ({ account, texts, times }: Written): PersonFacts => ({
  networks: ['x'], containers: [], kinds: [], firstMs: Math.min(...times), lastMs: Math.max(...times), roles: [], tribes: [], accounts: [{ network: 'x', account }],
  messagesWithAny: (words) => texts.filter((text) => words.some((word) => FORMS[word]?.test(text))).length, messagesOfIntent: () => 0,
  numbers: { messages: texts.length, created: null, consumed: null, balance: null, followers: null, requests: null, waiting: null },
});
const facts = [...people.values()].map(factsOf);
const counted = (rule: TribeRule): number => facts.filter((person) => ruleHolds(rule, (condition) => conditionHolds(condition, person))).length;

const suite = suiteEngine({ nowMs: Date.UTC(2026, 0, 1) });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-own-tribes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const path = join(folder, 'export.csv');
  writeFileSync(path, csv);
  await suite.ask('project.create', { name: 'Tribes' });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'export.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }] });
  await suite.ask('analyse.run', {});
});

const preview = (rule: TribeRule, more: object = {}): Promise<OperationValue<'tribes.preview'>> => suite.ask('tribes.preview', { rule, ...more });
const listed = async (id: string): Promise<OperationValue<'tribes.list'>['tribes'][number] | undefined> => (await suite.ask('tribes.list', { lens: 'roles' })).tribes.find((tribe) => tribe.id === id);
const cards: TribeRule = { op: 'words', is: ['carte'], least: 1 };
const often: TribeRule = { op: 'number', of: 'messages', from: 4 };

describe('the preview of a rule', () => {
  it('finds the people whom the export’s own lines show', async () => {
    expect(counted(cards)).toBeGreaterThan(3);
    expect(await preview(cards)).toMatchObject({ size: counted(cards), people: people.size, words: [{ word: 'carte', languages: ['it'] }] });
    expect((await preview(often)).size).toBe(counted(often));
  });

  it('agrees with the evaluator of the model for any rule', async () => {
    const [first, last] = [Math.min(...facts.map(({ firstMs }) => firstMs ?? 0)), Math.max(...facts.map(({ lastMs }) => lastMs ?? 0))];
    const time = fc.integer({ min: first, max: last });
    const condition = fc.oneof(
      fc.record({ op: fc.constant('number' as const), of: fc.constant('messages' as const), from: fc.integer({ min: 0, max: 7 }) }),
      fc.tuple(fc.constantFrom('first' as const, 'last' as const), time).map(([op, fromMs]): RuleCondition => ({ op, fromMs })),
      fc.tuple(fc.constantFrom('first' as const, 'last' as const), time).map(([op, toMs]): RuleCondition => ({ op, toMs })),
      fc.record({ op: fc.constant('words' as const), is: fc.subarray(Object.keys(FORMS), { minLength: 1 }), least: fc.integer({ min: 1, max: 2 }) }),
      fc.subarray([...people.keys()], { minLength: 1, maxLength: 20 }).map((accounts): RuleCondition => ({ op: 'people', is: accounts.map((account) => ({ network: 'x', account })) })),
    );
    const rule = fc.letrec<{ rule: TribeRule }>((tie) => ({
      rule: fc.oneof({ maxDepth: 2 }, condition, fc.record({ op: fc.constantFrom('all' as const, 'any' as const), rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }), fc.record({ op: fc.constant('not' as const), rule: tie('rule') })),
    })).rule;
    await fc.assert(fc.asyncProperty(rule, async (one) => {
      expect(await preview(one, { size: 1 })).toMatchObject({ problem: null, size: counted(one) });
    }), { numRuns: 60, seed: 7 });
  }, 60_000);

  it('draws the same people for a seed, each with a message that shows why', async () => {
    const { sample } = await preview({ op: 'all', rules: [cards, { op: 'not', rule: { op: 'words', is: ['zucchero'], least: 1 } }] }, { seed: 4, size: 3 });
    expect(sample.map(({ name }) => name)).toEqual((await preview(cards, { seed: 4, size: 3 })).sample.map(({ name }) => name));
    expect(sample).toHaveLength(3);
    for (const { name, reasons } of sample) {
      expect(reasons.map(({ excluded }) => excluded)).toEqual([false, true]);
      expect(reasons[0]?.text).toContain('carta');
      expect(people.get(name)?.texts.some((text) => text.includes('carta'))).toBe(true);
    }
  });

  it('counts nothing for a rule that cannot be used', async () => expect(await preview({ op: 'all', rules: [] })).toMatchObject({ problem: 'nothing-asked', size: 0, sample: [] }));
});

describe('a tribe of the user’s own', () => {
  it('is made, listed with its figures, filters messages, is taken back and made again', async () => {
    const saved = await suite.ask('tribes.save', { name: 'Chi ha la carta', rule: cards });
    expect(saved).toMatchObject({ id: 'own:chi-ha-la-carta', size: counted(cards) });
    expect(await listed(saved.id)).toMatchObject({ title: 'Chi ha la carta', origin: 'rule', size: counted(cards), tooFew: false, hidden: false, sensitive: null });
    const messages = facts.filter((person) => conditionHolds(cards as RuleCondition, person)).reduce((sum, { numbers }) => sum + (numbers.messages ?? 0), 0);
    expect((await suite.ask('messages.list', { filters: { tribes: [saved.id] }, size: 1 })).total).toBe(messages);
    await suite.ask('history.undo', {});
    expect(await listed(saved.id)).toBeUndefined();
    await suite.ask('history.redo', {});
    expect(await listed(saved.id)).toMatchObject({ size: counted(cards) });
  });

  it('is the same after another analysis, and changes with its rule', async () => {
    await suite.ask('analyse.run', { seed: 2 });
    expect(await listed('own:chi-ha-la-carta')).toMatchObject({ size: counted(cards) });
    expect(await suite.ask('tribes.save', { id: 'own:chi-ha-la-carta', name: 'Chi scrive spesso', rule: often })).toMatchObject({ id: 'own:chi-ha-la-carta', size: counted(often) });
    await suite.ask('history.undo', {});
    expect(await listed('own:chi-ha-la-carta')).toMatchObject({ title: 'Chi ha la carta', size: counted(cards) });
  });

  it('keeps verdicts on its people, and forgets those of an earlier rule in its precision', async () => {
    const { sample } = await suite.ask('tribes.preview', { tribe: 'own:chi-ha-la-carta', size: 4 });
    const verdicts = sample.map(({ accountId }, place) => ({ accountId, verdict: place === 0 ? ('wrong' as const) : ('right' as const) }));
    expect((await suite.ask('tribes.precision', { tribe: 'own:chi-ha-la-carta', verdicts })).precision).toMatchObject({ judged: sample.length, right: sample.length - 1, estimate: null, earlier: 0 });
    const again = await suite.ask('tribes.preview', { tribe: 'own:chi-ha-la-carta', size: 4 });
    expect(again.sample.map(({ verdict }) => verdict)).toEqual(verdicts.map(({ verdict }) => verdict));
    await suite.ask('tribes.save', { id: 'own:chi-ha-la-carta', name: 'Chi ha la carta', rule: { op: 'any', rules: [cards, often] } });
    expect((await suite.ask('tribes.preview', { tribe: 'own:chi-ha-la-carta' })).precision).toMatchObject({ judged: 0, earlier: sample.length });
    await suite.ask('history.undo', {});
    await suite.ask('history.undo', {});
    expect((await suite.ask('tribes.preview', { tribe: 'own:chi-ha-la-carta' })).precision).toMatchObject({ judged: 0, earlier: 0 });
  });

  it('is split in two that share nobody and leave nobody out, and merged again', async () => {
    const id = 'own:chi-ha-la-carta';
    const split = await suite.ask('tribes.split', { id, by: { rule: often }, names: ['Carta, spesso', 'Carta, di rado'] });
    expect(split.sizes).toEqual([counted({ op: 'all', rules: [cards, often] }), counted({ op: 'all', rules: [cards, { op: 'not', rule: often }] })]);
    expect(await listed(id)).toMatchObject({ hidden: true });
    const [first, second] = [await listed(split.ids[0]), await listed(split.ids[1])];
    expect(first?.color).not.toBe(second?.color);
    const merged = await suite.ask('tribes.merge', { ids: [...split.ids], name: 'Di nuovo insieme' });
    expect(merged.size).toBe(counted(cards));
    expect(await suite.engine().call('tribes.remove', { id: split.ids[0] })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await suite.engine().call('tribes.save', { id: split.ids[0], name: 'x', rule: { op: 'tribe', is: [merged.id] } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    await suite.ask('history.undo', {});
    await suite.ask('history.undo', {});
    expect(await listed(id)).toMatchObject({ hidden: false });
    expect(await listed(split.ids[0])).toBeUndefined();
  });

  it('can be split by picking people', async () => {
    const { sample } = await suite.ask('tribes.preview', { tribe: 'own:chi-ha-la-carta', size: 2 });
    const split = await suite.ask('tribes.split', { id: 'own:chi-ha-la-carta', by: { accountIds: sample.map(({ accountId }) => accountId) }, names: ['Scelti', 'Altri'] });
    expect(split.sizes).toEqual([2, counted(cards) - 2]);
    await suite.ask('history.undo', {});
  });

  it('carries a warning while it rests on a sensitive topic without a basis', async () => {
    const { id } = await suite.ask('tribes.save', { name: 'Parlano di celiachia', rule: cards });
    expect(await listed(id)).toMatchObject({ sensitive: { topics: ['health'], basis: '' } });
    await suite.ask('tribes.edit', { id, basis: 'Consenso raccolto dall’associazione' });
    expect(await listed(id)).toMatchObject({ sensitive: { topics: ['health'], basis: 'Consenso raccolto dall’associazione' } });
  });

  it('takes a name, a look and notes in any lens, and gives them back', async () => {
    const before = await listed('role:customer');
    await suite.ask('tribes.edit', { id: 'role:customer', name: 'Chi ha comprato', color: 6, shape: 'ring', notes: 'da chiamare' });
    expect(await listed('role:customer')).toMatchObject({ title: 'Chi ha comprato', color: 6, shape: 'ring' });
    await suite.ask('tribes.edit', { id: 'role:customer', name: null, color: null, shape: null });
    expect(await listed('role:customer')).toMatchObject({ title: null, color: before?.color, shape: before?.shape });
  });

  it('may be a public that is only named', async () => {
    const { id, size } = await suite.ask('tribes.save', { name: 'Pasticcerie del centro', rule: null, source: 'Camera di commercio' });
    expect(size).toBe(0);
    expect((await suite.ask('tribes.latent', {})).publics).toEqual([{ id, name: 'Pasticcerie del centro', source: 'Camera di commercio' }]);
  });
});
