import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { returnedWorkList, writtenDay } from '../../../../src/app/present/returned-work-list.ts';
import { workListCsv } from '../../../../src/present/work-list/work-list-csv.ts';
import { workListWorkbook } from '../../../../src/present/work-list/work-list-workbook.ts';
import type { WorkList, WorkListRow } from '../../../../src/present/work-list/work-list.ts';
import { awkwardTexts } from '../../../support/awkward-texts.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const row = (at: number, given: Partial<WorkListRow>): WorkListRow => ({ key: `x post ${String(at)}`, network: 'X', place: '', author: 'Anna', link: 'https://x.example/1', text: 'Perché, "no"?\nNo; grazie', asked: '2026-06-01', daysWaiting: 30.5, reasons: 'Problemi', reply: 'Ciao', answered: null, by: '', note: '', ...given });
const list = (language: 'it' | 'en', rows: readonly WorkListRow[]): WorkList => ({ language, day: '2026-07-01', expires: '2026-07-31', rows });
const registered = (name: string, bytes: Uint8Array | string): { path: string; name: string } => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return { path, name };
};

describe('a work list that comes back', () => {
  const noted = [row(1, { answered: '2026-06-30', by: 'Marta', note: 'ha risposto; "bene"' }), row(2, {}), row(3, { note: '=1+1' }), row(4, { by: '@luca' })];
  const notes = new Map([['x post 1', { answered: '2026-06-30', by: 'Marta', note: 'ha risposto; "bene"' }], ['x post 3', { answered: null, by: '', note: '=1+1' }], ['x post 4', { answered: null, by: '@luca', note: '' }]]);
  it.each(['it', 'en'] as const)('is read as it was written, in %s, as workbook and as CSV', async (language) => {
    for (const file of [registered('lista.csv', workListCsv(list(language, noted))), registered('lista.xlsx', await workListWorkbook(list(language, noted)))]) {
      expect(await returnedWorkList(file, '2026-07-02'), file.name).toEqual({ ok: true, value: { notes, errors: [], expires: '2026-07-31' } });
    }
  });
  it('takes texts that would compute for what they are', async () => {
    const texts = awkwardTexts.map((text) => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim()).filter((text) => text !== '');
    const rows = texts.map((note, at) => row(at, { note, text: note, author: note }));
    for (const file of [registered('l.csv', workListCsv(list('it', rows))), registered('l.xlsx', await workListWorkbook(list('it', rows)))]) {
      const read = await returnedWorkList(file, '2026-07-02');
      expect(read.ok ? [...read.value.notes.values()].map(({ note }) => note) : read).toEqual(texts);
    }
  });
  it('is understood with columns moved, the mark gone, other separators and days as people write them', async () => {
    const file = registered('x.csv', 'Nota,Chiave,Risposto il\n,x post 1,1/7/2026\nsì,x post 2,\n,x post 3,\n');
    expect(await returnedWorkList(file, '2026-07-02')).toEqual({ ok: true, value: { notes: new Map([['x post 1', { answered: '2026-07-01', by: '', note: '' }], ['x post 2', { answered: null, by: '', note: 'sì' }]]), errors: [], expires: null } });
  });
  it('says which rows it cannot understand', async () => {
    const file = registered('x.csv', 'Key;Answered on;Note\nx post 1;ieri;\nx post 2;2026-07-03;\n;;a\nx post 3;2026-07-01;\nx post 3;2026-07-01;\n');
    const read = await returnedWorkList(file, '2026-07-02');
    expect(read.ok ? read.value.errors : read).toEqual([{ row: 2, code: 'unknown-day', detail: 'ieri' }, { row: 3, code: 'future-day', detail: '2026-07-03' }, { row: 4, code: 'no-key', detail: '' }, { row: 6, code: 'twice', detail: 'x post 3' }]);
    expect(await returnedWorkList(registered('y.csv', 'a;b\n1;2\n'), '2026-07-02')).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
  it('knows days from what is none', () => {
    expect(['2026-07-01', '1/7/2026', '01.07.26', '2026-07-01 10:00:00', '31/6/2026', '2026-13-01', 'oggi', '7/2026'].map(writtenDay)).toEqual(['2026-07-01', '2026-07-01', '2026-07-01', '2026-07-01', null, null, null, null]);
  });
});
