import type { Command } from '../command.ts';
import { printOutcome } from '../terminal.ts';
import { called, terminalEngine } from '../terminal-engine.ts';

/** Lists the formats that can be imported. */
export const formatsCommand: Command = {
  name: 'formats',
  usage: '',
  does: 'known formats',
  options: {},
  async run(_parsed, terminal) {
    const engine = terminalEngine(terminal);
    try {
      return printOutcome(terminal, await called(engine, 'formats.list', {}), ({ formats }) => formats.map(({ id, name, description }) => `${id}  ${name}\n  ${description}`).join('\n'));
    } finally {
      await engine.close();
    }
  },
};
