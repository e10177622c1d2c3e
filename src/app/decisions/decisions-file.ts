import { z } from 'zod';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { DECISION_SECTIONS, type DecisionSection } from '../../domain/model/decision-section.ts';
import { storedBrands } from '../../store/brand-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { DecisionItem } from './section-rule.ts';
import { SECTION_RULES } from './section-rules.ts';

/** Version of the format that this program writes and the newest that it reads. */
const FORMAT = 1;
const MOST_DEPTH = 24;
const MOST_PARTS = 3_000_000;
const MOST_ITEMS = 200_000;
const BOM = '\uFEFF';
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** What a file of decisions holds, checked. */
export interface DecisionsFile {
  /** Name of the project it was made from. */
  readonly from: string;
  readonly madeAtMs: number;
  readonly sections: ReadonlyMap<DecisionSection, readonly DecisionItem[]>;
}

const headSchema = z.strictObject({ tribunaDecisions: z.literal(FORMAT), from: z.string().max(300), brand: z.string().max(300).nullable(), madeAtMs: z.number().int(), decisions: z.record(z.string(), z.array(z.unknown()).max(MOST_ITEMS)) });

/**
 * Everything decided by hand in a project as one text, named by content. It holds no message and no number of a row; what
 * people wrote down, kept sentences and the answers they wrote themselves stand in it as they are. `decisions` says how many.
 */
export function decisionsText(project: ProjectDatabase, madeAtMs: number): { readonly text: string; readonly decisions: number } {
  const sections = SECTION_RULES.map(({ section, standing }) => [section, standing(project)] as const).filter(([, items]) => items.length > 0);
  const file = { tribunaDecisions: FORMAT, from: settingOf(project, 'name') ?? '', brand: storedBrands(project).find(({ own }) => own)?.name ?? null, madeAtMs, decisions: Object.fromEntries(sections) };
  return { text: `${JSON.stringify(file, null, 1)}\n`, decisions: sections.reduce((sum, [, items]) => sum + items.length, 0) };
}

/** Why a value of any shape is not looked into any further: names that change what objects are, more levels or parts than decisions have. */
function hostile(value: unknown): string | null {
  const waiting: { readonly part: unknown; readonly depth: number }[] = [{ part: value, depth: 0 }];
  for (let seen = 0; ; seen += 1) {
    const next = waiting.pop();
    if (next === undefined) return null;
    if (seen > MOST_PARTS) return `more than ${String(MOST_PARTS)} parts`;
    if (typeof next.part !== 'object' || next.part === null) continue;
    if (next.depth > MOST_DEPTH) return `more than ${String(MOST_DEPTH)} levels`;
    const names = Array.isArray(next.part) ? [] : Object.keys(next.part);
    const forbidden = names.find((name) => FORBIDDEN.includes(name));
    if (forbidden !== undefined) return `a part that is called ${forbidden}`;
    for (const part of Object.values(next.part) as readonly unknown[]) waiting.push({ part, depth: next.depth + 1 });
  }
}

const NO_FILE = 'this is no file of decisions: choose one that ends in .tribuna-decisions.json';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a file of decisions; nothing of it is trusted. Failures `invalid-input`: no JSON, another kind of file, made by a
 * newer program, damaged in a part that is named, or a file that means harm. Nothing is changed by reading.
 */
export function readDecisions(text: string): Outcome<DecisionsFile> {
  let read: unknown;
  try {
    read = JSON.parse(text.startsWith(BOM) ? text.slice(1) : text);
  } catch {
    return failed('invalid-input', `${NO_FILE}. What is in it is no valid JSON`);
  }
  if (!isObject(read) || !Object.hasOwn(read, 'tribunaDecisions')) return failed('invalid-input', NO_FILE);
  const version = read['tribunaDecisions'];
  if (typeof version === 'number' && version > FORMAT) return failed('invalid-input', `this file was made by a newer Tribuna (format ${String(version)}, this one reads ${String(FORMAT)}): bring this copy up to date first`);
  const harm = hostile(read);
  if (harm !== null) return failed('invalid-input', `this file of decisions is refused: it holds ${harm}`);
  const head = headSchema.safeParse(read);
  if (!head.success) return failed('invalid-input', 'this file of decisions is damaged', issuesOf(head.error, []));
  const { from, madeAtMs, decisions } = head.data;
  const unknown = Object.keys(decisions).find((name) => !DECISION_SECTIONS.some((section) => section === name));
  if (unknown !== undefined) return failed('invalid-input', `this file of decisions is damaged: it holds decisions of an unknown kind, ${unknown.slice(0, 60)}`);
  const sections = new Map<DecisionSection, readonly DecisionItem[]>();
  for (const { section, schema, key } of SECTION_RULES) {
    const parsed = z.array(schema).safeParse(decisions[section] ?? []);
    if (!parsed.success) return failed('invalid-input', `this file of decisions is damaged: nothing of it was taken in`, issuesOf(parsed.error, ['decisions', section]));
    const keys = new Set(parsed.data.map(key));
    if (keys.size < parsed.data.length) return failed('invalid-input', `this file of decisions is damaged: it decides the same thing twice (${section})`);
    if (parsed.data.length > 0) sections.set(section, parsed.data);
  }
  return success({ from, madeAtMs, sections });
}

function issuesOf(error: z.ZodError, way: readonly string[]): { path: string; message: string }[] {
  return error.issues.slice(0, 20).map(({ path, message }) => ({ path: [...way, ...path.map(String)].join('.'), message }));
}
