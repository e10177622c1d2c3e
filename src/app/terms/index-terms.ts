import { createHash } from 'node:crypto';
import { createTextPrinter, type TextPrinter } from '../../domain/terms/copy-groups.ts';
import type { TermRow } from '../../domain/terms/pair-census.ts';
import { tokenHashes } from '../../domain/terms/token-runs.ts';
import { createVocabulary, type Vocabulary } from '../../domain/terms/vocabulary.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { createMissingIndexes, dropIndexesOf } from '../../store/bulk-indexes.ts';
import { highestMessageId } from '../../store/record-counts.ts';
import { botAccounts, clearTerms, inboundTexts, inboundTextsOf, putMessageTerms, storeMessageTerms, termsOfMessages, type InboundText } from '../../store/term-index.ts';
import { keepPrints } from '../../store/text-prints.ts';
import { areTextsWhole, beginTexts, endTexts, notedTexts, settleTexts, type NotedText } from '../../store/text-stamp.ts';
import { keepRareWords, keepVocabulary, keptVocabulary, takeRareWords } from '../../store/word-records.ts';
import { comparedText } from '../../text/compared-text.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../../text/lexicon.ts';
import { termReader, TERMS_VERSION } from '../../text/terms.ts';
import { nameTerms } from './name-terms.ts';
import { createSpokenWords, type SpokenWords } from './spoken-words.ts';

/** How the work tells where it is; throws to stop it. */
export interface TermsWork {
  readonly onStep: (done: number) => void;
}

/** What a run over the texts did: all of them anew, or only what was noted; texts whose words were read. */
export interface IndexedTexts {
  readonly whole: boolean;
  readonly read: number;
}

const BATCH = 5000;
/** Beyond this share of the messages, and this many, all texts are read anew: it is cheaper then. */
const MOST_NOTED_SHARE = 1 / 3;
const LEAST_WORTH_REBUILD = 2000;
/** Raised when what is kept of a text changes. */
const PRINT_VERSION = 'prints 1';

const READERS = new Map(READ_LANGUAGES.map((language) => [language, termReader(language)]));

/**
 * Finds the terms of everything that people wrote, and keeps a print of each text by which its copies are found. Phases: 1. read
 * every text once, to learn which words are worth a place in the vocabulary; 2. write each message as the codes of its words,
 * author by author; 3. keep what a later run goes on from; 4. in the codes, find two words in a row that are one term, and look
 * up how they are written. Where all this is kept, only texts that were noted since are read: their words are added to the
 * vocabulary, and earlier messages are written again only where one of their words has become common enough for a code. Terms,
 * their spellings and the terms of every message are those of a run over everything; codes, which mean nothing outside, may be
 * others. An earlier text that changed or is gone takes words away that nothing can give back: everything is read anew then,
 * as where bots are others or a third of the texts is noted. Memory: four bytes a word and each spelling once.
 */
export function indexTerms(project: ProjectDatabase, { seed, onStep }: TermsWork & { readonly seed: number }): IndexedTexts {
  const basis = `${TERMS_VERSION}, ${PRINT_VERSION}, seed ${seed}, bots ${createHash('sha256').update(botAccounts(project)).digest('hex').slice(0, 16)}`;
  if (areTextsWhole(project, basis)) {
    const noted = notedTexts(project);
    const isFew = noted.length <= Math.max(LEAST_WORTH_REBUILD, highestMessageId(project) * MOST_NOTED_SHARE);
    const followed = isFew ? project.connection.transaction(() => followedTexts(project, noted, { seed, onStep })).immediate() : null;
    if (followed !== null) return { whole: false, read: followed };
  }
  beginTexts(project, basis);
  const read = readTexts(project, { seed, onStep });
  endTexts(project);
  return { whole: true, read };
}

/** Phases 1 to 4 over every text, batch by batch, so that others may write between them. */
function readTexts(project: ProjectDatabase, { seed, onStep }: TermsWork & { readonly seed: number }): number {
  const printer = createTextPrinter({ seed });
  const languages = READ_LANGUAGES.map((language) => ({ language, vocabulary: createVocabulary(), spoken: createSpokenWords() }));
  clearTerms(project);
  dropIndexesOf(project, ['message_term']);
  try {
    return readInto(project, { printer, languages, onStep });
  } finally {
    createMissingIndexes(project.connection);
  }
}

function readInto(project: ProjectDatabase, { printer, languages, onStep }: TermsWork & { readonly printer: TextPrinter; readonly languages: readonly (Spoken & { readonly language: ReadLanguage })[] }): number {
  let read = 0;
  for (let lastId = 0; ; ) {
    const texts = inboundTexts(project, lastId, BATCH);
    const last = texts.at(-1);
    if (last === undefined) break;
    lastId = last.messageId;
    for (const { language, vocabulary, spoken } of languages) survey(texts, language, { vocabulary, spoken });
    keepPrints(project, texts.map(({ messageId, text }) => ({ messageId, print: printer.printOf(tokenHashes(comparedText(text))) })), printer.length);
    onStep((read += texts.length));
  }
  for (const { language, vocabulary, spoken } of languages) {
    const { rows, rare } = encoded(spoken, vocabulary);
    // a table ordered by author grows in place
    rows.sort((one, other) => one.accountId - other.accountId || one.messageId - other.messageId);
    for (let start = 0; start < rows.length; start += BATCH) {
      storeMessageTerms(project, language, rows.slice(start, start + BATCH));
      onStep(start);
    }
    keepRareWords(project, language, rare.sort(([one, first], [other, second]) => one - other || first - second));
    keepVocabulary(project, language, vocabulary.content(), vocabulary.touched());
    nameTerms(project, language, { vocabulary, changed: new Set(), onStep });
  }
  return read;
}

interface Spoken {
  readonly vocabulary: Vocabulary;
  readonly spoken: SpokenWords;
}

/** Adds the words of the texts of one language to its vocabulary, and keeps them for the second look. */
function survey(texts: readonly InboundText[], language: ReadLanguage, { vocabulary, spoken }: Spoken): void {
  const reader = READERS.get(language);
  for (const { messageId, accountId, language: own, text, terms } of texts) {
    if (reader === undefined || terms === 0 || accountId === null || own !== language) continue;
    const words = reader.termsOf(text);
    vocabulary.survey(words);
    spoken.add({ accountId, messageId }, words);
  }
}

/** The terms of messages in the order in which they were read, and the places of their words that are too rare for a code. */
function encoded(spoken: SpokenWords, vocabulary: Vocabulary): { readonly rows: TermRow[]; readonly rare: (readonly [number, number])[] } {
  const rows: TermRow[] = [];
  const rare: (readonly [number, number])[] = [];
  for (let place = 0; place < spoken.length; place += 1) {
    const words = spoken.wordsOf(place);
    const messageId = spoken.messageOf(place);
    rows.push({ accountId: spoken.accountOf(place), messageId, terms: vocabulary.encode(words) });
    for (const { stem } of words) {
      const at = vocabulary.rarePlace(stem);
      if (at >= 0) rare.push([at, messageId]);
    }
  }
  return { rows, rare };
}

/** Phases 1 to 4 over what was noted. Null where everything has to be read anew, before anything was written. Inside a transaction. */
function followedTexts(project: ProjectDatabase, noted: readonly NotedText[], { seed, onStep }: TermsWork & { readonly seed: number }): number | null {
  if (noted.some(({ gone }) => gone)) return null;
  const texts = inboundTextsOf(project, noted.map(({ messageId }) => messageId));
  const textOf = new Map(texts.map((text) => [text.messageId, text]));
  const before = termsOfMessages(project, noted.map(({ messageId }) => messageId));
  const changed = new Set(noted.flatMap((one) => (one.changed ? [one.messageId] : [])));
  const moved: (TermRow & { readonly language: string })[] = [];
  for (const row of before) {
    const now = textOf.get(row.messageId);
    if (now === undefined || now.terms === 0 || now.accountId === null || now.language !== row.language || changed.has(row.messageId)) return null;
    if (now.accountId !== row.accountId) moved.push({ ...row, accountId: now.accountId });
  }
  const known = new Set(before.map(({ messageId }) => messageId));
  const fresh = texts.filter(({ messageId }) => !known.has(messageId));
  const languages = READ_LANGUAGES.map((language) => ({ language, vocabulary: createVocabulary(keptVocabulary(project, language) ?? undefined), spoken: createSpokenWords() }));
  for (const { language, vocabulary, spoken } of languages) survey(fresh, language, { vocabulary, spoken });
  if (languages.some(({ vocabulary }) => vocabulary.outgrown())) return null;
  const printer = createTextPrinter({ seed });
  keepPrints(project, noted.map(({ messageId }) => {
    const text = textOf.get(messageId);
    return { messageId, print: text === undefined ? null : printer.printOf(tokenHashes(comparedText(text.text))) };
  }), printer.length);
  let read = fresh.length;
  for (const { language, vocabulary, spoken } of languages) {
    putMessageTerms(project, language, moved.filter((row) => row.language === language));
    read += rewritten(project, language, vocabulary);
    const { rows, rare } = encoded(spoken, vocabulary);
    rows.sort((one, other) => one.accountId - other.accountId || one.messageId - other.messageId);
    storeMessageTerms(project, language, rows);
    keepRareWords(project, language, rare);
    if (rows.length > 0) keepVocabulary(project, language, vocabulary.content(), vocabulary.touched());
    if (rows.length > 0 || moved.length > 0) nameTerms(project, language, { vocabulary, changed, onStep });
    onStep(read);
  }
  settleTexts(project);
  return read;
}

/** Writes the messages again that hold a word which has become common enough for a code. Returns how many were read for it. */
function rewritten(project: ProjectDatabase, language: ReadLanguage, vocabulary: Vocabulary): number {
  const reader = READERS.get(language);
  const risen = vocabulary.risen();
  if (reader === undefined || risen.size === 0) return 0;
  const texts = inboundTextsOf(project, takeRareWords(project, language, risen));
  putMessageTerms(project, language, texts.flatMap(({ messageId, accountId, text }): TermRow[] => {
    if (accountId === null) return [];
    const words = reader.termsOf(text);
    return [{ accountId, messageId, terms: vocabulary.encode(words, (stem) => risen.has(vocabulary.placeOf(stem))) }];
  }));
  return texts.length;
}
