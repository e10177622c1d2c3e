import { z } from 'zod';
import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import { NOTE_SUBJECTS, type NoteSubject } from '../../domain/model/note-subject.ts';
import { messagesNamed, peopleNamed, personKeys } from '../../store/one-by-one-queries.ts';
import { messageBeginnings } from '../../store/note-queries.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageAddresses } from '../../store/work-list-queries.ts';
import type { AppContext } from '../context.ts';
import { addNoteText } from './add-note-text.ts';
import { changePlan, changePlans, writableProject } from './plan-change.ts';

type Names = 'notes.of' | 'notes.list' | 'notes.save' | 'notes.tag' | 'notes.addText';
type Subject = OperationRequest<'notes.save'>['subject'];

/** Kind of a note's record; the id is what it stands on, by content: `message facebook comment 123`. */
const NOTE_KIND = 'note';
const bodySchema = z.object({ text: z.string().default(''), tags: z.array(z.string()).default([]) });
type Body = z.output<typeof bodySchema>;
const EMPTY: Body = { text: '', tags: [] };

interface Note extends Body {
  readonly kind: NoteSubject;
  readonly key: string;
  readonly changedMs: number;
}

const idOf = (kind: NoteSubject, key: string): string => `${kind} ${key}`;
const folded = (tag: string): string => tag.toLocaleLowerCase();

/** Tags once each, whatever their capitals, spelled as the project spells them already, in order of the alphabet. */
function tidyTags(tags: readonly string[], spelled: ReadonlyMap<string, string>): string[] {
  const once = new Map<string, string>();
  for (const tag of tags) if (!once.has(folded(tag))) once.set(folded(tag), spelled.get(folded(tag)) ?? tag);
  return [...once.values()].sort((one, other) => one.localeCompare(other));
}

/** How the tags of a project are spelled, by their folded form: as they were written first. */
function spelledTags(notes: readonly Note[]): Map<string, string> {
  const spelled = new Map<string, string>();
  for (const { tags } of notes) for (const tag of tags) if (!spelled.has(folded(tag))) spelled.set(folded(tag), tag);
  return spelled;
}

function bodyOf(body: string): Body {
  const parsed = bodySchema.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data : EMPTY;
}

function standingNotes(project: ProjectDatabase): Note[] {
  return planRecords(project, NOTE_KIND).flatMap(({ id, body, changedMs }) => {
    const cut = id.indexOf(' ');
    const kind = NOTE_SUBJECTS.find((known) => known === id.slice(0, cut));
    return kind === undefined ? [] : [{ kind, key: id.slice(cut + 1), changedMs, ...bodyOf(body) }];
  });
}

function keyOf(project: ProjectDatabase, subject: Subject): string | null {
  if (subject.kind === 'message') return messageAddresses(project, [subject.messageId]).get(subject.messageId)?.key ?? null;
  return personKeys(project, [subject.accountId]).get(subject.accountId) ?? null;
}

/** Notes and tags on messages and people. They are kept by content: what a new import brings again keeps its note. */
export function noteHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'notes.of'({ messageIds = [], accountId }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const wanted: { readonly id: string; readonly messageId: number | null }[] = [
        ...[...messageAddresses(project, messageIds)].map(([messageId, { key }]) => ({ id: idOf('message', key), messageId })),
        ...(accountId === undefined ? [] : [...personKeys(project, [accountId]).values()].map((key) => ({ id: idOf('account', key), messageId: null }))),
      ];
      return success({
        notes: wanted.flatMap(({ id, messageId }) => {
          const record = planRecord(project, { kind: NOTE_KIND, id });
          return record === null ? [] : [{ messageId, ...bodyOf(record.body), changedMs: record.changedMs }];
        }),
      });
    },
    'notes.list'({ tag, kind, page, size }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const all = standingNotes(project);
      const counts = new Map<string, { tag: string; count: number }>();
      for (const { tags } of all) for (const each of tags) counts.set(folded(each), { tag: counts.get(folded(each))?.tag ?? each, count: (counts.get(folded(each))?.count ?? 0) + 1 });
      const chosen = all.filter((note) => (kind === undefined || note.kind === kind) && (tag === undefined || note.tags.some((each) => folded(each) === folded(tag))))
        .sort((one, other) => other.changedMs - one.changedMs || (one.key < other.key ? -1 : 1));
      return success({
        total: chosen.length, tags: [...counts.values()].sort((one, other) => other.count - one.count || one.tag.localeCompare(other.tag)),
        notes: placed(project, chosen.slice(page * size, (page + 1) * size)),
      });
    },
    'notes.save'({ subject, text, tags }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const key = keyOf(project.value, subject);
      if (key === null) return failed('not-found', 'what this note stands on is not in the data: open it again');
      const id = idOf(subject.kind, key);
      const next: Body = { text: text.trim(), tags: tidyTags(tags, spelledTags(standingNotes(project.value))) };
      const record = planRecord(project.value, { kind: NOTE_KIND, id });
      const before = record === null ? EMPTY : bodyOf(record.body);
      if (JSON.stringify(next) === JSON.stringify(before)) return success({ changed: false });
      const isEmpty = next.text === '' && next.tags.length === 0;
      changePlan(context, project.value, { command: 'notes.save', kind: NOTE_KIND, id, body: isEmpty ? null : next, label: next.text === '' ? next.tags.join(', ') : next.text });
      return success({ changed: true });
    },
    'notes.addText': (input) => addNoteText(context, input),
    'notes.tag'({ tag, messageIds = [], accountIds = [], on }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const ids = [
        ...[...messageAddresses(project.value, messageIds).values()].map(({ key }) => idOf('message', key)),
        ...[...personKeys(project.value, accountIds).values()].map((key) => idOf('account', key)),
      ];
      const spelled = spelledTags(standingNotes(project.value));
      const changes = ids.flatMap((id) => {
        const record = planRecord(project.value, { kind: NOTE_KIND, id });
        const before = record === null ? EMPTY : bodyOf(record.body);
        const has = before.tags.some((each) => folded(each) === folded(tag));
        if (has === on) return [];
        const next: Body = { text: before.text, tags: on ? tidyTags([...before.tags, tag], spelled) : before.tags.filter((each) => folded(each) !== folded(tag)) };
        return [{ kind: NOTE_KIND, id, body: next.text === '' && next.tags.length === 0 ? null : next }];
      });
      if (changes.length > 0) changePlans(context, project.value, { command: 'notes.tag', writings: changes, label: tag });
      return success({ changed: changes.length });
    },
  };
}

/** Notes with what they stand on, as the data know it now. */
function placed(project: ProjectDatabase, notes: readonly Note[]): OperationValue<'notes.list'>['notes'] {
  const keys = (kind: NoteSubject): string[] => notes.filter((note) => note.kind === kind).map(({ key }) => key);
  const messages = messagesNamed(project, keys('message'));
  const beginnings = messageBeginnings(project, [...messages.values()]);
  const people = peopleNamed(project, keys('account'));
  return notes.map(({ kind, key, text, tags, changedMs }) => {
    const messageId = kind === 'message' ? (messages.get(key) ?? null) : null;
    const person = kind === 'account' ? (people.get(key) ?? null) : null;
    return {
      kind, text, tags, changedMs, messageId, accountId: person?.accountId ?? null,
      about: messageId !== null ? (beginnings.get(messageId) ?? '') : (person?.name ?? ''), network: key.slice(0, key.indexOf(' ')),
    };
  });
}
