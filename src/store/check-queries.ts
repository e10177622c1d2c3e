import { INTENTS, type Intent } from '../domain/model/codes.ts';
import type { DrawCandidate } from '../domain/reading-check/check-draw.ts';
import { allLabelDecisions, type LabelDecision } from './label-queries.ts';
import type { ProjectDatabase } from './project-database.ts';
import { chancesIn } from './reading-bytes.ts';
import { removeSetting, settingOf, storeSetting } from './stage-queries.ts';

/** One drawn message as the table holds it: named by what its source calls it, so that the sample outlives imports. */
export interface SampleRow {
  readonly position: number;
  readonly network: string;
  readonly kind: string;
  readonly message: string;
  readonly language: string;
  readonly stratum: string;
  readonly weight: number;
  readonly skippedMs: number | null;
}

/** A drawn message with what stands of it today. */
export interface SampledMessage extends SampleRow {
  /** Null while no import holds it, or when its text was dropped. */
  readonly messageId: number | null;
  /** What a person said of it for the check; null while not labelled. */
  readonly decision: LabelDecision | null;
}

/** One draw: which it is in this project, what chance drove it, from how many messages, and when. */
export interface CheckDrawRecord {
  readonly number: number;
  readonly seed: number;
  readonly population: number;
  readonly atMs: number;
}

/** A whole sample, as a draw leaves it. */
export interface CheckSample {
  readonly draw: CheckDrawRecord | null;
  readonly rows: readonly SampleRow[];
}

/** Name of the setting that holds the draw of the sample. */
export const DRAW_SETTING = 'check_draw';
const COLUMNS = 's.position AS position, s.network AS network, s.kind AS kind, s.message AS message, s.language AS language, s.stratum AS stratum, s.weight AS weight, s.skipped_ms AS skippedMs';
const WITH_MESSAGE = 'check_sample s LEFT JOIN network n ON n.code = s.network LEFT JOIN message m ON m.network_id = n.id AND m.native_id = s.message AND m.kind = s.kind';

/** The stratum of a message: what the reader takes for its main intent, in its language. */
export function stratumOf(language: string, intent: string): string {
  return `${language} ${intent}`;
}

/** The reader's own main intent from stored probabilities, where a person's word lies over it; null without any. */
function likeliestIntent(probabilities: Uint8Array | null): Intent | null {
  const chances = chancesIn(probabilities);
  return INTENTS.reduce<Intent | null>((most, code) => ((chances[code] ?? 0) > (most === null ? 0 : (chances[most] ?? 0)) ? code : most), null);
}

/**
 * Messages that may be drawn, by number: inbound, in a language that is read, with a label by the reader. One pass at flat
 * memory. The connection is taken while it runs.
 */
export function* drawCandidates(project: ProjectDatabase): Generator<DrawCandidate> {
  const decided = new Set(allLabelDecisions(project).filter(({ intents }) => intents !== null).map(({ messageId }) => messageId));
  const rows = project.connection.prepare(`SELECT r.message_id, r.language, r.primary_intent, r.probabilities FROM reading r WHERE r.direction = 'inbound' AND r.primary_intent IS NOT NULL ORDER BY r.message_id`)
    .raw().iterate() as IterableIterator<[id: number, language: string, intent: string, probabilities: Uint8Array | null]>;
  for (const [id, language, intent, probabilities] of rows) {
    const said = decided.has(id) ? likeliestIntent(probabilities) : intent;
    if (said !== null) yield { id, stratum: stratumOf(language, said) };
  }
}

/** What the sources call some messages, by number. */
export function contentKeys({ connection }: ProjectDatabase, ids: readonly number[]): Map<number, Pick<SampleRow, 'network' | 'kind' | 'message'>> {
  const rows = connection.prepare('SELECT m.id AS id, n.code AS network, m.kind AS kind, m.native_id AS message FROM message m JOIN network n ON n.id = m.network_id WHERE m.id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids)) as (Pick<SampleRow, 'network' | 'kind' | 'message'> & { readonly id: number })[];
  return new Map(rows.map(({ id, ...key }) => [id, key]));
}

/** The draw that stands; null before the first one. */
export function standingDraw(project: ProjectDatabase): CheckDrawRecord | null {
  const text = settingOf(project, DRAW_SETTING);
  return text === null ? null : (JSON.parse(text) as CheckDrawRecord);
}

/** The sample as it stands, in order. */
export function checkSample(project: ProjectDatabase): CheckSample {
  return { draw: standingDraw(project), rows: project.connection.prepare(`SELECT ${COLUMNS} FROM check_sample s ORDER BY s.position`).all() as SampleRow[] };
}

/** Puts a sample in place of the standing one. To be called inside a transaction. */
export function putCheckSample(project: ProjectDatabase, { draw, rows }: CheckSample): void {
  const { connection } = project;
  connection.prepare('DELETE FROM check_sample').run();
  const insert = connection.prepare('INSERT INTO check_sample (position, network, kind, message, language, stratum, weight, skipped_ms) VALUES (@position, @network, @kind, @message, @language, @stratum, @weight, @skippedMs)');
  for (const row of rows) insert.run(row);
  if (draw === null) removeSetting(project, DRAW_SETTING);
  else storeSetting(project, DRAW_SETTING, JSON.stringify(draw));
}

/** The sample with its messages and what a person said of them for the check; labels of another origin do not count here. */
export function sampledMessages(project: ProjectDatabase): SampledMessage[] {
  const rows = project.connection.prepare(`SELECT ${COLUMNS}, CASE WHEN m.text IS NOT NULL AND m.text <> '' THEN m.id END AS messageId FROM ${WITH_MESSAGE} ORDER BY s.position`).all() as Omit<SampledMessage, 'decision'>[];
  const decisions = new Map(allLabelDecisions(project).filter(({ origin, intents }) => origin === 'sample' && intents !== null).map((decision) => [decision.messageId, decision]));
  return rows.map((row) => ({ ...row, decision: row.messageId === null ? null : (decisions.get(row.messageId) ?? null) }));
}

/** Sets a drawn message aside as undecidable, or takes it back in (null). */
export function putSkipped({ connection }: ProjectDatabase, { position, skippedMs }: Pick<SampleRow, 'position' | 'skippedMs'>): void {
  connection.prepare('UPDATE check_sample SET skipped_ms = ? WHERE position = ?').run(skippedMs, position);
}

/** Inbound messages with a label by the reader and none of intents by hand: what the reader takes each intent's chance for, as JSON. By number. */
export function* unlabelledReadings(project: ProjectDatabase): Generator<{ readonly messageId: number; readonly language: string; readonly probabilities: Uint8Array }> {
  const decided = new Set(allLabelDecisions(project).filter(({ intents }) => intents !== null).map(({ messageId }) => messageId));
  const rows = project.connection.prepare(`SELECT message_id, language, probabilities FROM reading WHERE direction = 'inbound' AND primary_intent IS NOT NULL AND probabilities IS NOT NULL ORDER BY message_id`)
    .raw().iterate() as IterableIterator<[messageId: number, language: string, probabilities: Uint8Array]>;
  for (const [messageId, language, probabilities] of rows) if (!decided.has(messageId)) yield { messageId, language, probabilities };
}

/** Numbers of the messages that a source calls so, with their network and kind. */
export function messagesCalled({ connection }: ProjectDatabase, nativeIds: readonly string[]): { readonly messageId: number; readonly nativeId: string; readonly network: string; readonly kind: string }[] {
  return connection.prepare(`SELECT m.id AS messageId, m.native_id AS nativeId, n.code AS network, m.kind AS kind FROM json_each(?) wanted CROSS JOIN network n CROSS JOIN message m ON m.network_id = n.id AND m.native_id = wanted.value ORDER BY m.id`)
    .all(JSON.stringify(nativeIds)) as { messageId: number; nativeId: string; network: string; kind: string }[];
}

/** Every message with a text, by number. One pass. */
export function* messageTexts({ connection }: ProjectDatabase): Generator<{ readonly messageId: number; readonly text: string }> {
  for (const [messageId, text] of connection.prepare(`SELECT id, text FROM message WHERE text IS NOT NULL AND text <> '' ORDER BY id`).raw().iterate() as IterableIterator<[number, string]>) yield { messageId, text };
}

/** Codes of the networks in the project. */
export function networksOf({ connection }: ProjectDatabase): string[] {
  return connection.prepare('SELECT code FROM network ORDER BY code').pluck().all() as string[];
}

/** All labels by hand with what the sources call their messages, whether or not those are in the project now. */
export function labelVerdicts({ connection }: ProjectDatabase): (Omit<LabelDecision, 'messageId'> & Pick<SampleRow, 'network' | 'kind' | 'message'>)[] {
  return connection.prepare(`SELECT network, kind, message, intents, primary_intent AS primaryIntent, acts, primary_act AS primaryAct, sentiment, origin, at_ms AS atMs FROM label_verdict ORDER BY network, kind, message`)
    .all() as (Omit<LabelDecision, 'messageId'> & Pick<SampleRow, 'network' | 'kind' | 'message'>)[];
}

/** Messages that have no reading yet, and those a draw would be made from: read ones, and those that wait to be read again because a person labelled them. */
export function drawPopulation(project: ProjectDatabase): { readonly waiting: number; readonly population: number } {
  const count = (sql: string, ...parameters: string[]): number => project.connection.prepare(sql).pluck().get(...parameters) as number;
  const decided = JSON.stringify(allLabelDecisions(project).filter(({ intents }) => intents !== null).map(({ messageId }) => messageId));
  return {
    waiting: count('SELECT count(*) FROM message m WHERE NOT EXISTS (SELECT 1 FROM reading r WHERE r.message_id = m.id)'),
    population: count(`SELECT count(*) FROM reading WHERE direction = 'inbound' AND primary_intent IS NOT NULL`) + count('SELECT count(*) FROM json_each(?) WHERE value NOT IN (SELECT message_id FROM reading)', decided),
  };
}
