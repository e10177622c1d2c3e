import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { runWatched, workingWatch } from '../../scripts/network-trace.ts';
import { ROOT } from '../support/root.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const watch = await workingWatch();
const how = watch === null ? 'skipped: neither strace nor a namespace without a network works here' : [watch.namespace ? 'without a network' : '', watch.trace ? 'every call written down' : ''].filter((part) => part !== '').join(', ');

// `npm run offline-proof` is the whole of it: the sample, every format, and the window
test.skipIf(watch === null)(`a project is imported, analysed and written without an address of the internet (${how})`, async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'export.csv'), smallExport(12));
  const project = join(folder, 'x.tribuna');
  const commands = [['import', project, join(folder, 'export.csv'), '--brand', 'Aurora'], ['analyse', project], ['present', project, '--to', join(folder, 'out'), '--format', 'html,csv']];
  const code = `const { runCommand } = await import(${JSON.stringify(pathToFileURL(join(ROOT, 'src/cli/run-command.ts')).href)});
    const streams = { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text), interactive: false, input: process.stdin };
    for (const words of ${JSON.stringify(commands)}) { const code = await runCommand(words, streams); if (code !== 0) process.exit(code); }
    process.stdout.write('done');`;
  const end = await runWatched(watch ?? { namespace: false, trace: false }, [process.execPath, '--input-type=module', '-e', code], { timeoutMs: 55_000 });
  expect(end.output).toMatch(/done$/);
  expect(end.code).toBe(0);
  expect(end.outside).toEqual([]);
});
