import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failed } from '../../contract/outcome.ts';
import { REPORT_AUDIENCES, REPORT_FORMATS } from '../../domain/model/report-section.ts';
import { oneOf, UsageError } from '../arguments.ts';
import { chosenEdition } from '../chosen-edition.ts';
import type { Command } from '../command.ts';
import { printOutcome } from '../terminal.ts';
import { called, openProject, terminalEngine } from '../terminal-engine.ts';
import { deliverablesText, NAMED_FORMATS, writtenDeliverables, type DeliverableFormat } from '../written-deliverables.ts';

const LANGUAGES = ['it', 'en'] as const;

/** Formats in the order they are given; without a word on it all but those that are written by name. */
function chosenFormats(text: string | undefined): DeliverableFormat[] {
  if (text === undefined) return [...REPORT_FORMATS];
  return text.split(',').map((word) => {
    const format = oneOf('format', word.trim(), [...REPORT_FORMATS, ...NAMED_FORMATS]);
    if (format === undefined) throw new UsageError('--format needs a list of formats');
    return format;
  });
}

/** Writes the client's deliverables of a project. */
export const presentCommand: Command = {
  name: 'present',
  usage: 'PROJECT --to DIR [--format pptx,pdf,html,xlsx,csv,svg,png,room] [--language it|en] [--audience client|analyst] [--edition NAME|ID] [--template FILE.pptx]',
  does: 'writes the deliverables into DIR: safe for a client unless --audience analyst says otherwise; svg and png are one file a chart, room is the client room, where figures are counted again from rows without names; --edition writes a closed edition as it was',
  options: { to: 'value', format: 'value', language: 'value', audience: 'value', edition: 'value', template: 'value' },
  async run({ positionals, values }, terminal) {
    const [project, extra] = positionals;
    const to = values.get('to');
    if (project === undefined || to === undefined) throw new UsageError('missing PROJECT or --to DIR');
    if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
    const formats = chosenFormats(values.get('format'));
    const language = oneOf('language', values.get('language'), LANGUAGES) ?? 'it';
    const audience = oneOf('audience', values.get('audience'), REPORT_AUDIENCES) ?? 'client';
    const edition = values.get('edition');
    if (edition !== undefined && audience === 'analyst') throw new UsageError('an edition is the report for the client: leave --audience analyst out');
    if (formats.includes('room') && audience === 'analyst') throw new UsageError('the client room is written for the client: leave --audience analyst out');
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
      const listed = edition === undefined ? null : await called(engine, 'editions.list', {});
      const chosen = listed === null ? null : listed.ok ? chosenEdition(listed.value.editions, edition ?? '') : listed;
      if (chosen?.ok === false) return printOutcome(terminal, chosen, () => '');
      return printOutcome(terminal, await writtenDeliverables(engine, folder, { formats, language, audience, ...(chosen === null ? {} : { edition: chosen.value }), ...(slides === undefined ? {} : { template: slides }) }), deliverablesText);
    } finally {
      await engine.close();
    }
  },
};
