import { z } from 'zod';
import { tribeRuleSchema } from '../../contract/tribe-rule.ts';
import { TRIBE_COLORS, TRIBE_SHAPES } from '../../domain/model/tribe-look.ts';
import { ruleProblem } from '../../domain/model/tribe-rule.ts';
import { decisionRows, type DecisionRow } from '../../store/decision-rows.ts';
import { accountFinder } from '../../store/named-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { foundTribes } from '../../store/tribe-queries.ts';
import { replacedRows } from './message-sections.ts';
import { keyOf, textOf, without, type DecisionItem, type SectionRule } from './section-rule.ts';

const code = z.string().min(1).max(200);
const words = z.string().max(4000);
const atMs = z.number().int();
/** The words that the program calls a found tribe by: its id alone does not say that it is the same group in another copy. */
const foundWords = z.string().max(500).nullable();

/** Gives items the words of the found tribe that they name. */
export function withTribeWords(project: ProjectDatabase): (item: DecisionItem, tribe: string) => DecisionItem {
  const found = new Map(foundTribes(project).map(({ id, name }) => [id, name]));
  return (item, tribe) => ({ ...item, found_words: found.get(tribe) ?? null });
}

/** Tells whether a tribe is in the project: one that was found must be called by the same words, all others are there whoever is in them. */
export function tribeHere(project: ProjectDatabase): (tribe: string, words: unknown) => boolean {
  const found = new Map(foundTribes(project).map(({ id, name }) => [id, name]));
  return (tribe, said) => (tribe.startsWith('interest:') || tribe.startsWith('community:') ? found.has(tribe) && found.get(tribe) === said : true);
}

const byTribe = (project: ProjectDatabase): ((item: DecisionItem) => boolean) => {
  const isThere = tribeHere(project);
  return (item) => isThere(textOf(item, 'tribe'), item['found_words']);
};

/** Tribes that a person made, by the code that travels. */
const tribes: SectionRule = {
  section: 'tribes',
  schema: z.strictObject({ code, name: z.string().min(1).max(80), rule: tribeRuleSchema.nullable().refine((rule) => rule === null || ruleProblem(rule) === null, 'this rule cannot be used'), source: z.string().max(500), origin: z.enum(['rule', 'merge', 'split', 'public']), at_ms: atMs }),
  standing: (project) => decisionRows(project, 'tribes').map(({ rule, ...row }) => ({ ...row, rule: typeof rule === 'string' ? (JSON.parse(rule) as unknown) : null })),
  key: keyOf('code'),
  content: without('at_ms'),
  isHere: () => () => true,
  subject: () => (item) => ({ text: textOf(item, 'name'), messageId: null }),
  rows: (project, items) => [replacedRows(project, 'tribes', items.map(({ rule, ...row }) => ({ ...(row as DecisionRow), rule: rule === null ? null : JSON.stringify(rule) })))],
};

/** What was said of tribes of any lens. */
const edits: SectionRule = {
  section: 'tribe-edits',
  schema: z.strictObject({
    tribe: code, name: z.string().max(80).nullable(), color: z.number().int().min(0).max(TRIBE_COLORS - 1).nullable(), shape: z.enum(TRIBE_SHAPES).nullable(), notes: words, task: words, output: words, basis: words, hidden: z.number().int().min(0).max(1), at_ms: atMs, found_words: foundWords,
  }),
  standing(project) {
    const withWords = withTribeWords(project);
    return decisionRows(project, 'tribe-edits').map((row) => withWords(row, String(row['tribe'])));
  },
  key: keyOf('tribe'),
  content: without('at_ms', 'found_words'),
  isHere: byTribe,
  subject: () => (item) => ({ text: textOf(item, 'name') === '' ? textOf(item, 'tribe') : textOf(item, 'name'), messageId: null }),
  rows: (project, items) => [replacedRows(project, 'tribe-edits', items.map((item) => without('found_words')(item) as DecisionRow))],
};

/** Drawn people of a tribe found right or wrong. */
const judgements: SectionRule = {
  section: 'judgements',
  schema: z.strictObject({ tribe: code, network: code, account: z.string().min(1).max(500), verdict: z.enum(['right', 'wrong']), rule: z.string().max(100_000), at_ms: atMs, found_words: foundWords }),
  standing(project) {
    const withWords = withTribeWords(project);
    return decisionRows(project, 'judgements').map((row) => withWords(row, String(row['tribe'])));
  },
  key: keyOf('tribe', 'network', 'account'),
  content: without('at_ms', 'found_words'),
  isHere(project) {
    const [isThere, find] = [byTribe(project), accountFinder(project)];
    return (item) => isThere(item) && find([textOf(item, 'network'), textOf(item, 'account')]) !== null;
  },
  subject: () => (item) => ({ text: `${textOf(item, 'tribe')} · ${textOf(item, 'account')}`, messageId: null }),
  rows: (project, items) => [replacedRows(project, 'judgements', items.map((item) => without('found_words')(item) as DecisionRow))],
};

/** Decisions about tribes. */
export const TRIBE_SECTIONS: readonly SectionRule[] = [tribes, edits, judgements];
