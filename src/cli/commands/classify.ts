import { classifiedLines } from '../../app/read/classify-lines.ts';
import { readingThreads } from '../../engine/reading-threads.ts';
import { oneOf, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { READING_THREAD } from '../terminal-engine.ts';

/** Reads messages without a project: one JSON document a line in, one a line out, in the same order. */
export const classifyCommand: Command = {
  name: 'classify',
  usage: '[--language auto|it|en] [--direction inbound|outbound]',
  does: 'NDJSON in, NDJSON out: reads messages without a project',
  options: { language: 'value', direction: 'value' },
  async run({ positionals, values }, terminal) {
    if (positionals[0] !== undefined) throw new UsageError(`unexpected word: ${positionals[0]}`);
    const language = oneOf('language', values.get('language'), ['auto', 'it', 'en']) ?? 'auto';
    const direction = oneOf('direction', values.get('direction'), ['inbound', 'outbound']) ?? 'inbound';
    let failures = 0;
    for await (const { line, failed } of classifiedLines(terminal.input, { language, direction }, readingThreads(READING_THREAD))) {
      terminal.out(`${line}\n`);
      if (failed) failures += 1;
    }
    if (failures > 0) terminal.err(`${failures} lines could not be read\n`);
    return failures === 0 ? 0 : 1;
  },
};
