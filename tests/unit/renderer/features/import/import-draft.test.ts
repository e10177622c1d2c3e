import { describe, expect, it } from 'vitest';
import { candidateRoles, shortestOf } from '../../../../../src/renderer/features/import/brand-candidates.ts';
import { draftObstacle, optionsOfDraft, type ImportDraft, type Preview } from '../../../../../src/renderer/features/import/import-draft.ts';
import { networkFromFileName } from '../../../../../src/renderer/features/import/network-from-file-name.ts';

const file = new File(['a'], 'a.csv');
const draft: ImportDraft = { id: '1', file, path: 'a.csv', isFromFolder: false };
const preview: Preview = {
  fileName: 'a.csv', bytes: 1, format: 'csv', formatName: 'CSV', confidence: 0.8, encoding: 'utf-8', delimiter: ';', headerRow: 0,
  columns: [{ name: 'Data', samples: [], field: 'createdAt' }, { name: 'Testo', samples: [], field: 'text' }], rows: [], mapping: { columns: { Data: 'createdAt', Testo: 'text' } },
  dates: { order: 'iso', ambiguous: false, zoneNeeded: false, readings: [], examples: [{ written: '2026-01-01', readAsMs: 0 }] }, collectedAtMs: null, brandCandidates: [], warnings: [], missing: [], records: [], parts: [], unread: [], template: null, isPrivate: false, isTable: true,
};
const look = (part: Partial<Preview>) => ({ pending: false, preview: { ...preview, ...part }, failure: null });

describe('a draft’s options', () => {
  it('say nothing that was not decided', () => {
    expect(optionsOfDraft(draft, 'Europe/Rome')).toEqual({});
  });

  it('leave the columns to the program until one is changed', () => {
    expect(optionsOfDraft({ ...draft, delimiter: ';', containerName: 'Pagina' }, 'Europe/Rome')).toEqual({ mapping: { columns: {}, delimiter: ';', container: { name: 'Pagina', kind: 'unknown' } } });
    expect(optionsOfDraft({ ...draft, columns: { Testo: 'text' } }, 'Europe/Rome')).toEqual({ mapping: { columns: { Testo: 'text' } } });
  });

  it('carry the collection time as a moment', () => {
    expect(optionsOfDraft({ ...draft, collectedAt: '2026-07-06T09:30' }, 'Europe/Rome')).toEqual({ collectedAtMs: Date.UTC(2026, 6, 6, 7, 30) });
    expect(optionsOfDraft({ ...draft, collectedAt: '' }, 'Europe/Rome')).toEqual({});
    expect(optionsOfDraft({ ...draft, collectedAt: '2026-07-06' }, 'Europe/Rome')).toEqual({});
    expect(optionsOfDraft({ ...draft, collectedAt: '2026-07-06T09:30' }, 'America/New_York')).toEqual({ collectedAtMs: Date.UTC(2026, 6, 6, 13, 30) });
  });
});

describe('what is in the way of an import', () => {
  it('is named in the order in which it can be settled', () => {
    expect(draftObstacle(undefined)).toBe('reading');
    expect(draftObstacle({ pending: true, preview: null, failure: null })).toBe('reading');
    expect(draftObstacle({ pending: false, preview: null, failure: { code: 'unreadable-file', message: 'empty' } })).toBe('failure');
    expect(draftObstacle(look({ missing: ['text'] }))).toBe('fields');
    expect(draftObstacle(look({ dates: { ...preview.dates, ambiguous: true } }))).toBe('dates');
    expect(draftObstacle(look({ dates: { ...preview.dates, order: '' } }))).toBe('dates');
    expect(draftObstacle({ ...look({}), pending: true })).toBe('reading');
    expect(draftObstacle(look({}))).toBeNull();
  });

  it('is not a missing author or time: those only narrow what can be said', () => {
    expect(draftObstacle(look({ missing: ['author', 'createdAt'] }))).toBeNull();
  });
});

describe('proposals', () => {
  const source = (names: readonly string[], roles = {}) => ({ drafts: [draft], previews: { '1': look({ brandCandidates: [...names] }) }, roles, extraAccounts: [] });

  it('take names with one beginning for one brand', () => {
    expect(candidateRoles(source(['Caffè Aurora - Bari', 'caffe aurora']), null)).toEqual({ 'Caffè Aurora - Bari': 'own', 'caffe aurora': 'own' });
    expect(shortestOf(['Caffè Aurora - Bari', 'Caffè Aurora'])).toBe('Caffè Aurora');
    expect(shortestOf([])).toBeNull();
  });

  it('leave the choice where several brands meet', () => {
    expect(candidateRoles(source(['Caffè Aurora', 'Caffè Tramonto']), null)).toEqual({ 'Caffè Aurora': 'none', 'Caffè Tramonto': 'none' });
    expect(candidateRoles(source(['Caffè Aurora', 'Caffè Tramonto']), 'Caffè Aurora')).toEqual({ 'Caffè Aurora': 'own', 'Caffè Tramonto': 'none' });
  });

  it('never override what a person said', () => {
    expect(candidateRoles(source(['Caffè Aurora'], { 'Caffè Aurora': 'competitor' }), 'Caffè Aurora')).toEqual({ 'Caffè Aurora': 'competitor' });
  });

  it('read a network from a file’s name, or none', () => {
    expect(networkFromFileName('facebook-commenti-caffe.csv')).toBe('facebook');
    expect(networkFromFileName('export_ig_2026.csv')).toBe('instagram');
    expect(networkFromFileName('big-table.csv')).toBeNull();
  });
});
