import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import { personKeys } from '../../store/one-by-one-queries.ts';
import { planRecord } from '../../store/plan-records.ts';
import type { AppContext } from '../context.ts';
import { bodyOf, EMPTY_NOTE, NOTE_KIND } from './note-records.ts';
import { changePlans, writableProject } from './plan-change.ts';

const MOST_LETTERS = 4000;

/** Writes a text at the end of the notes of many people, as one change: what stood there stays above it. */
export function addNoteText(context: AppContext, { text, accountIds }: OperationRequest<'notes.addText'>): Outcome<OperationValue<'notes.addText'>> {
  const project = writableProject(context);
  if (!project.ok) return project;
  let full = 0;
  const writings = [...new Set(personKeys(project.value, accountIds).values())].flatMap((key) => {
    const id = `account ${key}`;
    const record = planRecord(project.value, { kind: NOTE_KIND, id });
    const before = record === null ? EMPTY_NOTE : bodyOf(record.body);
    if (before.text.split('\n\n').includes(text)) return [];
    const next = before.text === '' ? text : `${before.text}\n\n${text}`;
    if (next.length > MOST_LETTERS) {
      full += 1;
      return [];
    }
    return [{ kind: NOTE_KIND, id, body: { ...before, text: next } }];
  });
  if (writings.length > 0) changePlans(context, project.value, { command: 'notes.addText', label: text, writings });
  return success({ changed: writings.length, full });
}
