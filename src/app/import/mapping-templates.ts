import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { templateSchema, type MappingTemplate } from '../../contract/operations/import-account.ts';
import { writeDurably } from '../../store/durable-file.ts';
import { foldedHeader } from '../../ingest/header-synonyms.ts';

const listSchema = z.array(templateSchema);
const exportSchema = z.object({ tribunaTemplates: z.literal(1), templates: z.array(z.unknown()) });
const KEPT = 500;

function listPath(stateFolder: string): string {
  return join(stateFolder, 'templates.json');
}

/** What two files with the same columns share, whatever the order, letter case and punctuation of their names: hex. */
export function headerFingerprint(headers: readonly string[]): string {
  const folded = headers.map((header) => foldedHeader(header) || header.trim()).filter((header) => header !== '').sort();
  return createHash('sha256').update(JSON.stringify(folded)).digest('hex').slice(0, 24);
}

function readList(stateFolder: string): MappingTemplate[] | null {
  try {
    const parsed = listSchema.safeParse(JSON.parse(readFileSync(listPath(stateFolder), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Templates kept on this computer, by name; an unreadable list counts as an empty one, and is put aside when one is kept again. */
export function mappingTemplates(stateFolder: string): MappingTemplate[] {
  return readList(stateFolder) ?? [];
}

function keep(stateFolder: string, templates: readonly MappingTemplate[]): MappingTemplate[] {
  const list = [...templates].sort((one, other) => (one.name === other.name ? (one.id < other.id ? -1 : 1) : one.name < other.name ? -1 : 1)).slice(0, KEPT);
  const path = listPath(stateFolder);
  // a list that cannot be read is somebody's work: it is put aside, never written over
  if (existsSync(path) && readList(stateFolder) === null) renameSync(path, `${path}.unreadable`);
  writeDurably(path, JSON.stringify(list, null, 2));
  return list;
}

/** Keeps a mapping for files with the same columns, in place of the one kept for them before. Throws what the disk throws. */
export function saveTemplate(stateFolder: string, { name, headers, mapping, savedAtMs }: Omit<MappingTemplate, 'id'>): MappingTemplate[] {
  const id = headerFingerprint(headers);
  return keep(stateFolder, [...mappingTemplates(stateFolder).filter((template) => template.id !== id), { id, name, headers: [...headers], mapping, savedAtMs }]);
}

/** Forgets a template; null when there is none of that id. */
export function removeTemplate(stateFolder: string, id: string): MappingTemplate[] | null {
  const templates = mappingTemplates(stateFolder);
  return templates.some((template) => template.id === id) ? keep(stateFolder, templates.filter((template) => template.id !== id)) : null;
}

/** Templates as a text that another computer takes in. */
export function exportedTemplates(templates: readonly MappingTemplate[]): string {
  return `${JSON.stringify({ tribunaTemplates: 1, templates }, null, 2)}\n`;
}

/** Takes exported templates in; one for the same columns replaces that kept here. Null when the text is no export; entries that are none are left out. */
export function importTemplates(stateFolder: string, text: string): { readonly added: number; readonly replaced: number; readonly templates: MappingTemplate[] } | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = exportSchema.safeParse(read);
  if (!parsed.success) return null;
  // the id is what the headers say, not what the text claims
  const valid = parsed.data.templates.flatMap((value) => {
    const template = templateSchema.safeParse(value);
    return template.success ? [{ ...template.data, id: headerFingerprint(template.data.headers) }] : [];
  });
  const incoming = new Map(valid.map((template) => [template.id, template]));
  const before = mappingTemplates(stateFolder);
  const replaced = before.filter(({ id }) => incoming.has(id)).length;
  return { added: incoming.size - replaced, replaced, templates: keep(stateFolder, [...before.filter(({ id }) => !incoming.has(id)), ...incoming.values()]) };
}

/**
 * The template for a table with these headers: the one with the same columns, else the latest whose mapped columns are all
 * there (a tool that adds a column keeps its template). `isExact` tells which. Null when none fits.
 */
export function templateFor(stateFolder: string, headers: readonly string[]): { readonly template: MappingTemplate; readonly isExact: boolean } | null {
  const templates = mappingTemplates(stateFolder);
  const fingerprint = headerFingerprint(headers);
  const exact = templates.find(({ id }) => id === fingerprint);
  if (exact !== undefined) return { template: exact, isExact: true };
  const present = new Set(headers);
  const fitting = templates.filter(({ mapping }) => Object.keys(mapping.columns).length >= 2 && Object.keys(mapping.columns).every((column) => present.has(column)));
  const latest = fitting.sort((one, other) => other.savedAtMs - one.savedAtMs)[0];
  return latest === undefined ? null : { template: latest, isExact: false };
}
