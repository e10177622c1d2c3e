import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import type { Mapping, MAPPING_FIELDS } from '../../../contract/operations/imports.ts';
import type { Failure } from '../../../contract/outcome.ts';
import { momentOfMinute } from '../../../domain/model/local-days.ts';

export type MappingField = (typeof MAPPING_FIELDS)[number];
/** What the engine says of a file before it is imported. */
export type Preview = OperationValue<'import.preview'>;
/** How a column of dates is written. */
export type DateOrder = NonNullable<Mapping['dateOrder']>;

/** A chosen file with what the person at work decided about it; whatever is absent is left to the program. */
export interface ImportDraft {
  readonly id: string;
  readonly file: File;
  /** Where the file lay in the folder it came from, or its name. */
  readonly path: string;
  /** It came with a folder: what cannot be read in it is left out without further ado. */
  readonly isFromFolder: boolean;
  /** Template whose mapping was taken up. */
  readonly templateId?: string;
  readonly format?: string;
  /** Column -> field, once the person changed one; until then the proposal holds. */
  readonly columns?: Readonly<Record<string, MappingField>>;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly headerRow?: number;
  readonly dateOrder?: DateOrder;
  readonly network?: string;
  readonly containerName?: string;
  readonly timeZone?: string;
  /** As a date field writes it. */
  readonly collectedAt?: string;
}

/** What is known of a file: being read, not readable, or looked at. The last preview stays while a newer one is made. */
export interface PreviewState {
  readonly pending: boolean;
  readonly preview: Preview | null;
  readonly failure: Failure | null;
}

/** Why a file cannot be imported yet. */
export type DraftObstacle = 'reading' | 'failure' | 'fields' | 'dates';

type Options = Omit<OperationInput<'import.preview'>, 'file'>;

/**
 * The options of an operation on a draft's file. Columns are sent only once changed: an empty table of columns means
 * the program's own proposal, with the other choices laid over it. A typed moment is one of the project's zone.
 */
export function optionsOfDraft(draft: ImportDraft, projectZone: string): Options {
  const { format, columns, delimiter, encoding, headerRow, dateOrder, network, containerName, timeZone, collectedAt } = draft;
  const mapping: Mapping = {
    columns: { ...columns },
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(network === undefined || network === '' ? {} : { network }),
    ...(containerName === undefined || containerName === '' ? {} : { container: { name: containerName, kind: 'unknown' as const } }),
  };
  const collectedAtMs = collectedAt === undefined ? null : momentOfMinute(collectedAt, projectZone);
  const hasMapping = Object.keys(mapping).length > 1 || Object.keys(mapping.columns).length > 0;
  return {
    ...(format === undefined ? {} : { format }),
    ...(hasMapping ? { mapping } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(collectedAtMs === null ? {} : { collectedAtMs }),
  };
}

/** Columns without which a row cannot become a message; the rest only narrows what can be said. */
const NEEDED: readonly MappingField[] = ['text', 'id'];

/** Fields still to be named before the import can start. */
export function missingFields(preview: Preview): MappingField[] {
  return preview.missing.filter((field) => NEEDED.includes(field));
}

/** Confidence below which a file of a folder is left out: it is not what a folder was chosen for. */
const LEAST_OF_FOLDER = 0.45;

/** True for a file of a folder that holds nothing readable, once it was looked at; a file chosen by itself is never left out. */
export function isLeftOut(draft: ImportDraft, state: PreviewState | undefined): boolean {
  if (!draft.isFromFolder || state === undefined || state.pending) return false;
  return state.failure !== null || (state.preview !== null && state.preview.confidence < LEAST_OF_FOLDER && draft.format === undefined && draft.columns === undefined);
}

/** The drafts that an import will take. */
export function takenDrafts<State extends { readonly drafts: readonly ImportDraft[]; readonly previews: Readonly<Record<string, PreviewState>> }>({ drafts, previews }: State): ImportDraft[] {
  return drafts.filter((draft) => !isLeftOut(draft, previews[draft.id]));
}

/** True when some file to be imported holds private conversations. */
export function holdsPrivate(state: Parameters<typeof takenDrafts>[0]): boolean {
  return takenDrafts(state).some(({ id }) => state.previews[id]?.preview?.isPrivate === true);
}

/** The first thing in the way of importing a file, or null when it is ready. */
export function draftObstacle(state: PreviewState | undefined): DraftObstacle | null {
  if (state === undefined || (state.preview === null && state.failure === null)) return 'reading';
  if (state.failure !== null || state.preview === null) return 'failure';
  if (missingFields(state.preview).length > 0) return 'fields';
  const hasTimes = state.preview.columns.some(({ field }) => field === 'createdAt');
  if (state.preview.dates.ambiguous || (hasTimes && state.preview.dates.order === '' && state.preview.dates.examples.length > 0)) return 'dates';
  return state.pending ? 'reading' : null;
}
