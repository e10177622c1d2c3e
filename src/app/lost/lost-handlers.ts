import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Department, MergedKind } from '../../domain/model/value-piece.ts';
import { jaccardLikeness } from '../../domain/terms/min-hash.ts';
import { textHash } from '../../domain/terms/text-hash.ts';
import { recordCommand } from '../../store/journal.ts';
import { messagesById } from '../../store/message-queries.ts';
import { groupMessageIds, groupPage, typicalTexts, type GroupRow } from '../../store/piece-groups.ts';
import { pieceCondition, pieceCount, piecePage, type PieceRow, type PieceScope } from '../../store/piece-pages.ts';
import { pairDecisions, type PairDecision } from '../../store/piece-pairs.ts';
import { groupSubjects, pieceOf, routesOf } from '../../store/piece-routes.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { firstQuestion, messageName, type QuestionCard } from '../../store/question-cards.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { cachedAnswer, cachedOutcome } from '../read/answer-cache.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { heardByDepartment } from './heard-by-department.ts';
import { effectOfFixes } from './effect-of-fixes.ts';
import { demandWords } from './found-groups.ts';
import { ownRequesters, putCardsChange, putPairsChange, putRequesters, putRoutesChange, type CardsChange, type PairsChange, type RequestersChange } from './lost-change.ts';
import { cardOfTopic, lostQuestions, questionAnswers } from './lost-questions.ts';
import { EVERY_PIECE, lostSummary } from './lost-summary.ts';
import { lostTable } from './lost-table.ts';
import { lostTimes } from './lost-times.ts';
import { routesChange } from './routed.ts';

type Names = Extract<keyof HandlerMap, `lost.${string}`>;
type Piece = OperationValue<'lost.pieces'>['pieces'][number];
type Group = OperationValue<'lost.groups'>['groups'][number];
type Changed = OperationValue<'lost.route'>;

const MOST_DRILLED = 1000;
const MOST_COMPARED = 20_000;
const MOST_ALIKE = 8;
/** From this likeness of content words two groups are proposed to be one; from half they are joined by rule. */
const LEAST_ALIKE = 0.2;

// pieces stand around a brand by their own column, as requests do
function pieceScope({ brand, messages: { brandId: _brandId, ...messages } }: ResolvedScope): PieceScope {
  return { brandId: brand?.id ?? null, messages: messageCondition(messages) };
}

/** Value lost and found: its lists and figures, and what a person decides of them. */
export function lostHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const read = <Value>(input: Parameters<typeof resolvedScope>[1], answer: (project: ProjectDatabase, pieces: PieceScope, scope: ResolvedScope) => Value): Outcome<Value> => {
    const scope = resolvedScope(context, input);
    return scope.ok ? success(answer(scope.value.project, pieceScope(scope.value), scope.value)) : scope;
  };
  /** One change of decisions: made and written into the journal together. */
  const decide = (name: Names, change: (project: ProjectDatabase) => Outcome<{ readonly label: string; readonly inverse: object; readonly changed: number; readonly put: () => void }>): Outcome<Changed> => {
    const { project } = context;
    if (project === null) return failed('not-found', 'no project is open');
    if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to decide');
    const made = change(project);
    if (!made.ok) return made;
    const { label, inverse, changed, put } = made.value;
    if (changed > 0) {
      project.connection.transaction(() => {
        put();
        recordCommand(project, { command: name, label: `${name}:${label}`, forward: '{}', inverse: JSON.stringify(inverse), atMs: context.now() });
      }).immediate();
    }
    return success({ changed, dataVersion: dataVersionOf(project) });
  };
  return {
    'lost.summary': async (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      return cachedOutcome(project, { name: 'lost.summary', input }, async () => success(await lostSummary(project, pieceScope(scope.value))));
    },
    'lost.hearing': (input) => read(input, (project, pieces) => cachedAnswer(project, { name: 'lost.hearing', input }, () => heardByDepartment(project, pieces))),
    'lost.pieces': (input) => read(input, (project, pieces) => {
      const condition = pieceCondition(pieces, { kinds: input.kinds, states: input.states, departments: input.departments, group: input.group ?? null, routed: input.routed ?? null, once: input.once });
      return { total: pieceCount(project, condition), pieces: piecePage(project, condition, input).map(pieceOfRow) };
    }),
    'lost.groups': (input) => read(input, (project, pieces) => {
      const { total, groups } = groupPage(project, pieceCondition(pieces, { ...EVERY_PIECE, kinds: [input.kind] }), input);
      const ids = groupMessageIds(project, groups.map(({ group }) => group), MOST_DRILLED);
      return { total, groups: groups.map((row) => groupOfRow(row, ids.get(row.group) ?? [])) };
    }),
    'lost.alike': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const placed = pieceOf(project, input.messageId, input.kind);
      if (placed?.group === undefined || placed.group === null) return failed('not-found', `message ${input.messageId} is no ${input.kind} of this project`);
      return success(alikeGroups(project, { kind: input.kind, group: placed.group, brandId: placed.brandId }));
    },
    'lost.questions': (input) => read(input, (_project, _pieces, scope) => lostQuestions(scope, input)),
    'lost.answers': (input) => read(input, (project) => ({ answers: questionAnswers(project, input.topic) })),
    'lost.times': (input) => read(input, (project, pieces) => lostTimes(project, pieces, context.now())),
    'lost.fixes': (input) => read(input, (project, pieces) => cachedAnswer(project, { name: 'lost.fixes', input }, () => effectOfFixes(project, pieces))),
    'lost.history': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const placed = pieceOf(project, input.messageId, input.piece);
      if (placed === null) return failed('not-found', `message ${input.messageId} is no piece of the kind ${input.piece}`);
      const { network, kind, message, piece, group } = placed;
      const routes = routesOf(project, [{ network, kind, message, piece, scope: 'piece' }, ...(group === null ? [] : groupSubjects(project, group))]);
      return success({ routes: routes.map(({ scope: held, department, owner, dueMs, state, note, atMs, steps }) => ({ scope: held, department, owner, dueMs, state, note, atMs, steps: [...steps] })) });
    },
    'lost.table': (input) => read(input, (_project, pieces, scope) => lostTable(scope, pieces, input)),
    'lost.route': (input) => decide('lost.route', (project) => {
      const change = routesChange(project, input, context.now());
      if (change === null) return failed('not-found', 'some of these are no pieces of value of this project');
      return success({ label: input.clear ? 'clear' : (input.department ?? input.state ?? 'edit'), inverse: change, changed: input.clear ? change.before.length : change.after.length, put: () => putRoutesChange(project, change, 'after') });
    }),
    'lost.regroup': (input) => decide('lost.regroup', (project) => regroup(project, input, context.now())),
    'lost.question': (input) => decide('lost.question', (project) => questionDecision(project, input, context.now())),
    'lost.setRequesters': ({ requesters }) => decide('lost.setRequesters', (project) => {
      const change: RequestersChange = { before: ownRequesters(project), after: requesters };
      return success({ label: String(requesters), inverse: change, changed: change.before === requesters ? 0 : 1, put: () => putRequesters(project, requesters) });
    }),
  };
}

function regroup(project: ProjectDatabase, { piece, messageId, otherId, together }: OperationRequest<'lost.regroup'>, atMs: number): ReturnType<typeof questionDecision> {
  const [one, other] = [pieceOf(project, messageId, piece), pieceOf(project, otherId, piece)];
  if (one === null || other === null) return failed('not-found', 'one of these is no piece of value of this project');
  if (one.pieceId === other.pieceId) return failed('invalid-input', 'a piece can be neither joined with itself nor parted from itself');
  const before = pairDecisions(project);
  const isSame = (pair: PairDecision): boolean => pair.piece === piece && pair.message === one.message && pair.kind === one.kind && pair.network === one.network && pair.otherMessage === other.message && pair.otherKind === other.kind && pair.otherNetwork === other.network;
  const decision: PairDecision = { network: one.network, kind: one.kind, message: one.message, otherNetwork: other.network, otherKind: other.kind, otherMessage: other.message, piece, together, position: 1 + Math.max(0, ...before.map(({ position }) => position)), atMs };
  const change: PairsChange = { before, after: [...before.filter((pair) => !isSame(pair)), decision] };
  return success({ label: together ? 'join' : 'part', inverse: change, changed: (one.group === other.group) === together ? 0 : 1, put: () => putPairsChange(project, change, 'after') });
}

function questionDecision(project: ProjectDatabase, { topic, kept, text, answerId }: OperationRequest<'lost.question'>, atMs: number): Outcome<{ label: string; inverse: object; changed: number; put: () => void }> {
  const standing = cardOfTopic(project, topic);
  const first = standing ?? firstQuestion(project, topic);
  if (first === null) return failed('not-found', `no question that recurs is called ${topic}`);
  const answer = answerId === undefined ? (standing?.answer ?? null) : answerId === null ? null : messageName(project, answerId);
  if (answerId !== undefined && answerId !== null && answer === null) return failed('not-found', `message ${answerId} is not in this project`);
  const name = { network: first.network, kind: first.kind, message: first.message };
  const known: QuestionCard[] = standing === null ? [] : [{ ...name, kept: standing.kept, text: standing.text, answer: standing.answer, atMs: standing.atMs }];
  const next: QuestionCard = { ...name, kept: kept ?? standing?.kept ?? true, text: (text ?? standing?.text ?? '').trim(), answer, atMs };
  const isPlain = next.kept && next.text === '' && next.answer === null;
  const change: CardsChange = { names: [name], before: known, after: isPlain ? [] : [next] };
  return success({ label: kept === false ? 'drop' : 'edit', inverse: change, changed: known.length === 0 && isPlain ? 0 : 1, put: () => putCardsChange(project, change, 'after') });
}

function routeOfRow({ routed, owner, dueMs, routeState, note, routedMs }: Pick<PieceRow, 'routed' | 'owner' | 'dueMs' | 'routeState' | 'note' | 'routedMs'>): Piece['route'] {
  return routed === null || routeState === null ? null : { scope: routed, owner: owner ?? '', dueMs, state: routeState, note: note ?? '', atMs: routedMs ?? 0 };
}

function pieceOfRow(row: PieceRow): Piece {
  const { messageId, nativeId, network, container, brand, kind, accountId, authorName, authorPoints, atMs, text, state, unseen, probability, group, groupPieces, department, byHand, proposed, rule, words } = row;
  return {
    messageId, nativeId, network, container, brand, kind, accountId, authorName, authorPoints, atMs, text, state, unseen, probability, group: group === null ? null : { id: group, pieces: groupPieces },
    department, byHand, proposed, rule, words: words === '' ? [] : words.split('|'), route: routeOfRow(row),
  };
}

/** The department most pieces of a group go to; customer care where none has most. */
function groupDepartment({ pieces, product, innovation }: GroupRow): Department {
  const care = pieces - product - innovation;
  if (innovation > product && innovation > care) return 'innovation';
  return product > care && product >= innovation ? 'product' : innovation === product && product > care ? 'product' : 'care';
}

function groupOfRow(row: GroupRow, messageIds: readonly number[]): Group {
  const { group, kind, brand, text, typicalId, pieces, requesters, people, unnamed, lost, waiting, unseen, firstMs, lastMs, handDepartment, routeState } = row;
  return {
    id: group, kind, brand, text, typicalId, pieces, requesters, people, unnamed, lost, waiting, unseen, firstMs, lastMs, messageIds: [...messageIds],
    department: handDepartment ?? groupDepartment(row), byHand: handDepartment !== null, route: routeOfRow({ ...row, routed: routeState === null ? null : 'group' }),
  };
}

function alikeGroups(project: ProjectDatabase, { kind, group, brandId }: { readonly kind: MergedKind; readonly group: string; readonly brandId: number | null }): OperationValue<'lost.alike'> {
  const texts = typicalTexts(project, { kind, brandId, most: MOST_COMPARED });
  const setOf = (text: string, language: string): Int32Array => Int32Array.from(new Set(demandWords(text, language).map((word) => textHash(word) | 0))).sort();
  const own = texts.find((one) => one.group === group);
  const words = own === undefined ? new Int32Array(0) : setOf(own.text, own.language);
  const groups = texts.filter((other) => other.group !== group && other.language === own?.language)
    .map((other) => ({ id: other.group, messageId: other.messageId, text: other.text, pieces: other.pieces, likeness: jaccardLikeness(words, setOf(other.text, other.language)) }))
    .filter(({ likeness }) => likeness >= LEAST_ALIKE).sort((one, other) => other.likeness - one.likeness || other.pieces - one.pieces || (one.id < other.id ? -1 : 1)).slice(0, MOST_ALIKE);
  const members = messagesById(project, groupMessageIds(project, [group], MOST_DRILLED).get(group) ?? []);
  return { groups, members: members.map(({ messageId: id, text, authorName, atMs }) => ({ messageId: id, text: text ?? '', authorName, atMs })) };
}
