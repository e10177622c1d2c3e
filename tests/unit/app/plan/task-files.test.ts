import { parse as parseCsv } from 'papaparse';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { routedTasks } from '../../../../src/app/plan/routed-tasks.ts';
import { taskCalendar } from '../../../../src/app/plan/task-calendar.ts';
import { taskTable } from '../../../../src/app/plan/task-table.ts';
import type { PlanTask } from '../../../../src/app/plan/plan-task-handlers.ts';

const DUE_MS = Date.parse('2026-06-04T12:00:00Z');
const MADE_MS = Date.parse('2026-05-01T08:00:00Z');
const long = `Rispondere; ogni, mattina\na chi chiede “perché è così” ${'città '.repeat(30)}`;

const finding: PlanTask = { kind: 'finding', id: '6f1c', text: long, tribe: 'value:even', owner: 'Marta', dueMs: DUE_MS, state: 'accepted', outcome: '', madeMs: MADE_MS, changedMs: MADE_MS, late: true };
const canvas: PlanTask = { kind: 'canvas', id: 'value:even', text: '', tribe: 'value:even', owner: '=HYPERLINK("http://x")', dueMs: null, state: 'running', outcome: '@fatto', madeMs: MADE_MS, changedMs: MADE_MS, late: false };
type Piece = Parameters<typeof routedTasks>[0][number];
const piece: Piece = {
  messageId: 9, nativeId: '17', network: 'facebook', container: null, brand: null, kind: 'idea', accountId: null, authorName: null, authorPoints: 0, atMs: MADE_MS, text: `Una  proposta ${'molto '.repeat(60)}lunga`, state: 'lost', unseen: null, probability: null, group: null,
  department: 'product', byHand: true, proposed: 'product', rule: 'idea', words: [], route: { scope: 'piece', owner: 'Nina', dueMs: DUE_MS, state: 'collected', note: '', atMs: MADE_MS + 5000 },
};
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

it('calls a hypothesis by what it measures and its verdict by name, a piece by its words, in both files', () => {
  const hypothesis: PlanTask = { kind: 'hypothesis', id: 'h1', text: '', tribe: null, owner: '', dueMs: DUE_MS, state: 'judged', outcome: 'no-effect', madeMs: MADE_MS, changedMs: MADE_MS, late: false, measure: 'answered-day', subject: 'trouble' };
  const [task] = routedTasks([piece], DUE_MS + 86_400_000);
  expect(task).toMatchObject({ kind: 'piece', id: 'facebook-idea-17', owner: 'Nina', dueMs: DUE_MS, state: 'collected', late: true, changedMs: MADE_MS + 5000, madeMs: MADE_MS });
  expect([...(task?.text ?? '')]).toHaveLength(160);
  const { data } = parseCsv<string[]>(taskTable([hypothesis, task ?? hypothesis], { language: 'it', names, separator: ',' }).text, { skipEmptyLines: true });
  expect(data[1]?.slice(0, 2)).toEqual(['ipotesi da giudicare', 'Richieste con risposta entro 24 ore (problema)']);
  expect(data[1]?.slice(4, 7)).toEqual(['2026-06-04', 'giudicata', 'nessun effetto chiaro']);
  expect(data[2]?.slice(0, 1)).toEqual(['pezzo di valore']);
  expect(entries(taskCalendar([hypothesis], writing).text)).toMatchObject([{ uid: 'hypothesis-h1-1700@tribuna', date: '2026-06-04' }]);
});

it('leaves out pieces without owner and date; one that is done is never late and keeps its note as outcome', () => {
  const route = { scope: 'piece' as const, owner: '', dueMs: null, state: 'collected' as const, note: 'in vetrina', atMs: MADE_MS };
  expect(routedTasks([{ ...piece, route: null }, { ...piece, route }], DUE_MS)).toEqual([]);
  expect(routedTasks([{ ...piece, route: { ...route, owner: 'Nina', dueMs: MADE_MS, state: 'done' } }], DUE_MS)).toMatchObject([{ late: false, outcome: 'in vetrina' }]);
});
