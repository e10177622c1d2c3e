import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OperationValue } from '../../contract/operations.ts';
import { messagesById, type StoredMessage } from '../../store/message-queries.ts';
import { messagesNamed } from '../../store/one-by-one-queries.ts';
import { planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messagesWithWords, namesAround } from '../../store/quote-queries.ts';
import { namesIn } from '../../present/privacy/masked-draft.ts';
import { maskedQuoteProblems, MOST_ALIKE, trigramSimilarity } from '../../present/privacy/masked-quote.ts';
import { unsignedText } from '../../present/privacy/unsigned-text.ts';

/** Kind of an approved quote; the id is {@link quoteId}. */
export const QUOTE_KIND = 'masked-quote';
/** Runs of words that more messages than this hold lead to nobody. */
const SEARCHED = 4;
const ID_LETTERS = 32;

const quoteSchema = z.object({ language: z.enum(['it', 'en']), page: z.string(), message: z.string(), voice: z.boolean(), text: z.string() });

/** A quote that a person masked and let stand on a page; `message` names its source by network, kind and the source's own number. */
export interface MaskedQuote extends z.infer<typeof quoteSchema> {
  readonly id: string;
  /** Null where the source is no longer in the data. */
  readonly messageId: number | null;
}

/** Id of a quote, made of its language, page and message: short whatever a source's own numbers look like. */
export function quoteId({ language, page, message }: Pick<MaskedQuote, 'language' | 'page' | 'message'>): string {
  return `${language}:${createHash('sha256').update(JSON.stringify([page, message])).digest('hex').slice(0, ID_LETTERS)}`;
}

/** Quotes of the reports in a language, the oldest first. */
export function maskedQuotes(project: ProjectDatabase, language: 'it' | 'en'): MaskedQuote[] {
  const quotes = planRecords(project, QUOTE_KIND).flatMap(({ id, body }) => {
    const parsed = quoteSchema.safeParse(JSON.parse(body));
    return parsed.success && parsed.data.language === language ? [{ ...parsed.data, id }] : [];
  });
  const here = messagesNamed(project, quotes.map(({ message }) => message));
  return quotes.map((quote) => ({ ...quote, messageId: here.get(quote.message) ?? null }));
}

/** What the check of a wording says. */
export type QuoteCheck = OperationValue<'quotes.check'>;

/**
 * What of a wording still leads to its source. A person's words must be told in others ({@link maskedQuoteProblems}) and
 * searched back in the whole project; the brand's own may be given as they are, without signatures. Neither may hold
 * contacts, nor the name of anybody who wrote it, what it answers or what answers it, other than a brand's.
 */
export function quoteCheck(project: ProjectDatabase, { messageId, voice, text: source }: Pick<StoredMessage, 'messageId' | 'voice' | 'text'>, text: string): QuoteCheck {
  const found = maskedQuoteProblems(text, voice ? '' : (source ?? ''), voice ? undefined : (words) => messagesWithWords(project, words, SEARCHED));
  const names = namesIn(text, namesAround(project, messageId));
  const signed = voice && unsignedText(text) !== text.trim();
  return {
    problems: [...found, ...names.map((words) => ({ kind: 'name' as const, words })), ...(signed ? [{ kind: 'signature' as const, words: '' }] : [])],
    similarity: voice ? 0 : trigramSimilarity(text, source ?? ''), most: MOST_ALIKE,
  };
}

/** A quote as it stands with the data of today. */
export interface StandingQuote extends MaskedQuote {
  /** The source's text; null where it is no longer in the data. */
  readonly source: string | null;
  /** `leads`: with what was imported since, or as another copy brought it, its words lead back to whoever wrote them. */
  readonly state: 'shown' | 'lost' | 'leads';
}

/** Quotes of the reports in a language with their sources, each checked again: only those `shown` may leave. */
export function standingQuotes(project: ProjectDatabase, language: 'it' | 'en'): StandingQuote[] {
  const quotes = maskedQuotes(project, language);
  const sources = new Map(messagesById(project, quotes.flatMap(({ messageId }) => messageId ?? [])).map((message) => [message.messageId, message]));
  return quotes.map((quote) => {
    const source = quote.messageId === null ? undefined : sources.get(quote.messageId);
    if (source?.text == null) return { ...quote, source: null, state: 'lost' };
    return { ...quote, source: source.text, state: quoteCheck(project, source, quote.text).problems.length === 0 ? 'shown' : 'leads' };
  });
}
