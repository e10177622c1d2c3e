import { stemmer } from '@orama/stemmers/english';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Analyser, Analysis, PreparedText, Sentence, Token, TokenKind } from './analysis.ts';
import { foldedForm, squeezedForm } from './folded-form.ts';
import type { WordKnowledge } from './italian-analyser.ts';

// wink-nlp splits contractions; these are the words behind the pieces.
const PIECES: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'], ['nt', 'not'], ['ca', 'can'], ['wo', 'will'], ['sha', 'shall'], ["'ll", 'will'], ["'re", 'are'], ["'ve", 'have'], ["'m", 'am'], ["'d", 'would'],
]);

// The part of wink-nlp used here: its own types pass helpers as unbound methods.
interface Column {
  readonly out: (helper: unknown) => unknown;
}
interface Tagger {
  readonly readDoc: (text: string) => Column & { readonly tokens: () => Column; readonly sentences: () => Column };
  readonly its: Readonly<Record<'value' | 'negationFlag' | 'pos' | 'span' | 'sentiment', unknown>>;
}

let customEntities: unknown = null;
/**
 * The language model with one of its parts loaded once only: the package makes that part's JSON text into JSON again at
 * every load, which doubles it each time until it is longer than any string can be, after some twenty loads.
 */
const REUSABLE_MODEL: typeof model = { ...model, metaCER: () => (customEntities ??= (model.metaCER as () => unknown)()) };

const kindOf = (raw: string): TokenKind => {
  if (/[\p{L}]/u.test(raw)) return 'word';
  return /^\p{N}/u.test(raw) ? 'number' : 'punctuation';
};

/**
 * English tokens, negation, sentences and document polarity from wink-nlp, with Snowball stems and slang spellings made full
 * words; parts of speech too where a text holds a word that some pattern asks them of, because tagging is the dearest step. {@link Analyser.recycle} builds a new instance, because wink-nlp keeps every token
 * it has ever seen.
 */
export function englishAnalyser(knowledge: WordKnowledge): Analyser {
  const create = (): Tagger => winkNLP(REUSABLE_MODEL, ['sbd', 'negation', 'sentiment']);
  const createTagging = (): Tagger => winkNLP(REUSABLE_MODEL, ['sbd', 'negation', 'sentiment', 'pos']);
  let nlp = create();
  let tagging: Tagger | null = null;
  const stems = new Map<string, string>();
  const stemOf = (form: string): string => {
    let stem = stems.get(form);
    if (stem === undefined) {
      stem = stemmer(form);
      stems.set(form, stem);
    }
    return stem;
  };
  const formsOf = (raw: string, next: string): { forms: readonly string[]; elongated: boolean } => {
    const lower = foldedForm(raw);
    const piece = PIECES.get(lower);
    if (piece !== undefined && (lower.length > 2 || lower.startsWith("'") || next.toLowerCase() === "n't" || lower === 'nt')) return { forms: [piece], elongated: false };
    const squeezed = squeezedForm(lower, (form) => knowledge.known(form) || knowledge.spellings.has(form));
    const form = squeezed ?? lower;
    const spelling = knowledge.spellings.get(form);
    return { forms: spelling === undefined ? [form] : spelling.split(' '), elongated: squeezed !== null };
  };
  const analyse = (prepared: PreparedText): Analysis => {
    const tagger = knowledge.needsTags?.(prepared.clean) === false ? nlp : (tagging ??= createTagging());
    const { its } = tagger;
    const document = tagger.readDoc(prepared.clean);
    const all = document.tokens();
    const raws = all.out(its.value) as string[];
    const negated = all.out(its.negationFlag) as boolean[];
    const partsOfSpeech = tagger === nlp ? null : (all.out(its.pos) as string[]);
    const spans = document.sentences().out(its.span) as [number, number][];
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    let cursor = 0;
    let spanIndex = 0;
    let first = 0;
    raws.forEach((raw, index) => {
      const at = prepared.clean.indexOf(raw, cursor);
      const from = at < 0 ? cursor : at;
      cursor = Math.min(prepared.clean.length, from + raw.length);
      const start = prepared.origin(from);
      const end = Math.max(start, prepared.origin(Math.max(from, cursor - 1)) + 1);
      const kind = kindOf(raw);
      const { forms, elongated } = kind === 'word' ? formsOf(raw, raws[index + 1] ?? '') : { forms: [raw.slice(0, 12)], elongated: false };
      for (const form of forms) tokens.push({ form, stem: kind === 'word' ? stemOf(form) : form, kind, negated: negated[index] ?? false, elongated, partOfSpeech: partsOfSpeech?.[index] ?? null, start, end });
      if (index >= (spans[spanIndex]?.[1] ?? Number.POSITIVE_INFINITY) || (kind === 'punctuation' && /^[?!]/u.test(raw))) {
        if (index >= (spans[spanIndex]?.[1] ?? Number.POSITIVE_INFINITY)) spanIndex += 1;
        sentences.push({ first, end: tokens.length, question: tokens.slice(-3).some((token) => token.form.includes('?')) });
        first = tokens.length;
      }
    });
    if (tokens.length > first) sentences.push({ first, end: tokens.length, question: false });
    return { tokens, sentences, polarity: Number(document.out(its.sentiment)) || 0 };
  };
  return {
    analyse,
    recycle: () => {
      nlp = create();
      tagging = null;
      stems.clear();
    },
  };
}
