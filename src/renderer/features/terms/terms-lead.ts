import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { Distinctive } from './term-rows.ts';

/** What stands on either side. */
export function termsLead({ group, rest }: Distinctive, voice: ChartVoice): string {
  const side = ({ messages, authors }: Distinctive['group']): { readonly messages: string; readonly authors: string } => ({ messages: voice.text('terms.messages', { count: messages }), authors: voice.text('terms.authors', { count: authors }) });
  const [own, others] = [side(group), side(rest)];
  return voice.text('terms.words.lead', { ...own, restMessages: others.messages, restAuthors: others.authors });
}

/** What of the group is not among these words: its other language, and what has no words that count. Empty when nothing is left out. */
export function leftOutWords({ leftOut, languages, language }: Distinctive, voice: ChartVoice): string {
  const sentences: string[] = [];
  for (const other of languages) if (other.language !== language) sentences.push(voice.text('terms.words.otherLanguage', { count: other.messages, language: voice.language(other.language) }));
  if (leftOut > 0) sentences.push(voice.text('terms.words.leftOut', { count: leftOut }));
  return sentences.join(' ');
}
