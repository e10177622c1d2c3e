import { dictionaryInForce, rulesFingerprint, rulesOf } from '../../store/dictionary-queries.ts';
import { layerInForce, layerVersionInForce } from '../../store/reading-layer-queries.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { ownRules } from '../../text/own-rules.ts';
import { layerShifts, type ProjectLayer } from '../../text/project-layer.ts';
import { createReader, READER_VERSION, type Reader, type ReaderOptions } from '../../text/reader.ts';

/** The setting that holds the least probability of a label, 0 to 1; below it the reader abstains. */
export const ABSTAIN_BELOW = 'reading_abstain_below';

/** The least probability of a label in this project; 0 where nobody set one. */
export function abstainBelow(project: ProjectDatabase): number {
  const value = Number(settingOf(project, ABSTAIN_BELOW) ?? '0');
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}

/** How this project reads, without what its corrections taught. */
export function plainReaderOptions(project: ProjectDatabase): ReaderOptions {
  const rules = rulesOf(dictionaryInForce(project));
  return { abstainBelow: abstainBelow(project), ...(rules.length === 0 ? {} : { rules: ownRules(rules) }) };
}

/** How this project reads. The layer was checked when it was kept. */
export function projectReaderOptions(project: ProjectDatabase): ReaderOptions {
  const layer = layerInForce(project);
  return { ...plainReaderOptions(project), ...(layer === null ? {} : { layer: layerShifts(JSON.parse(layer.layer) as ProjectLayer) }) };
}

/** A reader as this project reads: with its threshold, its rules and what its corrections taught. */
export function projectReader(project: ProjectDatabase): Reader {
  return createReader(projectReaderOptions(project));
}

/** What a project's readings are made by: equal text, equal version, equal reading. */
export function readingDefinition(project: ProjectDatabase): string {
  const rules = rulesFingerprint(project);
  const layer = layerVersionInForce(project);
  return `${READER_VERSION}, abstains below ${String(abstainBelow(project))}${rules === '' ? '' : `, rules ${rules}`}${layer === null ? '' : `, layer ${String(layer)}`}`;
}
