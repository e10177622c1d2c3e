import type { OperationRequest } from '../../contract/operations.ts';
import { sourceAnswersSchema, type SourceAnswers } from '../../contract/operations/import-account.ts';
import { forgetAnswers } from '../read/answer-cache.ts';
import { formatsOfImport, importJson, importsOfFormat, storeImportJson } from '../../store/import-account.ts';
import { storedImports } from '../../store/import-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';

const settingKey = (format: string): string => `answers:${format}`;

/** What the journal keeps of answers: the setting of their format and those of each import, before and after. */
export interface AnswersChange {
  readonly format: string | null;
  readonly before: AnswersState;
  readonly after: AnswersState;
}

interface AnswersState {
  readonly setting: string | null;
  readonly imports: readonly (readonly [number, SourceAnswers])[];
}

function parsed(value: unknown): SourceAnswers {
  const answers = sourceAnswersSchema.safeParse(value);
  return answers.success ? answers.data : {};
}

/** Answers given for a format, or null when nobody was asked. */
export function answersOfFormat(project: ProjectDatabase, format: string): SourceAnswers | null {
  const text = settingOf(project, settingKey(format));
  return text === null ? null : parsed(JSON.parse(text));
}

/** Answers that hold for one import. */
export function answersOfImport(project: ProjectDatabase, importId: number): SourceAnswers {
  return parsed(importJson(project, importId, 'answers'));
}

/** Kinds of source in the project, each with its imports that are not undone and what was answered for it. */
export function answeredSources(project: ProjectDatabase): { format: string; imports: number[]; answers: SourceAnswers }[] {
  const imports = new Map<string, number[]>();
  for (const { importId, state } of storedImports(project)) {
    if (state === 'done') for (const format of formatsOfImport(project, importId)) imports.set(format, [...(imports.get(format) ?? []), importId]);
  }
  return [...imports].sort(([one], [other]) => (one < other ? -1 : 1)).map(([format, importIds]) => ({ format, imports: importIds, answers: answersOfFormat(project, format) ?? {} }));
}

function stateOf(project: ProjectDatabase, format: string | null, importIds: readonly number[]): AnswersState {
  return { setting: format === null ? null : settingOf(project, settingKey(format)), imports: importIds.map((importId) => [importId, answersOfImport(project, importId)]) };
}

/** Makes an earlier or later state of answers stand. */
export function putAnswers(project: ProjectDatabase, { format, ...change }: AnswersChange, side: 'before' | 'after'): void {
  const { setting, imports } = change[side];
  if (format !== null && setting === null) removeSetting(project, settingKey(format));
  else if (format !== null && setting !== null) storeSetting(project, settingKey(format), setting);
  for (const [importId, answers] of imports) storeImportJson(project, importId, 'answers', answers);
  forgetAnswers(project, 'overview');
}

/** Takes answers down for a format and all its imports, or for one import alone, as one change that can be undone. Returns the imports they hold for. To be called inside a transaction. */
export function giveAnswers(project: ProjectDatabase, { format, importId, answers }: OperationRequest<'import.answer'>, atMs: number): number[] {
  const kind = importId === undefined ? (format ?? null) : null;
  const importIds = importId !== undefined ? [importId] : importsOfFormat(project, format ?? '');
  const before = stateOf(project, kind, importIds);
  const change: AnswersChange = { format: kind, before, after: { setting: kind === null ? null : JSON.stringify(answers), imports: importIds.map((id) => [id, answers]) } };
  putAnswers(project, change, 'after');
  recordCommand(project, { command: 'import.answer', label: `import.answer:${kind ?? String(importId)}`, forward: JSON.stringify({ format, importId, answers }), inverse: JSON.stringify(change), atMs });
  return importIds;
}
