import { createCopyFinder, createTextPrinter } from '../../domain/terms/copy-groups.ts';
import { createGrowingColumn } from '../../domain/terms/growing-column.ts';
import { questionGrouping, type ComparedQuestion } from '../../domain/terms/question-groups.ts';
import { tokenHashes, tokenRuns } from '../../domain/terms/token-runs.ts';
import { keptPrints } from '../../store/text-prints.ts';
import { askedQuestions, keepQuestionWords, textReader, type AskedQuestion, type QuestionWords, type SpokenText, type TopicToStore } from '../../store/topic-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { comparedText } from '../../text/compared-text.ts';
import type { ReadLanguage } from '../../text/lexicon.ts';
import { askedPart, questionClass } from '../../text/question-class.ts';
import { termReader, type TermReader } from '../../text/terms.ts';
import type { TermsWork } from './index-terms.ts';

/** Fewer messages than this are no topic: two may be alike by chance. */
export const LEAST_TOPIC_MESSAGES = 3;
/** A question recurs when at least so many people ask it. */
export const LEAST_TOPIC_PEOPLE = 2;

/** What finding topics takes: the seed of min-hashing, and a word about where it is. */
export interface TopicSearch extends TermsWork {
  readonly seed: number;
}

/** A topic without a name yet; `brand` is the name of the brand that is asked. */
export interface FoundTopic extends Omit<TopicToStore, 'id'> {
  readonly brand: string | null;
}

const BATCH = 5000;
/** Texts that are compared between two words about where the search is. */
const COMPARED = 1000;
/** Content words that the sentences which ask must have to stand for the whole text. */
const LEAST_ASKED_WORDS = 2;
const MOST_TERMS = 8;
const MOST_LABEL_TERMS = 4;

const READERS: Readonly<Record<ReadLanguage, TermReader>> = { it: termReader('it'), en: termReader('en') };

function readerOf(language: string): TermReader {
  return language === 'en' ? READERS.en : READERS.it;
}

/** What a question is about: the content words of the sentences that ask, or of the whole text where those are too few. */
function topicOf({ text, language }: SpokenText): string[] {
  const reader = readerOf(language);
  const asked = reader.topicOf(askedPart(text));
  return asked.length >= LEAST_ASKED_WORDS ? asked : reader.topicOf(text);
}

/** The words of some stems as written in a text, each once, and the first few of them as a label. */
function wordsOf({ text, language }: SpokenText, stems: readonly string[]): { terms: string[]; label: string } {
  const reader = readerOf(language);
  const topical = new Set(stems);
  const seen = new Set<string>();
  const terms: string[] = [];
  for (const { stem, form } of reader.termsOf(text)) {
    if (seen.has(stem) || !topical.has(stem)) continue;
    seen.add(stem);
    terms.push(form);
  }
  return { terms: terms.slice(0, MOST_TERMS), label: terms.slice(0, MOST_LABEL_TERMS).join(' ') };
}

/**
 * Groups of messages by people that say the same in nearly the same words, whoever wrote them, from three messages. Looks at all
 * prints at once, which the terms have kept (see `indexTerms`); texts are read of likely copies alone. Of a message only its
 * number and its wording are held.
 */
export function foundCopies(project: ProjectDatabase, { seed, onStep }: TopicSearch): FoundTopic[] {
  // 1. which wording each message has
  const finder = createCopyFinder({ seed });
  const row = createTextPrinter({ seed }).length + 1;
  const messages = createGrowingColumn();
  const wordings = createGrowingColumn();
  const exampleOf = createGrowingColumn();
  for (const prints of keptPrints(project)) {
    for (let at = 0; at < prints.length; at += row) {
      const messageId = prints[at] ?? 0;
      const wording = finder.addPrint(prints, at + 1);
      messages.push(messageId);
      wordings.push(wording);
      if (wording === exampleOf.length) exampleOf.push(messageId);
    }
    onStep(messages.length);
  }
  // 2. which wordings are copies of one another
  const textOf = textReader(project);
  let compared = 0;
  const { groupOf, likeness } = finder.groups((wording) => {
    if ((compared += 1) % COMPARED === 0) onStep(messages.length);
    return tokenRuns(tokenHashes(comparedText(textOf(exampleOf.at(wording)).text)));
  });
  onStep(messages.length);
  // 3. the messages of groups that are large enough
  const sizes = new Int32Array(finder.wordings());
  for (let place = 0; place < messages.length; place += 1) {
    const group = groupOf[wordings.at(place)] ?? 0;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const members = new Map<number, { messageId: number; likeness: number }[]>();
  for (let place = 0; place < messages.length; place += 1) {
    const wording = wordings.at(place);
    const group = groupOf[wording] ?? 0;
    if ((sizes[group] ?? 0) < LEAST_TOPIC_MESSAGES) continue;
    let list = members.get(group);
    if (list === undefined) members.set(group, (list = []));
    list.push({ messageId: messages.at(place), likeness: likeness[wording] ?? 1 });
  }
  return [...members].map(([group, list]) => {
    const example = textOf(exampleOf.at(group));
    return { kind: 'copies', brandId: null, brand: null, ...wordsOf(example, readerOf(example.language).topicOf(example.text)), members: list };
  });
}

/** What a question is about as it is compared; kept from the last time where it is known. */
function questionWords({ messageId, language, text }: Pick<AskedQuestion, 'messageId' | 'language' | 'text'>): QuestionWords {
  return { messageId, language, words: topicOf({ text, language }).sort().join(' '), asks: questionClass(text, language === 'en' ? 'en' : 'it') };
}

/**
 * Groups of requests that ask a brand the same, from three requests by two people. Looks at all of them at once, since who leads
 * rests on how many ask the same; what each is about is kept, and texts are read of new ones alone.
 */
export function foundQuestions(project: ProjectDatabase, { seed, onStep }: TopicSearch): FoundTopic[] {
  const asked: Omit<AskedQuestion, 'text' | 'words' | 'asks'>[] = [];
  const topics: ComparedQuestion[] = [];
  for (let lastId = 0; ; ) {
    const questions = askedQuestions(project, lastId, BATCH);
    const last = questions.at(-1);
    if (last === undefined) break;
    lastId = last.requestId;
    const fresh = new Map(questions.flatMap((question) => (question.words === null ? [[question.messageId, questionWords(question)] as const] : [])));
    keepQuestionWords(project, fresh.values());
    for (const { messageId, accountId, brandId, brand, language, words, asks } of questions) {
      asked.push({ messageId, accountId, brandId, brand, language });
      const known = fresh.get(messageId) ?? { words: words ?? '', asks };
      topics.push({ words: known.words, asks: known.asks, apart: `${brand} ${language}` });
    }
    onStep(asked.length);
  }
  const textOf = textReader(project);
  const { groups, groupOf, likeness: likenessOf } = questionGrouping(topics, { seed });
  onStep(asked.length);
  const found = Array.from({ length: groups }, (): number[] => []);
  groupOf.forEach((group, position) => {
    if (group >= 0) found[group]?.push(position);
  });
  return found.flatMap((positions): FoundTopic[] => {
    if (positions.length < LEAST_TOPIC_MESSAGES) return [];
    const members = positions.flatMap((position) => {
      const question = asked[position];
      return question === undefined ? [] : [{ ...question, likeness: likenessOf[position] ?? 1 }];
    });
    const people = new Set(members.flatMap(({ accountId }) => accountId ?? []));
    if (people.size < LEAST_TOPIC_PEOPLE) return [];
    const [first] = members;
    // the shortest text of the middle names the topic, whichever file it came in
    const middle = members.filter(({ likeness }) => likeness === 1).map(({ messageId }) => textOf(messageId)).sort((one, other) => one.text.length - other.text.length || (one.text < other.text ? -1 : 1))[0] ?? { text: '', language: 'unknown' };
    return [{ kind: 'question', brandId: first?.brandId ?? null, brand: first?.brand ?? null, ...wordsOf(middle, topicOf(middle)), members: members.map(({ messageId, likeness }) => ({ messageId, likeness })) }];
  });
}
