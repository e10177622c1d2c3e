import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { pptxDeck } from '../../src/present/pptx/pptx-deck.ts';
import { pptxFromTemplate } from '../../src/present/pptx/template-deck.ts';
import { isLongRun } from '../support/long-run.ts';
import { madeUpReport } from '../support/made-up-report.ts';
import { madeUpTemplate } from '../support/made-up-template.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const found = isLongRun() && spawnSync('soffice', ['--version']).status === 0;

/** How many pages another program sees in a deck: it opens it and prints it. */
async function printedPages(name: string, deck: Uint8Array, folder: string): Promise<number> {
  writeFileSync(join(folder, `${name}.pptx`), deck);
  await run('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${name}.pptx`)], { timeout: 180_000 });
  const pdf = readFileSync(join(folder, `${name}.pdf`), 'latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page(?!s)/gu)].length;
}

test.skipIf(!found)('LibreOffice opens a deck and prints a page a slide (long runs, where soffice is installed)', async () => {
  const folder = temporaryFolder();
  expect(await printedPages('own', await pptxDeck(madeUpReport), folder)).toBe(madeUpReport.pages.length);
  expect(await printedPages('template', await pptxFromTemplate(madeUpReport, await madeUpTemplate()), folder)).toBe(madeUpReport.pages.length);
}, 400_000);
