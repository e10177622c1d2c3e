import type { ResponseRule } from '../../contract/selection.ts';
import { answerExchange } from '../../domain/answers/answer-exchange.ts';
import type { JudgedAnswer } from '../../domain/answers/answer-quality.ts';
import { ACTS, codesIn, type Intent } from '../../domain/model/codes.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { doneByAsker, notDone } from '../../domain/trust/promise-signals.ts';
import { actsOf, answerConversations } from '../../store/answer-exchanges.ts';
import { heldConversations } from '../../store/held-conversations.ts';
import type { StoredEpisode } from '../../store/request-queries.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { heldProject, type HeldProject } from '../read/held-project.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { keptResult } from '../read/scope-results.ts';

/** A judged answer with what it may be picked by. */
export interface PickableAnswer extends JudgedAnswer {
  readonly intents: readonly Intent[];
  /** When the answer was given, UTC ms; null where the time is not known to the day or better. */
  readonly answeredAtMs: number | null;
}

const THREADS_AT_ONCE = 500;

const isAnswered = (request: RequestEpisode): request is RequestEpisode & { answerMessageId: number } => !request.censored && request.answerMessageId !== null;

/** Moments at which people asked again after an answer, by asker and conversation; outside the filters as well, because a filter of requests hides nothing that followed them. */
function reopenings(requests: readonly RequestEpisode[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { reopened, askerId, rootId, atMs } of requests) {
    if (!reopened || askerId === null || atMs === null) continue;
    const key = `${String(askerId)} ${String(rootId)}`;
    found.set(key, [...(found.get(key) ?? []), atMs]);
  }
  return found;
}

type Answered = StoredEpisode & { readonly answerMessageId: number };

/** What is known of the answers of a brand under a rule, whatever the filters. */
interface AnswerBook {
  readonly askedAgain: ReadonlyMap<string, number[]>;
  readonly answers: Map<number, PickableAnswer>;
}

const books = new WeakMap<HeldProject, Map<string, AnswerBook>>();

/** The book of a scope's brand and rule: kept as long as the project is held as it is, for one question where it is not held. */
function bookOf(scope: ResolvedScope, rule: ResponseRule, key: string): AnswerBook {
  const held = heldProject(scope.project);
  const kept = held === null ? undefined : (books.get(held) ?? new Map<string, AnswerBook>());
  if (held !== null && kept !== undefined) books.set(held, kept);
  const found = kept?.get(key) ?? { askedAgain: reopenings(countedRequests(episodesOf({ ...scope, messages: {} }, rule))), answers: new Map<number, PickableAnswer>() };
  kept?.set(key, found);
  return found;
}

function judged(scope: ResolvedScope, rule: ResponseRule, key: string): PickableAnswer[] {
  const answered = countedRequests(episodesOf(scope, rule)).filter(isAnswered) as Answered[];
  const book = bookOf(scope, rule, key);
  // a filter shows or hides an answer and changes nothing about it
  judgeInto(book, scope, answered.filter(({ messageId }) => !book.answers.has(messageId)));
  const byRoot = new Map<number, PickableAnswer[]>();
  for (const { rootId, messageId } of answered) {
    const answer = book.answers.get(messageId);
    if (answer === undefined) continue;
    const own = byRoot.get(rootId);
    if (own === undefined) byRoot.set(rootId, [answer]);
    else own.push(answer);
  }
  return [...byRoot.values()].flat();
}

/** Looks some answers up in their conversations. */
function judgeInto({ askedAgain, answers }: AnswerBook, { project }: ResolvedScope, answered: readonly Answered[]): void {
  if (answered.length === 0) return;
  const acts = actsOf(project, answered.map(({ answerMessageId }) => answerMessageId));
  const byRoot = new Map<number, Answered[]>();
  for (const request of answered) {
    const own = byRoot.get(request.rootId);
    if (own === undefined) byRoot.set(request.rootId, [request]);
    else own.push(request);
  }
  const roots = [...byRoot.keys()];
  const held = heldProject(project);
  for (let from = 0; from < roots.length; from += THREADS_AT_ONCE) {
    const some = roots.slice(from, from + THREADS_AT_ONCE);
    const conversations = held === null ? answerConversations(project, some) : heldConversations(project, held.messages.columns, some);
    for (const root of some) {
      for (const request of byRoot.get(root) ?? []) {
        const { messageId, askerId, intents, answeredAtMs, answerMessageId, precision, brandId, rootId } = request;
        const conversation = (conversations.get(root) ?? []).filter((message) => message.brandId === brandId || message.authorId === askerId || message.id === answerMessageId);
        const exchange = answerExchange(request, conversation.map(({ brandId: voice, words, ...message }) => ({ ...message, byBrand: voice !== null && voice === brandId, resolves: () => doneByAsker(words()) !== null && notDone(words()) === null })));
        const reopened = answeredAtMs !== null && (askedAgain.get(`${String(askerId)} ${String(rootId)}`) ?? []).some((atMs) => atMs >= answeredAtMs);
        answers.set(messageId, { messageId, askerId, intents, acts: codesIn(ACTS, acts.get(answerMessageId) ?? 0), answeredAtMs: precision === 'count' ? null : answeredAtMs, ...exchange, reopened });
      }
    }
  }
}

/** Lists of answers that stay in memory while a project is held: one is most of what a room of answers takes. */
const KEPT_LISTS = 3;

/**
 * First answers to the counted requests of a scope, with what they do and what followed; in the order of conversations. Looked
 * up once per version of the project and question; where the project is held in memory each answer is looked up once, whatever
 * filters show it. 500 conversations in memory at a time.
 */
export function judgedAnswers(scope: ResolvedScope, rule: ResponseRule): PickableAnswer[] {
  const { project, brand, messages, opening } = scope;
  const { population, answerRule, mergeFollowUps, includeInferred, followUpHours } = rule;
  const asked = { population, answerRule, mergeFollowUps, includeInferred, followUpHours };
  const held = heldProject(project);
  const put = (): PickableAnswer[] => judged(scope, rule, JSON.stringify([brand?.id, asked]));
  if (held === null) return cachedAnswer(project, { name: 'judged-answers', input: { brand: brand?.name, messages, ...asked } }, put);
  return keptResult(project, { name: 'judged-answers', on: [brand?.id, messages, opening, asked], most: KEPT_LISTS }, put);
}
