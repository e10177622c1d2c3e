import { createCopyFinder } from '../../domain/terms/copy-groups.ts';
import { createGrowingColumn } from '../../domain/terms/growing-column.ts';
import { questionGroups, type QuestionTopic } from '../../domain/terms/question-groups.ts';
import { tokenHashes, tokenRuns } from '../../domain/terms/token-runs.ts';
import { askedQuestions, copyTexts, textReader, type AskedQuestion, type SpokenText, type TopicToStore } from '../../store/topic-queries.ts';
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
 * Groups of messages by people that say the same in nearly the same words, whoever wrote them, from three messages. The
 * texts are read once and those of likely copies again: of a message only its number and its wording are kept.
 */
export function foundCopies(project: ProjectDatabase, { seed, onStep }: TopicSearch): FoundTopic[] {
  // 1. which wording each message has
  const finder = createCopyFinder({ seed });
  const messages = createGrowingColumn();
  const wordings = createGrowingColumn();
  const exampleOf = createGrowingColumn();
  for (let lastId = 0, read = 0; ; ) {
    const texts = copyTexts(project, lastId, BATCH);
    const last = texts.at(-1);
    if (last === undefined) break;
    lastId = last.messageId;
    for (const { messageId, text } of texts) {
      const wording = finder.add(tokenHashes(comparedText(text)));
      if (wording < 0) continue;
      messages.push(messageId);
      wordings.push(wording);
      if (wording === exampleOf.length) exampleOf.push(messageId);
    }
    onStep((read += texts.length));
  }
  // 2. which wordings are copies of one another
  const textOf = textReader(project);
  const { groupOf, likeness } = finder.groups((wording) => tokenRuns(tokenHashes(comparedText(textOf(exampleOf.at(wording)).text))));
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

/** Groups of requests that ask a brand the same, from three requests by two people. */
export function foundQuestions(project: ProjectDatabase, { seed, onStep }: TopicSearch): FoundTopic[] {
  const asked: Omit<AskedQuestion, 'text'>[] = [];
  const topics: QuestionTopic[] = [];
  for (let lastId = 0; ; ) {
    const questions = askedQuestions(project, lastId, BATCH);
    const last = questions.at(-1);
    if (last === undefined) break;
    lastId = last.requestId;
    for (const { messageId, accountId, brandId, brand, language, text } of questions) {
      asked.push({ messageId, accountId, brandId, brand, language });
      topics.push({ stems: topicOf({ text, language }), asks: questionClass(text, language === 'en' ? 'en' : 'it'), apart: `${brand} ${language}` });
    }
    onStep(asked.length);
  }
  const textOf = textReader(project);
  return questionGroups(topics, { seed }).flatMap((group): FoundTopic[] => {
    const members = group.flatMap(({ position, likeness }) => {
      const question = asked[position];
      return question === undefined ? [] : [{ ...question, likeness }];
    });
    const people = new Set(members.flatMap(({ accountId }) => accountId ?? []));
    if (members.length < LEAST_TOPIC_MESSAGES || people.size < LEAST_TOPIC_PEOPLE) return [];
    const [first] = members;
    // the shortest text of the middle names the topic, whichever file it came in
    const middle = members.filter(({ likeness }) => likeness === 1).map(({ messageId }) => textOf(messageId)).sort((one, other) => one.text.length - other.text.length || (one.text < other.text ? -1 : 1))[0] ?? { text: '', language: 'unknown' };
    return [{ kind: 'question', brandId: first?.brandId ?? null, brand: first?.brand ?? null, ...wordsOf(middle, topicOf(middle)), members: members.map(({ messageId, likeness }) => ({ messageId, likeness })) }];
  });
}
