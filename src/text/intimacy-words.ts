import { foldedForm } from './folded-form.ts';
import type { ReadLanguage } from './lexicon.ts';
import { scannableText, scanWords } from './scanned-words.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter((word) => word !== '').map(foldedForm));

/**
 * Words by which people show that they are close, by language: affection, family and friends, feelings said of oneself, the events
 * of a private life. Left out on purpose: "caro" and "dear", which open letters and price lists, "love", which people say of coffee,
 * and thanks, which the brand's customers write to anybody.
 */
export const INTIMACY_WORDS: Readonly<Record<ReadLanguage, ReadonlySet<string>>> = {
  it: words(`abbraccio abbracci abbraccione abbracciami bacio baci bacione bacioni bacini amore tesoro tesorino stella cuoricino cucciolo cucciola
    mamma mammina papà babbo nonna nonno nonni zia zio sorella sorellina fratello fratellino figlia figlio figli figlie nipote nipoti marito moglie compagna fidanzato fidanzata cugina cugino
    amica amiche amico amici amicizia comare
    manchi mancate mancata mancato bene tvb tvtb piango piangere pianto commossa commosso commuovi emozionata emozionato felicissima felicissimo triste tristezza paura sola solo solitudine sofferto soffro ansia vergogno confido confidarti sogno
    compleanno matrimonio sposata sposato sposi incinta gravidanza nascita nata nato laurea laureata laureato anniversario lutto funerale malattia ospedale guarita guarito vacanza vacanze`),
  en: words(`hug hugs hugging kiss kisses xoxo xx darling sweetheart honey babe sweetie
    mum mummy mom mommy dad daddy grandma grandad granddad grandmother grandfather aunt uncle sister brother daughter son kids husband wife partner fiance fiancee boyfriend girlfriend cousin niece nephew
    friend friends friendship bestie bff buddy
    miss missed crying cried tears proud heartbroken lonely alone scared afraid anxious anxiety ashamed sad happiest dream confide
    birthday wedding married engaged pregnant baby newborn graduation graduated anniversary funeral grief hospital illness recovered holiday holidays`),
};

/** Words of these that mean closeness only beside another: "bene" after a form of "volere", "solo" and "sola" after "sono" or "sentire". */
const BESIDE: Readonly<Record<string, ReadonlySet<string>>> = {
  bene: words('voglio vuoi vuole vogliamo volete vogliono volere voluto'),
  solo: words('sono sento sentito restare rimasto'),
  sola: words('sono sento sentita restare rimasta'),
  nata: words('è appena'),
  nato: words('è appena'),
  miss: words('i we will'),
  missed: words('i we'),
};
const HEARTS = /[\u2764\u{1F495}-\u{1F49F}\u{1F970}\u{1F618}\u{1F917}\u{1FAC2}\u{1F5A4}\u{1F90D}\u{1F90E}]/u;

/**
 * Whether a text holds a word or a sign of closeness, in the language it was read in. A short list, written for this program: it
 * sees the plain cases and misses irony and dialect. Linear in the length.
 * @example holdsIntimacyWord('Ti voglio bene, a presto', 'it') // true
 */
export function holdsIntimacyWord(text: string, language: ReadLanguage): boolean {
  if (HEARTS.test(text)) return true;
  const known = INTIMACY_WORDS[language];
  let before = '';
  let found = false;
  scanWords(scannableText(text), ({ form }) => {
    const folded = foldedForm(form);
    if (known.has(folded)) {
      const needed = Object.hasOwn(BESIDE, folded) ? BESIDE[folded] : undefined;
      if (needed?.has(before) !== false) found = true;
    }
    before = folded;
  });
  return found;
}
