import type { JobProgress } from '../contract/events.ts';
import type { Terminal } from './terminal.ts';

/** Writes progress to standard error: one line rewritten on a screen, nothing elsewhere but the end of each phase. */
export function progressLine(terminal: Terminal, { phase, done, total, unit, perSecond, remainingSeconds }: JobProgress): void {
  const ended = total !== null && done >= total;
  if (!terminal.interactive && !ended) return;
  const parts = [`${phase}: ${done}${total === null ? '' : ` of ${total}`} ${unit}`];
  if (perSecond !== null) parts.push(`${Math.round(perSecond)} per second`);
  if (remainingSeconds !== null && !ended) parts.push(`${Math.ceil(remainingSeconds)} s left`);
  const line = parts.join(', ');
  terminal.err(terminal.interactive ? `\r\u001b[2K${line}${ended ? '\n' : ''}` : `${line}\n`);
}
