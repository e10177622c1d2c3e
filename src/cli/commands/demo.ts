import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { productVersion } from '../../engine/engine-settings.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import type { SummaryFigures } from '../summary/sections.ts';
import { summaryPage } from '../summary/summary-page.ts';
import { printOutcome } from '../terminal.ts';
import { called, PRODUCT_ROOT, terminalEngine } from '../terminal-engine.ts';

/** Makes the sample project, analyses it and writes the client's summary. */
export const demoCommand: Command = {
  name: 'demo',
  usage: '[--to DIR]',
  does: 'makes the sample project, analyses it, writes a summary for the client into DIR, prints where',
  options: { to: 'value' },
  async run({ positionals, values }, terminal) {
    if (positionals[0] !== undefined) throw new UsageError(`unexpected word: ${positionals[0]}`);
    const folder = resolve(values.get('to') ?? 'tribuna-demo');
    try {
      await mkdir(folder, { recursive: true });
    } catch {
      return printOutcome(terminal, failed('io-error', 'the folder given with --to cannot be made or written'), () => '');
    }
    const engine = terminalEngine(terminal, folder);
    try {
      const outcome = await written(engine, folder);
      return printOutcome(terminal, outcome, ({ project, summary }) => `project: ${project}\nsummary: ${summary}`);
    } finally {
      await engine.close();
    }
  },
};

async function written(engine: Engine, folder: string): Promise<Outcome<{ project: string; summary: string; messages: number }>> {
  const sample = await called(engine, 'project.openSample', {});
  if (!sample.ok) return sample;
  const analysis = await called(engine, 'analyse.run', {});
  if (!analysis.ok) return analysis;
  const figures = await summaryFigures(engine);
  if (!figures.ok) return figures;
  const summary = join(folder, 'sintesi.html');
  try {
    await writeFile(summary, summaryPage(figures.value, productVersion(PRODUCT_ROOT)));
  } catch {
    return failed('io-error', 'the summary could not be written');
  }
  return success({ project: join(folder, figures.value.project.fileName), summary, messages: figures.value.overview.messages });
}

/** Everything the summary needs, by the contract's own read operations; the first failure ends it. */
async function summaryFigures(engine: Engine): Promise<Outcome<SummaryFigures>> {
  const project = await called(engine, 'project.summary', {});
  if (!project.ok) return project;
  const overview = await called(engine, 'overview', {});
  if (!overview.ok) return overview;
  const survival = await called(engine, 'response.survival', { by: 'intent' });
  if (!survival.ok) return survival;
  const gaps = await called(engine, 'response.gaps', {});
  if (!gaps.ok) return gaps;
  const tribes = await called(engine, 'tribes.list', { lens: 'value' });
  if (!tribes.ok) return tribes;
  const books = await called(engine, 'value.books', {});
  if (!books.ok) return books;
  const definitions = await called(engine, 'metrics.list', { language: 'it' });
  if (!definitions.ok) return definitions;
  return success({ definitions: definitions.value, project: project.value, overview: overview.value, survival: survival.value, gaps: gaps.value, tribes: tribes.value, books: books.value });
}
