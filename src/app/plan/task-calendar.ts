import ical from 'ical-generator';
import type { OperationValue } from '../../contract/operations.ts';
import type { PlanTask } from './plan-task-handlers.ts';
import type { TaskWriting } from './task-table.ts';
import { TASK_WORDS, taskOutcome, taskState, taskText } from './task-words.ts';

const SECOND_MS = 1000;

/** The name under which calendars know a task for ever: a second import changes the entry instead of adding one. */
function uidOf({ kind, id }: PlanTask, projectKey: string): string {
  return `${kind}-${id.replaceAll(/[^A-Za-z0-9.-]/g, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`)}-${projectKey}@tribuna`;
}

/**
 * Tasks that have a date as an iCalendar text: days without an hour, lines folded at 75 bytes. What changes raises the
 * sequence number and the stamps of an entry, so that calendars take the newer one; the same tasks give the same bytes.
 * `undated` of them stay out: a calendar has no place for them. `projectKey` keeps entries of two projects apart.
 * Source: RFC 5545, sections 3.1, 3.6.1, 3.8.7; RFC 7986 for the name.
 */
export function taskCalendar(tasks: readonly PlanTask[], { language, names, calendar, projectKey }: TaskWriting & { readonly calendar: string; readonly projectKey: string }): OperationValue<'plan.tasks'> {
  const words = TASK_WORDS[language];
  const name = words.calendar.replace('{name}', () => calendar);
  const dated = tasks.filter(({ dueMs }) => dueMs !== null);
  const written = ical({ name, prodId: { company: 'Tribuna', product: 'Tribuna', language: language.toUpperCase() } });
  for (const task of dated) {
    const { owner, dueMs, tribe, madeMs, changedMs } = task;
    const outcome = taskOutcome(task, language);
    const lines = [
      owner === '' ? '' : words.owner.replace('{owner}', () => owner), tribe === null ? '' : words.tribe.replace('{tribe}', () => names.get(tribe) ?? tribe),
      words.state.replace('{state}', () => taskState(task, language)), outcome === '' ? '' : words.outcome.replace('{outcome}', () => outcome),
    ];
    written.createEvent({
      id: uidOf(task, projectKey), start: new Date(dueMs ?? 0), allDay: true, summary: taskText(task, { language, names }), description: lines.filter((line) => line !== '').join('\n'),
      sequence: Math.max(0, Math.floor((changedMs - madeMs) / SECOND_MS)), stamp: new Date(changedMs), created: new Date(madeMs), lastModified: new Date(changedMs),
    });
  }
  return { fileName: `${words.file}.ics`, text: `${written.toString()}\r\n`, tasks: dated.length, undated: tasks.length - dated.length };
}
