import { parse as parseCsv } from 'papaparse';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { taskCalendar } from '../../../../src/app/plan/task-calendar.ts';
import { taskTable } from '../../../../src/app/plan/task-table.ts';
import type { PlanTask } from '../../../../src/app/plan/plan-task-handlers.ts';

const DUE_MS = Date.parse('2026-06-04T12:00:00Z');
const MADE_MS = Date.parse('2026-05-01T08:00:00Z');
const long = `Rispondere; ogni, mattina\na chi chiede “perché è così” ${'città '.repeat(30)}`;

const finding: PlanTask = { kind: 'finding', id: '6f1c', text: long, tribe: 'value:even', owner: 'Marta', dueMs: DUE_MS, state: 'accepted', outcome: '', madeMs: MADE_MS, changedMs: MADE_MS, late: true };
const canvas: PlanTask = { kind: 'canvas', id: 'value:even', text: '', tribe: 'value:even', owner: '=HYPERLINK("http://x")', dueMs: null, state: 'running', outcome: '@fatto', madeMs: MADE_MS, changedMs: MADE_MS, late: false };
const names = new Map([['value:even', 'Alla pari']]);
const writing = { language: 'it', names, calendar: 'Caffè Aurora', projectKey: '1700' } as const;

interface Entry { readonly uid: string; readonly summary: string; readonly description: string; readonly date: string; readonly isDate: boolean; readonly sequence: number; readonly stamp: string }

function entries(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, summary: event.summary, description: event.description, date: event.startDate.toString(), isDate: event.startDate.isDate, sequence: event.sequence, stamp: String(component.getFirstPropertyValue('dtstamp')) };
  });
}

it('writes a calendar that another parser reads as it was meant: whole days, folded lines, escaped signs', () => {
  const { text, tasks, undated, fileName } = taskCalendar([finding, canvas], writing);
  expect({ tasks, undated, fileName }).toEqual({ tasks: 1, undated: 1, fileName: 'piano.ics' });
  expect(entries(text)).toEqual([{ uid: 'finding-6f1c-1700@tribuna', summary: long, description: 'Responsabile: Marta\nTribù: Alla pari\nStato: accolta, oltre la data', date: '2026-06-04', isDate: true, sequence: 0, stamp: '2026-05-01T08:00:00Z' }]);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

it('gives an entry the same name for ever and a higher number when it changes; the same tasks are the same bytes', () => {
  const moved = { ...finding, dueMs: DUE_MS + 86_400_000, changedMs: MADE_MS + 90_000 };
  const [before, after] = [taskCalendar([finding], writing).text, taskCalendar([moved], writing).text];
  expect(taskCalendar([finding], writing).text).toBe(before);
  const [one, other] = [entries(before)[0], entries(after)[0]];
  expect(other?.uid).toBe(one?.uid);
  expect(other).toMatchObject({ sequence: 90, date: '2026-06-05', stamp: '2026-05-01T08:01:30Z' });
  // names with signs that no name may hold stay apart, and so do two projects
  const uids = ['value:even', 'value.even', 'value even'].map((id) => entries(taskCalendar([{ ...canvas, id, dueMs: DUE_MS }], writing).text)[0]?.uid);
  expect(new Set(uids).size).toBe(3);
  expect(entries(taskCalendar([finding], { ...writing, projectKey: '9' }).text)[0]?.uid).not.toBe(one?.uid);
});

it('writes an empty plan as a calendar without entries', () => {
  expect(entries(taskCalendar([], writing).text)).toEqual([]);
});

it('writes a table that no spreadsheet computes, for Excel in Italian and plain', () => {
  const italian = taskTable([finding, canvas], { language: 'it', names, separator: ';' });
  expect(italian.text.startsWith('\uFEFF"tipo";"che cosa"')).toBe(true);
  const { data } = parseCsv<string[]>(italian.text.slice(1), { delimiter: ';', skipEmptyLines: true });
  expect(data[1]).toEqual(['evidenza', long, 'Alla pari', 'Marta', '2026-06-04', 'accolta, oltre la data', '', 'finding-6f1c']);
  expect(data[2]).toEqual(['scheda strategica', 'Scheda strategica: Alla pari', 'Alla pari', `'=HYPERLINK("http://x")`, '', 'in corso', `'@fatto`, 'canvas-value:even']);
  const plain = taskTable([canvas], { language: 'en', names, separator: ',' });
  expect(plain.text.startsWith('"kind","what"')).toBe(true);
  expect(plain).toMatchObject({ fileName: 'plan.csv', tasks: 1, undated: 1 });
});
