import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

type Report = OperationValue<'present.report'>;

const { ask } = suiteEngine({ nowMs: Date.UTC(2026, 6, 3) });
let report: Report;

const pageOf = (value: Report, key: string): Report['pages'][number] => {
  const page = value.pages.find((one) => one.key === key);
  if (page === undefined) throw new Error(`no page ${key}`);
  return page;
};

beforeAll(async () => {
  await ask('project.openSample', {});
  await ask('analyse.run', { seed: 1 });
  report = await ask('present.report', { language: 'it' });
}, 240_000);

describe('the report of the sample', () => {
  it('opens with the board, says third what the data do not see, and ends with decisions and method', () => {
    expect(report.pages.slice(0, 3).map(({ key }) => key)).toEqual(['cover', 'board', 'limits']);
    expect(report.pages.slice(-2).map(({ key }) => key)).toEqual(['decisions', 'method']);
    expect(report.pages.length).toBeGreaterThanOrEqual(15);
  });

  it('gives the numbers of its rooms', async () => {
    const survival = await ask('response.survival', { by: 'intent', horizonSeconds: 604_800, seed: 1, maxSteps: 2000 });
    const trouble = survival.groups.find(({ key }) => key === 'trouble');
    const waits = report.tables.find(({ key }) => key === 'waits');
    const row = waits?.rows.find(([name]) => name === 'Problemi');
    expect(row?.slice(1, 5)).toEqual([trouble?.n, trouble?.authors, trouble?.answered, trouble?.restrictedMeanSeconds]);
    const formation = await ask('strategy.formation', { seed: 1 });
    const shares = report.tables.find(({ key }) => key === 'formation')?.rows.map((cells) => cells[2]);
    expect(shares).toEqual(formation.rows.map(({ share }) => share));
    const promises = await ask('promises.summary', {});
    expect(pageOf(report, 'promises').figures[0]).toMatchObject({ value: promises.rate.estimate, n: promises.rate.n });
  });

  it('names nobody and no group under ten people for a client', async () => {
    const people = await ask('value.accounts', { size: 200 });
    const text = JSON.stringify(report);
    for (const { accountName } of people.accounts.filter(({ accountName: name }) => name.length > 7 && !/aurora|tramonto/i.test(name))) expect(text, accountName).not.toContain(accountName);
    for (const { rows, people: counts, columns } of report.tables) {
      counts?.forEach((count, line) => {
        if (count === null || count.people >= 10) return;
        rows[line]?.forEach((cell, at) => expect(columns[at]?.kind === 'text' || typeof cell !== 'number').toBe(true));
      });
    }
  });

  it('adds small tribes up only where nobody is in two of them', async () => {
    const { tribes } = await ask('tribes.list', {});
    const rows = report.tables.find(({ key }) => key === 'tribes')?.rows ?? [];
    const together = rows.filter(([name]) => name === 'Altre tribù').map(([, lens]) => lens);
    const small = (lens: string): number => tribes.filter((tribe) => tribe.lens === lens && !tribe.hidden && tribe.size < 10).length;
    expect(small('roles') + small('interests')).toBeGreaterThan(1);
    expect(together.filter((lens) => lens === 'per ruolo' || lens === 'd’interesse')).toEqual([]);
    // no number of theirs is the sum of what overlaps
    const names = new Set(rows.map(([name]) => name));
    for (const tribe of tribes.filter(({ lens, size, hidden }) => lens === 'interests' && size < 10 && !hidden)) expect(names.has(tribe.name)).toBe(false);
  });

  it('has the same pages in English', async () => {
    const english = await ask('present.report', { language: 'en' });
    expect(english.pages.map(({ key }) => key)).toEqual(report.pages.map(({ key }) => key));
    expect(pageOf(english, 'limits').title.text).toBe('What these data do not see');
  });
});

describe('what a person changes', () => {
  it('is kept, told apart from the rule, and flagged once its figures have moved', async () => {
    const board = pageOf(report, 'board');
    await ask('present.edit', { page: 'board', part: 'title', language: 'it', text: 'Chi ha un problema aspetta troppo', figures: [...board.figures] });
    const edited = pageOf(await ask('present.report', { language: 'it' }), 'board').title;
    expect(edited).toEqual({ text: 'Chi ha un problema aspetta troppo', byRule: board.title.text, edited: true, flag: null });
    expect(pageOf(await ask('present.report', { language: 'en' }), 'board').title.edited).toBe(false);
    await ask('present.edit', { page: 'board', part: 'title', language: 'it', text: 'Chi ha un problema aspetta troppo', figures: board.figures.map((figure) => ({ ...figure, value: -(figure.value ?? 0) })) });
    expect(pageOf(await ask('present.report', { language: 'it' }), 'board').title.flag).toBe('sign');
    await ask('history.undo', {});
    expect(pageOf(await ask('present.report', { language: 'it' }), 'board').title.flag).toBeNull();
    await ask('history.undo', {});
    expect(pageOf(await ask('present.report', { language: 'it' }), 'board').title.edited).toBe(false);
  });

  it('orders and leaves out sections, but never what the data do not see', async () => {
    await ask('present.save', { sections: [{ section: 'limits', shown: false }, { section: 'trust', shown: false }, { section: 'appendix', shown: true }], question: 'Chi aspetta?', look: { accent: '#334455' } });
    const changed = await ask('present.report', { language: 'it' });
    expect(changed.pages.some(({ section }) => section === 'trust')).toBe(false);
    expect(changed.pages.some(({ section }) => section === 'limits')).toBe(true);
    expect(changed.pages.some(({ section }) => section === 'appendix')).toBe(true);
    expect(changed.pages.some(({ section, title }) => section === 'question' && title.text === 'Chi aspetta?')).toBe(true);
    expect(changed.look.accent).toBe('#334455');
    await ask('history.undo', {});
    expect((await ask('present.report', { language: 'it' })).pages.map(({ key }) => key)).toEqual(report.pages.map(({ key }) => key));
  });

  it('tells what happened around the brand beside the limits of its data', async () => {
    const words = async (language: 'it' | 'en'): Promise<string> => JSON.stringify(pageOf(await ask('present.report', { language }), 'limits').blocks);
    expect(await words('it')).not.toContain('Intorno al brand');
    await ask('events.save', { name: 'Aumento dei prezzi', kind: 'price', fromMs: Date.parse('2026-02-09T00:00:00+01:00'), toMs: Date.parse('2026-02-21T00:00:00+01:00'), note: '' });
    await ask('events.save', { name: 'Prima dei dati', kind: 'launch', fromMs: Date.parse('2020-02-09T00:00:00+01:00'), toMs: null, note: '' });
    expect(await words('it')).toContain('Aumento dei prezzi (9 feb 2026 – 20 feb 2026)');
    expect(await words('en')).toMatch(/Aumento dei prezzi \(9 Feb 2026 – 20 Feb 2026\)/);
    expect(await words('it')).not.toContain('Prima dei dati');
    await ask('history.undo', {});
    await ask('history.undo', {});
  });

  it('prints the data sheet after the method once it is written, and says what it leaves open', async () => {
    await ask('sheet.save', { source: 'Pagina e gruppo del brand', collected: '3 luglio 2026', collectedBy: 'Agenzia', legalBasis: '', retention: '' });
    const written = await ask('present.report', { language: 'it' });
    expect(written.pages.slice(-2).map(({ key }) => key)).toEqual(['method', 'method:sheet']);
    const lines = pageOf(written, 'method:sheet').blocks.flatMap((block) => (block.kind === 'bullets' ? block.items : []));
    expect(lines).toEqual(['Fonte: Pagina e gruppo del brand', 'Raccolti quando: 3 luglio 2026', 'Raccolti da: Agenzia', 'Non indicato: base giuridica e conservazione.']);
    await ask('history.undo', {});
    expect((await ask('present.report', { language: 'it' })).pages.map(({ key }) => key)).not.toContain('method:sheet');
  });

  it('a kept finding asks for a decision, and an accepted one stands in the plan', async () => {
    const { id } = await ask('findings.keep', { sentence: 'Chi chiede gli orari non riceve risposta.', language: 'it' });
    const asked = await ask('present.report', { language: 'it' });
    expect(JSON.stringify(pageOf(asked, 'decisions').blocks)).toContain('Chi chiede gli orari non riceve risposta.');
    await ask('findings.change', { id, state: 'accepted', owner: 'Marta', dueMs: Date.UTC(2026, 8, 1), recommendation: 'Scrivere gli orari in testa alla pagina.' });
    const planned = await ask('present.report', { language: 'it' });
    expect(planned.tables.find(({ key }) => key === 'plan')?.rows[0]?.slice(0, 4)).toEqual(['Scrivere gli orari in testa alla pagina.', '', 'Marta', '2026-09-01']);
  });
});
