import { ACTS, INTENTS, SENTIMENTS } from '../../../domain/model/codes.ts';
import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

type Preview = OperationValue<'decisions.preview'>;
/** One decision on which the two copies differ. */
export type Conflict = Preview['conflicts'][number];
type Part = Conflict['fields'][number];

/** Conflicts shown at a time. */
export const CONFLICTS_A_PAGE = 50;

/** A file that was looked at, with what it would bring. */
export interface OpenedFile {
  readonly file: File;
  readonly preview: Preview;
  readonly page: number;
}

const NAMED = ['owner', 'dueMs', 'due_ms', 'state', 'outcome', 'note', 'recommendation', 'decision', 'sentence', 'name', 'notes', 'task', 'output', 'verdict', 'value', 'intents', 'acts', 'sentiment', 'department', 'text', 'kept', 'together', 'hidden', 'color', 'shape', 'basis', 'target', 'document', 'dateMs', 'from_ms', 'to_ms'] as const;
const CANVAS_LINE = /^lines\.([a-z]+)\.text$/;
const CANVAS_LINES = ['insight', 'promise', 'task', 'output', 'activity', 'channel', 'kpi'] as const;

/** What a part is called; a part without a name of its own is told by its last word, or as something else. */
export function partName({ field }: Part, voice: ChartVoice): string {
  const line = CANVAS_LINES.find((code) => code === CANVAS_LINE.exec(field)?.[1]);
  if (line !== undefined) return voice.text(`strategy.canvas.lines.${line}`);
  const last = field.slice(field.lastIndexOf('.') + 1);
  const known = NAMED.find((name) => name === last);
  return voice.text(`decisions.fields.${known ?? 'other'}`);
}

/** Catalogues that name the codes of a part. */
const CODES: Readonly<Record<string, readonly { readonly key: string; readonly codes: readonly string[] }[]>> = {
  intents: [{ key: 'codes.intent', codes: INTENTS }],
  acts: [{ key: 'codes.act', codes: ACTS }],
  sentiment: [{ key: 'codes.sentiment', codes: SENTIMENTS }],
  state: [
    { key: 'strategy.state', codes: ['to-discuss', 'accepted', 'rejected', 'postponed'] }, { key: 'strategy.canvas.states', codes: ['draft', 'agreed', 'running', 'closed'] },
    { key: 'promises.state', codes: ['open', 'kept', 'late', 'broken', 'unverifiable'] },
  ],
};

/** A code, or several with commas between, by the words of the catalogue; any other text as it is. */
function codeWords(field: string, value: string, voice: ChartVoice): string {
  const known = CODES[field];
  if (known === undefined) return value;
  return voice.list(value.split(', ').map((code) => {
    const found = known.find(({ codes }) => codes.includes(code));
    return found === undefined ? code : voice.text(`${found.key}.${code}`);
  }));
}

/** A value of a part in words: days as days, yes and no, nothing where one side says nothing. */
export function partWords(field: string, value: Part['mine'], voice: ChartVoice): string {
  if (value === null || value === '') return voice.text('decisions.conflicts.nothing');
  if (typeof value === 'boolean') return voice.text(value ? 'decisions.conflicts.yes' : 'decisions.conflicts.no');
  if (typeof value === 'string') return codeWords(field, value, voice);
  return /(?:Ms|_ms)$/.test(field) ? voice.date(value) : voice.number(value);
}
