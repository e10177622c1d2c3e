import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportedTemplates, headerFingerprint, importTemplates, mappingTemplates, saveTemplate, templateFor } from '../../../../src/app/import/mapping-templates.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const mapping = { columns: { ID: 'id' as const, Testo: 'text' as const } };

describe('templates of mappings', () => {
  it('know a table by its columns, whatever their order, letter case and accents', () => {
    expect(headerFingerprint(['ID', 'Città', 'Data e ora'])).toBe(headerFingerprint(['data_e_ora', 'id', 'citta']));
    expect(headerFingerprint(['ID'])).not.toBe(headerFingerprint(['ID', 'Testo']));
  });
  it('fit a table with the same columns, or one that gained some', () => {
    const folder = temporaryFolder();
    expect(templateFor(folder, ['ID', 'Testo'])).toBeNull();
    saveTemplate(folder, { name: 'Uno', headers: ['ID', 'Testo'], mapping, savedAtMs: 1 });
    expect(templateFor(folder, ['Testo', 'ID'])).toMatchObject({ isExact: true, template: { name: 'Uno' } });
    expect(templateFor(folder, ['ID', 'Testo', 'Nuova'])).toMatchObject({ isExact: false, template: { name: 'Uno' } });
    expect(templateFor(folder, ['ID', 'Corpo'])).toBeNull();
  });
  it('survive a damaged list and refuse what is no export', () => {
    const folder = join(temporaryFolder(), 'state');
    mkdirSync(folder);
    writeFileSync(join(folder, 'templates.json'), '{"broken":');
    expect(mappingTemplates(folder)).toEqual([]);
    for (const text of ['', '[]', '{"tribunaTemplates":2,"templates":[]}', '{"templates":[]}']) expect(importTemplates(folder, text)).toBeNull();
    const [template] = saveTemplate(folder, { name: 'Uno', headers: ['ID', 'Testo'], mapping, savedAtMs: 1 });
    if (template === undefined) throw new Error('nothing was saved');
    const claimed = exportedTemplates([{ ...template, id: 'of my own', name: 'Due' }]);
    expect(importTemplates(folder, claimed)).toMatchObject({ added: 0, replaced: 1, templates: [{ name: 'Due', id: headerFingerprint(['ID', 'Testo']) }] });
    expect(importTemplates(folder, JSON.stringify({ tribunaTemplates: 1, templates: [{ name: 'rotto' }, 7] }))).toMatchObject({ added: 0, replaced: 0 });
  });
});
