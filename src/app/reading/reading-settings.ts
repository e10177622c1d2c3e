import type { OperationValue } from '../../contract/operations.ts';
import { dictionaryInForce, rulesOf } from '../../store/dictionary-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { messageTotals } from '../../store/overview-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { layerVersionInForce } from '../../store/reading-layer-queries.ts';
import { thresholdCounts } from '../../store/reading-thresholds.ts';
import { storeSetting } from '../../store/stage-queries.ts';
import { READER_VERSION } from '../../text/reader.ts';
import { ABSTAIN_BELOW, abstainBelow } from '../analyse/project-reader.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import type { ThresholdChange } from '../project/history-commands.ts';
import { cachedAnswer } from '../read/answer-cache.ts';

/** How the project reads, and what every threshold would leave without a label. Counted once for the data as they are. */
export function readingSettings(project: ProjectDatabase): OperationValue<'reading.settings'> {
  const dictionary = dictionaryInForce(project);
  const counted = cachedAnswer(project, { name: 'reading.settings', input: {} }, () => {
    const { unread, abstained } = messageTotals(project, { sql: '1', parameters: [] });
    const { labelled, steps } = thresholdCounts(project);
    return { labelled, steps: steps.map((step) => ({ ...step })), unread, abstained };
  });
  return { ...counted, abstainBelow: abstainBelow(project), readerVersion: READER_VERSION, dictionaryVersion: dictionary?.version ?? 0, layerVersion: layerVersionInForce(project), rules: rulesOf(dictionary).length };
}

/** Sets the threshold as one change that can be undone; the same one again leaves no trace. */
export function setThreshold(project: ProjectDatabase, after: number, atMs: number): void {
  const before = abstainBelow(project);
  if (before === after) return;
  const change: ThresholdChange = { before, after };
  project.connection.transaction(() => {
    storeSetting(project, ABSTAIN_BELOW, String(after));
    recordCommand(project, { command: 'reading.setThreshold', label: `reading.setThreshold:${String(after)}`, forward: JSON.stringify({ abstainBelow: after }), inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
  }).immediate();
}
