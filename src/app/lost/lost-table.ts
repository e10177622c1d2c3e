import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { groupPage } from '../../store/piece-groups.ts';
import { pieceCondition, pieceCount, piecePage, type PieceChoice, type PieceScope } from '../../store/piece-pages.ts';
import { csvCell } from '../../domain/wording/csv-cell.ts';
import { csvNumber, csvText } from '../../domain/wording/csv-text.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { EVERY_PIECE } from './lost-summary.ts';
import { lostQuestions } from './lost-questions.ts';

type Request = OperationRequest<'lost.table'>;
type Table = OperationValue<'lost.table'>;

const MOST_ROWS = 50_000;

/** Words of the text to paste, in both languages. */
const WORDS = {
  it: { question: 'Domanda', asked: 'chiesta da', people: 'persone', answer: 'Risposta', official: 'Risposta ufficiale', by: 'data da', none: 'Nessuna risposta in pubblico finora.' },
  en: { question: 'Question', asked: 'asked by', people: 'people', answer: 'Answer', official: 'Official answer', by: 'given by', none: 'No public answer so far.' },
} as const;

const day = (atMs: number | null): string => (atMs === null ? '' : new Date(atMs).toISOString());

/** Rows of a list as CSV with CRLF, or questions with their answers as plain text; at most 50,000 rows, `total` says of how many. */
export function lostTable(scope: ResolvedScope, pieces: PieceScope, request: Request): Table {
  const { list, separator } = request;
  const csv = (head: readonly string[], rows: readonly (readonly string[])[], total: number): Table => ({
    fileName: `${list}.csv`, rows: rows.length, total, text: csvText([head, ...rows.map((row) => row.map(csvCell))], separator),
  });
  if (list === 'questions') {
    const { total, questions } = lostQuestions(scope, { show: 'kept', page: 0, size: MOST_ROWS, orderBy: 'people' });
    if (request.format === 'text') return { fileName: 'questions.txt', rows: questions.length, total, text: questionText(questions, request.language) };
    return csv(['question', 'people', 'messages', 'answered_in_public', 'observable', 'official_answer', 'best_answer', 'answer_author', 'answer_at', 'reason', 'given_again', 'given_by_others', 'askers_after'], questions.map(({ text, people, messages, answers, official, best }) => [
      text, String(people), String(messages), String(answers.inPublic), String(answers.n), official, best?.text ?? '', best?.authorName ?? '', day(best?.atMs ?? null), best?.reason ?? '', String(best?.again ?? 0), String(best?.byOthers ?? 0), best?.askersAfter === undefined || best.askersAfter === null ? '' : String(best.askersAfter),
    ]), total);
  }
  if (list === 'groups') {
    const { total, groups } = groupPage(scope.project, pieceCondition(pieces, { ...EVERY_PIECE, kinds: [request.kind] }), { least: 0, page: 0, size: MOST_ROWS, orderBy: 'requesters' });
    return csv(['id', 'kind', 'text', 'independent_requesters', 'pieces', 'people', 'lost', 'first_at', 'last_at', 'department', 'owner', 'due', 'state', 'note'], groups.map((group) => [
      group.group, group.kind, group.text, String(group.requesters), String(group.pieces), String(group.people), String(group.lost), day(group.firstMs), day(group.lastMs), group.handDepartment ?? '', group.owner ?? '', day(group.dueMs), group.routeState ?? '', group.note ?? '',
    ]), total);
  }
  const choice: PieceChoice = { kinds: request.kinds, states: request.states, departments: request.departments, group: request.group ?? null, routed: list === 'routed' ? true : (request.routed ?? null), once: list === 'routed' };
  const condition = pieceCondition(pieces, choice);
  return csv(['network', 'container', 'message', 'kind', 'author', 'author_points', 'at', 'state', 'unseen', 'department', 'proposed', 'by_hand', 'owner', 'due', 'route', 'note', 'text'], piecePage(scope.project, condition, { page: 0, size: MOST_ROWS, orderBy: list === 'routed' ? 'due' : 'points' }).map((piece) => [
    piece.network, piece.container ?? '', piece.nativeId, piece.kind, piece.authorName ?? '', csvNumber(Math.round(piece.authorPoints * 100) / 100, separator), day(piece.atMs), piece.state, piece.unseen ?? '', piece.department, piece.proposed, piece.byHand ? 'yes' : 'no', piece.owner ?? '', day(piece.dueMs), piece.routeState ?? '', piece.note ?? '', piece.text,
  ]), pieceCount(scope.project, condition));
}

function questionText(questions: OperationValue<'lost.questions'>['questions'], language: 'it' | 'en'): string {
  const words = WORDS[language];
  return questions.map(({ text, people, official, best }) => {
    const answer = official !== '' ? `${words.official}: ${official}` : best === null ? words.none : `${words.answer}: ${best.text}${best.authorName === null ? '' : `\n(${words.by} ${best.authorName})`}`;
    return `${words.question}: ${text}\n(${words.asked} ${String(people)} ${words.people})\n${answer}`;
  }).join('\n\n');
}
