import { basename, resolve } from 'node:path';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { printOutcome } from '../terminal.ts';
import { calledJob, openProject, terminalEngine } from '../terminal-engine.ts';

/** Writes a whole project as another file. */
export const copyCommand: Command = {
  name: 'copy',
  usage: 'PROJECT TO [--replace]',
  does: 'writes a project, whole, as another file; the one that stands there is replaced when asked, and kept as a copy',
  options: { replace: 'flag' },
  async run({ positionals, flags }, terminal) {
    const [project, to, extra] = positionals;
    if (project === undefined || to === undefined) throw new UsageError(`missing ${project === undefined ? 'PROJECT' : 'TO'}`);
    if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
    const engine = terminalEngine(terminal);
    try {
      const opened = await openProject(engine, project);
      if (!opened.ok) return printOutcome(terminal, opened, () => '');
      const file = await engine.registerFile(resolve(to), basename(to));
      return printOutcome(terminal, await calledJob(terminal, engine, 'project.saveCopy', { file, replace: flags.has('replace') }), ({ fileName, bytes }) => `${fileName}: ${String(bytes)} bytes`);
    } finally {
      await engine.close();
    }
  },
};
