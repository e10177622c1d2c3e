import type { z } from 'zod';
import type { DecisionSection } from '../../domain/model/decision-section.ts';
import type { DecisionRow, DecisionTableName } from '../../store/decision-rows.ts';
import type { BrandState } from '../../store/brand-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** A decision as a file holds it: named by content, without numbers of rows. */
export type DecisionItem = Readonly<Record<string, unknown>>;

/** Rows of one table before and after an import of decisions. */
export interface RowChange {
  readonly table: DecisionTableName;
  readonly before: readonly DecisionRow[];
  readonly after: readonly DecisionRow[];
}

/** What the journal keeps of an import of decisions. */
export interface DecisionsChange {
  readonly sections: readonly DecisionSection[];
  readonly rows: readonly RowChange[];
  /** Who speaks for which brand, where that was decided as well. */
  readonly brands: { readonly before: BrandState; readonly after: BrandState } | null;
}

/** What a decision is about, for a list of conflicts. */
export interface DecisionSubject {
  readonly text: string;
  /** The message it is about, by its number here. */
  readonly messageId: number | null;
}

/**
 * How one kind of decision leaves a project and enters another. `standing` and what `schema` accepts are the same shape;
 * `content` is what is compared (never when, or by which way, something was decided). `rows` says which rows an import
 * would change; effects on what is derived follow by section.
 */
export interface SectionRule {
  readonly section: DecisionSection;
  readonly schema: z.ZodType<DecisionItem>;
  /** Everything decided here, in a stable order. */
  readonly standing: (project: ProjectDatabase) => DecisionItem[];
  readonly key: (item: DecisionItem) => string;
  readonly content: (item: DecisionItem) => unknown;
  /** Tells of each item whether what it is about is in this project. */
  readonly isHere: (project: ProjectDatabase) => (item: DecisionItem) => boolean;
  /** Items of a file as they would stand here: under the key of what they mean here, without references to what is missing. */
  readonly settled?: (project: ProjectDatabase, items: readonly DecisionItem[]) => (item: DecisionItem) => DecisionItem;
  readonly subject: (project: ProjectDatabase) => (item: DecisionItem) => DecisionSubject;
  /** Rows to write for items that are new or win; `mine` are those that stand now. */
  readonly rows: (project: ProjectDatabase, items: readonly DecisionItem[], atMs: number) => RowChange[];
}

/** A part of an item as text; empty where it is none. */
export const textOf = (item: DecisionItem, name: string): string => {
  const value = item[name];
  return typeof value === 'string' ? value : '';
};

/** One text that names an item by some of its parts. */
export const keyOf = (...names: readonly string[]) => (item: DecisionItem): string => JSON.stringify(names.map((name) => item[name] ?? null));

/** An item without some of its parts. */
export const without = (...names: readonly string[]) => (item: DecisionItem): DecisionItem => Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
