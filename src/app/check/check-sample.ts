import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { checkDraw } from '../../domain/reading-check/check-draw.ts';
import { seededRandom } from '../../domain/stats/seeded-random.ts';
import { checkSample, contentKeys, drawCandidates, drawPopulation, putCheckSample, putSkipped, sampledMessages, standingDraw, type CheckSample, type SampleRow } from '../../store/check-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { changedDecision, labelDecisions, putLabelDecisions, unknownMessages } from '../../store/label-queries.ts';
import { messagesById, type StoredMessage } from '../../store/message-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import type { LabelsChange } from '../project/history-commands.ts';
import { checkStatus } from './check-status.ts';
import { decidedLabels } from './labelled-texts.ts';

type Drawn = OperationValue<'check.draw'>;
type ToLabel = OperationValue<'check.next'>['messages'][number];

/** What the journal keeps of a draw. */
export interface DrawChange {
  readonly before: CheckSample;
  readonly after: CheckSample;
}

/** What the journal keeps of a message set aside. */
export interface SkipChange {
  readonly position: number;
  readonly before: number | null;
  readonly after: number | null;
}

const answered = (project: ProjectDatabase): Drawn => ({ status: checkStatus(project), dataVersion: dataVersionOf(project) });

/**
 * Draws the sample from all messages that are read, in place of the one before. Failures: `invalid-input` when one is drawn
 * already and nobody asked for another, while messages wait to be read, or when there are none.
 */
export function drawSample(project: ProjectDatabase, { size, seed, again }: OperationRequest<'check.draw'>, atMs: number): Outcome<Drawn> {
  const before = checkSample(project);
  if (before.rows.length > 0 && !again) return failed('invalid-input', 'a sample is drawn already; it is drawn again only on purpose');
  const { waiting, population } = drawPopulation(project);
  if (waiting > 0) return failed('invalid-input', `${String(waiting)} messages are not read yet; bring the analysis up to date first`);
  if (population === 0) return failed('invalid-input', 'there is no message that the reader gives a label');
  const counts = new Map<string, number>();
  for (const { stratum } of drawCandidates(project)) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  const drawn = checkDraw(drawCandidates(project), { counts, size, random: seededRandom(seed) });
  const keys = contentKeys(project, drawn.map(({ id }) => id));
  const rows = drawn.flatMap(({ id, stratum, weight }, at): SampleRow[] => {
    const key = keys.get(id);
    return key === undefined ? [] : [{ position: at + 1, ...key, language: stratum.split(' ')[0] ?? '', stratum, weight, skippedMs: null }];
  });
  const change: DrawChange = { before, after: { draw: { number: (before.draw?.number ?? 0) + 1, seed, population: [...counts.values()].reduce((sum, count) => sum + count, 0), atMs }, rows } };
  project.connection.transaction(() => {
    putCheckSample(project, change.after);
    recordCommand(project, { command: 'check.draw', label: `check.draw:${String(rows.length)}`, forward: JSON.stringify({ size, seed, again }), inverse: JSON.stringify(change), atMs });
  }).immediate();
  return success(answered(project));
}

/** Messages to label without what the reader says of them. */
export function nextToLabel(project: ProjectDatabase, { fromPosition, skipped, messageIds, size }: OperationRequest<'check.next'>): OperationValue<'check.next'> {
  const sample = sampledMessages(project);
  const places = new Map(sample.flatMap((row) => (row.messageId === null ? [] : [[row.messageId, row] as const])));
  const open = sample.filter((row) => row.messageId !== null && (fromPosition !== undefined ? row.position >= fromPosition : row.decision === null && (row.skippedMs !== null) === skipped));
  const wanted = (messageIds ?? open.flatMap(({ messageId }) => messageId ?? [])).slice(0, size);
  const decisions = new Map(labelDecisions(project, wanted).map((decision) => [decision.messageId, decision]));
  const messages = messagesById(project, wanted);
  const parents = new Map(messagesById(project, messages.flatMap((message) => contextOf(message) ?? [])).map((message) => [message.messageId, message]));
  return {
    status: checkStatus(project),
    messages: messages.flatMap((message): ToLabel[] => {
      const { messageId, text, language, network, container, kind, authorName, atMs, precision } = message;
      if (text === null) return [];
      const row = places.get(messageId);
      const decision = decisions.get(messageId);
      // in the check only what was said in the check is shown again: a correction made in sight of the reader's label is no blind one
      const own = decision === undefined || (row !== undefined && decision.origin !== 'sample') ? null : decidedLabels(decision);
      const parent = parents.get(contextOf(message) ?? -1);
      return [{
        position: row?.position ?? null, messageId, text, language: row?.language ?? language, network, container, kind, authorName, atMs, precision,
        parent: parent === undefined ? null : { text: parent.text, authorName: parent.authorName, voice: parent.voice },
        label: own?.intents == null ? null : { intents: [...own.intents], sentiment: own.sentiment }, skipped: row !== undefined && row.skippedMs !== null,
      }];
    }),
  };
}

/** What a message answers, or the post it stands under; null where it stands alone. */
function contextOf({ messageId, parentId, rootId }: StoredMessage): number | null {
  return parentId ?? (rootId === messageId ? null : rootId);
}

/** Keeps what a person says of a message of the sample, or of a proposed one. Failure `not-found` for one that is neither. */
export function labelMessage(project: ProjectDatabase, { messageId, intents, sentiment, origin }: OperationRequest<'check.label'>, atMs: number): Outcome<Drawn> {
  if (unknownMessages(project, [messageId]).length > 0) return failed('not-found', `no message has the number ${String(messageId)}`);
  const row = sampledMessages(project).find((sampled) => sampled.messageId === messageId);
  if (origin === 'sample' && row === undefined) return failed('not-found', 'this message was not drawn for the check');
  const [message] = messagesById(project, [messageId]);
  if (message?.voice === true) return failed('invalid-input', 'this message is written in the name of a brand; it has no intents');
  project.connection.transaction(() => {
    const before = labelDecisions(project, [messageId]);
    const decision = changedDecision(before[0], { messageId, intents: [...new Set(intents)], sentiment }, { atMs, origin });
    const change: LabelsChange = { messageIds: [messageId], before, after: decision === null ? [] : [decision] };
    putLabelDecisions(project, change.messageIds, change.after);
    recordCommand(project, { command: 'check.label', label: 'check.label:1', forward: JSON.stringify({ messageId, intents, sentiment, origin }), inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
  }).immediate();
  return success(answered(project));
}

/** Sets a message of the sample aside as undecidable, or takes it back in; the same again leaves no trace. Failure `not-found` for one that was not drawn. */
export function skipMessage(project: ProjectDatabase, { messageId, skipped }: OperationRequest<'check.skip'>, atMs: number): Outcome<Drawn> {
  const row = sampledMessages(project).find((sampled) => sampled.messageId === messageId);
  if (row === undefined) return failed('not-found', 'this message was not drawn for the check');
  if ((row.skippedMs !== null) === skipped) return success(answered(project));
  const change: SkipChange = { position: row.position, before: row.skippedMs, after: skipped ? atMs : null };
  project.connection.transaction(() => {
    putSkipped(project, { position: change.position, skippedMs: change.after });
    recordCommand(project, { command: 'check.skip', label: 'check.skip:1', forward: JSON.stringify({ messageId, skipped }), inverse: JSON.stringify(change), atMs });
  }).immediate();
  return success(answered(project));
}

/** Names the draw that stands, for answers that rest on it; empty before the first. */
export function drawStamp(project: ProjectDatabase): string {
  const draw = standingDraw(project);
  return draw === null ? '' : `${String(draw.number)} ${String(draw.atMs)}`;
}
