import englishRoles from '../../resources/lexicons/en/roles.json' with { type: 'json' };
import italianRoles from '../../resources/lexicons/it/roles.json' with { type: 'json' };
import { ROLES, type Role } from '../domain/model/codes.ts';
import { READ_LANGUAGES, type ReadLanguage } from './lexicon.ts';

/** Where a rule of roles reads. */
export type RoleText = 'text' | 'profile';

/**
 * A rule that reads a role from words. `brand` says which brand it speaks of: one that the words name, the one whose place
 * the message stands in, or either. `guard` are words that, right before a match, make it something else, `followers` those
 * right after it. `standsAlone`
 * marks a rule of profiles that says what a person is to every brand.
 */
export interface RoleWordRule {
  readonly rule: string;
  readonly language: ReadLanguage;
  readonly role: Role;
  readonly on: readonly RoleText[];
  readonly brand: 'named' | 'place' | 'any';
  readonly confidence: number;
  readonly ends: boolean;
  readonly standsAlone: boolean;
  readonly guard: ReadonlySet<string>;
  readonly followers: ReadonlySet<string>;
  readonly patterns: readonly string[];
  /** Sentences it must find, and sentences it must leave alone; `{brand}` stands for a brand's name. */
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

/** The rules of one language with what its readers write for some words, and the words that turn a sentence round. */
export interface RoleLexicon {
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly negators: ReadonlySet<string>;
  readonly rules: readonly RoleWordRule[];
}

interface WrittenRule {
  readonly rule: string;
  readonly role: string;
  readonly on: readonly string[];
  readonly brand: string;
  readonly confidence: number;
  readonly ends?: boolean;
  readonly standsAlone?: boolean;
  readonly guard?: readonly string[];
  readonly followers?: readonly string[];
  readonly patterns: readonly string[];
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

const isRole = (code: string): code is Role => (ROLES as readonly string[]).includes(code);
const isPlace = (code: string): code is RoleText => code === 'text' || code === 'profile';
const isBrandUse = (code: string): code is RoleWordRule['brand'] => code === 'named' || code === 'place' || code === 'any';

function checkedRule({ rule, role, on, brand, confidence, ends = false, standsAlone = false, guard = [], followers = [], patterns, matches, rejects }: WrittenRule, language: ReadLanguage): RoleWordRule {
  if (!isRole(role) || !isBrandUse(brand) || !(confidence > 0 && confidence < 1)) throw new TypeError(`invalid lexicon: ${language} roles, rule ${rule}`);
  return { rule, language, role, on: on.filter(isPlace), brand, confidence, ends, standsAlone, guard: new Set(guard), followers: new Set(followers), patterns, matches, rejects };
}

/** Rules of roles of a language. Throws TypeError `invalid lexicon: ...` naming the rule when a file is not as expected. */
export function roleLexicon(language: ReadLanguage): RoleLexicon {
  const file: { readonly spellings: Readonly<Record<string, string>>; readonly negators: readonly string[]; readonly rules: readonly WrittenRule[] } = language === 'it' ? italianRoles : englishRoles;
  return {
    spellings: new Map(Object.entries(file.spellings).map(([written, meant]) => [written, meant.split(' ')])),
    negators: new Set(file.negators),
    rules: file.rules.map((rule) => checkedRule(rule, language)),
  };
}

/** Every rule that reads roles from words, of all languages. */
export function roleWordRules(): RoleWordRule[] {
  return READ_LANGUAGES.flatMap((language) => roleLexicon(language).rules);
}
