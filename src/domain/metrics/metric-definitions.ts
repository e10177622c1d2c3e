import type { DefinitionLanguage, Metric } from './metric.ts';
import { ANSWER_METRICS } from './answer-metrics.ts';
import { CHANGE_METRICS } from './change-metrics.ts';
import { CHECK_METRICS } from './check-metrics.ts';
import { CHOICE_METRICS } from './choice-metrics.ts';
import { CLOCK_METRICS } from './clock-metrics.ts';
import { COMPANY_METRICS } from './company-metrics.ts';
import { HYPOTHESIS_METRICS } from './hypothesis-metrics.ts';
import { IMPORT_METRICS } from './import-metrics.ts';
import { INITIATIVE_METRICS } from './initiative-metrics.ts';
import { INTEREST_METRICS } from './interest-metrics.ts';
import { LADDER_METRICS } from './ladder-metrics.ts';
import { LEDGER_METRICS } from './ledger-metrics.ts';
import { LISTENING_METRICS } from './listening-metrics.ts';
import { LOST_METRICS } from './lost-metrics.ts';
import { NETWORK_METRICS } from './network-metrics.ts';
import { ORIGIN_METRICS } from './origin-metrics.ts';
import { READING_METRICS } from './reading-metrics.ts';
import { RESPONSE_METRICS } from './response-metrics.ts';
import { SCEPTIC_METRICS } from './sceptic-metrics.ts';
import { STRATEGY_METRICS } from './strategy-metrics.ts';
import { TRUST_METRICS } from './trust-metrics.ts';
import { TRUST_PART_METRICS } from './trust-part-metrics.ts';
import { TRIBE_METRICS } from './tribe-metrics.ts';
import { TERM_METRICS } from './term-metrics.ts';
import { VALUE_METRICS } from './value-metrics.ts';

/** Every metric of the product, in the order of the docs page. */
export const METRICS: readonly Metric[] = [...READING_METRICS, ...CHECK_METRICS, ...IMPORT_METRICS, ...RESPONSE_METRICS, ...ANSWER_METRICS, ...LISTENING_METRICS, ...CLOCK_METRICS, ...TERM_METRICS, ...VALUE_METRICS, ...TRIBE_METRICS, ...LEDGER_METRICS, ...INTEREST_METRICS, ...TRUST_METRICS, ...TRUST_PART_METRICS, ...LOST_METRICS, ...ORIGIN_METRICS, ...NETWORK_METRICS, ...STRATEGY_METRICS, ...LADDER_METRICS, ...HYPOTHESIS_METRICS, ...INITIATIVE_METRICS, ...SCEPTIC_METRICS, ...COMPANY_METRICS, ...CHANGE_METRICS, ...CHOICE_METRICS];

/** One metric as a card shows it, in one language. */
export interface MetricDefinition {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  readonly unit: string;
  readonly source: string;
  readonly limits: string;
  readonly version: number;
}

/**
 * All definitions in one language.
 * @example metricDefinitions('en')[0]?.id // 'messages'
 */
export function metricDefinitions(language: DefinitionLanguage): MetricDefinition[] {
  return METRICS.map((metric) => ({ id: metric.id, version: metric.version, formula: metric.formula, unit: metric.unit, source: metric.source, ...metric[language] }));
}

/** The docs page of all metrics, in English with the Italian names, as Markdown. */
export function metricsPage(): string {
  const sections = METRICS.map(({ id, version, formula, unit, source, it, en }) =>
    [`## ${en.name} (${it.name})`, '', en.definition, '', `- Id and version: \`${id}\` v${version}`, `- Formula: ${formula}`, `- Unit: ${unit}`, `- Source: ${source}`, `- Limits: ${en.limits}`].join('\n'));
  return ['# Metrics', '', 'Every number that Tribuna shows. This page is written by `npm run metrics` from the same table as the cards in the window; a test keeps them equal.', '', sections.join('\n\n'), ''].join('\n');
}
