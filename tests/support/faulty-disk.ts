import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { ROOT } from './root.ts';

/** What is done to a child at the n-th call that changes one of its files. `EIO+`: that call and all later ones. */
export type FaultKind = 'kill' | 'tear' | 'EIO' | 'ENOSPC' | 'EIO+' | 'ENOSPC+';

/** What became of a child at work. */
export interface ChildEnd {
  /** What it said, a line each. */
  readonly lines: readonly Record<string, unknown>[];
  readonly signal: string | null;
  readonly code: number | null;
  /** What it wrote to standard error: nothing, unless it died of itself. */
  readonly complaint: string;
}

let built: string | null | undefined;

/** The library that makes a disk fail, compiled where there is a C compiler (Linux); null elsewhere. */
export function faultyDisk(): string | null {
  if (built !== undefined) return built;
  built = null;
  if (process.platform !== 'linux') return built;
  const target = join(tmpdir(), `tribuna-faulty-disk-${String(process.pid)}.so`);
  const made = spawnSync('gcc', ['-O1', '-shared', '-fPIC', '-o', target, join(ROOT, 'tests/support/faulty-disk.c'), '-ldl'], { encoding: 'utf8' });
  if (made.status === 0) {
    built = target;
    process.on('exit', () => rmSync(target, { force: true }));
  }
  return built;
}

/** Compiled sources of the children, so that the second one starts in half the time. */
const COMPILED = join(tmpdir(), 'tribuna-attacked-compiled');

interface ChildOptions {
  readonly work: string;
  readonly folder: string;
  readonly fault: { readonly kind: FaultKind; readonly at: number } | null;
  /** Where no library can be had: killed this long after it began, ms. */
  readonly killAfterMs?: number;
}

/** Runs a child over a folder until it ends or is ended. A child that says nothing for two minutes hangs, and fails the test. */
export async function attackedChild({ work, folder, fault, killAfterMs }: ChildOptions): Promise<ChildEnd> {
  mkdirSync(COMPILED, { recursive: true });
  const library = faultyDisk();
  const faults = library === null || fault === null ? {} : { LD_PRELOAD: library, FAULT_FOLDER: join(folder, ''), FAULT_AT: String(fault.at), FAULT_KIND: fault.kind };
  const log = join(`${folder}-log`);
  const child = spawn(process.execPath, [join(ROOT, 'tests/support/attacked-child.ts'), work, folder], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, FAULT_ARMED: `${folder}-armed`, FAULT_LOG: log, ...faults } });
  const exited = once(child, 'close') as Promise<[number | null, string | null]>;
  let said = '';
  let complaint = '';
  child.stdout.on('data', (text: Buffer) => void (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => void (complaint += text.toString()));
  const hang = setTimeout(() => child.kill('SIGABRT'), 120_000);
  if (killAfterMs !== undefined) {
    while (!existsSync(`${folder}-armed`) && child.exitCode === null) await after(2);
    await after(killAfterMs);
    child.kill('SIGKILL');
  }
  const [code, signal] = await exited;
  clearTimeout(hang);
  rmSync(`${folder}-armed`, { force: true });
  return { lines: said.split('\n').filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Record<string, unknown>), signal, code, complaint };
}
