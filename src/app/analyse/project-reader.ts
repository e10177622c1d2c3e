import type { OwnRule } from '../../domain/model/own-rule.ts';
import { dictionaryInForce, rulesFingerprint, rulesOf } from '../../store/dictionary-queries.ts';
import { layerInForce, layerVersionInForce } from '../../store/reading-layer-queries.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { ownRules } from '../../text/own-rules.ts';
import { layerShifts, type ProjectLayer } from '../../text/project-layer.ts';
import { keptZone } from '../counting/kept-counting.ts';
import { READER_VERSION, type ReaderOptions } from '../../text/reader.ts';

/** The setting that holds the least probability of a label, 0 to 1; below it the reader abstains. */
export const ABSTAIN_BELOW = 'reading_abstain_below';

/** The least probability of a label in this project; 0 where nobody set one. */
export function abstainBelow(project: ProjectDatabase): number {
  const value = Number(settingOf(project, ABSTAIN_BELOW) ?? '0');
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}

/** What shapes a project's readings, as plain values that can be handed to another thread. */
export interface ReaderSetting {
  readonly abstainBelow: number;
  readonly rules: readonly OwnRule[];
  /** What the project's corrections taught; checked when it was kept. */
  readonly layer: ProjectLayer | null;
}

/** What shapes the readings of this project. */
export function readerSetting(project: ProjectDatabase): ReaderSetting {
  const layer = layerInForce(project);
  return { abstainBelow: abstainBelow(project), rules: rulesOf(dictionaryInForce(project)), layer: layer === null ? null : (JSON.parse(layer.layer) as ProjectLayer) };
}

/** How a reader of such a setting is built. */
export function readerOptions({ abstainBelow: least, rules, layer }: ReaderSetting): ReaderOptions {
  return { abstainBelow: least, ...(rules.length === 0 ? {} : { rules: ownRules(rules) }), ...(layer === null ? {} : { layer: layerShifts(layer) }) };
}

/** How this project reads, without what its corrections taught. */
export function plainReaderOptions(project: ProjectDatabase): ReaderOptions {
  return readerOptions({ ...readerSetting(project), layer: null });
}

/** How this project reads. */
export function projectReaderOptions(project: ProjectDatabase): ReaderOptions {
  return readerOptions(readerSetting(project));
}

/** What a project's readings are made by: equal text, equal version, equal reading. A zone that a person set is part of it, because the dates that promises name depend on it. */
export function readingDefinition(project: ProjectDatabase): string {
  const rules = rulesFingerprint(project);
  const layer = layerVersionInForce(project);
  const { timeZone, isSet } = keptZone(project);
  return `${READER_VERSION}, abstains below ${String(abstainBelow(project))}${rules === '' ? '' : `, rules ${rules}`}${layer === null ? '' : `, layer ${String(layer)}`}${isSet ? `, zone ${timeZone}` : ''}`;
}
