import { isMarkup } from '../part-head.ts';

const CLASSES = /class="[^"]{0,200}(?:\b_a6-[gphoq]\b|\b_a706\b|\b_3-95\b|\buiBoxWhite\b|\bpam _3-95\b)/;
const OLD_CONVERSATION = /class="thread"[\s\S]{0,4000}class="message_header"/;

/**
 * Advice for a page of a Facebook or Instagram download that was asked for as web pages; null for any other text. Such
 * pages show times in the words of a language and leave out much, so they are not read.
 */
export function metaPageAdvice(text: string): string | null {
  const start = text.slice(0, 200_000);
  if (!isMarkup(start) || !(CLASSES.test(start) || OLD_CONVERSATION.test(start))) return null;
  return 'the file is a page of a Facebook or Instagram download made as HTML, which is for looking at; ask for the download again and choose JSON as its format';
}
