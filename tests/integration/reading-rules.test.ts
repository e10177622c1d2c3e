import { describe, expect, test } from 'vitest';
import type { OwnRule } from '../../src/domain/model/own-rule.ts';
import { projectWithMessages, type ProjectAtWork } from '../support/project-at-work.ts';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';

const rule = (part: Partial<OwnRule> = {}): OwnRule => ({ id: 'r1', name: 'Pacchi', language: 'any', direction: 'inbound', code: 'idea', effect: 'on', lines: ['carta'], matches: ['vorrei la carta'], rejects: ['vorrei altro'], ...part });

async function value<Name extends OperationName>(work: ProjectAtWork, name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
  const outcome = await work.call(name, input);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`);
  return outcome.value;
}
const written = (rules: readonly OwnRule[]): OperationInput<'dictionary.save'>['rules'] => rules.map((one) => ({ ...one, lines: [...one.lines], matches: [...one.matches], rejects: [...one.rejects] }));
const ideas = async (work: ProjectAtWork): Promise<number> => (await value(work, 'messages.list', { filters: { intents: ['idea'] }, size: 1 })).total;

describe('a project with rules of its own', () => {
  test('reads by them after the next analysis, says where, and reads as before once they are undone', async () => {
    const work = await projectWithMessages();
    // an information question of the small export, which the reader takes for no proposal
    const word = 'domenica';
    const holding = (await value(work, 'messages.list', { direction: 'inbound', filters: { text: word }, size: 1000 })).messages;
    const before = await ideas(work);
    const rules = written([rule({ lines: [word], matches: [`${word} e basta`] })]);
    const tried = await value(work, 'dictionary.try', { rules, texts: [`ecco ${word} per voi tutti quanti`], effect: true });
    expect(tried).toMatchObject({ faults: [], failing: [], effect: { exact: true, low: tried.effect?.changed, high: tried.effect?.changed } });
    expect(tried.texts[0]?.hits.map(({ code, on }) => [code, on])).toEqual([['idea', true]]);
    expect(tried.effect?.changed).toBe(holding.length);
    expect(holding.length).toBeGreaterThan(2);

    expect(await value(work, 'dictionary.save', { rules })).toMatchObject({ version: 1 });
    expect(await value(work, 'project.summary', {})).toMatchObject({ analysed: false, undo: 'dictionary.save:1' });
    await value(work, 'analyse.run', {});
    const carrying = await value(work, 'messages.list', { messageIds: holding.map(({ messageId }) => messageId), size: 1000 });
    for (const message of carrying.messages) {
      expect(message.intents, message.text ?? '').toContain('idea');
      expect(message.spans.filter(({ code }) => code === 'idea').map(({ start, end }) => message.text?.slice(start, end).toLowerCase())).toContain(word);
    }
    // what the trial counted is what came
    expect(await ideas(work) - before).toBe((tried.effect?.labels.find(({ code }) => code === 'idea')?.gained ?? 0));
    const explained = await value(work, 'reading.explain', { messageId: holding[0]?.messageId ?? 0 });
    expect(explained).toMatchObject({ dictionaryVersion: 1, abstained: false });
    expect(explained.labels.find(({ code }) => code === 'idea')).toMatchObject({ on: true, probability: 0.99, rules: [{ name: 'Pacchi', on: true }] });

    await value(work, 'history.undo', {});
    await value(work, 'analyse.run', {});
    expect(await ideas(work)).toBe(before);
    expect(await value(work, 'dictionary.get', {})).toMatchObject({ version: 0, rules: [], versions: [] });
    await value(work, 'history.redo', {});
    expect(await value(work, 'dictionary.get', {})).toMatchObject({ version: 1, versions: [{ version: 1, rules: 1 }] });
  });

  test('keeps versions, of which the last holds; the same set again is none, and a new name alone reads nothing again', async () => {
    const work = await projectWithMessages({ threads: 12 });
    await value(work, 'dictionary.save', { rules: written([rule()]) });
    expect(await value(work, 'dictionary.save', { rules: written([rule()]) })).toMatchObject({ version: 1 });
    await value(work, 'analyse.run', {});
    expect(await value(work, 'dictionary.save', { rules: written([rule({ name: 'Tessere' })]) })).toMatchObject({ version: 2 });
    const { stages } = await value(work, 'analyse.run', {});
    expect(stages.find(({ name }) => name === 'read')?.items).toBe(0);
    expect(await value(work, 'dictionary.get', { version: 1 })).toMatchObject({ version: 1, rules: [{ name: 'Pacchi' }], versions: [{ version: 2 }, { version: 1 }] });
  });

  test('keeps nothing when an example does not hold or a line is not understood, and says which of which rule', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const [failing, faulty] = [written([rule(), rule({ id: 'r2', name: 'Resi', matches: ['la carta', 'niente'], rejects: ['di carta'] })]), written([rule({ name: 'Resi', lines: ['carta', 're*'] })])];
    expect(await work.call('dictionary.save', { rules: failing })).toMatchObject({ ok: false, failure: { code: 'invalid-input', issues: [
      { path: 'rules.1.matches.1', message: 'rule "Resi": example 2 of those that must match does not' }, { path: 'rules.1.rejects.0', message: 'rule "Resi": example 1 of those that must not match does' },
    ] } });
    expect(await work.call('dictionary.save', { rules: faulty })).toMatchObject({ ok: false, failure: { issues: [{ path: 'rules.0.lines.1', message: 'rule "Resi", line 2: a beginning of under three letters: re*' }] } });
    expect(await value(work, 'dictionary.get', {})).toMatchObject({ version: 0, rules: [] });
  });

  test('hands its rules over as JSON and as CSV that no spreadsheet computes', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const rules = written([rule({ name: '=Pacchi; "rotti"', lines: ['=spedire ..2 pacco', 'carta|tessera'], matches: ['hai spedito un pacco?', 'la tessera, grazie'], rejects: ['@qualcuno'] }), rule({ id: 'r2', direction: 'outbound', code: 'care', effect: 'off', language: 'it' })]);
    await value(work, 'dictionary.save', { rules });
    for (const [format, separator] of [['json', ';'], ['csv', ';'], ['csv', ',']] as const) {
      const { text } = await value(work, 'dictionary.export', { format, separator });
      expect(await value(work, 'dictionary.parse', { text })).toEqual({ rules });
      if (format === 'csv') expect(text).not.toMatch(/(^|[;,])"?[=+\-@]/mu);
    }
    expect(await work.call('dictionary.parse', { text: 'nome;testo\nuno;due' })).toMatchObject({ ok: false, failure: { message: 'this is no list of rules: the table has no column name, label, lines' } });
    expect(await work.call('dictionary.parse', { text: 'name;label;lines\nuno;anger;due' })).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: 'row 2 of the table is no rule' } });
    expect(await value(work, 'dictionary.parse', { text: 'name,label,lines\nuno,trouble,"due\ntre"\n' })).toEqual({ rules: [{ id: 'row-1', name: 'uno', language: 'any', direction: 'inbound', code: 'trouble', effect: 'on', lines: ['due', 'tre'], matches: [], rejects: [] }] });
  });
});

describe('the threshold', () => {
  test('leaves as many messages without a label as it said it would, beside every figure, and gives them back', async () => {
    const work = await projectWithMessages();
    const before = await value(work, 'reading.settings', {});
    expect(before).toMatchObject({ abstainBelow: 0, abstained: 0 });
    const step = before.steps.find(({ inbound }) => inbound > 3);
    if (step === undefined) throw new Error('the small project holds no doubtful message');
    expect(before.steps[0]).toEqual({ below: 0, inbound: 0, outbound: 0 });

    await value(work, 'reading.setThreshold', { abstainBelow: step.below });
    await value(work, 'analyse.run', {});
    const after = await value(work, 'reading.settings', {});
    // the same thresholds would do the same from here: what is known of an abstention stays known
    expect(after).toEqual({ ...before, abstainBelow: step.below, abstained: step.inbound, unread: before.unread + step.inbound });
    const overview = await value(work, 'overview', {});
    expect(overview).toMatchObject({ abstained: step.inbound, unread: before.unread + step.inbound });
    const survival = await value(work, 'response.survival', { by: 'intent', horizonSeconds: 604_800 });
    expect(survival.abstained).toBeLessThanOrEqual(survival.unread);
    expect(survival.abstained).toBeGreaterThan(0);
    const { messages } = await value(work, 'messages.list', { direction: 'inbound', size: 1000 });
    const silent = messages.filter(({ abstained }) => abstained);
    expect(silent).toHaveLength(step.inbound);
    expect(silent.every(({ intents, sentiment }) => intents.length === 0 && sentiment === null)).toBe(true);
    const explained = await value(work, 'reading.explain', { messageId: silent[0]?.messageId ?? 0 });
    expect(explained).toMatchObject({ abstained: true, abstainBelow: step.below, read: { labels: [], sentiment: null } });
    expect(explained.surest).toBeLessThan(step.below);

    await value(work, 'history.undo', {});
    await value(work, 'analyse.run', {});
    expect(await value(work, 'reading.settings', {})).toEqual(before);
    expect((await value(work, 'overview', {})).abstained).toBe(0);
  });

  test('touches no label given by hand', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const [message] = (await value(work, 'messages.list', { direction: 'inbound', size: 50 })).messages.filter(({ intents }) => intents.length > 0);
    const messageId = message?.messageId ?? 0;
    const { labelled } = await value(work, 'reading.settings', {});
    await value(work, 'labels.set', { labels: [{ messageId, intents: ['decision'] }] });
    // seen at once, before anything is read again
    expect((await value(work, 'messages.list', { messageIds: [messageId] })).messages[0]).toMatchObject({ intents: ['decision'], byHand: ['intents'], voice: false });
    await value(work, 'reading.setThreshold', { abstainBelow: 0.99 });
    await value(work, 'analyse.run', {});
    expect((await value(work, 'messages.list', { messageIds: [messageId] })).messages[0]).toMatchObject({ intents: ['decision'], byHand: ['intents'] });
    expect((await value(work, 'reading.settings', {})).labelled.inbound).toBe(labelled.inbound - 1);
    expect(await value(work, 'reading.explain', { messageId })).toMatchObject({ decided: { intents: ['decision'], acts: null, sentiment: null, origin: 'correction' } });
  });

  test('books advice that only a person sees, and no longer what a person says is none', async () => {
    const work = await projectWithMessages({ threads: 12 });
    const advice = async (): Promise<number> => (await value(work, 'value.books', {})).rules.find(({ rule }) => rule === 'recommendation')?.bookings ?? 0;
    const before = await advice();
    const [message] = (await value(work, 'messages.list', { direction: 'inbound', size: 50 })).messages.filter(({ intents, text }) => intents.length > 0 && !intents.includes('recommendation') && text?.includes('@Bottega') === false);
    const messageId = message?.messageId ?? 0;
    await value(work, 'labels.set', { labels: [{ messageId, intents: ['recommendation'], sentiment: 'positive' }] });
    await value(work, 'analyse.run', {});
    expect(await advice()).toBe(before + 1);
    await value(work, 'labels.set', { labels: [{ messageId, intents: ['recommendation'], sentiment: 'negative' }] });
    await value(work, 'analyse.run', {});
    expect(await advice()).toBe(before);
    await value(work, 'labels.set', { labels: [{ messageId, intents: ['recommendation'], sentiment: 'positive' }] });
    await value(work, 'analyse.run', {});
    await value(work, 'labels.set', { labels: [{ messageId, intents: ['other'] }] });
    await value(work, 'analyse.run', {});
    expect(await advice()).toBe(before);
    expect((await value(work, 'value.books', {})).agree).toBe(true);
  });
});

test('an explanation says the language and what told it, every label with its probability, threshold and reasons', async () => {
  const work = await projectWithMessages();
  const { messages } = await value(work, 'messages.list', { direction: 'inbound', filters: { intents: ['trouble'] }, size: 5 });
  const message = messages[0];
  const explained = await value(work, 'reading.explain', { messageId: message?.messageId ?? 0 });
  expect(explained.language.code).toBe(message?.language);
  expect(explained.read.labels.toSorted()).toEqual(message?.intents.toSorted());
  expect(explained.read.sentiment).toBe(message?.sentiment);
  for (const label of explained.labels) {
    expect(label.probability).toBeGreaterThanOrEqual(0);
    expect(label.probability).toBeLessThanOrEqual(1);
    if (label.on && label.threshold !== null && label.code !== 'other') expect(label.probability).toBeGreaterThanOrEqual(label.threshold);
    for (const { start, end } of [...label.spans, ...label.themes.flatMap(({ places }) => places)]) expect(start >= 0 && end <= (message?.text?.length ?? 0) && start < end).toBe(true);
  }
  const trouble = explained.labels.find(({ code }) => code === 'trouble');
  expect((trouble?.themes.length ?? 0) + (trouble?.pulls.length ?? 0)).toBeGreaterThan(0);
  expect(explained.labels.map(({ on }) => on)).toEqual(explained.labels.map(({ on }) => on).toSorted((a, b) => Number(b) - Number(a)));
});
