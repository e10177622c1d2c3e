import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isOperationName, operations } from '../contract/operations.ts';
import type { Outcome } from '../contract/outcome.ts';

/** What a host writes down about its own running. */
export interface LogFile {
  /** The program began, with what it is. */
  readonly began: (what: { readonly version: string; readonly host: string; readonly platform: string }) => void;
  /** An operation ended: failures of any kind, every job and command, and questions that were long in coming. */
  readonly answered: (operation: string, outcome: Outcome<unknown>, tookMs: number) => void;
  /** A bug, as the line that `bugLine` makes. */
  readonly bug: (line: string) => void;
  /** The engine's process ended by itself and another took its place. */
  readonly engineLost: () => void;
  /** The latest lines, the oldest first. */
  readonly latest: (lines: number) => readonly string[];
}

/** Of the folder in which a host keeps its own state. */
export const LOG_FOLDER = 'log';
const NAME = 'tribuna.log';
/** A file is put aside at this size; with those that are kept the log takes a megabyte at most. */
const LARGEST_BYTES = 256 * 1024;
const KEPT = 3;
/** A question that takes this long is one that a person waits for. */
const SLOW_MS = 1000;

/**
 * The log of one person's running of the program: a text file in a folder of the program's own, put aside at a quarter of a
 * megabyte, four files in all. It can be shown to anyone: a line is a time, a word of ours, the name of an operation, a code of
 * a failure and a number; nothing that a person wrote, named or chose can enter it, since no such value is taken. A disk that
 * cannot be written costs the log and nothing else.
 */
export function openLog(folder: string, now: () => number = Date.now): LogFile {
  const file = join(folder, NAME);
  const write = (words: string): void => {
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size + words.length > LARGEST_BYTES) putAside(file);
      appendFileSync(file, `${new Date(now()).toISOString()} ${words}\n`, { mode: 0o600 });
    } catch {
      // nothing to tell it to
    }
  };
  return {
    began: ({ version, host, platform }) => write(`began ${plain(version)} ${plain(host)} ${plain(platform)}`),
    answered(operation, outcome, tookMs) {
      const known = isOperationName(operation) ? operation : null;
      const isRead = known !== null && operations[known].kind === 'read';
      if (outcome.ok && isRead && tookMs < SLOW_MS) return;
      write(`${outcome.ok ? 'done' : `failed ${outcome.failure.code}`} ${known ?? 'an unknown operation'} ${String(Math.max(0, Math.round(tookMs)))} ms`);
    },
    bug: (line) => write(line.replaceAll(/\s+/g, ' ')),
    engineLost: () => write('the engine ended by itself'),
    latest(lines) {
      const both = [`${file}.1`, file].map((path) => {
        try {
          return readFileSync(path, 'utf8');
        } catch {
          return '';
        }
      });
      return both.join('').split('\n').filter((line) => line !== '').slice(-lines);
    },
  };
}

function putAside(file: string): void {
  for (let place = KEPT; place >= 1; place -= 1) {
    const from = place === 1 ? file : `${file}.${String(place - 1)}`;
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${file}.${String(place)}`);
  }
}

/** A word without anything that a version or the name of a system does not need. */
function plain(word: string): string {
  return word.replaceAll(/[^\w.+-]/g, '').slice(0, 40);
}
