import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { analyseProject } from '../../src/app/analyse/analyse-project.ts';
import type { OperationInput, OperationValue } from '../../src/contract/operations.ts';
import { importBench, QUIET_CALL, valueOf } from '../support/import-bench.ts';
import { projectAtWork, type ProjectAtWork } from '../support/project-at-work.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const NOW_MS = Date.UTC(2026, 8, 1, 12);
const suite = suiteEngine({ nowMs: NOW_MS });

/** Every message of a selection. */
async function messagesOf(selection: Omit<OperationInput<'messages.list'>, 'page' | 'size'>): Promise<OperationValue<'messages.list'>> {
  return suite.ask('messages.list', { ...selection, page: 0, size: 1000 });
}

describe('terms of the sample', () => {
  beforeAll(async () => {
    await suite.ask('project.openSample', {});
  }, 300_000);

  it('tell troubles from the rest, and open as many messages and authors as they say, on both sides', async () => {
    const filters = { intents: ['trouble' as const] };
    const found = await suite.ask('terms.distinctive', { filters, limit: 25 });
    expect(found).toMatchObject({ language: 'it', tooFew: null, leastAuthors: 20 });
    expect(found.ofGroup.map(({ term }) => term)).toEqual(expect.arrayContaining(['ordine', 'pacco']));
    expect(found.ofRest.map(({ term }) => term)).toContain('grazie');
    for (const [side, selection] of [[found.ofGroup, { filters }], [found.ofRest, { except: filters }]] as const) {
      for (const { key, authorsIn, authorsOut, messagesIn, messagesOut, low, high, logOdds, q } of side.slice(0, 8)) {
        const { total, messages } = await messagesOf({ ...selection, term: key });
        const ofGroup = side === found.ofGroup;
        expect([key, total, new Set(messages.map(({ accountId }) => accountId)).size]).toEqual([key, ofGroup ? messagesIn : messagesOut, ofGroup ? authorsIn : authorsOut]);
        expect(messages.every(({ voice, language }) => !voice && language === 'it')).toBe(true);
        expect(low < logOdds && logOdds < high && q < 0.05 && (ofGroup ? low > 0 : high < 0)).toBe(true);
      }
    }
  });

  it('are found against another set, in the language asked for, without what was searched for', async () => {
    const against = await suite.ask('terms.distinctive', { filters: { intents: ['trouble'] }, against: { intents: ['praise'] }, language: 'en' });
    expect(against.language).toBe('en');
    expect(against.rest.messages).toBeLessThan((await suite.ask('terms.distinctive', { filters: { intents: ['trouble'] }, language: 'en' })).rest.messages);
    const searched = await suite.ask('terms.distinctive', { filters: { text: 'ordine' }, limit: 200 });
    expect(searched.ofGroup.length).toBeGreaterThan(3);
    expect(searched.ofGroup.map(({ key }) => key).filter((key) => /:(?:.* )?ordin/u.test(key))).toEqual([]);
  });

  it('keep two words in a row that say more than the two', async () => {
    const { ofGroup } = await suite.ask('terms.distinctive', { filters: { intents: ['purchase'] }, limit: 200 });
    const pairs = ofGroup.filter(({ words }) => words === 2);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { term, key } of pairs) {
      expect(term).toContain(' ');
      expect(key.split(':')[1]?.split(' ')).toHaveLength(2);
    }
  });

  it('say that a side has too few people instead of a list', async () => {
    expect(await suite.ask('terms.distinctive', {})).toMatchObject({ tooFew: 'rest', rest: { messages: 0, authors: 0 }, ofGroup: [], ofRest: [] });
    expect(await suite.ask('terms.distinctive', { filters: { text: 'percentuale di robusta' } })).toMatchObject({ tooFew: 'group', ofGroup: [], ofRest: [] });
    expect(await suite.ask('terms.distinctive', { filters: { languages: ['xx'] } })).toMatchObject({ language: null, tooFew: 'group', group: { messages: 0, authors: 0 } });
  });

  it('are told with who used them first: people one by one, the brand by days', async () => {
    const found = await suite.ask('terms.borrowed', { limit: 100 });
    expect(found).toMatchObject({ language: 'it', tooFew: null, isCut: false });
    expect(found.index).toMatchObject({ n: found.tested });
    expect(found.tested).toBeGreaterThan(30);
    for (const [side, isBorrowed] of [[found.borrowed, true], [found.lent, false]] as const) {
      for (const { term, q, peopleBefore, brandBefore, brandDays, firstPeopleMs, firstBrandMs, messageIds, brandMessageIds } of side) {
        expect([term, q < 0.05, isBorrowed ? peopleBefore >= 5 : brandBefore >= 3, isBorrowed ? firstPeopleMs < firstBrandMs : firstBrandMs < firstPeopleMs]).toEqual([term, true, true, true]);
        expect([term, messageIds.length, brandMessageIds.length]).toEqual([term, peopleBefore, isBorrowed ? brandDays : brandBefore]);
      }
    }
    // every one of those people wrote the word before the brand's first day
    for (const { term, messageIds, firstBrandMs } of found.borrowed.slice(0, 3)) {
      const { messages } = await messagesOf({ messageIds });
      expect([term, messages.length, messages.every(({ voice, atMs }) => !voice && atMs !== null && atMs < firstBrandMs)]).toEqual([term, messageIds.length, true]);
      expect(new Set(messages.map(({ accountId }) => accountId)).size).toBe(messageIds.length);
    }
    expect(await suite.ask('terms.borrowed', { filters: { text: 'percentuale di robusta' } })).toMatchObject({ tooFew: 'people', borrowed: [], lent: [], index: { n: 0, estimate: null } });
  });

  it('count what is left out beside', async () => {
    const filters = { networks: ['instagram'] };
    const { languages, leftOut } = await suite.ask('terms.distinctive', { filters });
    const { total } = await messagesOf({ filters, direction: 'inbound' });
    expect(languages.reduce((sum, { messages }) => sum + messages, 0) + leftOut).toBe(total);
    expect(await messagesOf({ term: 'it:nessunastemcosì' })).toMatchObject({ total: 0, messages: [] });
  });

  it('find questions that recur, each with its people, its answers and its best one', async () => {
    const { total, grouped, asked, topics } = await suite.ask('topics.list', { kind: 'question', size: 1000 });
    expect(total).toBe(topics.length);
    expect(total).toBeGreaterThan(20);
    expect(grouped).toBe(topics.reduce((sum, { messages }) => sum + messages, 0));
    expect(asked).toBeGreaterThan(grouped);
    expect(topics.map(({ people }) => people)).toEqual(topics.map(({ people }) => people).sort((one, other) => other - one));
    for (const topic of topics.slice(0, 12)) {
      const { total: opened, messages } = await messagesOf({ topic: topic.id });
      expect(opened).toBe(topic.messages);
      expect(new Set(messages.map(({ accountId }) => accountId)).size).toBe(topic.people);
      expect(messages.filter(({ outcome }) => outcome === 'public').length).toBeGreaterThanOrEqual(topic.answers?.inPublic ?? 0);
      expect(messages.map(({ text }) => text)).toContain(topic.typical?.text);
      expect((topic.answers?.n ?? 0) + (topic.answers?.unobservable ?? 0)).toBe(topic.messages);
      if (topic.best !== null) expect((await suite.ask('messages.thread', { messageId: topic.best.messageId })).messages.find(({ messageId }) => messageId === topic.best?.messageId)).toMatchObject({ text: topic.best.text, voice: topic.best.byBrand });
    }
    expect(new Set(topics.flatMap(({ best }) => best?.reason ?? []))).toEqual(new Set(['thanked', 'repeated', 'latest']));
    expect(topics.filter(({ best }) => best !== null && !best.byBrand).every(({ best }) => best?.reason === 'thanked')).toBe(true);
  });

  it('count topics under filters alone, page by page', async () => {
    const filters = { networks: ['instagram'] };
    const all = await suite.ask('topics.list', { filters, size: 1000 });
    const pages = [await suite.ask('topics.list', { filters, page: 0, size: 2 }), await suite.ask('topics.list', { filters, page: 1, size: 2 })];
    expect(pages.flatMap(({ topics }) => topics)).toEqual(all.topics.slice(0, 4));
    for (const { id, messages } of all.topics.slice(0, 4)) expect((await messagesOf({ topic: id, filters })).total).toBe(messages);
    const copies = await suite.ask('topics.list', { kind: 'copies' });
    expect(copies).toMatchObject({ asked: null });
    expect(copies.topics[0]).toMatchObject({ kind: 'copies', brand: null, answers: null, best: null });
    expect((await messagesOf({ topic: copies.topics[0]?.id })).total).toBe(copies.topics[0]?.messages);
  });
});

describe('names of topics', () => {
  const QUESTIONS = [
    ['quanto costa la spedizione in Sicilia', 'La spedizione in Sicilia costa sei euro e dura tre giorni.'], ['a che ora apre il negozio di Parma la domenica', 'Il negozio di Parma apre alle nove.'],
    ['dove trovo le capsule compostabili senza zucchero', 'Le capsule compostabili sono sul sito, alla voce novità.'], ['come si pulisce la macchina a leva', 'Con acqua calda e un panno morbido, una volta al mese.'],
  ] as const;

  /** Comments of one page; each question asked by `people`, some answered. */
  function comments(people: readonly number[], from = 0): string {
    const rows = ['id,author,date,parent_id,text'];
    for (const person of people) {
      QUESTIONS.forEach(([question, answer], which) => {
        const id = from + person * 10 + which;
        const at = new Date(Date.UTC(2026, 1, 1, 8) + id * 3_600_000).toISOString();
        rows.push(`q${id},persona${person},${at},,"${['Ciao', 'Buongiorno', 'Salve'][person % 3] ?? ''}, ${question}?"`);
        if (person % 2 === 0) rows.push(`a${id},Aurora,${new Date(Date.parse(at) + 3_600_000).toISOString()},q${id},"Ciao persona${person}! ${answer}"`);
      });
    }
    return `${rows.join('\n')}\n`;
  }
  const bring = async (work: ProjectAtWork, name: string, text: string): Promise<void> => {
    const mapping = { columns: {}, network: 'facebook', kind: 'comment' as const, container: { name: 'Pagina', kind: 'page' as const } };
    expect(await work.call('import.run', { files: [{ file: await work.file(name, text), mapping }], ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['Pagina'] } })).toMatchObject({ ok: true });
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true });
  };
  const topicsOf = async (work: ProjectAtWork): Promise<OperationValue<'topics.list'>['topics']> => {
    const listed = await work.call('topics.list', { size: 1000 });
    if (!listed.ok) throw new Error(listed.failure.message);
    return [...listed.value.topics].sort((one, other) => (one.label < other.label ? -1 : 1));
  };
  const names = (topics: OperationValue<'topics.list'>['topics']): Record<string, string> => Object.fromEntries(topics.map(({ label, id }) => [label, id]));

  it('last through further imports, and are the same in a project made anew in another order', async () => {
    const first = comments([1, 2, 3, 4, 5, 6]);
    const second = comments([7, 8, 9], 1000);
    const work = await projectAtWork();
    await bring(work, 'first.csv', first);
    const before = await topicsOf(work);
    expect(before.map(({ messages, people, answers, best }) => [messages, people, answers?.inPublic, best?.reason])).toEqual(Array.from({ length: 4 }, () => [6, 6, 3, 'repeated']));
    await bring(work, 'second.csv', second);
    const after = await topicsOf(work);
    expect(after.map(({ messages }) => messages)).toEqual([9, 9, 9, 9]);
    expect(names(after)).toEqual(names(before));
    // the other way round: the earliest message of each topic names it, whichever file came first
    const anew = await projectAtWork();
    await bring(anew, 'both.csv', second);
    const later = names(await topicsOf(anew));
    await bring(anew, 'first.csv', first);
    expect(names(await topicsOf(anew))).toEqual(later);
    const fresh = await projectAtWork();
    await bring(fresh, 'second.csv', `${second}${first.split('\n').slice(1).join('\n')}`);
    expect(names(await topicsOf(fresh))).toEqual(names(before));
  }, 120_000);

  it('come back after an import is undone and redone, and words of a message that is gone are gone', async () => {
    const work = await projectAtWork();
    await bring(work, 'first.csv', comments([1, 2, 3, 4, 5, 6]));
    const before = await topicsOf(work);
    const term = { term: 'it:spedizion' };
    expect(await work.call('messages.list', term)).toMatchObject({ ok: true, value: { total: 6 } });
    expect(await work.call('history.undo', {})).toMatchObject({ ok: true });
    expect(await work.call('messages.list', term)).toMatchObject({ ok: true, value: { total: 0 } });
    expect(await work.call('topics.list', {})).toMatchObject({ ok: true, value: { total: 0, grouped: 0, asked: 0, topics: [] } });
    expect(await work.call('history.redo', {})).toMatchObject({ ok: true });
    expect(await work.call('analyse.run', {})).toMatchObject({ ok: true });
    expect(names(await topicsOf(work))).toEqual(names(before));
  }, 60_000);

  it('stay when an analysis is stopped while it looks for topics', async () => {
    const bench = importBench();
    onTestFinished(() => bench.close());
    const mapping = { columns: {}, network: 'facebook', kind: 'comment' as const, container: { name: 'Pagina', kind: 'page' as const } };
    valueOf(await bench.run(bench.file('first.csv', comments([1, 2, 3, 4, 5, 6])), { file: { mapping }, ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['Pagina'] } }));
    valueOf(await analyseProject(bench.context, {}, QUIET_CALL));
    const kept = (): unknown[] => [bench.rows('SELECT id, label FROM topic ORDER BY id'), bench.rows('SELECT topic, message_id FROM topic_message ORDER BY 1, 2')];
    const before = kept();
    // the four questions, and the copies of the longest of them
    expect(before[0]).toHaveLength(5);
    const stop = new AbortController();
    const stopped = await analyseProject(bench.context, { seed: 2 }, { signal: stop.signal, onProgress: ({ phase, unit }) => void (phase === 'aggregate' && unit === 'messages' && stop.abort()) });
    expect(stopped).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(kept()).toEqual(before);
    valueOf(await analyseProject(bench.context, { seed: 2 }, QUIET_CALL));
    expect(kept()).toEqual(before);
  }, 60_000);
});
