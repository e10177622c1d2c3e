import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../src/engine/engine.ts';
import { hostilePiece, hostileTable } from './hostile-pieces.ts';
import { ROOT } from './root.ts';

// A program of its own, `node hostile-project.ts FOLDER`, for the walks of the window are checked without the engine's types. It
// prints the refusals as JSON.

const MAPPING = { columns: { id: 'id', author: 'author', date: 'createdAt', text: 'text', parent: 'parentId', page: 'container' } };
const DAY_MS = 86_400_000;

/** What people write and name themselves, hostile too; each must succeed. */
const DECISIONS: readonly (readonly [operation: string, input: unknown])[] = [
  ['notes.save', { subject: { kind: 'message', messageId: 1 }, text: `Nota ${hostilePiece(0)}${hostilePiece(1)}`, tags: [`tag-${hostilePiece(17)}`, '<xcanary>'] }],
  ['notes.tag', { tag: '<img/src=/canary.png>', messageIds: [1, 2], accountIds: [1, 2, 3], on: true }],
  ['tribes.save', { name: `Chi ${hostilePiece(2)}`, rule: { op: 'number', of: 'messages', from: 2 } }],
  ['tribes.savePeople', { name: `A mano ${hostilePiece(3)}`, accountIds: [1, 2, 3, 4, 5, 6] }],
  ['tribes.edit', { id: 'value:even', name: `Pari ${hostilePiece(0)}`, color: 3, shape: 'star', notes: hostilePiece(4), hidden: false }],
  ['views.save', { name: `Vista ${hostilePiece(5)}`, address: '#/response', level: 'full' }],
  ['events.save', { name: `Guasto ${hostilePiece(0)}`, kind: 'campaign', fromMs: Date.UTC(2025, 2, 10), toMs: Date.UTC(2025, 2, 20), note: hostilePiece(2) }],
  ['findings.keep', { sentence: `Chi chiede aspetta ${hostilePiece(0)}`, language: 'it', figure: { unit: 'share', estimate: 0.4, low: 0.3, high: 0.5, n: 40, source: null } }],
  ['canvas.save', { tribe: 'value:even', owner: hostilePiece(0), lines: { insight: { text: `Chiedono ${hostilePiece(8)}`, findingId: null } }, cost: { low: 100, high: 200 } }],
  ['initiatives.save', { name: `Saldi ${hostilePiece(1)}`, kind: 'campaign', startMs: Date.UTC(2025, 2, 10), endMs: Date.UTC(2025, 2, 20), aim: hostilePiece(0) }],
  ['probes.save', { network: 'other', text: `Aprite? ${hostilePiece(0)}`, intent: 'information', atMs: Date.UTC(2025, 2, 12) }],
  ['sheet.save', { source: hostilePiece(0), collected: hostilePiece(1), collectedBy: hostilePiece(2), legalBasis: hostilePiece(3), retention: hostilePiece(5) }],
  ['templates.save', { name: `Modello ${hostilePiece(0)}`, headers: ['id', hostilePiece(0)], mapping: { columns: { [hostilePiece(0)]: 'text' } } }],
  ['companies.assign', { accountIds: [1, 2], company: `Ditta ${hostilePiece(0)}` }],
  ['hypotheses.register', { measure: 'gini', direction: 'at-most', value: 0.5, toMs: Date.UTC(2030, 0, 1), note: hostilePiece(0) }],
  ['present.save', { title: `Report ${hostilePiece(0)}`, question: hostilePiece(2), client: hostilePiece(1) }],
  ['present.edit', { page: 'board', part: 'title', language: 'it', text: `In parole nostre ${hostilePiece(0)}` }],
  ['value.setWeights', { weights: { review: 2.5 }, note: hostilePiece(0) }],
  ['editions.close', { name: `Edizione ${hostilePiece(0)}` }],
];

/**
 * An analysed project in the folder in which every word is hostile, in the list of recent ones of a host whose projects and
 * state lie there. Resolves to the decisions that were refused, with their words.
 */
async function hostileProject(folder: string): Promise<string[]> {
  const engine = createEngine({ version: '0.0.0-test', host: 'terminal', capabilities: { dialogs: false, pdf: false }, timeZone: 'Europe/Rome', projectsFolder: folder, stateFolder: folder, resourcesFolder: join(ROOT, 'resources') }, { now: () => Date.UTC(2025, 6, 1) + DAY_MS });
  const refused: string[] = [];
  try {
    const path = join(folder, 'hostile.csv');
    writeFileSync(path, hostileTable());
    const ask = async (operation: string, input: unknown): Promise<void> => {
      const outcome = await engine.call(operation, input);
      if (!outcome.ok) refused.push(`${operation}: ${outcome.failure.message} ${JSON.stringify(outcome.failure.issues ?? [])}`);
    };
    await ask('project.create', { name: `Progetto ${hostilePiece(0)}`, file: await engine.registerFile(join(folder, 'hostile.tribuna'), 'hostile.tribuna') });
    await ask('import.run', { files: [{ file: await engine.registerFile(path, `file ${hostilePiece(0)}.csv`), mapping: MAPPING }], ownBrand: { name: `Aurora ${hostilePiece(0)}`, accounts: [`Aurora ${hostilePiece(0)}`] }, competitors: [{ name: `Bottega ${hostilePiece(1)}`, accounts: [`Bottega ${hostilePiece(0)}`] }] });
    await ask('analyse.run', {});
    for (const [operation, input] of DECISIONS) await ask(operation, input);
    await ask('analyse.run', {});
    return refused;
  } finally {
    await engine.close();
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: hostile-project.ts FOLDER');
process.stdout.write(JSON.stringify(await hostileProject(folder)));
