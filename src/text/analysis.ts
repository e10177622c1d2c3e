/** What one slot of a text is made of once links, mentions and emoji are set aside. */
export type TokenKind = 'word' | 'number' | 'punctuation';

/**
 * One token of an analysed text. `form` is lower case without accents, elongation and slang ("XKÉ" gives "perche");
 * `stem` is the Snowball stem of the form without clitics; offsets are UTF-16 units into the text as given.
 * `negated` marks words in the reach of a negation. `partOfSpeech` is the universal tag, null where no tagger exists.
 */
export interface Token {
  readonly form: string;
  readonly stem: string;
  readonly kind: TokenKind;
  readonly negated: boolean;
  readonly elongated: boolean;
  readonly partOfSpeech: string | null;
  readonly start: number;
  readonly end: number;
  /** What is remembered of the form; left out where nothing is. */
  readonly memory?: WordMemory;
}

/**
 * What the parts of one language's reader remember of a form, each in a place of its own; undefined where nothing is remembered yet.
 * One object a form, so that what is known of a word is at hand with its token and need not be looked up by every part again.
 */
export interface WordMemory {
  inbound: unknown;
  outbound: unknown;
  promises: unknown;
  ngrams: unknown;
  valence: number | undefined;
}

/** Where the matcher of a set of patterns remembers what may begin at a word. */
export type PatternPlace = 'inbound' | 'outbound' | 'promises';

/** A sentence as a range of tokens, last token excluded. `question` is true when it closes with a question mark. */
export interface Sentence {
  readonly first: number;
  readonly end: number;
  readonly question: boolean;
}

/** The one analysis that both languages deliver, so that every rule is written once. */
export interface Analysis {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Document polarity in [-1, 1] by the tagger's own lexicon; 0 where there is none. */
  readonly polarity: number;
}

/** A prepared text: what the analysers see, with the way back to offsets of the text as given. */
export interface PreparedText {
  /** Without links, mentions, emoji, control and combining characters; bounded in length. */
  readonly clean: string;
  /** Offset in `clean` to offset in the text as given. */
  readonly origin: (cleanOffset: number) => number;
  readonly emoji: readonly string[];
  readonly hashtags: readonly string[];
  readonly mentions: number;
  readonly startsWithMention: boolean;
  readonly links: number;
  /** The text was longer than the reader's bound and only its beginning is read. */
  readonly cut: boolean;
}

/** A language's analyser: tokens, stems, negation and sentences from a prepared text. */
export interface Analyser {
  readonly analyse: (prepared: PreparedText) => Analysis;
  /** Drops caches that grow with unseen words. */
  readonly recycle: () => void;
}
