import type { OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { recordCommand } from '../../store/journal.ts';
import { allLabelDecisions } from '../../store/label-queries.ts';
import { layerInForce, layerVersions, putLayer, setLayersTakenBack } from '../../store/reading-layer-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { trainedLayer } from '../../text/project-layer.ts';
import { READER_VERSION } from '../../text/reader.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { checkedReadings, examplesFor } from './checked-reading.ts';
import { groupsToMove, layerEffect } from './check-scores.ts';
import { labelsByOrigin } from './check-status.ts';

type LayerState = OperationValue<'reading.layer'>;
type Card = NonNullable<LayerState['card']>;
type Adapted = OperationValue<'reading.adapt'>;

/** Below so many labels by hand nothing is learned from them. */
export const FEWEST_LABELS = 20;

/** What the journal keeps of layers that begin to hold or are taken back. */
export interface LayerChange {
  readonly versions: readonly number[];
}

const cardOf = ({ version, card, atMs }: { readonly version: number; readonly card: string; readonly atMs: number }): Card => ({ ...(JSON.parse(card) as Omit<Card, 'version' | 'atMs'>), version, atMs });

/** The layer that holds, with its card, and all versions. */
export function layerState(project: ProjectDatabase): LayerState {
  const row = layerInForce(project);
  return {
    card: row === null ? null : cardOf(row),
    versions: layerVersions(project).map((version) => ({ version: version.version, atMs: version.atMs, takenBack: version.takenBack, labels: Object.values(cardOf(version).labels).reduce((sum, count) => sum + count, 0) })),
    neededLabels: FEWEST_LABELS, usableLabels: allLabelDecisions(project).length,
  };
}

/**
 * Trains a layer from all labels by hand, for the groups whose scores it does not lower on the random sample, and keeps it as a
 * new version. Nothing is kept when it would lower both, when there are too few labels, or when it is the one that holds.
 */
export async function adaptReading(project: ProjectDatabase, now: () => number): Promise<Outcome<Adapted>> {
  const { messages, examples } = await checkedReadings(project);
  const kept = (reason: Adapted['reason'], card: Card | null): Outcome<Adapted> => success({ kept: reason === null, reason, card, dataVersion: dataVersionOf(project) });
  if (examples.length < FEWEST_LABELS) return kept('few-labels', null);
  const effect = layerEffect(messages);
  const groups = groupsToMove(effect);
  if (!groups.intents && !groups.sentiments) return kept('lowers', null);
  const layer = trainedLayer(examplesFor(examples, groups));
  const text = JSON.stringify(layer);
  const before = layerInForce(project);
  if (before?.layer === text) return kept('same', cardOf(before));
  const atMs = now();
  const card: Omit<Card, 'version' | 'atMs'> = { readerVersion: READER_VERSION, labels: labelsByOrigin(allLabelDecisions(project)), groups: { ...groups }, words: layer.parts.reduce((sum, { buckets }) => sum + buckets.length, 0), effect };
  const version = project.connection.transaction(() => {
    const made = putLayer(project, { layer: text, card: JSON.stringify(card), atMs });
    const change: LayerChange = { versions: [made] };
    recordCommand(project, { command: 'reading.adapt', label: `reading.adapt:${String(made)}`, forward: '{}', inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
    return made;
  }).immediate();
  return kept(null, { ...card, version, atMs });
}

/** Takes back every layer that holds, so that the model reads alone. Failure `not-found` without one. */
export function dropLayer(project: ProjectDatabase, atMs: number): Outcome<OperationValue<'reading.dropLayer'>> {
  const versions = layerVersions(project).filter(({ takenBack }) => !takenBack).map(({ version }) => version);
  if (versions.length === 0) return failed('not-found', 'this project reads without a layer of its own');
  const change: LayerChange = { versions };
  project.connection.transaction(() => {
    setLayersTakenBack(project, versions, true);
    recordCommand(project, { command: 'reading.dropLayer', label: 'reading.dropLayer:1', forward: '{}', inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
  }).immediate();
  return success({ dropped: versions, dataVersion: dataVersionOf(project) });
}
