import { strToU8, zipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { clientSafeReport } from '../../src/present/privacy/client-safe-report.ts';
import { foundTraces } from '../support/found-traces.ts';
import { suiteEngine } from '../support/suite-engine.ts';

/** Every text of the data that leads to a person, a place of theirs or a file holds this. */
const CANARY = 'zqcanario';
const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 2, 2, 8);
const END_MS = START_MS + 120 * 24 * HOUR_MS;
const ASKED = ['La mia carta non funziona da ieri, potete aiutarmi?', 'A che ora aprite domenica?', 'Vorrei comprare la macchina nuova, quanto costa?', 'Sarebbe bello avere una tessera digitale', 'Grazie mille, siete stati gentilissimi!', 'Il pacco è arrivato rotto e nessuno risponde'];
const ANSWERED = ['Ci dispiace molto, controlliamo subito e ti scriviamo entro domani.', 'Apriamo alle otto, ti aspettiamo.', 'La trovi nei nostri negozi da lunedì.'];
const COLUMNS = ['id', 'network', 'container', 'kind', 'author', 'authorId', 'text', 'createdAt', 'parentId', 'url', 'replies'] as const;

/** Fifty people who ask under the brand's posts, some of whom are answered, and write in a group of their own as well. */
function exported(): string {
  const lines: string[][] = [];
  const line = (id: string, given: { author: string; text: string; hours: number; parent?: string; place?: string; kind?: string; network?: string; replies?: number }): void =>
    void lines.push([id, given.network ?? 'facebook', given.place ?? 'aurora', given.kind ?? (given.parent === undefined ? 'post' : 'comment'), given.author, given.author === 'Aurora' ? 'aurora' : `id-${CANARY}-${given.author}`, given.text, new Date(START_MS + given.hours * HOUR_MS).toISOString(), given.parent ?? '', given.author === 'Aurora' ? 'https://facebook.example/aurora' : `https://facebook.example/${CANARY}/${id}`, String(given.replies ?? 0)]);
  for (let post = 0; post < 30; post += 1) {
    const root = `post-${String(post)}`;
    line(root, { author: 'Aurora', text: `Oggi in bottega, numero ${String(post)}`, hours: post * 72, replies: 14 });
    for (let at = 0; at < 10; at += 1) {
      const person = (post * 7 + at * 3) % 50;
      const asked = `${CANARY}-n-${String(post)}-${String(at)}`;
      line(asked, { author: `Nome${CANARY} ${String(person)}`, text: `${ASKED[(post + at) % ASKED.length] ?? ''} parola${CANARY}${String(post)}x${String(at)} chiama @amico${CANARY} o scrivi a ${CANARY}@posta.example`, hours: post * 72 + 1 + at * 1.37, parent: root });
      if ((post + at) % 3 !== 0) line(`answer-${String(post)}-${String(at)}`, { author: 'Aurora', text: `${ANSWERED[at % ANSWERED.length] ?? ''} — Marta${CANARY}`, hours: post * 72 + 3 + at * 2.11, parent: asked });
    }
    line(`${CANARY}-g-${String(post)}`, { author: `Nome${CANARY} ${String(post)}`, text: `Titolo${CANARY} della discussione: consiglio a tutti la miscela di Aurora`, hours: post * 72 + 5, place: `Gruppo ${CANARY} ${String(post % 3)}`, network: 'reddit' });
  }
  return `${[[...COLUMNS], ...lines].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`;
}

const { engine, ask } = suiteEngine({ nowMs: END_MS });
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-canary-'));
  const name = `export-${CANARY}.csv`;
  writeFileSync(join(folder, name), exported());
  await ask('project.create', { name: `Progetto ${CANARY}`, file: await engine().registerFile(join(folder, `${CANARY}.tribuna`), `${CANARY}.tribuna`) });
  await ask('import.run', { files: [{ file: await engine().registerFile(join(folder, name), name), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: END_MS, mapping: { columns: Object.fromEntries(COLUMNS.map((column) => [column, column])) } }], ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['aurora'] } });
  await ask('analyse.run', {});
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const tracesIn = ({ files }: OperationValue<'present.write'>): string[] => files.flatMap(({ name, base64 }) => foundTraces(name, Buffer.from(base64, 'base64'), CANARY));

describe('what leads to a person', () => {
  it('is found in whatever way it is written', () => {
    const word = Buffer.from(CANARY);
    for (const bytes of [word, Buffer.from(`a${CANARY.toUpperCase()}b`), Buffer.from(CANARY, 'utf16le'), Buffer.from(CANARY, 'utf16le').swap16(), ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(`${before}${CANARY}!`).toString('base64'))), Buffer.from(word.toString('hex')), zipSync({ a: zipSync({ b: strToU8(CANARY) }, { level: 9 }) })]) expect(foundTraces('file', bytes, CANARY)).not.toEqual([]);
    expect(foundTraces(`${CANARY}.pptx`, strToU8('nothing'), CANARY)).toHaveLength(1);
    expect(foundTraces('file', strToU8('zqcanari'), CANARY)).toEqual([]);
  });

  it.each(['it', 'en'] as const)('stands in no byte of a client’s files, in %s', async (language) => {
    const written = await ask('present.write', { language, audience: 'client', formats: ['pptx', 'html', 'print', 'xlsx', 'csv'] });
    expect(written.files.map(({ format }) => format)).toEqual(['pptx', 'html', 'print', 'xlsx', 'csv']);
    expect(written.pages).toBeGreaterThan(8);
    expect(tracesIn(written)).toEqual([]);
  });

  it('stands in nothing that the window shows of a client’s report, and no page says a number that its tables withhold', async () => {
    const report = await ask('present.report', { audience: 'client' });
    expect(foundTraces('report', strToU8(JSON.stringify(report)), CANARY)).toEqual([]);
    expect(report.tables.length).toBeGreaterThan(4);
    expect(() => clientSafeReport(report, 'refuse')).not.toThrow();
  });

  it('stands in the work list, which says that it does', async () => {
    const { file } = await ask('present.workList', {});
    expect(file.name).toContain('interno-dati-personali');
    expect(foundTraces(file.name, Buffer.from(file.base64, 'base64'), CANARY)).not.toEqual([]);
  });
});
