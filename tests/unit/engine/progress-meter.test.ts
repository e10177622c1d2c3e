import { expect, test } from 'vitest';
import type { JobProgress } from '../../../src/contract/events.ts';
import { progressMeter } from '../../../src/engine/progress-meter.ts';

function meterAt(): { report: ReturnType<typeof progressMeter>; events: JobProgress[]; passMs: (milliseconds: number) => void } {
  let atMs = 1_000_000;
  const events: JobProgress[] = [];
  const report = progressMeter({ jobId: 'job', now: () => atMs, emit: (event) => void events.push(event) });
  return { report, events, passMs: (milliseconds) => void (atMs += milliseconds) };
}

test('the first report of a phase and its end are always told, others at most every 100 ms', () => {
  const { report, events, passMs } = meterAt();
  for (let done = 0; done <= 100; done += 1) {
    report({ phase: 'rows', done, total: 100, unit: 'rows' });
    passMs(10);
  }
  expect(events.map(({ done }) => done)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
});

test('rate and remaining time come after half a second, from the average of the phase', () => {
  const { report, events, passMs } = meterAt();
  report({ phase: 'rows', done: 0, total: 1000, unit: 'rows' });
  passMs(400);
  report({ phase: 'rows', done: 200, total: 1000, unit: 'rows' });
  passMs(600);
  report({ phase: 'rows', done: 500, total: 1000, unit: 'rows' });
  expect(events.map(({ perSecond, remainingSeconds }) => [perSecond, remainingSeconds])).toEqual([[null, null], [null, null], [500, 1]]);
});

test('a new phase starts its rate afresh; an unknown total has no remaining time', () => {
  const { report, events, passMs } = meterAt();
  report({ phase: 'rows', done: 0, total: 10, unit: 'rows' });
  passMs(1000);
  report({ phase: 'read', done: 0, total: null, unit: 'messages' });
  passMs(1000);
  report({ phase: 'read', done: 50, total: null, unit: 'messages' });
  expect(events.at(-1)).toEqual({ type: 'job-progress', jobId: 'job', phase: 'read', done: 50, total: null, unit: 'messages', perSecond: 50, remainingSeconds: null });
});
