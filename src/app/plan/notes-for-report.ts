import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { metricDefinitions } from '../../domain/metrics/metric-definitions.ts';
import { maskedDraft } from '../../present/privacy/masked-draft.ts';
import { namesAmong } from '../../store/names-among.ts';
import { peopleNamed } from '../../store/one-by-one-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { AppContext } from '../context.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { standingNotes, type Note } from './note-records.ts';

type Answer = OperationValue<'notes.forReport'>;

/** What each note stands on, as far as its readers may know. */
function subjects(project: ProjectDatabase, notes: readonly Note[], { audience, language }: OperationRequest<'notes.forReport'>): (note: Note) => string {
  const tribes = new Map(listedTribes(project).map(({ id, title, name }) => [id, title ?? name]));
  const figures = new Map(metricDefinitions(language).map(({ id, name }) => [id, name]));
  const people = audience === 'client' ? new Map<string, { readonly name: string }>() : peopleNamed(project, notes.flatMap(({ kind, key }) => (kind === 'account' ? [key] : [])));
  return ({ kind, key }) => (kind === 'tribe' ? (tribes.get(key) ?? '') : kind === 'figure' ? (figures.get(key) ?? '') : kind === 'account' ? (people.get(key)?.name ?? '') : '');
}

/** Notes that are wanted in a report; for a client without whatever leads to a person. */
export function notesForReport({ project }: AppContext, request: OperationRequest<'notes.forReport'>): Outcome<Answer> {
  if (project === null) return failed('not-found', 'no project is open');
  const wanted = standingNotes(project).filter(({ inReport, text }) => inReport && text !== '').sort((one, other) => one.changedMs - other.changedMs || (one.key < other.key ? -1 : 1));
  if (wanted.length === 0) return success({ notes: [], masked: 0 });
  const aboutOf = subjects(project, wanted, request);
  const names = request.audience === 'analyst' ? [] : [...namesAmong(project, new Set(wanted.flatMap((note) => `${note.text} ${aboutOf(note)}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])))];
  const safe = (text: string): string => (request.audience === 'analyst' ? text : maskedDraft(text, { names, voice: false }));
  const notes = wanted.map((note) => ({ kind: note.kind, about: safe(aboutOf(note)), text: safe(note.text) }));
  return success({ notes, masked: notes.filter(({ text }, place) => text !== wanted[place]?.text.trim()).length });
}
