const MOST_CHARACTERS = 80;
const ADDRESS = /https?:\/\/\S+|www\.\S+/giu;
const NAMED = /(?:^|(?<=\s))[@＠][\p{L}\p{N}_.]+/gu;
const QUOTES = /[«»“”"]/gu;

/**
 * What a message is about, in its own words: the first sentence that asks, else the first of at least two words, without
 * addresses, names of accounts and quotation marks, cut after a word at eighty characters. Null where nothing is left. Nothing
 * is put into other words: a draft quotes it and cannot get it wrong.
 * @example textSubject('@Aurora Buongiorno. A che ora aprite domenica?') // 'A che ora aprite domenica?'
 */
export function textSubject(text: string): string | null {
  const plain = text.replace(ADDRESS, ' ').replace(NAMED, ' ').replace(QUOTES, '').replace(/#(?=[\p{L}\p{N}])/gu, '').replace(/\s+/gu, ' ').trim();
  const sentences = plain.match(/[^.!?…]+(?:[.!?…]+|$)/gu)?.map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence)) ?? [];
  const chosen = sentences.find((sentence) => sentence.includes('?')) ?? sentences.find((sentence) => sentence.includes(' ')) ?? sentences[0];
  if (chosen === undefined) return null;
  const whole = chosen.replace(/[.!…]+$/u, '');
  if (whole.length <= MOST_CHARACTERS) return whole;
  const cut = whole.slice(0, MOST_CHARACTERS);
  const space = cut.lastIndexOf(' ');
  return `${(space > MOST_CHARACTERS / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '')).replace(/[,;:\s]+$/u, '')}…`;
}
