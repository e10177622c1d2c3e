import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, type ProgramEnd } from './run-program.ts';

/** How a program is kept from the network and watched: `namespace` has no network at all, `trace` writes down every call. */
export interface NetworkWatch {
  readonly namespace: boolean;
  readonly trace: boolean;
}

/** What a watched program did. */
export interface WatchedEnd extends ProgramEnd {
  /** Calls by name and family of addresses (`connect AF_UNIX`), in order of name; empty without a trace. */
  readonly calls: ReadonlyMap<string, number>;
  /** Lines of the trace that name an address of the internet. */
  readonly outside: readonly string[];
}

const CALLS = 'connect,sendto,sendmsg,sendmmsg';
/** A program that tries to get out, to this machine's own port 59: what cannot see it cannot prove anything. */
const KNOCK = "require('node:net').connect(59, '127.0.0.1').on('error', () => process.exit(3))";

/**
 * Counts the calls of a trace by name and family. A call without an address goes over a connection that stands already, which
 * an earlier `connect` has named. Lines that continue an earlier one are not counted again.
 */
export function callsByFamily(trace: string): Pick<WatchedEnd, 'calls' | 'outside'> {
  const counted = new Map<string, number>();
  const outside: string[] = [];
  for (const line of trace.split('\n')) {
    const call = /^(?:\d+\s+)?(connect|sendto|sendmsg|sendmmsg)\(/.exec(line)?.[1];
    if (call === undefined) continue;
    const family = /sa_family=(AF_\w+)/.exec(line)?.[1] ?? 'without an address';
    counted.set(`${call} ${family}`, (counted.get(`${call} ${family}`) ?? 0) + 1);
    if (family === 'AF_INET' || family === 'AF_INET6' || family === 'AF_PACKET') outside.push(line);
  }
  return { calls: new Map([...counted].sort(([a], [b]) => (a < b ? -1 : 1))), outside };
}

/** The command that runs another one under a watch; `log` takes the trace. */
export function watchedCommand({ namespace, trace }: NetworkWatch, log: string, command: readonly string[]): readonly string[] {
  // user and network namespace of its own, in which not even the loopback device is up
  return [...(namespace ? ['unshare', '-rn'] : []), ...(trace ? ['strace', '-f', '-qq', '--seccomp-bpf', '-e', `trace=${CALLS}`, '-e', 'signal=none', '-o', log] : []), ...command];
}

/** Runs a program under a watch, from the root of the project; never rejects. */
export async function runWatched(watch: NetworkWatch, command: readonly string[], options: { readonly show?: boolean; readonly timeoutMs?: number; readonly env?: Readonly<Record<string, string | undefined>> } = {}): Promise<WatchedEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-trace-'));
  try {
    const log = join(folder, 'trace');
    const [program = '', ...parameters] = watchedCommand(watch, log, command);
    const end = await runProgram(program, parameters, options);
    return { ...end, ...callsByFamily(watch.trace ? traceOf(log) : '') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function traceOf(log: string): string {
  try {
    return readFileSync(log, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The strictest watch that works on this machine, tried with a program that knocks at a door of this machine: a trace counts
 * only if it sees the knock, a namespace only if the knock finds no network. Null where neither works (not Linux, no strace
 * and no unprivileged namespaces).
 */
export async function workingWatch(): Promise<NetworkWatch | null> {
  if (process.platform !== 'linux') return null;
  const knocked = (watch: NetworkWatch): Promise<WatchedEnd> => runWatched(watch, [process.execPath, '-e', KNOCK], { timeoutMs: 20_000 });
  const trace = (await knocked({ namespace: false, trace: true })).outside.length > 0;
  const inside = await knocked({ namespace: true, trace });
  const namespace = inside.code === 3 && (!trace || inside.outside.length > 0);
  return trace || namespace ? { namespace, trace } : null;
}
