import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations, type OperationName } from '../../src/contract/operations.ts';
import { smallExport } from '../../tests/support/small-export.ts';
import { drawnInput } from './drawn-input.ts';
import { drawsFrom } from './draws.ts';
import { differences, ENGINE_OPERATIONS, watchedProject, type Endings, type Finding, type WatchedProject } from './watched-project.ts';

/** Requests of one round, which go on from what those before them changed. */
const REQUESTS = 25;
/** Values kept of each member's name. */
const KEPT = 60;

/** Operations after which another project may be open, or the file another. */
const MOVES: ReadonlySet<OperationName> = new Set(['project.create', 'project.open', 'project.close', 'backups.restore']);
/** Builds a project from files that take seconds: asked once in a while. */
const SLOW: ReadonlySet<OperationName> = new Set(['project.openSample']);

/** Keeps the short values of an answer under the names of their members. */
function learn(value: unknown, known: Map<string, unknown[]>, budget = { left: 400 }): void {
  if (typeof value !== 'object' || value === null || budget.left <= 0) return;
  for (const [key, member] of Object.entries(value)) {
    budget.left -= 1;
    if (typeof member === 'object') learn(member, known, budget);
    else if (!Array.isArray(value) && (typeof member === 'number' || (typeof member === 'string' && member.length < 200))) {
      const values = known.get(key) ?? [];
      known.set(key, values);
      if (values.length < KEPT && !values.includes(member)) values.push(member);
    }
  }
}

/** Files of every kind that operations take, and some that they do not. */
async function handedFiles(work: WatchedProject): Promise<string[]> {
  const write = async (name: string, content: string): Promise<string> => {
    writeFileSync(join(work.folder, name), content);
    return (await work.engine.registerFile(join(work.folder, name), name)).fileHandle;
  };
  const other = join(work.folder, 'other.tribuna');
  cpSync(work.path, other);
  const decisions = await work.engine.call('decisions.export', {});
  const workList = await work.engine.call('present.workList', { format: 'csv' });
  return [
    await write('more.csv', smallExport(6)), await write('own.csv', 'data;utente;messaggio\n01/03/2025 10:00;Anna;ciao\n'), await write('nothing.txt', ''), await write('text.json', '{"__proto__":{"x":1},"tribunaDecisions":1}'),
    await write('labels.csv', 'id,sentiment\n1,positive\n'), await write('comments.json', '{"format":"tribuna-comments","version":1}'),
    await write('decisions.json', decisions.ok ? (decisions.value as { text: string }).text : ''), await write('list.csv', workList.ok ? Buffer.from((workList.value as { file: { base64: string } }).file.base64, 'base64').toString('utf8') : ''),
    (await work.engine.registerFile(other, 'other.tribuna')).fileHandle, (await work.engine.registerFile(join(work.folder, 'gone.csv'), 'gone.csv')).fileHandle, (await work.engine.registerFile(work.folder, 'folder')).fileHandle, 'file-unknown',
  ];
}

/** What a read must leave alone, and a failed change: everything. */
async function judged(work: WatchedProject, operation: OperationName, input: unknown, known: Map<string, unknown[]>): Promise<void> {
  const before = work.counts();
  const outcome = await work.call(operation, input, operation);
  if (outcome.ok) learn(outcome.value, known);
  if (MOVES.has(operation) || SLOW.has(operation)) return;
  const changed = differences(before, work.counts());
  if (changed !== '' && (!outcome.ok || operations[operation].kind === 'read')) work.found(`${outcome.ok ? 'a read' : `a failure (${outcome.failure.code})`} changed the project: ${changed}`, operation);
}

/**
 * Sends drawn requests of every operation to an analysed project, with the ids that earlier answers named. What comes of each
 * is judged: a value of the promised shape or a failure in words; reads and failures leave every table as it was.
 */
export async function contractRound(seed: number, at: (during: string) => void): Promise<{ readonly findings: readonly Finding[]; readonly endings: Endings }> {
  const draws = drawsFrom(seed);
  const work = await watchedProject();
  try {
    const known = new Map<string, unknown[]>([['brand', ['Aurora', 'Bottega']], ['fileHandle', await handedFiles(work)], ['word', ['ERASE', 'CANCELLA']]]);
    for (const operation of ['messages.list', 'people.list', 'tribes.list', 'filters.options', 'import.list', 'canvas.list'] as const) {
      const outcome = await work.call(operation, {}, operation);
      if (outcome.ok) learn(outcome.value, known);
    }
    for (let number = 0; number < REQUESTS; number += 1) {
      const operation = draws.pick(ENGINE_OPERATIONS);
      if (SLOW.has(operation) && draws.chance(0.95)) continue;
      at(`request ${String(number)}: ${operation}`);
      await judged(work, operation, drawnInput(operations[operation].input, known, draws), known);
      if (MOVES.has(operation) || SLOW.has(operation)) await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') }, `opening again after ${operation}`);
    }
    at('afterwards');
    const checked = await work.call('project.check', {}, 'checking');
    if (!checked.ok || !(checked.value as { intact: boolean }).intact) work.found(`the project is not whole: ${JSON.stringify(checked)}`, 'checking');
    return { findings: work.findings, endings: work.endings };
  } finally {
    await work.close();
  }
}
