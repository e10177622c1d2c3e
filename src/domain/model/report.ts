import type { MetricDefinition } from '../metrics/metric-definitions.ts';
import type { ReportAudience, ReportSection } from './report-section.ts';

/** What a column holds, which decides how a cell is written: shares are 0 to 1, waits are seconds, days are ISO dates. */
export const REPORT_CELLS = ['text', 'count', 'share', 'number', 'points', 'seconds', 'day', 'month'] as const;
export type ReportCellKind = (typeof REPORT_CELLS)[number];

/** Why a number is not given: too few people, to keep another of its table from being worked out, one person behind most of it, or no estimate. */
export const WITHHELD_REASONS = ['few-people', 'complement', 'dominance', 'no-estimate'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** A number that is not given, and why. */
export interface WithheldCell {
  readonly withheld: WithheldReason;
}

/** One cell: null is blank. */
export type ReportCell = string | number | null | WithheldCell;

/** One column of a table; every column stands in the data dictionary. */
export interface ReportColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: ReportCellKind;
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** Id of its definition; null for names and for limits of another column. */
  readonly metric: string | null;
}

/** How many people a row rests on, and what the few loudest of them wrote of it; null where it rests on no people (a row of the brand's own messages). */
export interface RowPeople {
  readonly people: number;
  /** Shares of the row's items by the one and the three loudest people, 0 to 1; null where unknown. */
  readonly loudest: number | null;
  readonly loudestThree: number | null;
}

/** A table: the one source of the numbers of a chart, of a page's table, of a sheet and of a CSV file. */
export interface ReportTable {
  readonly key: string;
  /** At most 31 characters, for a sheet's name. */
  readonly name: string;
  readonly title: string;
  /** Measure, window and n under the title. */
  readonly note: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The people behind each row, in the rows' order; null where rows are no groups of people. */
  readonly people: readonly (RowPeople | null)[] | null;
  /** True when the rows add up to a number that is known, so that one number left out could be worked out from the others. */
  readonly additive: boolean;
}

/** The parts of a colour scheme that a chart may ask for: a tribe's or an intent's own hue, what is spoken of, what stands beside it. */
export type ReportTone = `tribe-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}` | `intent-${string}` | 'accent' | 'context' | 'warm' | 'gold';

/** One series of a chart: columns of its table. */
export interface ReportSeries {
  readonly label: string;
  readonly column: string;
  /** Columns of the limits of its 95 % interval. */
  readonly low: string | null;
  readonly high: string | null;
  readonly tone: ReportTone;
}

/**
 * A chart over a table. `bars`: one horizontal bar a row; `intervals`: a dot with its limits a row; `stacked`: one bar a row,
 * series side by side adding up; `columns`: time along x; `curves`: steps over waits along x; `map`: two columns against each
 * other on log axes, a mark a row.
 */
export interface ReportChart {
  readonly key: string;
  readonly kind: 'bars' | 'intervals' | 'stacked' | 'columns' | 'curves' | 'map';
  readonly table: string;
  /** The column that names the marks, or holds x. */
  readonly category: string;
  readonly series: readonly ReportSeries[];
  readonly axis: { readonly label: string; readonly kind: ReportCellKind; readonly min: number | null; readonly max: number | null };
  /** The column of x where x is a number, and how it is called. */
  readonly across: { readonly column: string; readonly label: string; readonly kind: ReportCellKind } | null;
  /** A line to hold values against: parity, a target. */
  readonly reference: { readonly value: number; readonly label: string } | null;
  /** Tone of each row, where rows have their own; else the series' tone. */
  readonly rowTones: readonly ReportTone[] | null;
  /** What a person who does not see it is told: what it shows and its main numbers. */
  readonly alt: string;
}

/** Where a changed sentence stands: the rule's figure has another sign, order or rounded value than when it was edited. */
export const EDIT_FLAGS = ['sign', 'order', 'value', 'gone'] as const;
export type EditFlag = (typeof EDIT_FLAGS)[number];

/** A sentence that a rule wrote and a person may have changed. */
export interface ReportText {
  readonly text: string;
  /** What the rule writes on today's figures. */
  readonly byRule: string;
  readonly edited: boolean;
  readonly flag: EditFlag | null;
}

/** A part of a page. `main` parts fill the page, `side` parts stand beside them. */
export type ReportBlock =
  | { readonly kind: 'chart'; readonly place: 'main' | 'side'; readonly chart: ReportChart }
  /** Some columns and the first rows of a table. */
  | { readonly kind: 'table'; readonly place: 'main' | 'side'; readonly table: string; readonly columns: readonly string[]; readonly rows: number }
  | { readonly kind: 'bullets'; readonly place: 'main' | 'side'; readonly heading: string; readonly items: readonly string[] }
  | { readonly kind: 'figures'; readonly place: 'main' | 'side'; readonly items: readonly { readonly value: string; readonly label: string; readonly detail: string }[] }
  | { readonly kind: 'paragraph'; readonly place: 'main' | 'side'; readonly text: string };

/** A figure that a headline rests on: what an edit is held against. Values are as the rule saw them. */
export interface LinkedFigure {
  readonly key: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  /** The value as it is written. */
  readonly written: string;
}

/** One page. */
export interface ReportPage {
  /** The same from one report to the next: `listening`, `tribe:value:even`. */
  readonly key: string;
  readonly section: ReportSection;
  readonly title: ReportText;
  readonly form: 'clear' | 'not-clear' | 'too-few' | null;
  /** The measure, n and window. */
  readonly measure: string;
  readonly blocks: readonly ReportBlock[];
  /** What the person who presents may say. */
  readonly notes: ReportText;
  /** Where the numbers come from, in one line. */
  readonly source: string;
  /** What these data do not see that touches this page, in one line; empty where nothing does. */
  readonly unseen: string;
  readonly metrics: readonly string[];
  readonly figures: readonly LinkedFigure[];
}

/** How a report looks. Colours are `#RRGGBB`; logos are data addresses of PNG or JPEG. */
export interface ReportLook {
  readonly accent: string;
  readonly ink: string;
  readonly paper: string;
  readonly headingFont: string;
  readonly bodyFont: string;
  readonly agencyLogo: string | null;
  readonly clientLogo: string | null;
}

/** What was left out of a client's report, and why. */
export interface PrivacyReport {
  /** Fewest people a number is given for. */
  readonly floor: number;
  /** Tribes under the floor, which are not shown by themselves: left out, or in one row where no person is in two of them. */
  readonly mergedTribes: number;
  readonly withheld: readonly { readonly table: string; readonly reason: WithheldReason; readonly cells: number }[];
  /** Texts, names, links and exact times are never given; `quotes`: how many texts a person masked by hand and let in. */
  readonly quotes: number;
  readonly dropped: readonly ('names' | 'links' | 'texts' | 'exact-times' | 'native-ids')[];
}

/** A report as all its writers see it: whatever is written comes from here, so all of them agree to the digit. */
export interface Report {
  readonly language: 'it' | 'en';
  readonly audience: ReportAudience;
  readonly title: string;
  readonly client: string;
  readonly agency: string;
  readonly question: string;
  /** ISO date, in the project's zone. */
  readonly day: string;
  readonly timeZone: string;
  /** Version of the program. */
  readonly program: string;
  /** Version of the data it was made from. */
  readonly dataVersion: number;
  /** True when the reading of these messages was checked by a person. */
  readonly readingChecked: boolean;
  readonly pages: readonly ReportPage[];
  readonly tables: readonly ReportTable[];
  readonly definitions: readonly MetricDefinition[];
  readonly privacy: PrivacyReport;
  readonly look: ReportLook;
}
