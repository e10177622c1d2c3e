import { z } from 'zod';
import { canvasOperations } from '../../contract/operations/canvas.ts';
import { findingRecordSchema } from '../../contract/operations/findings.ts';
import { simulatorOperations } from '../../contract/operations/simulator.ts';
import { decisionRows, type DecisionRow } from '../../store/decision-rows.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { CRISIS_RECORD, DRILL_KIND, drillSchema, GATE_KIND, gateSchema, planSchema } from '../strategy/ladder-records.ts';
import { boardSchema, DECLARED_KIND, declaredSchema, FORMATION_RECORD } from '../strategy/strategy-settings.ts';
import { replacedRows } from './message-sections.ts';
import { localInput, portableAddress, portableInput } from './portable-references.ts';
import { keyOf, textOf, type DecisionItem, type SectionRule } from './section-rule.ts';
import { tribeHere, withTribeWords } from './tribe-sections.ts';

const FINDING = 'finding';
const CANVAS = 'canvas';
const SCENARIO = 'scenario';
/** Two logos and a list of notes fit in it. */
const MOST_LETTERS = 2_000_000;

type Finding = Omit<z.infer<typeof findingRecordSchema>, 'id' | 'madeMs' | 'changedMs'>;

const findingSchema = findingRecordSchema.omit({ id: true, madeMs: true, changedMs: true });
const canvasSchema = canvasOperations['canvas.one'].output.pick({ lines: true, owner: true, dueMs: true, state: true, cost: true, mass: true, target: true, currency: true }).partial();

const scenarioSchema = z.object(simulatorOperations['strategy.saveScenario'].input.omit({ id: true }).shape);

/** Bodies by kind. A kind that is not listed is taken as it is: whoever reads it parses it with its own schema. */
const BODIES: Readonly<Record<string, z.ZodType>> = {
  [FINDING]: findingSchema, [CANVAS]: canvasSchema, [FORMATION_RECORD.kind]: boardSchema, [DECLARED_KIND]: declaredSchema, [SCENARIO]: scenarioSchema, [GATE_KIND]: gateSchema, [CRISIS_RECORD.kind]: planSchema, [DRILL_KIND]: drillSchema,
};
const anyBody = z.record(z.string(), z.unknown()).refine((body) => JSON.stringify(body).length <= MOST_LETTERS, 'this record is too long');

const recordSchema = z.strictObject({ kind: z.string().regex(/^[a-z][a-z-]{0,39}$/), id: z.string().min(1).max(300), body: anyBody, made_ms: z.number().int(), changed_ms: z.number().int(), found_words: z.string().max(500).nullable() })
  .superRefine(({ kind, body }, check) => {
    const schema = Object.hasOwn(BODIES, kind) ? BODIES[kind] : undefined;
    const parsed = schema?.safeParse(body);
    if (parsed?.success === false) for (const issue of parsed.error.issues.slice(0, 5)) check.addIssue({ code: 'custom', path: ['body', ...issue.path], message: issue.message });
  });

const bodyOf = (item: DecisionItem): Readonly<Record<string, unknown>> => item['body'] as Readonly<Record<string, unknown>>;

/** A finding whose ways to messages and figures are written by another spelling; a way that cannot be is left out. */
function findingSpelled(body: Finding, spell: (input: unknown) => unknown): Finding {
  const evidence = body.evidence === null ? null : spell(body.evidence);
  const source = body.figure?.source ?? null;
  const [input, at] = source === null ? [null, null] : [spell(source.input), spell(source.at)];
  return {
    ...body, evidence: evidence as Finding['evidence'],
    figure: body.figure === null ? null : { ...body.figure, source: source === null || input === null || at === null ? null : { ...source, input: input as typeof source.input, at: at as typeof source.at } },
  };
}

function standing(project: ProjectDatabase): DecisionItem[] {
  const [spell, withWords] = [portableInput(project), withTribeWords(project)];
  return decisionRows(project, 'plan').flatMap(({ body, ...row }) => {
    const read = JSON.parse(String(body)) as unknown;
    const finding = row['kind'] === FINDING ? findingSchema.safeParse(read) : null;
    const portable = finding?.success === true ? { ...findingSpelled(finding.data, spell), address: portableAddress(finding.data.address) } : spell(read);
    // what rests on a number that has no name elsewhere stays here
    return portable === null ? [] : [withWords({ ...row, body: portable }, row['kind'] === CANVAS ? String(row['id']) : '')];
  });
}

/** One sentence kept twice, under two ids, is one finding: the id of this copy wins, in the lines of canvases as well. */
function settled(project: ProjectDatabase, items: readonly DecisionItem[]): (item: DecisionItem) => DecisionItem {
  const [local, portable] = [localInput(project), portableInput(project)];
  const sentence = (item: DecisionItem): string => JSON.stringify([bodyOf(item)['sentence'], bodyOf(item)['address']]);
  const mine = standing(project).filter(({ kind }) => kind === FINDING);
  const [ids, bySentence] = [new Set(mine.map(({ id }) => id)), new Map(mine.map((item) => [sentence(item), textOf(item, 'id')]))];
  const renamed = new Map(items.filter(({ kind, id }) => kind === FINDING && !ids.has(id)).flatMap((item) => {
    const same = bySentence.get(sentence(item));
    return same === undefined ? [] : [[textOf(item, 'id'), same] as const];
  }));
  return (item) => {
    if (item['kind'] === FINDING) {
      const body = findingSchema.parse(bodyOf(item));
      // there and back: what is missing here is missing from both sides of a comparison
      return { ...item, id: renamed.get(textOf(item, 'id')) ?? item['id'], body: { ...findingSpelled(findingSpelled(body, local), portable), address: portableAddress(body.address) } };
    }
    if (item['kind'] !== CANVAS) return { ...item, body: portable(local(bodyOf(item))) ?? {} };
    const lines = (bodyOf(item)['lines'] ?? {}) as Readonly<Record<string, { readonly text: string; readonly findingId: string | null }>>;
    return { ...item, body: { ...bodyOf(item), lines: Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, { ...line, findingId: line.findingId === null ? null : (renamed.get(line.findingId) ?? line.findingId) }])) } };
  };
}

/**
 * What people wrote down. Sentences of findings travel as they were kept, with the figures and the small table under them,
 * and may hold words of people; the messages behind them are named, never copied.
 */
const plan: SectionRule = {
  section: 'plan',
  schema: recordSchema,
  standing,
  key: keyOf('kind', 'id'),
  content: ({ body }) => body,
  isHere(project) {
    const isThere = tribeHere(project);
    return (item) => item['kind'] !== CANVAS || isThere(textOf(item, 'id'), item['found_words']);
  },
  settled,
  subject: () => (item) => ({ text: textOf(bodyOf(item), 'sentence') || textOf(bodyOf(item), 'name') || textOf(item, 'id'), messageId: null }),
  rows(project, items) {
    const local = localInput(project);
    const addresses = new Map(decisionRows(project, 'plan').map(({ kind, id, body }) => [`${String(kind)} ${String(id)}`, (JSON.parse(String(body)) as { readonly address?: string }).address ?? '']));
    return [replacedRows(project, 'plan', items.map((item): DecisionRow => {
      const { kind, id, made_ms: made, changed_ms: changed } = item as DecisionRow;
      const finding = item['kind'] === FINDING ? findingSpelled(findingSchema.parse(bodyOf(item)), local) : null;
      // an address that could not travel is kept where it stands
      const body = finding === null ? local(bodyOf(item)) : { ...finding, address: finding.address === '' ? (addresses.get(`${textOf(item, 'kind')} ${textOf(item, 'id')}`) ?? '') : finding.address };
      return { kind: kind ?? '', id: id ?? '', body: JSON.stringify(body), made_ms: made ?? 0, changed_ms: changed ?? 0 };
    }))];
  },
};

/** What people wrote down to act upon. */
export const PLAN_SECTIONS: readonly SectionRule[] = [plan];
