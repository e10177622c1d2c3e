import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { foundChromium } from '../../engine/found-chromium.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { REPORT_FORMATS } from '../../domain/model/report-section.ts';
import { printOutcome } from '../terminal.ts';
import { called, terminalEngine } from '../terminal-engine.ts';
import { deliverablesText, writtenDeliverables, type Deliverables } from '../written-deliverables.ts';

/** Makes the sample project, analyses it and writes the client's deliverables. */
export const demoCommand: Command = {
  name: 'demo',
  usage: '[--to DIR]',
  does: 'makes the sample project, analyses it, writes the client’s deliverables into DIR, prints where',
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
      return printOutcome(terminal, outcome, ({ project, withoutPdf, ...deliverables }) => `project: ${project}\n${deliverablesText(deliverables)}${withoutPdf ? '\npdf: not written, no Chromium, Chrome or Edge was found; CHROMIUM_PATH names one' : ''}`);
    } finally {
      await engine.close();
    }
  },
};

async function written(engine: Engine, folder: string): Promise<Outcome<Deliverables & { project: string; messages: number; withoutPdf: boolean }>> {
  const sample = await called(engine, 'project.openSample', {});
  if (!sample.ok) return sample;
  const analysis = await called(engine, 'analyse.run', {});
  if (!analysis.ok) return analysis;
  const project = await called(engine, 'project.summary', {});
  if (!project.ok) return project;
  const withoutPdf = foundChromium() === null;
  const deliverables = await writtenDeliverables(engine, folder, { formats: withoutPdf ? REPORT_FORMATS.filter((format) => format !== 'pdf') : REPORT_FORMATS, language: 'it', audience: 'client' });
  return deliverables.ok ? success({ project: join(folder, project.value.fileName), messages: project.value.messages, withoutPdf, ...deliverables.value }) : deliverables;
}
