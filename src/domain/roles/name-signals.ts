import type { BrandNames } from './brand-names.ts';
import type { RoleSignal } from './role-signal.ts';
import { nameKey, nameWords } from './written-name.ts';

/** Words that a brand adds to its own name where an account is one of its desks, shops or countries. */
const SERVICE_WORDS: ReadonlySet<string> = new Set([
  'official', 'ufficiale', 'support', 'supporto', 'assistenza', 'help', 'helps', 'helpdesk', 'care', 'cares', 'customer', 'customers', 'clienti', 'cliente', 'service', 'services', 'servizio', 'team', 'staff', 'ask', 'hello', 'ciao', 'the', 'il', 'la', 'lo', 'i', 'by', 'di', 'social',
  'italia', 'italy', 'it', 'uk', 'us', 'usa', 'eu', 'europe', 'europa', 'global', 'world', 'international', 'de', 'fr', 'es', 'store', 'shop', 'negozio', 'bottega', 'bar', 'online', 'app', 'news', 'press', 'jobs', 'careers', 'hq', 'inc', 'srl', 'spa', 'ltd', 'co', 'com', 'group', 'gruppo', 'tv', 'magazine', 'page', 'pagina', 'real', 'info',
]);

/** Words that turn a brand's name into somebody else's: fans, enemies, people who left. */
const OTHERS_WORDS: ReadonlySet<string> = new Set([
  'fan', 'fans', 'fanpage', 'club', 'amici', 'amico', 'amica', 'friends', 'lover', 'lovers', 'amanti', 'no', 'anti', 'non', 'not', 'ex', 'former', 'contro', 'against', 'basta', 'stop', 'boicotta', 'boycott', 'truffa', 'truffati', 'scam', 'vittime', 'victims', 'meme', 'memes', 'parody', 'parodia', 'fake', 'unofficial', 'sucks', 'hater', 'haters', 'cliente', 'clienti', 'customer', 'stan', 'gruppo', 'group', 'mamme', 'vs',
]);

/** Words that tie a person's name to where they work. */
const TIES: ReadonlySet<string> = new Set(['di', 'da', 'del', 'della', 'dello', 'at', 'from', 'per', 'for', 'of', 'presso', 'with', 'team', 'staff', 'dal', 'dalla']);
const TIE_SIGNS = /[@|\-–—·•/()[\],~]/u;

const MOST_PERSON_WORDS = 4;

/** An account by its names. */
export interface AccountNames {
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
}

type Named = Pick<RoleSignal, 'role' | 'brandId' | 'rule' | 'confidence'>;

function signalOf(written: string, brands: BrandNames): Named | null {
  const words = nameWords(written);
  const whole = brands.whole(words.join(''));
  if (whole !== null) return { role: 'voice', brandId: whole.brandId, rule: 'name-is-brand', confidence: whole.distinct ? 0.85 : 0.5 };
  const [span] = brands.spans(words);
  if (span === undefined) return null;
  const rest = [...words.slice(0, span.first), ...words.slice(span.end)];
  if (rest.some((word) => OTHERS_WORDS.has(word) && !SERVICE_WORDS.has(word)) || (words[span.first - 1] !== undefined && OTHERS_WORDS.has(words[span.first - 1] ?? ''))) return null;
  if (rest.every((word) => SERVICE_WORDS.has(word))) return { role: 'voice', brandId: span.brandId, rule: 'name-is-desk-of-brand', confidence: span.distinct ? 0.75 : 0.5 };
  // a person, then where they work
  const before = words.slice(0, span.first);
  const person = before.filter((word) => !TIES.has(word) && !SERVICE_WORDS.has(word));
  const isTied = before.some((word) => TIES.has(word)) || (TIE_SIGNS.test(written) && written.includes(' '));
  const isNamed = /^\p{Lu}/u.test(written.trim());
  if (!isTied || !isNamed || person.length === 0 || person.length > MOST_PERSON_WORDS || person.some((word) => /\p{N}/u.test(word))) return null;
  return { role: 'employee', brandId: span.brandId, rule: 'name-holds-brand', confidence: span.distinct ? 0.7 : 0.45 };
}

/**
 * What an account's names say of it: it is called like a brand or one of its desks (it may speak for it), or like a person
 * of the brand (it may be an employee, whose comments stay a person's). Fans and enemies of a brand are left alone. A brand
 * whose name is a single word is also a person's, so such names weigh less.
 */
export function nameSignals({ nativeId, handle, name }: AccountNames, brands: BrandNames): RoleSignal[] {
  const found = new Map<string, RoleSignal>();
  for (const written of new Set([name, handle, nativeId])) {
    if (written === null || nameKey(written) === '') continue;
    const named = signalOf(written, brands);
    if (named === null) continue;
    // a handle is chosen to be found under: it weighs more than a name of one word
    const confidence = written === handle && named.role === 'voice' ? Math.max(named.confidence, 0.65) : named.confidence;
    const key = `${named.role} ${named.rule}`;
    if ((found.get(key)?.confidence ?? 0) < confidence) found.set(key, { ...named, confidence, basis: 'name', messageId: null, atMs: null });
  }
  return [...found.values()];
}
