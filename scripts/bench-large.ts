import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMadeUpReddit } from './bench/made-up-reddit.ts';
import { ROOT } from './run-program.ts';

// `npm run bench:large -- [GB]`: imports a made-up NDJSON file of that size (2 by default) by the command line and prints
// how fast it went and how far the memory grew over that of an import of a single megabyte.
const gigabytes = Number(process.argv[2] ?? '2');
const folder = mkdtempSync(join(tmpdir(), 'tribuna-large-'));
const MARKER = 'PEAK_RSS_KIB=';

/** Imports a file in a process of its own; the process prints its own peak when it ends. */
async function imported(file: string, project: string): Promise<{ seconds: number; peakMiB: number; messages: number }> {
  const hook = join(folder, 'peak.mjs');
  writeFileSync(hook, `process.on('exit', () => process.stderr.write('${MARKER}' + process.resourceUsage().maxRSS + '\\n'));\n`);
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, ['--import', hook, join(ROOT, 'src', 'cli', 'main.ts'), 'import', project, file, '--json'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => void (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => void (err = (err + piece.toString()).slice(-4000)));
  await new Promise((resolve) => child.on('close', resolve));
  const report = JSON.parse(out) as { value?: { imports: { messages: number }[] }; failure?: { message: string } };
  if (report.value === undefined) throw new Error(report.failure?.message ?? err);
  const peak = Number(new RegExp(`${MARKER}(\\d+)`).exec(err)?.[1] ?? Number.NaN);
  return { seconds: (performance.now() - startedAtMs) / 1000, peakMiB: peak / 1024, messages: report.value.imports[0]?.messages ?? 0 };
}

try {
  const [small, large] = [join(folder, 'small.ndjson'), join(folder, 'large.ndjson')];
  await writeMadeUpReddit(small, 1 << 20);
  process.stdout.write(`writing ${gigabytes} GB of made-up comments\n`);
  await writeMadeUpReddit(large, gigabytes * 1e9);
  const first = await imported(small, join(folder, 'small.tribuna'));
  const second = await imported(large, join(folder, 'large.tribuna'));
  const project = join(folder, 'large.tribuna');
  process.stdout.write(`${[
    `file ${(statSync(large).size / 1e9).toFixed(2)} GB, ${second.messages} messages`,
    `time ${second.seconds.toFixed(1)} s, ${Math.round(second.messages / second.seconds)} messages a second`,
    `peak memory ${second.peakMiB.toFixed(0)} MiB; a file of one megabyte ${first.peakMiB.toFixed(0)} MiB; growth ${(second.peakMiB - first.peakMiB).toFixed(0)} MiB (target: within 300)`,
    `project ${existsSync(project) ? (statSync(project).size / 1e9).toFixed(2) : '?'} GB`,
  ].join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
