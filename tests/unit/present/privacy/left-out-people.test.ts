import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportTable } from '../../../../src/domain/model/report.ts';
import { isWithheld } from '../../../../src/domain/wording/written-cell.ts';
import { clientSafeReport } from '../../../../src/present/privacy/client-safe-report.ts';
import { clientSafeTables } from '../../../../src/present/privacy/client-safe-table.ts';
import { leftOutFigures, leftOutPeople } from '../../../../src/present/privacy/left-out-people.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

const FLOOR = 10;

function table(counts: readonly (readonly [name: string, n: number, people: number])[], key = 'waits'): ReportTable {
  return {
    key, name: key, title: key, note: '', additive: false,
    columns: [{ key: 'name', label: 'Motivo', kind: 'text', meaning: '', metric: null }, { key: 'n', label: 'Richieste', kind: 'count', meaning: '', metric: 'request' }],
    rows: counts.map(([name, n]) => [name, n]), people: counts.map(([, , people]) => ({ people, loudest: null, loudestThree: null })),
  };
}

test('a row whose rest is a few people is withheld, one whose rest is nobody or enough people is not', () => {
  const whole = [table([['Problemi', 120, 100], ['Domande', 60, 50], ['Proposte', 40, 40]])];
  const narrow = [table([['Problemi', 110, 93], ['Domande', 60, 50], ['Proposte', 20, 30]])];
  const [counted] = leftOutPeople(narrow, whole, FLOOR);
  expect(counted?.people?.map((one) => one?.people)).toEqual([7, 50, 30]);
  const [safe] = clientSafeTables(leftOutPeople(narrow, whole, FLOOR), FLOOR);
  expect(safe?.rows).toEqual([['Problemi', { withheld: 'few-people' }], ['Domande', 60], ['Proposte', 20]]);
});

test('tables and rows that only the part has stay as they are', () => {
  const narrow = [table([['Problemi', 12, 12]]), table([['Altro', 12, 12]], 'other')];
  expect(leftOutPeople(narrow, [table([['Domande', 15, 15]])], FLOOR)).toEqual(narrow);
  const without = { ...table([['Problemi', 12, 12]]), people: null };
  expect(leftOutPeople([without], [table([['Problemi', 15, 15]])], FLOOR)).toEqual([without]);
});

test('whatever the part, no number is shown whose rest is one to nine people', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 6 }), (groups) => {
    const whole = table(groups.map(([part, rest], place) => [`g${String(place)}`, 2 * (part + rest), part + rest]));
    const narrow = table(groups.map(([part], place) => [`g${String(place)}`, 2 * part, part]));
    const [safe] = clientSafeTables(leftOutPeople([narrow], [whole], FLOOR), FLOOR);
    groups.forEach(([part, rest], place) => {
      const cell = safe?.rows[place]?.[1] ?? null;
      expect(isWithheld(cell)).toBe(part < FLOOR || (rest > 0 && rest < FLOOR));
    });
  }));
});

test('a sentence whose figure differs from the whole one by a few cases is left out', () => {
  const figure = { key: 'largest', value: 0.86, low: null, high: null, n: 83, written: 'Su 83 profili, 71 stanno in «Alla pari»' };
  const titled = (words: string, n: number): typeof madeUpReport.pages => madeUpReport.pages.map((page) => (page.key !== 'map' ? page : { ...page, title: { text: words, byRule: words, edited: false, flag: null }, figures: [{ ...figure, n, written: words }] }));
  const whole = titled('Su 84 profili, 71 stanno in «Alla pari»', 84);
  const shown = (n: number): string | undefined => clientSafeReport({ ...madeUpReport, pages: leftOutFigures(titled(figure.written, n), whole, FLOOR) }).pages.find(({ key }) => key === 'map')?.title.text;
  expect(shown(83)).toBe('Mappa delle tribù');
  expect(shown(84)).toBe(figure.written);
  expect(shown(60)).toBe(figure.written);
});
