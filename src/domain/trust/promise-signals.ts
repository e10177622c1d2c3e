/** A stretch of a text, UTF-16 units, end excluded. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * What kind of act a promise names: `call` happens away from the page, `tell` is a word to the person, `publish` is a word
 * to everybody on the page itself, `open` is something everybody can see elsewhere (an opening, goods back), `do` anything else.
 */
export const PROMISE_ACTS = ['call', 'tell', 'publish', 'open', 'do'] as const;
export type PromiseAct = (typeof PROMISE_ACTS)[number];

// \b and \w of the language know no accents: "è" would begin no word.
const EDGE = String.raw`(?:(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}]))`;
const inWords = ({ source, flags }: RegExp): RegExp => new RegExp(source.replaceAll(String.raw`\b`, EDGE).replaceAll(String.raw`\w`, String.raw`[\p{L}\p{N}]`), flags);

const CALL = inWords(/\b(?:(?:ri)?chiam\w+|telefon\w+|uno squillo|in privato|via (?:e-?mail|mail|posta|pec)|per (?:posta|e-?mail)|call(?:s|ed|ing)?(?! at\b)|phone|phoning|ring(?:s|ing)?|e-?mail(?:s|ed|ing)?|dm(?:s|ed|ing)?|inbox|in private)\b/iu);
const PUBLISH = inWords(/\b(?:pubblich\w+|post(?:iamo|eremo|ero|erò)|annunc\w+|svel(?:iamo|eremo)|estra(?:rremo|iamo|zione)|sorteggi\w+|proclam\w+|(?:will|['’]ll|to|gonna) post|posting|publish\w*|announc\w*|reveal\w*|unveil\w*|draw(?:s|ing)? (?:the|a|our) winner\w*)\b/iu);
const ON_THE_PAGE = inWords(/\b(?:qui|qua|in pagina|sulla pagina|su questa pagina|nelle storie|nei commenti|sotto (?:questo|il) post|nel post|in diretta|vincitor\w+|vincitric\w+|here|below|on (?:this|our) (?:page|channel|profile|feed|wall)|in (?:this|the) (?:thread|comments|stories)|winner\w*)/iu);
const OPEN = inWords(/\b(?:riapr\w+|riapertura|apr(?:iremo|irà|iranno|iamo)|apertura|torn(?:a|ano|erà|eranno) (?:disponibil\w+|in (?:vendita|negozio|magazzino)|online|sul sito)|rientr(?:a|ano|erà|eranno)|back in (?:stock|store)|restock\w*|reopen\w*|(?:will|going to) open|relaunch\w*)\b/iu);
const TELL = inWords(/\b(?:sapere|aggiorn\w+|rispond\w+|rispost\w+|riscontr\w+|scriv\w+|riscriv\w+|contatt\w+|ricontatt\w+|dir(?:ti|vi|le|emo|ò)|inform\w+|avvis\w+|avvert\w+|comunic\w+|controll\w+|verific\w+|approfond\w+|vediamo|vedremo|chied\w+|sent(?:o|iamo|irò|iremo)|notizi\w+|novità|conferm\w+|get(?:ting)? back|repl(?:y|ies|ying)|respond\w*|let you know|updat\w+|inform\w*|messag\w+|look(?:ing)?|check\w*|find out|investigat\w+|ask\w*|writ\w+|tell\w*|confirm\w*|follow up|touch|answer\w*|hear)\b/iu);

/**
 * The act that the words of a promise name. Text alone decides, so that the same words are always followed in the same way.
 * @example promiseAct('ti richiamiamo domani') // 'call'
 */
export function promiseAct(text: string): PromiseAct {
  if (PUBLISH.test(text) && ON_THE_PAGE.test(text)) return 'publish';
  if (CALL.test(text)) return 'call';
  if (OPEN.test(text)) return 'open';
  return TELL.test(text) ? 'tell' : 'do';
}

const FULFILS = inWords(/\b(?:come (?:promesso|da promessa|annunciato|detto ieri)|as promised|promise kept)\b/giu);
const DONE_IT = String.raw`risolt|spedit|rispedit|rimborsat|accreditat|sistemat|inviat|mandat|sostituit|contattat|chiamat|richiamat|pubblicat|caricat|aggiornat|consegnat|riapert|ripristinat|corrett|pront|partit|ripartit|tornat|arrivat`;
const DONE_EN = 'resolved|refunded|shipped|sent|fixed|replaced|restored|sorted|credited|updated|published|posted|delivered|completed|reopened|corrected|dispatched|processed|released';
const DONE_BY_BRAND = inWords(new RegExp(String.raw`\b(?:(?:ti |vi |l[aei'] ?|gli |lo )?(?:abbiamo|ho) (?:(?:già|appena|subito|ora) )?(?:${DONE_IT})[oaie]\b|(?:è|sono) (?:(?:già|appena|ora|di nuovo|stat[oaie]) ){0,2}(?:(?:${DONE_IT})[oaie]\b|onlin\w*|disponibil\w*|pront[oaie]\b|sul sito)|(?:has|have|is|was|were|been|are|'s|'ve) (?:(?:now|just|already|all|been) ){0,2}(?:${DONE_EN})\b|back up and running|(?:is|are) back (?:up|online|in stock)|now (?:live|available|open))`, 'giu'));
const DONE_BY_ASKER = inWords(new RegExp(String.raw`\b(?:risolt\w*|arrivat\w*|ricevut\w*|rimborsat\w*|accreditat\w*|sistemat\w*|(?<!(?:ho|abbiamo) )(?:ri)?(?:chiamat|contattat)\w*|consegnat\w*|funziona(?: (?:tutto|di nuovo|ora))?|tutto (?:ok|a posto|bene)|(?:is|was|been|got|are|all|has|have|'s|'ve) (?:(?:now|all|been|finally|just|already) ){0,2}(?:resolved|received|fixed|sorted|refunded|delivered|arrived|replaced|working)|(?:i|we) (?:(?:have|just|now|finally|already) ){0,2}(?:received|got) (?:it|them|the (?:refund|money|email|call|reply|parcel|package|order|replacement)|my (?:refund|money|order|parcel|package|replacement|card))|(?:it|they|parcel|package|order|refund|card|money|email|replacement|driver|engineer) (?:(?:has|have|just|finally|now) ){0,2}(?:arrived|came|turned up|come through)|works? (?:now|again|fine)|working (?:now|again|fine)|(?:they|you) (?:called|rang|replied|emailed))\b`, 'giu'));
const DENYING = inWords(/(?:\b(?:non|mai|nessun[oa]?|niente|nulla|zero|neanche|nemmeno|senza|se|quando|ancora da|not|never|no|nobody|none|without|if|when|until|unless|yet to|still)\b|n['’]t\b|n['’]ho\b)[^.!?;]{0,40}$/iu);
const IN_TIME = inWords(/\b(?:in tempo|puntual\w+|nei tempi|entro i tempi|come promesso|in anticipo|on time|in time|as promised|ahead of time|bang on)\b/iu);

const NOT_DONE = inWords(new RegExp(
  [
    String.raw`\bancora (?:niente|nulla|nessun\w*|non |in attesa|ad aspettare|esaurit\w*|ferm[oaie]\b|chius[oaie]\b|zero)`,
    String.raw`\b(?:niente di niente|ancora nulla|nulla di fatto|come non detto|parole al vento|telefono muto|non pervenut\w+|nessuno si è (?:fatto|visto)|siamo sempre lì|punto e a capo|(?:tutto )?come prima|sempre uguale)`,
    String.raw`\bnon (?:(?:se )?ne|l[oaie]|si) (?:vedo|vede|vediamo|trovo|trova)|\bnessun(?:o|a)? (?:mi |ci |ha |si |chiamat\w*|rispost\w*|notizi\w*|novità|rimbors\w*|accredit\w*|pacc\w*|aggiornament\w*|tecnic\w*|corrier\w*|mail|email|telefonat\w*|riscontr\w*|ricaric\w*|ricambi\w*|consegn\w*|segn\w*|contatt\w*)`,
    String.raw`\bnon (?:(?:mi|ci|si|ti|l[oaie]|ne|vi) ){0,2}(?:avete|ha|hanno|è|sono|ho|abbiamo|c['’]è|risulta)(?: (?:ancora|mai|stat[oaie]|più))* ?(?:rispost|richiamat|chiamat|contattat|cercat|arrivat|ricevut|risolt|rimborsat|accreditat|vist|sentit|partit|spedit|fatt|trovat|cambiat|tornat|sistemat|niente|nulla|nessun|ancora|traccia)\w*`,
    String.raw`\b(?:sto|stiamo) (?:ancora )?aspettando|\b(?:aspetto|attendo|aspettiamo) ancora|\bmai (?:arrivat|ricevut|chiamat|richiamat|vist|sentit|rispost)\w*|\bho aspettato\b`,
    String.raw`\b(?:dovev(?:ate|a|ano)|avevate (?:detto|promesso|scritto)|mi avevate|avreste dovuto|sareste dovut\w+|dicevate|mi era stato (?:detto|promesso))\b`,
    String.raw`\b(?:pacco|ordine|tracciamento|tracking|spedizione) (?:è )?(?:ancora )?(?:ferm[oa]|immobile)|\bzero (?:notizie|risposte|chiamate|rimborsi|novità|capsule)`,
    String.raw`\bstill (?:no|not|nothing|waiting|haven|hasn|isn|broken|down|missing|closed|out of stock|the same|nowhere)|\bnever (?:heard|received|called|arrived|got|happened|came|showed|replied|answered)`,
    String.raw`\bno(?: ?one|body)(?: has| have|'s)? (?:called|contacted|replied|answered|phoned|rang|emailed|showed|turned|came|got back)|\bno (?:call|reply|response|answer|refund|email|update|sign|word|news|show|joy|parcel|package)\b`,
    String.raw`\b(?:has|have|did|was|is|were|does)(?:n['’]?t| not) (?:\w+ )?(?:arrived?|happen(?:ed)?|been|come|called?|heard?|received?|g[eo]t|showed?|turned|replied|reply|answered|fixed|working|refunded|resolved|sent|shown)`,
    String.raw`\byou (?:said|promised|told me|were supposed)|\b(?:was|were) (?:supposed|meant) to\b|\bwhere(?:'s| is| are) my\b|\bsame (?:problem|issue)s?\b|\bnothing (?:yet|happened|since|so far)\b|\bas (?:broken|bad) as before\b`,
  ].join('|'),
  'iu',
));

const MOST_BEFORE = 60;
const isQuestion = (text: string, end: number): boolean => /^[^.!?\n]*\?/u.test(text.slice(end));

const firstTrue = (text: string, pattern: RegExp): TextSpan | null => {
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (!DENYING.test(text.slice(Math.max(0, match.index - MOST_BEFORE), match.index)) && !isQuestion(text, end)) return { start: match.index, end };
  }
  return null;
};

/** Where a later message of the brand says that it has been done; null where it does not, denies it, or asks. */
export function doneByBrand(text: string): TextSpan | null {
  return firstTrue(text, FULFILS) ?? firstTrue(text, DONE_BY_BRAND);
}

const MOST_AFTER = 40;
const A_MESSAGE = inWords(/\b(?:messagg\w+|privat\w+|dms?|direct|mail|e-?mails?|message\w*|inbox|pm)\b/iu);

const LEAST_WORDS = 6;

/** Whether a text holds more than a greeting or thanks: six words, handles and links aside. */
export function isMoreThanCourtesy(text: string): boolean {
  return (text.replaceAll(/[@#]\S+|https?:\S+/gu, ' ').match(/\p{L}{2,}/gu)?.length ?? 0) >= LEAST_WORDS;
}

/** Whether what has been done is that the brand wrote in private, which shows nothing of goods, money or openings. */
export function isPrivateWord(text: string, { start, end }: TextSpan): boolean {
  // within its clause: "è partito, la ricevuta è nella mail" says more than a mail
  return A_MESSAGE.test(text.slice(start, end) + (/^[^,.;:!?\n]*/u.exec(text.slice(end, end + MOST_AFTER))?.[0] ?? ''));
}

/** Where the person says that it has happened; null where they do not, deny it, or ask. */
export function doneByAsker(text: string): TextSpan | null {
  return firstTrue(text, DONE_BY_ASKER);
}

/** Whether a text says that something came in its time, whenever the text was written. */
export function saysInTime(text: string): boolean {
  return IN_TIME.test(text);
}

/** Where the person says that it has not happened; null where they do not. A thing that still hurts is not yet such a word. */
export function notDone(text: string): TextSpan | null {
  const found = NOT_DONE.exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

const MOST_QUOTED = 160;

/**
 * The sentence around a stretch of a text, at most 160 units on each side, so that a quote can be understood.
 * @example sentenceAround('Ciao. Non è arrivato niente! Uffa', { start: 6, end: 20 }) // 'Non è arrivato niente!'
 */
export function sentenceAround(text: string, { start, end }: TextSpan): string {
  const before = /[^.!?\n]*$/u.exec(text.slice(Math.max(0, start - MOST_QUOTED), start))?.[0] ?? '';
  const after = /^[^.!?\n]*[.!?]*/u.exec(text.slice(end, end + MOST_QUOTED))?.[0] ?? '';
  return `${before}${text.slice(start, end)}${after}`.trim();
}

const SHORTEST_WORD = 5;
const STEM = 5;
const EMPTY_STEMS: ReadonlySet<string> = new Set(['quest', 'nostr', 'vostr', 'vener', 'luned', 'marte', 'merco', 'giove', 'sabat', 'domen', 'doman', 'setti', 'giorn', 'prossi', 'entro', 'quand', 'tutti', 'tutto', 'ancor', 'subit', 'possi', 'pubbl', 'annun', 'monda', 'tuesd', 'wedne', 'thurs', 'frida', 'satur', 'sunda', 'tomor', 'today', 'their', 'there', 'these', 'which', 'would', 'about', 'after', 'befor', 'publi', 'annou', 'pagin', 'grazi', 'thank']);

const contentStems = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).filter((word) => word.length >= SHORTEST_WORD).map((word) => word.slice(0, STEM)).filter((stem) => !EMPTY_STEMS.has(stem)));

/** How many things two texts both name: words of five letters or more in common by their beginnings, time words aside. */
export function thingsInCommon(one: string, other: string): number {
  const stems = contentStems(one);
  return [...contentStems(other)].filter((stem) => stems.has(stem)).length;
}
