import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failed } from '../../contract/outcome.ts';
import { REPORT_AUDIENCES, REPORT_FORMATS, type ReportFormat } from '../../domain/model/report-section.ts';
import { oneOf, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { printOutcome } from '../terminal.ts';
import { openProject, terminalEngine } from '../terminal-engine.ts';
import { deliverablesText, writtenDeliverables } from '../written-deliverables.ts';

const LANGUAGES = ['it', 'en'] as const;

function chosenFormats(text: string | undefined): ReportFormat[] {
  if (text === undefined) return [...REPORT_FORMATS];
  return text.split(',').map((word) => {
    const format = oneOf('format', word.trim(), REPORT_FORMATS);
    if (format === undefined) throw new UsageError('--format needs a list of formats');
    return format;
  });
}

/** Writes the client's deliverables of a project. */
export const presentCommand: Command = {
  name: 'present',
  usage: 'PROJECT --to DIR [--format pptx,pdf,html,xlsx,csv] [--language it|en] [--audience client|analyst] [--template FILE.pptx]',
  does: 'writes the deliverables into DIR: safe for a client unless --audience analyst says otherwise',
  options: { to: 'value', format: 'value', language: 'value', audience: 'value', template: 'value' },
  async run({ positionals, values }, terminal) {
    const [project, extra] = positionals;
    const to = values.get('to');
    if (project === undefined || to === undefined) throw new UsageError('missing PROJECT or --to DIR');
    if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
    const formats = chosenFormats(values.get('format'));
    const language = oneOf('language', values.get('language'), LANGUAGES) ?? 'it';
    const audience = oneOf('audience', values.get('audience'), REPORT_AUDIENCES) ?? 'client';
    const folder = resolve(to);
    try {
      await mkdir(folder, { recursive: true });
    } catch {
      return printOutcome(terminal, failed('io-error', 'the folder given with --to cannot be made or written'), () => '');
    }
    const template = values.get('template');
    let slides: string | undefined;
    try {
      slides = template === undefined ? undefined : (await readFile(template)).toString('base64');
    } catch {
      return printOutcome(terminal, failed('unreadable-file', 'the template given with --template cannot be read'), () => '');
    }
    const engine = terminalEngine(terminal);
    try {
      const opened = await openProject(engine, project);
      if (!opened.ok) return printOutcome(terminal, opened, () => '');
      return printOutcome(terminal, await writtenDeliverables(engine, folder, { formats, language, audience, ...(slides === undefined ? {} : { template: slides }) }), deliverablesText);
    } finally {
      await engine.close();
    }
  },
};
