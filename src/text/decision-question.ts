import { decisionRules, type DecisionForm } from './decision-rules.ts';
import { foldedForm } from './folded-form.ts';
import type { ReadLanguage } from './lexicon.ts';
import { scannableText } from './scanned-words.ts';

/** Version of the rules: figures that rest on them are counted anew when it changes. */
export const DECISION_RULES_VERSION = 'decisions 2';

/** The longest text in which a pair of names alone asks for a choice, in UTF-16 units. */
const LONGEST_PAIR = 60;
/** Above this length a text is a tale in which much is weighed: only what is marked as a question counts, and intentions do not. */
const LONG_TEXT = 400;
/** The longest sentence that is looked at, in words: what runs on without a mark is a tale, and costs. */
const MOST_WORDS = 60;
/** A few words, "or", a few words and a question mark, and nothing else: "Moka o capsule?". */
const BARE: Readonly<Record<ReadLanguage, RegExp>> = { it: /^ (?:[a-z0-9]+ ){1,6}(?:o|oppure) (?:[a-z0-9]+ ){1,5}$/u, en: /^ (?:[a-z0-9]+ ){1,6}or (?:[a-z0-9]+ ){1,6}$/u };
/** Words that make such a pair a question of fact, of service or a figure of speech: verbs, times, places, ways to pay. */
const NO_PAIR: Readonly<Record<ReadLanguage, RegExp>> = {
  it: / (?:si|no|oggi|domani|ieri|sera|mattina|pomeriggio|notte|sabato|domenica|lunedi|apert\w|chius\w|seri\w?|scherz\w+|meno|peggio|poi|tardi|altro|cosa|sbaglio|gratis|pagament\w|pagare|dentro|fuori|prima|dopo|uno|due|vero|falso|vivi|morti|dove|quando|siete|avete|contanti|carta|solo|ancora|mai|live|registrat\w|e|sono|ha|hanno|ho|fate|posso|possiamo|puo|devo|vale|passa|arriva|spedi\w+|consegn\w+|ritir\w+|rimbors\w+|buono|prezzo|orari\w?|sconto|chilo|confezione|qui|privato|mail|vi|mi|ci|perche|come|quanto|non|era|sara|sei|iva|negozio|appuntamento) /u,
  en: / (?:yes|no|not|today|tomorrow|yesterday|morning|evening|night|tonight|open|closed|serious\w*|joking|later|more|less|something|what|never|true|false|dead|alive|here|there|free|paid|cash|card|before|after|else|us|uk|am|pm|weekend|weekdays|is|are|real|fake|soon|live|so|two|three|trick|treat|sold|left|right|ready|was|were|do|does|did|can|could|will|would|should|have|has|had|it|i|you|we|they|my|your|post|store|delivery|included|refund\w*|order|by|monday|tuesday|saturday|sunday|friday|how|why|when|where|who|bug|lost|stolen|mail|return|price) /u,
};

/** What asks for a fact of the offer and for no choice, whatever stands before it: prices, stock, delivery, settings. */
const FACTS: Readonly<Record<ReadLanguage, RegExp>> = {
  it: / (?:prezzo|prezzi|costa|costo|quanto|disponibil\w+|spedi\w+|consegn\w+|temperatura|impostare|(?:lo|la|li|le) trovo|orari\w?|apert\w) /u,
  en: / (?:price|prices|cost|costs|how much|available|in stock|ship\w*|deliver\w*|temperature|settings?|opening hours) /u,
};

/** A sentence as the rules take it: folded words between single blanks, and whether a question mark closes it. */
interface Sentence {
  readonly words: string;
  readonly asks: boolean;
}

function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  const scanned = `${scannableText(text)}\n`;
  let start = 0;
  for (const { index, 0: mark } of scanned.matchAll(/[.!?\n;]+/gu)) {
    const words = foldedForm(scanned.slice(start, index)).replaceAll(/@[\p{L}\p{N}_.]+/gu, ' ').replaceAll(/(\p{L})\1{2,}/gu, '$1').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
    if (words !== '') found.push({ words: ` ${words.split(' ').slice(0, MOST_WORDS).join(' ')} `, asks: mark.includes('?') });
    start = index + mark.length;
  }
  return found;
}

/**
 * How a text asks other people for a choice: for advice ("cosa mi consigliate?"), which of several ("meglio X o Y?"), whether
 * something is worth it, how others fared with it; null for one that does not. Told by rules sentence by sentence, in the first
 * form that is found; missing accents, doubled letters and common slips are read. A choice already made, a question how to reach
 * the brand, a fault that others have too and advice that is given are none. Rule-made: docs/reading.md says how often it is
 * right. Linear in the length, bounded at 8,000 characters.
 * @example decisionQuestion('Secondo voi è meglio la moka o le capsule?', 'it') // 'choice'
 */
export function decisionQuestion(text: string, language: ReadLanguage): DecisionForm | null {
  const { rules, doubt, opening, intends } = decisionRules(language);
  const isShort = text.length <= LONGEST_PAIR;
  const isLong = text.length > LONG_TEXT;
  let isIntending = false;
  for (const { words, asks: marked } of sentencesOf(text)) {
    const asks = marked || (!isLong && opening.test(words));
    const isFact = FACTS[language].test(words);
    if (marked && isIntending && !isFact) return 'choice';
    if (isShort && marked && BARE[language].test(words) && !NO_PAIR[language].test(words)) return 'choice';
    const isOpen = asks || (!isLong && doubt.test(words));
    for (const { form, pattern, where, unless } of rules) {
      if (where === 'question' ? !asks : where === 'open' && !isOpen) continue;
      if (pattern.test(words) && unless?.test(words) !== true) return form;
    }
    if (!isLong && intends.test(words)) {
      if (marked && !isFact) return 'choice';
      isIntending = true;
    }
  }
  return null;
}

/**
 * What a full-text index is asked for so that no text without a question mark that {@link decisionQuestion} finds in a language is
 * left out: words joined by OR, beginnings with a star.
 * Source: SQLite FTS5 documentation, "Full-text Query Syntax".
 */
export function decisionSearch(language: ReadLanguage): string {
  return decisionRules(language).triggers.map((word) => (word.endsWith('*') ? `"${word.slice(0, -1)}"*` : `"${word}"`)).join(' OR ');
}
