import { describe, expect, test } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import type { Intent } from '../../src/domain/model/codes.ts';
import { projectWithMessages, type ProjectAtWork } from '../support/project-at-work.ts';

async function value<Name extends OperationName>(work: ProjectAtWork, name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
  const outcome = await work.call(name, input);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`);
  return outcome.value;
}

/** What a person would say of the texts of the small export. */
const SAID: readonly (readonly [part: RegExp, intents: Intent[], sentiment: 'negative' | 'neutral' | 'positive'])[] = [
  [/carta non funziona|arrived broken/u, ['trouble'], 'negative'], [/che ora|Where can/u, ['information'], 'neutral'], [/comprare|buy two/u, ['purchase'], 'neutral'],
  [/tessera|oat milk/u, ['idea'], 'neutral'], [/Grazie|Thank/u, ['praise'], 'positive'],
];
function said(text: string): { intents: Intent[]; sentiment: 'negative' | 'neutral' | 'positive' } {
  const found = SAID.find(([part]) => part.test(text));
  if (found === undefined) throw new Error(`nobody knows: ${text}`);
  return { intents: [...found[1]], sentiment: found[2] };
}

/** Labels the next messages of the sample as a person would. */
async function labelNext(work: ProjectAtWork, count: number): Promise<number[]> {
  const labelled: number[] = [];
  while (labelled.length < count) {
    const { messages } = await value(work, 'check.next', { size: Math.min(50, count - labelled.length) });
    if (messages.length === 0) break;
    for (const { messageId, text } of messages) {
      await value(work, 'check.label', { messageId, ...said(text) });
      labelled.push(messageId);
    }
  }
  return labelled;
}

describe('the sample of the check', () => {
  test('is drawn from what is read, by kind and language, in random order, and drawn again only on purpose', async () => {
    const work = await projectWithMessages();
    expect(await value(work, 'reading.status', {})).toMatchObject({ checked: false, drawn: 0, draw: null, left: 0 });
    const { status } = await value(work, 'check.draw', { size: 20, seed: 5 });
    expect(status).toMatchObject({ drawn: 20, labelled: 0, left: 20, draw: { seed: 5 } });
    expect(status.draw?.population).toBe((await value(work, 'reading.status', {})).population);
    expect(await work.call('check.draw', { size: 20, seed: 6 })).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: 'a sample is drawn already; it is drawn again only on purpose' } });
    const first = (await value(work, 'check.next', { size: 20 })).messages.map(({ messageId }) => messageId);
    expect(new Set(first).size).toBe(20);
    await value(work, 'check.draw', { size: 20, seed: 6, again: true });
    const second = (await value(work, 'check.next', { size: 20 })).messages.map(({ messageId }) => messageId);
    expect(second).not.toEqual(first);
    await value(work, 'history.undo', {});
    expect((await value(work, 'check.next', { size: 20 })).messages.map(({ messageId }) => messageId)).toEqual(first);
    // a draw changes nothing that was analysed
    expect(await value(work, 'project.summary', {})).toMatchObject({ analysed: true });
    await value(work, 'history.undo', {});
    expect(await value(work, 'reading.status', {})).toMatchObject({ drawn: 0, draw: null });
  });

  test('is not drawn while messages wait to be read', async () => {
    const work = await projectWithMessages({ analysed: false, threads: 12 });
    expect(await work.call('check.draw', {})).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });

  test('shows a message with what it answers and without what the reader says of it; a label, a doubt and the way back are one change each', async () => {
    const work = await projectWithMessages({ threads: 80 });
    await value(work, 'check.draw', { size: 60 });
    const { messages } = await value(work, 'check.next', { size: 50 });
    for (const message of messages) expect(Object.keys(message)).not.toEqual(expect.arrayContaining(['intents', 'sentiment', 'spans']));
    expect(messages.every(({ label, skipped }) => label === null && !skipped)).toBe(true);
    const thanks = messages.find(({ text }) => text.includes('risolto'));
    expect(thanks?.parent).toMatchObject({ voice: true });
    expect(thanks?.parent?.text).toMatch(/^@/u);

    const [first, second] = messages;
    if (first === undefined || second === undefined) throw new Error('no messages');
    const { status } = await value(work, 'check.label', { messageId: first.messageId, ...said(first.text) });
    expect(status).toMatchObject({ labelled: 1, left: 59, labels: { sample: 1 } });
    expect((await value(work, 'check.skip', { messageId: second.messageId })).status).toMatchObject({ skipped: 1, left: 58 });
    const next = await value(work, 'check.next', { size: 1 });
    expect(next.messages[0]?.messageId).toBe(messages[2]?.messageId);
    const again = await value(work, 'check.next', { fromPosition: 1, size: 2 });
    expect(again.messages.map(({ label, skipped }) => [label, skipped])).toEqual([[said(first.text), false], [null, true]]);
    expect((await value(work, 'check.next', { skipped: true })).messages.map(({ messageId }) => messageId)).toEqual([second.messageId]);

    await value(work, 'history.undo', {});
    await value(work, 'history.undo', {});
    expect(await value(work, 'reading.status', {})).toMatchObject({ labelled: 0, skipped: 0, left: 60 });
    await value(work, 'history.redo', {});
    expect(await value(work, 'reading.status', {})).toMatchObject({ labelled: 1, skipped: 0 });
  });

  test('outlives an import that is undone and made again, labels included', async () => {
    const work = await projectWithMessages();
    await value(work, 'check.draw', { size: 40 });
    await labelNext(work, 10);
    const before = await value(work, 'reading.status', {});
    await value(work, 'import.undo', { importId: 1 });
    expect(await value(work, 'reading.status', {})).toMatchObject({ drawn: 40, missing: 40, labelled: 0 });
    await value(work, 'history.undo', {});
    await value(work, 'analyse.run', {});
    expect(await value(work, 'reading.status', {})).toEqual(before);
  });

  test('measures by blind labels alone: a message corrected in sight of the reader still waits to be checked', async () => {
    const work = await projectWithMessages();
    await value(work, 'check.draw', { size: 30 });
    const [first] = (await value(work, 'check.next', { size: 1 })).messages;
    const messageId = first?.messageId ?? 0;
    await value(work, 'labels.set', { labels: [{ messageId, intents: ['contest'] }] });
    expect(await value(work, 'reading.status', {})).toMatchObject({ labelled: 0, labels: { correction: 1, sample: 0 } });
    expect((await value(work, 'check.next', { size: 1 })).messages[0]).toMatchObject({ messageId, label: null });
    await value(work, 'check.label', { messageId, intents: ['help'] });
    // what is put right afterwards is the truth of the check
    await value(work, 'labels.set', { labels: [{ messageId, intents: ['idea'] }] });
    expect(await value(work, 'reading.status', {})).toMatchObject({ labelled: 1, labels: { correction: 0, sample: 1 } });
    expect((await value(work, 'check.next', { fromPosition: 1, size: 1 })).messages[0]?.label?.intents).toEqual(['idea']);
  });

  test('takes no label for a message that was not drawn, and none of intents for a message of the brand', async () => {
    const work = await projectWithMessages();
    await value(work, 'check.draw', { size: 20 });
    const drawn = new Set((await value(work, 'check.next', { size: 20 })).messages.map(({ messageId }) => messageId));
    const other = (await value(work, 'messages.list', { direction: 'inbound', size: 100 })).messages.find(({ messageId }) => !drawn.has(messageId));
    expect(await work.call('check.label', { messageId: other?.messageId ?? 0, intents: ['idea'] })).toMatchObject({ ok: false, failure: { code: 'not-found', message: 'this message was not drawn for the check' } });
    const [reply] = (await value(work, 'messages.list', { direction: 'outbound', size: 1 })).messages;
    expect(await work.call('check.label', { messageId: reply?.messageId ?? 0, intents: ['idea'], origin: 'proposal' })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await work.call('check.skip', { messageId: other?.messageId ?? 0 })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('scores and what rests on them', () => {
  test('are withheld until fifty are checked; figures are corrected from a hundred on, beside those as read', async () => {
    const work = await projectWithMessages({ threads: 240 });
    const unchecked = await value(work, 'response.survival', { by: 'intent', horizonSeconds: 604_800 });
    expect(unchecked.correction).toEqual({ available: false, reason: 'not-drawn', labelled: 0, needed: 100 });
    await value(work, 'check.draw', { size: 160 });
    await labelNext(work, 40);
    const early = await value(work, 'check.scores', {});
    expect(early.scores[0]?.intents).toMatchObject({ n: 40, accuracy: { estimate: null } });
    expect(early.effect).toEqual({ intents: null, sentiments: null });
    await value(work, 'analyse.run', {});
    expect((await value(work, 'response.survival', { by: 'intent', horizonSeconds: 604_800 })).correction).toMatchObject({ available: false, reason: 'few-checked', labelled: 40 });
    expect((await value(work, 'value.books', {})).rules.find(({ rule }) => rule === 'idea')).toMatchObject({ reading: { estimate: null, reason: 'few-checked' }, corrected: null, uncorrected: 'few-checked' });

    await labelNext(work, 120);
    await value(work, 'analyse.run', {});
    expect(await value(work, 'reading.status', {})).toMatchObject({ checked: true, labelled: 160 });
    const scores = await value(work, 'check.scores', {});
    const all = scores.scores.find(({ language }) => language === 'all');
    expect(all?.intents.n).toBe(160);
    expect(scores.covered).toBe(1);
    // every checked message stands in one cell, which opens it
    expect(scores.confusion.intents.flatMap(({ messageIds }) => messageIds)).toHaveLength(160);
    expect(scores.confusion.intents.reduce((sum, { n }) => sum + n, 0)).toBe(160);
    const right = scores.confusion.intents.filter(({ said: one, truth }) => one === truth).reduce((sum, { n }) => sum + n, 0);
    expect(all?.intents.accuracy.estimate).toBeGreaterThan(right / 160 - 0.15);
    const it = scores.scores.find(({ language }) => language === 'it');
    const en = scores.scores.find(({ language }) => language === 'en');
    expect((it?.intents.n ?? 0) + (en?.intents.n ?? 0)).toBe(160);

    const checked = await value(work, 'response.survival', { by: 'intent', horizonSeconds: 604_800 });
    expect(checked.correction).toMatchObject({ available: true, reason: null, labelled: 160 });
    for (const group of checked.groups) {
      expect(group.corrected).not.toBeNull();
      const mean = group.corrected?.restrictedMeanSeconds ?? null;
      if (mean !== null) expect(mean.low).toBeLessThanOrEqual(mean.high);
    }
    // as read, the figures are what they would be without a check, but for the labels by hand
    expect((await value(work, 'response.survival', { by: 'network', horizonSeconds: 604_800 })).correction.reason).toBe('other-grouping');
    expect((await value(work, 'response.survival', { by: 'intent', horizonSeconds: 604_800, population: 'inbound' })).correction.reason).toBe('other-rule');
    const books = await value(work, 'value.books', {});
    expect(books.rules.find(({ rule }) => rule === 'idea')?.reading).toMatchObject({ reason: null });
    expect(books.rules.find(({ rule }) => rule === 'welcome')).toMatchObject({ reading: null, corrected: null, uncorrected: null });
    expect(books.rules.find(({ rule }) => rule === 'idea')).toMatchObject({ corrected: { imputations: 50 }, uncorrected: null });
    const trust = await value(work, 'trust.parts', {});
    expect(trust.tribes[0]?.parts.find(({ part }) => part === 'reciprocity')?.beside).toHaveProperty('readingWrong');
    expect(trust.tribes[0]?.parts.find(({ part }) => part === 'promises')?.beside).not.toHaveProperty('readingWrong');
    for (const { part, estimate, corrected } of trust.tribes[0]?.parts ?? []) {
      if (part !== 'care' && part !== 'reciprocity' && part !== 'advocacy') expect(corrected).toBeNull();
      else if (corrected !== null) expect(Math.abs(corrected.estimate - (estimate ?? 0))).toBeLessThan(0.25);
    }
    expect(trust.tribes[0]?.parts.find(({ part }) => part === 'reciprocity')?.corrected).not.toBeNull();
  }, 120_000);

  test('a layer is trained from all labels, named wherever it reads, and taken back; both can be undone', async () => {
    const work = await projectWithMessages();
    expect(await value(work, 'reading.adapt', {})).toMatchObject({ kept: false, reason: 'few-labels', card: null });
    const { messages } = await value(work, 'messages.list', { direction: 'inbound', size: 100 });
    // in this project everything in Italian that asks for hours is a proposal
    const hours = messages.filter(({ text }) => text?.includes('A che ora') === true);
    await value(work, 'labels.set', { labels: messages.slice(0, 40).map(({ messageId, text }) => ({ messageId, intents: text?.includes('A che ora') === true ? ['idea' as const] : said(text ?? '').intents })) });
    const adapted = await value(work, 'reading.adapt', {});
    expect(adapted).toMatchObject({ kept: true, reason: null, card: { version: 1, labels: { correction: 40 }, effect: { intents: null, sentiments: null } } });
    expect(await value(work, 'reading.adapt', {})).toMatchObject({ kept: false, reason: 'same', card: { version: 1 } });
    expect(await value(work, 'reading.settings', {})).toMatchObject({ layerVersion: 1 });
    expect(await value(work, 'reading.explain', { messageId: hours[0]?.messageId ?? 0 })).toMatchObject({ layerVersion: 1 });
    const run = await value(work, 'analyse.run', {});
    expect(run.stages.find(({ name }) => name === 'read')?.items).toBeGreaterThan(messages.length);

    expect(await value(work, 'reading.dropLayer', {})).toMatchObject({ dropped: [1] });
    expect(await value(work, 'reading.layer', {})).toMatchObject({ card: null, versions: [{ version: 1, takenBack: true, labels: 40 }] });
    await value(work, 'history.undo', {});
    expect(await value(work, 'reading.status', {})).toMatchObject({ layerVersion: 1 });
    await value(work, 'history.undo', {});
    expect(await value(work, 'reading.status', {})).toMatchObject({ layerVersion: null });
    await value(work, 'history.redo', {});
    expect(await value(work, 'reading.layer', {})).toMatchObject({ card: { version: 1 } });
  }, 60_000);

  test('proposals are hesitations without copies, leave the sample alone and are labelled as proposals', async () => {
    const work = await projectWithMessages();
    const vague = ['boh, vediamo', 'e quindi niente', 'per il mio compleanno', 'voi che dite', 'ancora con questa storia', 'magari più avanti', 'il solito', 'e il caffè?', 'mah, dipende da come va', 'ci penso io', 'quello blu però', 'un giorno capiremo',
      'so so', 'maybe later then', 'the blue one though', 'again with this', 'not sure about it', 'that one please', 'well, well', 'if only'];
    const rows = vague.flatMap((text, at) => [0, 1].map((copy) => `${String(900_000 + at * 10 + copy)},${String(2000 + at)},True,Mon Mar 03 10:${String(10 + at)}:0${String(copy)} +0000 2025,"@Aurora ${text}",,`));
    await value(work, 'import.run', { files: [{ file: await work.file('vague.csv', ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id', ...rows].join('\n')) }] });
    await value(work, 'analyse.run', {});
    await value(work, 'check.draw', { size: 20 });
    const drawn = new Set((await value(work, 'check.next', { size: 20 })).messages.map(({ messageId }) => messageId));
    const { messages, hesitant } = await value(work, 'check.proposals', { size: 30 });
    expect(hesitant).toBeGreaterThanOrEqual(messages.length);
    expect(messages.length).toBeGreaterThan(0);
    const texts = messages.map(({ text }) => text.replace(/^@\w+ /u, ''));
    expect(new Set(texts).size).toBe(texts.length);
    for (const { messageId, margin, first, second } of messages) {
      expect(drawn.has(messageId)).toBe(false);
      expect(margin).toBeLessThan(0.2);
      expect(first).not.toBe(second);
    }
    const [one] = messages;
    const shown = await value(work, 'check.next', { messageIds: [one?.messageId ?? 0] });
    expect(shown.messages[0]).toMatchObject({ position: null, text: one?.text });
    await value(work, 'check.label', { messageId: one?.messageId ?? 0, intents: ['other'], origin: 'proposal' });
    expect(await value(work, 'reading.status', {})).toMatchObject({ labelled: 0, labels: { proposal: 1 } });
    expect((await value(work, 'check.proposals', { size: 30 })).messages.map(({ messageId }) => messageId)).not.toContain(one?.messageId);
  });
});

describe('labels in a file', () => {
  test('come in by id or by text, under Italian or English names, all or none, as one change', async () => {
    const work = await projectWithMessages({ threads: 40 });
    const { messages } = await value(work, 'messages.list', { direction: 'inbound', orderBy: 'oldest', size: 100 });
    const [one, two] = messages;
    const table = ['rete;id;intenzione;tono;note', `${one?.network ?? ''};${one?.nativeId ?? ''};"problema | domanda";Negativo;prima`, `;${two?.nativeId ?? ''};Purchase interest;;`].join('\r\n');
    const tried = await value(work, 'labels.importFile', { file: await work.file('labels.csv', table), dryRun: true });
    expect(tried).toMatchObject({ imported: false, rows: 2, changed: 2, errors: [], errorCount: 0 });
    expect(await value(work, 'reading.status', {})).toMatchObject({ labels: { file: 0 } });
    expect(await value(work, 'labels.importFile', { file: await work.file('labels.csv', table) })).toMatchObject({ imported: true, changed: 2 });
    const after = await value(work, 'messages.list', { messageIds: [one?.messageId ?? 0, two?.messageId ?? 0], orderBy: 'oldest', size: 2 });
    expect(after.messages.map(({ intents, byHand }) => [intents, byHand])).toEqual([[['trouble', 'information'], ['intents', 'sentiment']], [['purchase'], ['intents']]]);
    expect(await value(work, 'project.summary', {})).toMatchObject({ undo: 'labels.importFile:2' });
    expect(await value(work, 'labels.importFile', { file: await work.file('labels.csv', table) })).toMatchObject({ imported: false, changed: 0, same: 2 });
    await value(work, 'history.undo', {});
    expect(await value(work, 'reading.status', {})).toMatchObject({ labels: { file: 0 } });

    const byText = 'text,sentiment\n"@aurora   A CHE ORA aprite domenica?",neutral\n';
    const asked = messages.filter(({ text }) => text?.includes('A che ora') === true);
    expect(await value(work, 'labels.importFile', { file: await work.file('texts.csv', byText) })).toMatchObject({ imported: true, changed: asked.length });
  });

  test('with anything wrong change nothing and say what, row by row', async () => {
    const work = await projectWithMessages({ threads: 40 });
    const { messages } = await value(work, 'messages.list', { size: 100, orderBy: 'oldest' });
    const inbound = messages.find(({ voice }) => !voice)?.nativeId ?? '';
    const reply = messages.find(({ voice }) => voice)?.nativeId ?? '';
    const rows = [`${inbound};problema;`, 'nessuno;problema;', `${inbound};tempesta;`, `${reply};problema;`, ';problema;', `${inbound};;`, `${inbound};domanda;`, `${reply};;risposta`];
    const wrong = await value(work, 'labels.importFile', { file: await work.file('labels.csv', ['id;intenzione;atto', ...rows].join('\n')) });
    expect(wrong).toMatchObject({ imported: false, rows: 8, errorCount: 6, unknown: 1 });
    expect(wrong.errors.map(({ row, code, detail }) => [row, code, detail])).toEqual([
      [3, 'unknown-message', 'nessuno'], [4, 'unknown-label', 'tempesta'], [5, 'other-direction', ''], [6, 'no-key', ''], [7, 'no-label', ''], [8, 'contradiction', ''],
    ]);
    expect(await value(work, 'reading.status', {})).toMatchObject({ labels: { file: 0 } });
    const missing = ['id;intenzione', `${inbound};problema`, 'nessuno;problema'].join('\n');
    expect(await value(work, 'labels.importFile', { file: await work.file('some.csv', missing), skipUnknown: true })).toMatchObject({ imported: true, changed: 1, unknown: 1, errorCount: 0 });
    expect(await work.call('labels.importFile', { file: await work.file('none.csv', 'a;b\n1;2') })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await work.call('labels.importFile', { file: { fileHandle: 'unknown' } })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  test('go out without texts and into another copy, where they train and do not measure', async () => {
    const work = await projectWithMessages({ threads: 40 });
    await value(work, 'check.draw', { size: 30 });
    await labelNext(work, 12);
    const { messages } = await value(work, 'messages.list', { direction: 'outbound', size: 1 });
    await value(work, 'labels.set', { labels: [{ messageId: messages[0]?.messageId ?? 0, acts: ['care', 'promise'] }] });
    const out = await value(work, 'labels.export', { separator: ',' });
    expect(out.labels).toBe(13);
    expect(out.text).not.toMatch(/aprite|broken|tessera/u);
    const copy = await projectWithMessages({ threads: 40 });
    expect(await value(copy, 'labels.importFile', { file: await copy.file('labels.csv', out.text) })).toMatchObject({ imported: true, changed: 13 });
    expect(await value(copy, 'reading.status', {})).toMatchObject({ labelled: 0, labels: { file: 13, sample: 0 } });
    const back = await value(copy, 'labels.export', { separator: ',' });
    const plain = (text: string): string[] => text.split('\r\n').map((line) => line.split(',').slice(0, 6).join());
    expect(plain(back.text)).toEqual(plain(out.text));
    // what was said for the check stands against a file
    const other = out.text.replaceAll(/"(?:trouble|praise|purchase|idea|information)"/gu, '"contest"');
    expect(await value(work, 'labels.importFile', { file: await work.file('other.csv', other) })).toMatchObject({ imported: false, changed: 0, standing: 12, same: 1 });
  });
});
