import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../run-program.ts';
import { roundSeed } from './draws.ts';
import type { Endings, Finding } from './watched-project.ts';

export const FUZZ_KINDS = ['importers', 'contract'] as const;
export type FuzzKind = (typeof FUZZ_KINDS)[number];

/** A finding with what repeats it. */
export interface SeededFinding extends Finding {
  readonly kind: FuzzKind;
  readonly seed: number;
  readonly round: number;
}

/** What a run came to. */
export interface FuzzReport {
  readonly rounds: Readonly<Record<FuzzKind, number>>;
  readonly endings: Readonly<Record<FuzzKind, Endings>>;
  readonly findings: readonly SeededFinding[];
}

/** What a run is made of: until when, or which rounds. */
export interface FuzzOptions {
  readonly seed: number;
  readonly kinds: readonly FuzzKind[];
  /** The first round's number, 0 unless one is repeated. */
  readonly firstRound?: number;
  /** Asked before each round. */
  readonly goesOn: (roundsDone: number) => boolean;
  readonly onFinding?: (finding: SeededFinding) => void;
}

/** What the parent asks the child for. */
export interface RoundRequest {
  readonly kind: FuzzKind;
  readonly seed: number;
}

/** What the child says: what it is at, or how the round ended. */
export type RoundReport = { readonly at: string } | { readonly findings: readonly Finding[]; readonly endings: Endings };

/** Silence of a child after which it counts as hung. */
const SILENCE_MS = 180_000;

/**
 * Runs rounds one after the other in a process of its own, so that a hang, a fall or a memory that overflows ends that
 * process and is a finding like any other; the next round begins in a fresh one.
 */
export async function runRounds({ seed, kinds, firstRound = 0, goesOn, onFinding }: FuzzOptions): Promise<FuzzReport> {
  const rounds = { importers: 0, contract: 0 };
  const endings: Record<FuzzKind, Endings> = { importers: {}, contract: {} };
  const findings: SeededFinding[] = [];
  let child: ChildProcess | null = null;
  for (let done = 0; goesOn(done); done += 1) {
    const kind = kinds[done % kinds.length] ?? 'importers';
    const round = firstRound + rounds[kind];
    rounds[kind] += 1;
    child ??= fork(join(ROOT, 'scripts', 'fuzz-child.ts'), [], { execArgv: ['--max-old-space-size=1500'], env: { ...process.env, TZ: 'Europe/Rome' }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const report = await answered(child, { kind, seed: roundSeed(seed, round) });
    for (const [ending, count] of Object.entries(report.endings)) endings[kind][ending] = (endings[kind][ending] ?? 0) + count;
    for (const finding of report.findings) {
      const seeded = { ...finding, kind, seed, round };
      findings.push(seeded);
      onFinding?.(seeded);
    }
    if (report.ended) child = null;
  }
  if (child !== null) child.disconnect();
  return { rounds, endings, findings };
}

/** One round in a child; `ended` when the child is gone after it. */
function answered(child: ChildProcess, request: RoundRequest): Promise<{ readonly findings: readonly Finding[]; readonly endings: Endings; readonly ended: boolean }> {
  return new Promise((resolve) => {
    let during = 'the beginning';
    let complaint = '';
    let silence: NodeJS.Timeout;
    const settle = (value: { findings: readonly Finding[]; endings: Endings; ended: boolean }): void => {
      clearTimeout(silence);
      child.off('message', onMessage).off('exit', onExit);
      child.stderr?.off('data', onComplaint);
      resolve(value);
    };
    const watch = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        child.off('exit', onExit);
        child.kill('SIGKILL');
        settle({ findings: [{ what: `hung: no word for ${String(SILENCE_MS / 1000)} s`, during }], endings: { hung: 1 }, ended: true });
      }, SILENCE_MS);
    };
    const onComplaint = (text: Buffer): void => void (complaint = (complaint + text.toString()).slice(-4000));
    const onMessage = (message: unknown): void => {
      const report = message as RoundReport;
      if ('at' in report) {
        during = report.at;
        watch();
      } else settle({ ...report, ended: false });
    };
    const onExit = (code: number | null, signal: string | null): void => settle({ findings: [{ what: `the process fell: ${signal ?? String(code)} ${complaint.slice(-1500)}`, during }], endings: { fell: 1 }, ended: true });
    child.stderr?.on('data', onComplaint);
    child.on('message', onMessage).once('exit', onExit);
    watch();
    child.send(request);
  });
}
