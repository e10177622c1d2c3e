import { success, type Outcome } from '../../contract/outcome.ts';
import { hasAnswers, keepAnswers, keptAnswer, removeAnswers, removeTribeAnswers } from '../../store/answer-queries.ts';
import { dataVersionOf, settingOf } from '../../store/stage-queries.ts';
import { WEEK_START_SETTING } from '../counting/kept-counting.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { codeEdition } from './code-edition.ts';
import { releaseHeld } from './held-project.ts';
import { drawsMissed } from './later-answers.ts';

/** A round through the rooms asks some ninety questions, each filter ninety more: some ten filters stay at hand. */
const KEPT = 1000;
/** What they may weigh together, in bytes as {@link weightOf} reckons: a project of many tribes and posts has large answers. */
const KEPT_BYTES = 64 << 20;

interface KeptAnswer {
  readonly answer: unknown;
  readonly bytes: number;
}

interface Cache {
  version: string;
  readonly answers: Map<string, KeptAnswer>;
  bytes: number;
}

const caches = new WeakMap<ProjectDatabase, Cache>();

/** What answers rest on: the data, when the derived results were last written, so that a new analysis of the same data makes older answers stale as well, and the day on which weeks begin. */
export function answerVersion(project: ProjectDatabase): string {
  const stages = project.connection.prepare(`SELECT group_concat(name || definition_version || input_version || finished_at_ms) FROM (SELECT * FROM stage ORDER BY name)`).pluck().get() as string | null;
  const weekStart = settingOf(project, WEEK_START_SETTING);
  return `${dataVersionOf(project)} ${stages ?? ''}${weekStart === null ? '' : ` week ${weekStart}`}`;
}

/** The version under which answers stand in the file: another edition of the program finds none of this one's. */
function inFile(version: string): string {
  return `${codeEdition()} ${version}`;
}

function cacheOf(project: ProjectDatabase): Cache {
  const version = answerVersion(project);
  let cache = caches.get(project);
  if (cache?.version !== version) {
    cache = { version, answers: new Map(), bytes: 0 };
    caches.set(project, cache);
  }
  return cache;
}

/** One text for one question, whatever the order of its parts; what is left out or empty does not count, nor what is held in memory. */
function keyOf(question: string, input: object): string {
  const isNothing = (part: unknown): boolean => part === undefined || (typeof part === 'object' && part !== null && Object.keys(part).length === 0);
  const plain = (value: unknown): unknown => {
    if (typeof value === 'function') return undefined;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value as Readonly<Record<string, unknown>>).map(([name, part]) => [name, plain(part)] as const).filter(([, part]) => !isNothing(part));
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  };
  return `${question} ${JSON.stringify(plain(input))}`;
}

/** A question as the cache knows it. */
export interface CachedQuestion {
  readonly name: string;
  readonly input: object;
}

/** What an answer takes in memory, about: sixteen bytes a value and a name, two a character. */
function weightOf(answer: unknown): number {
  let bytes = 0;
  const left: unknown[] = [answer];
  while (left.length > 0) {
    const value = left.pop();
    bytes += typeof value === 'string' ? 16 + 2 * value.length : 16;
    if (Array.isArray(value)) for (const part of value) left.push(part);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) left.push(part);
  }
  return bytes;
}

function known(cache: Cache, project: ProjectDatabase, key: string): unknown {
  const standing = cache.answers.get(key);
  if (standing !== undefined) return standing.answer;
  const kept = keptAnswer(project, key, inFile(cache.version));
  return kept === null ? undefined : (JSON.parse(kept) as unknown);
}

function forget(cache: Cache, key: string): void {
  cache.bytes -= cache.answers.get(key)?.bytes ?? 0;
  cache.answers.delete(key);
}

function remember(cache: Cache, key: string, answer: unknown): void {
  const standing = cache.answers.get(key);
  const entry: KeptAnswer = standing !== undefined && standing.answer === answer ? standing : { answer, bytes: weightOf(answer) };
  // asked again it is among the latest again: what many answers rest on must not be the first to go
  forget(cache, key);
  cache.answers.set(key, entry);
  cache.bytes += entry.bytes;
  for (const oldest of cache.answers.keys()) {
    if (oldest === key || (cache.answers.size <= KEPT && cache.bytes <= KEPT_BYTES)) break;
    forget(cache, oldest);
  }
}

/**
 * The answer to a read, computed once per version of the project and input: moving between rooms must not draw two
 * thousand bootstrap samples again. Looked for among the latest answers of the open project, as many as {@link KEPT_BYTES} holds, then among those that
 * the analysis kept in the file; `compute` runs only when neither has it. Answers must be plain JSON.
 */
export function cachedAnswer<Answer>(project: ProjectDatabase, { name, input }: CachedQuestion, compute: () => Answer): Answer {
  const cache = cacheOf(project);
  const key = keyOf(name, input);
  const answer = known(cache, project, key);
  const missed = drawsMissed();
  const given = answer === undefined ? compute() : (answer as Answer);
  if (drawsMissed() === missed) remember(cache, key, given);
  return given;
}

/** {@link cachedAnswer} for an answer that is put together from others; failures are passed on and not kept. */
export async function cachedOutcome<Value>(project: ProjectDatabase, { name, input }: CachedQuestion, compute: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const cache = cacheOf(project);
  const key = keyOf(name, input);
  const answer = known(cache, project, key);
  if (answer !== undefined) {
    remember(cache, key, answer);
    return success(answer as Value);
  }
  const missed = drawsMissed();
  const outcome = await compute();
  if (outcome.ok && drawsMissed() === missed) remember(cache, key, outcome.value);
  return outcome;
}

/** A remembered answer with the question as the cache knows it. */
export type NamedAnswer = readonly [question: string, answer: unknown];

/** The answers that are remembered of the project as it is now, the latest last. */
export function latestAnswers(project: ProjectDatabase): NamedAnswer[] {
  return [...cacheOf(project).answers].map(([question, { answer }]) => [question, answer]);
}

/** Remembers answers that another connection gave from the same data. */
export function takeAnswers(project: ProjectDatabase, answers: readonly NamedAnswer[]): void {
  const cache = cacheOf(project);
  for (const [question, answer] of answers) remember(cache, question, answer);
}

/** True when the file holds answers made from the data and definitions as they are now. */
export function holdsKeptAnswers(project: ProjectDatabase): boolean {
  return hasAnswers(project, inFile(cacheOf(project).version));
}

/** Keeps in the file what has been answered since the data last changed, so that opening the project later computes none of it. */
export function keepCachedAnswers(project: ProjectDatabase): void {
  const { version, answers } = cacheOf(project);
  keepAnswers(project, inFile(version), [...answers].map(([key, { answer }]) => [key, JSON.stringify(answer)] as const));
}

/** Forgets the answers to one question, where what it rests on changed without the data: they are computed when next asked. */
export function forgetAnswers(project: ProjectDatabase, name: string): void {
  const cache = cacheOf(project);
  for (const key of [...cache.answers.keys()]) if (key.startsWith(`${name} `)) forget(cache, key);
  removeAnswers(project, name);
}

/** Forgets the answers that rest on who is in which tribe, and the overview, which names the largest: weights of the ledger change both without the data. */
export function forgetTribeAnswers(project: ProjectDatabase): void {
  releaseHeld(project);
  const cache = cacheOf(project);
  for (const key of [...cache.answers.keys()]) if (key.startsWith('overview ') || key.includes('"tribes":') || key.includes('"by":"tribe"')) forget(cache, key);
  removeTribeAnswers(project);
}

/** Forgets the answers in whose question a text stands, such as the id of a tribe whose people changed; those kept in the file name none. */
export function forgetAnswersAbout(project: ProjectDatabase, text: string): void {
  const cache = cacheOf(project);
  for (const key of [...cache.answers.keys()]) if (key.includes(text)) forget(cache, key);
}
