import { z } from 'zod';
import { ACTS, codesIn, codeSet, INTENTS, MESSAGE_KINDS, SENTIMENTS } from '../../domain/model/codes.ts';
import { PROMISE_STATES } from '../../domain/model/promise-state.ts';
import { DEPARTMENTS, MERGED_KINDS, PIECE_KINDS, ROUTE_STATES } from '../../domain/model/value-piece.ts';
import { decisionRowKey, decisionRows, type DecisionRow, type DecisionTableName } from '../../store/decision-rows.ts';
import { LABEL_ORIGINS } from '../../store/label-queries.ts';
import { messageFinder, type NamedMessage } from '../../store/named-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { keyOf, textOf, without, type DecisionItem, type RowChange, type SectionRule } from './section-rule.ts';

const text = z.string().max(5000);
const id = z.string().min(1).max(500);
const atMs = z.number().int();
const kind = z.enum(MESSAGE_KINDS);
const messageShape = { network: id, kind, message: id };

const nameIn = (item: DecisionItem, prefix = ''): NamedMessage => [textOf(item, `${prefix}network`), textOf(item, `${prefix}kind`), textOf(item, `${prefix}message`)];

/** Items whose messages, by the prefixes of their columns, are all in the project. */
const withMessages = (...prefixes: readonly string[]) => (project: ProjectDatabase): ((item: DecisionItem) => boolean) => {
  const find = messageFinder(project);
  return (item) => prefixes.every((prefix) => find(nameIn(item, prefix)) !== null);
};

const messageSubject = (project: ProjectDatabase) => {
  const find = messageFinder(project);
  return (item: DecisionItem) => ({ text: `${textOf(item, 'network')} ${textOf(item, 'message')}`, messageId: find(nameIn(item)) });
};

/** Rows of items that stand in one table, each in place of the row of the same key. */
export function replacedRows(project: ProjectDatabase, table: DecisionTableName, rows: readonly DecisionRow[]): RowChange {
  const standing = new Map(decisionRows(project, table).map((row) => [decisionRowKey(table, row), row]));
  return { table, before: rows.map((row) => standing.get(decisionRowKey(table, row))).filter((row) => row !== undefined), after: rows };
}

const codes = <Code extends string>(vocabulary: readonly Code[], bits: unknown, primary: unknown): Code[] | null =>
  typeof bits !== 'number' ? null : codesIn(vocabulary, bits).sort((one, other) => Number(other === primary) - Number(one === primary));

/** Labels by hand, the primary code first. */
const labels: SectionRule = {
  section: 'labels',
  schema: z.strictObject({ ...messageShape, intents: z.array(z.enum(INTENTS)).max(INTENTS.length).nullable(), acts: z.array(z.enum(ACTS)).max(ACTS.length).nullable(), sentiment: z.enum(SENTIMENTS).nullable(), origin: z.enum(LABEL_ORIGINS), at_ms: atMs }),
  standing: (project) => decisionRows(project, 'labels').map(({ intents, acts, primary_intent: intent, primary_act: act, ...row }): DecisionItem => ({ ...(row as DecisionItem), intents: codes(INTENTS, intents, intent), acts: codes(ACTS, acts, act) })),
  key: keyOf('network', 'kind', 'message'),
  content: without('origin', 'at_ms'),
  isHere: withMessages(''),
  subject: messageSubject,
  rows: (project, items) => [replacedRows(project, 'labels', items.map((item) => {
    const { intents, acts, ...row } = item as DecisionRow & { readonly intents: never; readonly acts: never };
    const [said, done] = [intents as (typeof INTENTS)[number][] | null, acts as (typeof ACTS)[number][] | null];
    return { ...row, intents: said === null ? null : codeSet(INTENTS, said), primary_intent: said?.[0] ?? null, acts: done === null ? null : codeSet(ACTS, done), primary_act: done?.[0] ?? null };
  }))],
};

const promises: SectionRule = {
  section: 'promises',
  schema: z.strictObject({ ...messageShape, start: z.number().int().min(0), end: z.number().int().min(0), state: z.enum(PROMISE_STATES), note: text, at_ms: atMs }),
  standing: (project) => decisionRows(project, 'promises'),
  key: keyOf('network', 'kind', 'message', 'start'),
  content: without('at_ms'),
  isHere: withMessages(''),
  // a verdict holds for the words it shares with a promise: one on the same words is the same decision, wherever it begins
  settled(project) {
    const standing = decisionRows(project, 'promises');
    return (item) => {
      const same = standing.find((row) => ['network', 'kind', 'message'].every((name) => row[name] === item[name]) && Number(row['start']) < Number(item['end']) && Number(row['end']) > Number(item['start']));
      return same === undefined ? item : { ...item, start: same['start'], end: same['end'] };
    };
  },
  subject: messageSubject,
  rows: (project, items) => [replacedRows(project, 'promises', items as readonly DecisionRow[])],
};

const stepsOf = (route: DecisionRow): string => JSON.stringify([route['network'], route['kind'], route['message'], route['piece'], route['scope']]);

/** Where pieces of value were sent, each with the states it reached. */
const routes: SectionRule = {
  section: 'routes',
  schema: z.strictObject({
    ...messageShape, piece: z.enum(PIECE_KINDS), scope: z.enum(['piece', 'group']), department: z.enum(DEPARTMENTS).nullable(), owner: z.string().max(200), due_ms: atMs.nullable(), state: z.enum(ROUTE_STATES), note: text, at_ms: atMs,
    steps: z.array(z.strictObject({ state: z.enum(ROUTE_STATES), at_ms: atMs })).max(200),
  }),
  standing(project) {
    const steps = new Map<string, DecisionRow[]>();
    for (const { state = null, at_ms = null, ...step } of decisionRows(project, 'route-steps')) steps.set(stepsOf(step), [...(steps.get(stepsOf(step)) ?? []), { state, at_ms }]);
    return decisionRows(project, 'routes').map((route): DecisionItem => ({ ...(route as DecisionItem), steps: steps.get(stepsOf(route)) ?? [] }));
  },
  key: keyOf('network', 'kind', 'message', 'piece', 'scope'),
  content: without('at_ms'),
  isHere: withMessages(''),
  subject: messageSubject,
  rows(project, items) {
    const taken = items.map((item) => without('steps')(item) as DecisionRow);
    const wanted = new Set(taken.map(stepsOf));
    const after = items.flatMap((item) => (item['steps'] as readonly DecisionRow[]).map(({ state, at_ms }, position) => {
      const { network, kind: kindOf, message, piece, scope } = item as DecisionRow;
      return { network: network ?? '', kind: kindOf ?? '', message: message ?? '', piece: piece ?? '', scope: scope ?? '', position, state: state ?? '', at_ms: at_ms ?? 0 };
    }));
    return [replacedRows(project, 'routes', taken), { table: 'route-steps', before: decisionRows(project, 'route-steps').filter((step) => wanted.has(stepsOf(step))), after }];
  },
};

/** Pieces joined or parted: applied in the order of their positions, those of the file after those that stand here. */
const pairs: SectionRule = {
  section: 'pairs',
  schema: z.strictObject({ ...messageShape, other_network: id, other_kind: kind, other_message: id, piece: z.enum(MERGED_KINDS), together: z.number().int().min(0).max(1), position: z.number().int().min(0), at_ms: atMs }),
  standing: (project) => decisionRows(project, 'pairs').sort((one, other) => Number(one['position']) - Number(other['position'])),
  key: keyOf('network', 'kind', 'message', 'other_network', 'other_kind', 'other_message', 'piece'),
  content: without('position', 'at_ms'),
  isHere: withMessages('', 'other_'),
  subject: messageSubject,
  rows(project, items) {
    const standing = decisionRows(project, 'pairs').map(({ position }) => Number(position));
    const ordered = [...items as readonly DecisionRow[]].sort((one, other) => Number(one['position']) - Number(other['position']));
    const highest = Math.max(0, ...standing);
    return [replacedRows(project, 'pairs', ordered.map((row, at) => (standing.length === 0 ? row : { ...row, position: highest + 1 + at })))];
  },
};

/** What was said of questions that recur. The answer that was chosen goes with it where it is in the project. */
const questions: SectionRule = {
  section: 'questions',
  schema: z.strictObject({ ...messageShape, kept: z.number().int().min(0).max(1), text, answer_network: id.nullable(), answer_kind: kind.nullable(), answer_message: id.nullable(), at_ms: atMs }),
  standing: (project) => decisionRows(project, 'questions'),
  key: keyOf('network', 'kind', 'message'),
  content: without('at_ms'),
  isHere: withMessages(''),
  subject: messageSubject,
  rows: (project, items) => [replacedRows(project, 'questions', items as readonly DecisionRow[])],
};

/** Two records that are one message, or two. */
const duplicates: SectionRule = {
  section: 'duplicates',
  schema: z.strictObject({ network_a: id, kind_a: kind, message_a: id, network_b: id, kind_b: kind, message_b: id, verdict: z.enum(['same', 'different']), at_ms: atMs }),
  standing: (project) => decisionRows(project, 'duplicates'),
  key: keyOf('network_a', 'kind_a', 'message_a', 'network_b', 'kind_b', 'message_b'),
  content: without('at_ms'),
  isHere(project) {
    const find = messageFinder(project);
    return (item) => ['a', 'b'].every((side) => find([textOf(item, `network_${side}`), textOf(item, `kind_${side}`), textOf(item, `message_${side}`)]) !== null);
  },
  subject(project) {
    const find = messageFinder(project);
    return (item) => ({ text: `${textOf(item, 'message_a')} = ${textOf(item, 'message_b')}`, messageId: find([textOf(item, 'network_a'), textOf(item, 'kind_a'), textOf(item, 'message_a')]) });
  },
  rows: (project, items) => [replacedRows(project, 'duplicates', items as readonly DecisionRow[])],
};

/** Decisions about messages, by what their sources call them. */
export const MESSAGE_SECTIONS: readonly SectionRule[] = [duplicates, labels, promises, routes, pairs, questions];
