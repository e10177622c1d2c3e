import { capitalised } from './capitalised.ts';

/** What a sentence needs of a language: its catalogue, and how it writes durations, counts and shares. */
export interface SentenceVoice {
  /** A catalogue entry below `charts.`, with its values filled in; `count` chooses the plural. */
  readonly words: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly duration: (seconds: number) => string;
  readonly count: (value: number) => string;
  /** A share as "31" of "31 in 100". */
  readonly inHundred: (share: number) => string;
}

/** What a rule found: its id, how far it can be trusted, its numbers and codes by name, and its cases. */
export interface FindingParts {
  readonly rule: string;
  readonly form: 'clear' | 'not-clear' | 'too-few';
  readonly values: Readonly<Record<string, number | string | null>>;
  readonly n: number;
}

/** How a rule is put into words: its catalogue key, the numbers its forms cannot do without, what its limits measure. */
interface RuleWording {
  readonly key: string;
  readonly clear: readonly string[];
  readonly notClear: readonly string[];
  readonly limits: 'waits' | 'shares' | 'share-differences';
}

const RULES: Readonly<Record<string, RuleWording>> = {
  'response.gap': { key: 'gap', clear: ['gapSeconds'], notClear: ['low', 'high'], limits: 'waits' },
  'response.answeredWithin': { key: 'answeredWithin', clear: ['estimate', 'low', 'high'], notClear: ['low', 'high'], limits: 'shares' },
  'coverage.absent': { key: 'coverageAbsent', clear: ['messages'], notClear: ['messages'], limits: 'shares' },
  'tribes.largest': { key: 'largestTribe', clear: ['share', 'size'], notClear: ['size'], limits: 'shares' },
  'response.best': { key: 'best', clear: ['estimate', 'low', 'high'], notClear: ['low', 'high'], limits: 'shares' },
  'criticism.praise': { key: 'criticism', clear: ['criticism', 'praise'], notClear: ['low', 'high'], limits: 'share-differences' },
  'promises.kept': { key: 'promises', clear: ['estimate', 'low', 'high'], notClear: ['low', 'high'], limits: 'shares' },
  'contest.vanished': { key: 'contest', clear: ['entrants', 'vanished', 'low', 'high'], notClear: ['entrants', 'low', 'high'], limits: 'shares' },
  'silence.count': { key: 'silence', clear: ['silent', 'n'], notClear: ['silent', 'n'], limits: 'shares' },
};

const WEEK_SECONDS = 604_800;

const ZONE_KEYS: Readonly<Record<string, string>> = {
  'gives-more': 'givesMore',
  even: 'even',
  'receives-more': 'receivesMore',
  'little-active': 'littleActive',
  few: 'few',
};

/** A difference of waits with its direction in words: "3 hours more". */
export function signedWait(seconds: number, voice: SentenceVoice): string {
  return voice.words(seconds < 0 ? 'signed.less' : 'signed.more', { duration: voice.duration(Math.abs(seconds)) });
}

/** A difference of shares with its direction in words: "3 in 100 more". */
export function signedShare(share: number, voice: SentenceVoice): string {
  return voice.words(share < 0 ? 'signed.sharesLess' : 'signed.sharesMore', { share: voice.inHundred(Math.abs(share)) });
}

/** The words for one kind of person, by what they ask: "people who report a problem". */
export function peopleByIntent(intent: string, voice: SentenceVoice): string {
  return voice.words(`people.${intent === 'promotion-posts' ? 'promotionPosts' : intent === '' ? 'all' : intent}`);
}

/** The words for the people of one zone of the value map: "people who give more than they receive". */
export function peopleByZone(zone: string, voice: SentenceVoice): string {
  return voice.words(`zonePeople.${ZONE_KEYS[zone] ?? 'few'}`);
}

/**
 * A finding as one sentence about people, in the reader's language and in the form that the data allow: clear, not clear,
 * too few. A clear or unclear form whose numbers are missing is written as too few, never with a hole in it. A rule that
 * the catalogue does not know gets a neutral sentence.
 */
export function findingSentence({ rule, form, values, n }: FindingParts, voice: SentenceVoice): string {
  const wording = RULES[rule];
  if (wording === undefined) return voice.words('finding.unknown');
  const number = (name: string): number | null => (typeof values[name] === 'number' ? values[name] : null);
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const count = (name: string): string => voice.count(number(name) ?? 0);
  const hundred = (name: string): string => voice.inHundred(number(name) ?? 0);
  const limit = (name: string): string => {
    const value = number(name) ?? 0;
    if (wording.limits === 'waits') return signedWait(value, voice);
    return wording.limits === 'shares' ? voice.inHundred(value) : signedShare(value, voice);
  };
  const complete = (names: readonly string[]): boolean => names.every((name) => number(name) !== null);
  const gapSeconds = number('gapSeconds') ?? 0;
  let formKey = 'tooFew';
  if (form === 'not-clear' && complete(wording.notClear)) formKey = 'notClear';
  if (form === 'clear' && complete(wording.clear)) formKey = wording.key === 'gap' ? (gapSeconds < 0 ? 'clearLess' : 'clearMore') : 'clear';
  const subjects = number('containers') ?? number('contests') ?? 1;
  return capitalised(
    voice.words(`finding.${wording.key}.${formKey}`, {
      who: text('zone') === '' ? peopleByIntent(text('intent'), voice) : peopleByZone(text('zone'), voice),
      reference: peopleByIntent(text('reference'), voice),
      gap: voice.duration(Math.abs(gapSeconds)),
      horizon: voice.duration(number('horizonSeconds') ?? WEEK_SECONDS),
      time: voice.duration(number('seconds') ?? WEEK_SECONDS),
      share: number('estimate') === null ? hundred('share') : hundred('estimate'),
      low: limit('low'),
      high: limit('high'),
      criticism: hundred('criticism'),
      praise: hundred('praise'),
      size: count('size'),
      messages: count('messages'),
      kept: count('kept'),
      late: count('late'),
      broken: count('broken'),
      unverifiable: count('unverifiable'),
      silent: count('silent'),
      of: count('n'),
      n: voice.count(n),
      entrants: count('entrants'),
      vanished: count('vanished'),
      days: count('days'),
      number: voice.count(subjects),
      count: subjects,
    }),
  );
}
