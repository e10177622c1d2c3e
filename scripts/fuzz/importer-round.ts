import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run-program.ts';
import { changedFile, type HandedFile } from './changed-file.ts';
import { drawsFrom, type Draws } from './draws.ts';
import { differences, watchedProject, type Endings, type Finding } from './watched-project.ts';

const FIXTURES = join(ROOT, 'tests', 'fixtures', 'formats');
/** Files of one round: few enough to be told apart, enough for merges with each other. */
const FILES = 5;

let known: readonly (readonly [folder: string, files: readonly HandedFile[]])[] | null = null;

/** The repository's own files of every importer, by folder. */
function specimens(): readonly (readonly [folder: string, files: readonly HandedFile[]])[] {
  known ??= readdirSync(FIXTURES).sort().map((folder) => [folder, readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' }).sort().filter((name) => statSync(join(FIXTURES, folder, name)).isFile()).map((name) => ({ name, bytes: readFileSync(join(FIXTURES, folder, name)) }))]);
  return known;
}

/** Some files of one importer, mostly one. */
function drawnFiles(files: readonly HandedFile[], draws: Draws): readonly HandedFile[] {
  return draws.chance(0.8) ? [draws.pick(files)] : Array.from({ length: 1 + draws.below(Math.min(5, files.length)) }, () => draws.pick(files));
}

/** What an import that came to nothing may touch: notes on what the next analysis can leave alone, which only save it work. */
const ONLY_NOTES: ReadonlySet<string> = new Set(['changed_account', 'changed_message', 'derive_stamp', 'ledger_stamp', 'piece_stamp', 'text_stamp']);
/** Records and decisions: what an import that is taken out again must leave as they were. */
const RECORDS: readonly string[] = ['account', 'brand', 'container', 'coverage', 'identity_decision', 'label_verdict', 'mention', 'message', 'own_statement', 'plan_record', 'reaction', 'reaction_sighting', 'role_decision', 'sighting'];

/**
 * Hands changed files of the importers to a project: looked at, counted, brought in and, by chance, taken out again. What
 * comes of each is judged: a value or a failure in words; a failure leaves every table as it was; the project is whole.
 */
export async function importerRound(seed: number, at: (during: string) => void): Promise<{ readonly findings: readonly Finding[]; readonly endings: Endings }> {
  const draws = drawsFrom(seed);
  const work = await watchedProject();
  try {
    for (let number = 0; number < FILES; number += 1) {
      const [folder, files] = draws.pick(specimens());
      const handed = changedFile(drawnFiles(files, draws), draws);
      const during = `file ${String(number)} from ${folder}`;
      at(during);
      const place = join(work.folder, `file-${String(number)}`);
      writeFileSync(place, handed.bytes);
      const file = await work.engine.registerFile(place, handed.name);
      const before = work.counts();
      await work.call('import.preview', { file }, `${during}: looking`);
      await work.call('import.check', { files: [{ file }] }, `${during}: counting`);
      if (differences(before, work.counts()) !== '') work.found(`a look changed the project: ${differences(before, work.counts())}`, during);
      const brought = await work.call('import.run', { files: [{ file, ...(draws.chance(0.1) ? { timeZone: draws.pick(['UTC', 'Asia/Kathmandu', 'Mars/Olympus', '']) } : {}) }] }, `${during}: importing`);
      const after = work.counts();
      if (!brought.ok && differences(before, after, { but: ONLY_NOTES }) !== '') work.found(`half an import: ${differences(before, after, { but: ONLY_NOTES })}`, during);
      if (brought.ok && draws.chance(0.4)) {
        const undone = await work.call('history.undo', {}, `${during}: taking out`);
        const left = differences(before, work.counts(), { of: RECORDS });
        if (undone.ok && left !== '') work.found(`an import that was taken out left something: ${left}`, during);
      }
    }
    at('afterwards');
    if (draws.chance(0.3)) await work.call('analyse.run', {}, 'analysing');
    for (const operation of ['messages.list', 'overview', 'import.account', 'people.list', 'coverage.stretches']) await work.call(operation, {}, operation);
    const checked = await work.call('project.check', {}, 'checking');
    if (!checked.ok || !(checked.value as { intact: boolean }).intact) work.found(`the project is not whole: ${JSON.stringify(checked)}`, 'checking');
    return { findings: work.findings, endings: work.endings };
  } finally {
    await work.close();
  }
}
