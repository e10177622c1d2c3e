import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const stateSchema = z.object({ x: z.number().optional(), y: z.number().optional(), width: z.number().min(960).max(10_000), height: z.number().min(640).max(10_000), maximised: z.boolean() });

/** Where the window stood when it was last closed, in screen pixels. */
export type WindowState = z.infer<typeof stateSchema>;

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FIRST: WindowState = { width: 1280, height: 800, maximised: false };

/** The remembered state; the first-start state when there is none or it cannot be read. */
export function readWindowState(folder: string): WindowState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8')));
  } catch {
    return FIRST;
  }
}

/** Remembers the state; a full or read-only disk costs the memory of the window's place and nothing else. */
export function writeWindowState(folder: string, state: WindowState): void {
  const file = join(folder, 'window.json');
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    return;
  }
}

/** Drops a remembered place that no screen shows any more, as after a second screen was unplugged. */
export function visibleState(state: WindowState, screens: readonly Rectangle[]): WindowState {
  const { x, y, ...rest } = state;
  if (x === undefined || y === undefined) return rest;
  const seen = screens.some((screen) => x + 100 > screen.x && x + 100 < screen.x + screen.width && y >= screen.y && y + 50 < screen.y + screen.height);
  return seen ? state : rest;
}
