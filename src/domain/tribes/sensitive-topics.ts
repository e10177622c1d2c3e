/** Topics on which a tribe may not rest without a reason: what people say of them may be held against them. */
export const SENSITIVE_TOPICS = ['health', 'faith', 'politics', 'sexuality', 'union'] as const;
export type SensitiveTopic = (typeof SENSITIVE_TOPICS)[number];

/** Beginnings of words, folded to lower case without accents, Italian then English; a trailing `$` asks for the whole word. */
const BEGINNINGS: Readonly<Record<SensitiveTopic, readonly string[]>> = {
  health: [
    'celiac', 'malat', 'malatt', 'diabet', 'tumor', 'cancro$', 'depress', 'ansia$', 'ansios', 'disabil', 'invalidit', 'invalido$', 'invalidi$', 'gravidanz', 'incint', 'allergi', 'intolleran', 'anoress', 'bulimi', 'obes', 'autis', 'epiless', 'asma$', 'asmatic', 'terapia', 'terapie', 'farmac', 'psicolog', 'psichiatr', 'sieropositiv', 'hiv$', 'vaccin', 'infertil', 'menopaus', 'demenz', 'alzheimer', 'parkinson', 'dipendenz', 'alcolist', 'tossicodipend', 'salute$',
    'coeliac', 'ill$', 'illness', 'sick$', 'sickness', 'disease', 'cancer', 'anxiety', 'anxious', 'disab', 'pregnan', 'allerg', 'intoleran', 'anorex', 'bulimi', 'epilep', 'asthma', 'therapy', 'medication', 'psycholog', 'autism', 'addict', 'alcoholi', 'dementia', 'menopause', 'health$',
  ],
  faith: [
    'cattolic', 'cristian', 'musulman', 'islam', 'ebre', 'ebraic', 'buddis', 'induis', 'ateo$', 'ateis', 'religio', 'chiesa', 'moschea', 'sinagog', 'preghier', 'ramadan', 'halal', 'kosher', 'testimoni di geova', 'fede$', 'vangel', 'corano',
    'catholic', 'christian', 'muslim', 'jew$', 'jews$', 'jewish', 'buddhis', 'hindu', 'atheis', 'church', 'mosque', 'synagogue', 'prayer', 'faith$', 'bible', 'quran',
  ],
  politics: [
    'politic', 'elettor', 'elezion', 'di destra$', 'di sinistra$', 'fascis', 'comunis', 'socialis', 'leghist', 'grillin', 'meloni$', 'berlusconi$', 'sovranis', 'immigrazion',
    'election', 'voter', 'republican', 'democrat', 'conservative', 'liberal$', 'liberals$', 'fascist', 'communist', 'socialist', 'labour party', 'tory$', 'tories$', 'immigration',
  ],
  sexuality: [
    'gay$', 'lesbic', 'omosessual', 'bisessual', 'transessual', 'transgender', 'lgbt', 'queer$', 'eterosessual', 'sessualit', 'orientamento sessuale', 'pride$',
    'lesbian', 'homosexual', 'bisexual', 'transsexual', 'heterosexual', 'sexuality', 'sexual orientation',
  ],
  union: ['sindacat', 'sindacal', 'sciopero$', 'scioperi$', 'scioperant', 'cgil$', 'cisl$', 'uil$', 'cobas$', 'rsu$', 'trade union', 'unionis', 'unioniz', 'union member', 'labor union', 'strike action', 'picket'],
};

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

function holdsBeginning(text: string, beginning: string): boolean {
  const whole = beginning.endsWith('$');
  const sought = whole ? beginning.slice(0, -1) : beginning;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const starts = at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
    const ends = !whole || !/[\p{L}\p{N}]/u.test(text.charAt(at + sought.length));
    if (starts && ends) return true;
  }
  return false;
}

/**
 * The sensitive topics that some words touch, in a fixed order: words of a tribe's name, of its rule, or that tell it
 * apart. A list in Italian and English, by the beginnings of words; it warns and forbids nothing. Source: the special
 * categories of article 9 of Regulation (EU) 2016/679.
 * @example sensitiveTopics(['Parlano di celiachia']) // ['health']
 */
export function sensitiveTopics(words: readonly string[]): SensitiveTopic[] {
  const texts = words.map(folded);
  return SENSITIVE_TOPICS.filter((topic) => BEGINNINGS[topic].some((beginning) => texts.some((text) => holdsBeginning(text, beginning))));
}
