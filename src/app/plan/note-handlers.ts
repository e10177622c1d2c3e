import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import type { NoteSubject } from '../../domain/model/note-subject.ts';
import { messagesNamed, peopleNamed, personKeys } from '../../store/one-by-one-queries.ts';
import { messageBeginnings } from '../../store/note-queries.ts';
import { planRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageAddresses } from '../../store/work-list-queries.ts';
import type { AppContext } from '../context.ts';
import { listedTribe, listedTribes } from '../tribes/listed-tribes.ts';
import { METRICS } from '../../domain/metrics/metric-definitions.ts';
import { addNoteText } from './add-note-text.ts';
import { bodyOf, EMPTY_NOTE, folded, idOf, NOTE_KIND, spelledTags, standingNotes, tidyTags, type Note, type NoteBody } from './note-records.ts';
import { notesForReport } from './notes-for-report.ts';
import { changePlan, changePlans, writableProject } from './plan-change.ts';

type Names = 'notes.of' | 'notes.list' | 'notes.save' | 'notes.tag' | 'notes.addText' | 'notes.forReport';
type Subject = OperationRequest<'notes.save'>['subject'];

function keyOf(project: ProjectDatabase, subject: Subject): string | null {
  if (subject.kind === 'message') return messageAddresses(project, [subject.messageId]).get(subject.messageId)?.key ?? null;
  if (subject.kind === 'tribe') return listedTribe(project, subject.tribeId)?.id ?? null;
  if (subject.kind === 'figure') return METRICS.some(({ id }) => id === subject.metricId) ? subject.metricId : null;
  return personKeys(project, [subject.accountId]).get(subject.accountId) ?? null;
}

/** Notes and tags on messages and people. They are kept by content: what a new import brings again keeps its note. */
export function noteHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'notes.of'({ messageIds = [], accountId, tribeId, metricId }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const wanted: { readonly id: string; readonly messageId: number | null }[] = [
        ...[...messageAddresses(project, messageIds)].map(([messageId, { key }]) => ({ id: idOf('message', key), messageId })),
        ...(accountId === undefined ? [] : [...personKeys(project, [accountId]).values()].map((key) => ({ id: idOf('account', key), messageId: null }))),
        ...(tribeId === undefined ? [] : [{ id: idOf('tribe', tribeId), messageId: null }]),
        ...(metricId === undefined ? [] : [{ id: idOf('figure', metricId), messageId: null }]),
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
    'notes.save'({ subject, text, tags, inReport }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const key = keyOf(project.value, subject);
      if (key === null) return failed('not-found', 'what this note stands on is not in the data: open it again');
      const id = idOf(subject.kind, key);
      const record = planRecord(project.value, { kind: NOTE_KIND, id });
      const before = record === null ? EMPTY_NOTE : bodyOf(record.body);
      const next: NoteBody = { text: text.trim(), tags: tidyTags(tags, spelledTags(standingNotes(project.value))), inReport: inReport ?? before.inReport };
      if (JSON.stringify(next) === JSON.stringify(before)) return success({ changed: false });
      const isEmpty = next.text === '' && next.tags.length === 0;
      changePlan(context, project.value, { command: 'notes.save', kind: NOTE_KIND, id, body: isEmpty ? null : next, label: next.text === '' ? next.tags.join(', ') : next.text });
      return success({ changed: true });
    },
    'notes.addText': (input) => addNoteText(context, input),
    'notes.forReport': (input) => notesForReport(context, input),
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
        const before = record === null ? EMPTY_NOTE : bodyOf(record.body);
        const has = before.tags.some((each) => folded(each) === folded(tag));
        if (has === on) return [];
        const next: NoteBody = { ...before, tags: on ? tidyTags([...before.tags, tag], spelled) : before.tags.filter((each) => folded(each) !== folded(tag)) };
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
  const tribes = new Map(notes.some(({ kind }) => kind === 'tribe') ? listedTribes(project).map((tribe) => [tribe.id, tribe.title ?? tribe.name]) : []);
  return notes.map(({ kind, key, text, tags, inReport, changedMs }) => {
    const messageId = kind === 'message' ? (messages.get(key) ?? null) : null;
    const person = kind === 'account' ? (people.get(key) ?? null) : null;
    return {
      kind, text, tags, inReport, changedMs, messageId, accountId: person?.accountId ?? null,
      tribeId: kind === 'tribe' && tribes.has(key) ? key : null, metricId: kind === 'figure' ? key : null,
      about: kind === 'tribe' ? (tribes.get(key) ?? '') : messageId !== null ? (beginnings.get(messageId) ?? '') : (person?.name ?? ''),
      network: kind === 'message' || kind === 'account' ? key.slice(0, key.indexOf(' ')) : '',
    };
  });
}
