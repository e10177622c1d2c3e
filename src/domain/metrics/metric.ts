/** The languages every definition is written in. */
export type DefinitionLanguage = 'it' | 'en';

/** What one language says of a metric. */
export interface MetricWords {
  readonly name: string;
  readonly definition: string;
  readonly limits: string;
}

/**
 * A number the product shows. One table of these makes the definition cards of the window, the page docs/metrics.md and
 * the method page of a deck, so that no two places can define a number differently. `version` rises when the number does
 * not mean the same any more.
 */
export interface Metric {
  readonly id: string;
  readonly version: number;
  readonly formula: string;
  readonly unit: 'messages' | 'people' | 'seconds' | 'share' | 'points' | 'log2' | 'requests' | 'days' | 'z' | 'log-odds';
  readonly source: string;
  readonly it: MetricWords;
  readonly en: MetricWords;
}
