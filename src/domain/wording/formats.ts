/** A share of one hundred with its interval, each 0 to 1. */
export interface ShareEstimate {
  readonly estimate: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** Every way a number, a time or a list is written, in one language and time zone. */
export interface Formats {
  /** A count, exact: "8.214". */
  readonly count: (value: number) => string;
  /** An estimate, at most three significant digits: "0,123". */
  readonly estimate: (value: number) => string;
  /** Points of the ledger are sums of counts: exact, to the hundredth that weights can make. */
  readonly points: (value: number) => string;
  /** For cells of a table that a spreadsheet reads: every digit to the millionth, the language's decimal sign, nothing between thousands. */
  readonly plain: (value: number) => string;
  /** A share without interval, in a hundred: "31 su 100". */
  readonly share: (value: number) => string;
  /** A share with its interval: "31 su 100 (tra 27 e 35)"; "n.d." when there is no estimate. */
  readonly shareWithInterval: (share: ShareEstimate) => string;
  /** "tra 27 e 35", or null when one limit is missing. The limits are written already. */
  readonly between: (low: string | null, high: string | null) => string | null;
  /** Seconds in the two largest units: "2 giorni e 13 ore". Negative durations keep their sign. */
  readonly duration: (seconds: number) => string;
  /** For axes: "2 g 13 h". */
  readonly shortDuration: (seconds: number) => string;
  /** "più di 7 giorni", for a median that was not reached. */
  readonly moreThan: (seconds: number) => string;
  /** "troppo pochi (12)". */
  readonly tooFew: (n: number) => string;
  /** A progress or coverage, rounded down so that 100 % means all: "99 %". */
  readonly floorPercent: (value: number) => string;
  readonly date: (ms: number) => string;
  /** "3 mar 2026". */
  readonly shortDate: (ms: number) => string;
  readonly dateTime: (ms: number) => string;
  /** "marzo 2026". */
  readonly month: (ms: number) => string;
  /** "mar". */
  readonly shortMonth: (ms: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly bytes: (bytes: number) => string;
}

type FormatLanguage = 'it' | 'en';
type Unit = 'day' | 'hour' | 'minute' | 'second';

const WORDS = {
  it: { inHundred: (value: string) => `${value} su 100`, between: (low: string, high: string) => `tra ${low} e ${high}`, moreThan: (value: string) => `più di ${value}`, tooFew: (n: string) => `troppo pochi (${n})`, unknown: 'non determinabile', day: 'g', hour: 'h', minute: 'min', second: 's' },
  en: { inHundred: (value: string) => `${value} in 100`, between: (low: string, high: string) => `between ${low} and ${high}`, moreThan: (value: string) => `more than ${value}`, tooFew: (n: string) => `too few (${n})`, unknown: 'cannot be told', day: 'd', hour: 'h', minute: 'min', second: 's' },
} as const;
const UNITS: readonly { readonly unit: Unit; readonly seconds: number }[] = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
];
const LONGEST_WITH_HOURS_SECONDS = 30 * 86_400;

/**
 * Splits a duration into at most its two largest units, rounded to the smaller of them first so that nothing reads
 * "1 hour and 60 minutes". From thirty days on only whole days are given: hours, and parts of a day, would claim more than an estimate knows.
 * @example durationParts(219_600) // [{ unit: 'day', value: 2 }, { unit: 'hour', value: 13 }]
 */
export function durationParts(seconds: number): readonly { readonly unit: Unit; readonly value: number }[] {
  const whole = Math.round(Math.abs(seconds));
  if (whole >= LONGEST_WITH_HOURS_SECONDS) return [{ unit: 'day', value: Math.round(whole / 86_400) }];
  const position = UNITS.findIndex((candidate) => whole >= candidate.seconds);
  const large = UNITS[position];
  const small = UNITS[position + 1];
  if (large === undefined || small === undefined) return [{ unit: 'second', value: whole }];
  const rounded = Math.round(whole / small.seconds) * small.seconds;
  const before = UNITS[position - 1];
  if (before !== undefined && rounded >= before.seconds) return [{ unit: before.unit, value: 1 }];
  const parts = [
    { unit: large.unit, value: Math.floor(rounded / large.seconds) },
    { unit: small.unit, value: (rounded % large.seconds) / small.seconds },
  ];
  return parts.filter(({ value }) => value > 0);
}

/** Makes the formats of a language. `timeZone` is the project's, so that days are the days people lived. */
export function createFormats(language: FormatLanguage, timeZone?: string): Formats {
  const locale = language === 'it' ? 'it-IT' : 'en-GB';
  const words = WORDS[language];
  const zone = timeZone === undefined ? {} : { timeZone };
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'always' });
  const estimate = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3, useGrouping: 'always' });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false });
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: 'always' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', ...zone });
  const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', ...zone });
  const dateTime = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', ...zone });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', ...zone });
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', ...zone });
  const units = new Map(UNITS.map(({ unit }) => [unit, new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })]));

  const duration = (seconds: number): string => {
    const written = list.format(durationParts(seconds).map(({ unit, value }) => units.get(unit)?.format(value) ?? ''));
    return seconds <= -0.5 ? `−${written}` : written;
  };
  const inHundred = (value: number): string => estimate.format(Math.round(value * 1000) / 10);
  /** Whole numbers are enough once an interval says how little the decimals mean. */
  const wholeInHundred = (value: number): string => count.format(value * 100);
  const between = (low: string | null, high: string | null): string | null => (low === null || high === null ? null : words.between(low, high));

  return {
    count: (value) => count.format(value),
    estimate: (value) => estimate.format(value),
    points: (value) => points.format(value),
    plain: (value) => plain.format(value),
    share: (value) => words.inHundred(inHundred(value)),
    shareWithInterval({ estimate: value, low, high }) {
      if (value === null) return words.unknown;
      const written = words.inHundred(wholeInHundred(value));
      const interval = between(typeof low === 'number' ? wholeInHundred(low) : null, typeof high === 'number' ? wholeInHundred(high) : null);
      return interval === null ? written : `${written} (${interval})`;
    },
    between,
    duration,
    shortDuration(seconds) {
      const written = durationParts(seconds).map(({ unit, value }) => `${count.format(value)} ${words[unit]}`).join(' ');
      return seconds <= -0.5 ? `−${written}` : written;
    },
    moreThan: (seconds) => words.moreThan(duration(seconds)),
    tooFew: (n) => words.tooFew(count.format(n)),
    floorPercent: (value) => percent.format(Math.floor(value * 100 + 1e-9) / 100),
    date: (ms) => date.format(ms),
    shortDate: (ms) => shortDate.format(ms),
    dateTime: (ms) => dateTime.format(ms),
    month: (ms) => month.format(ms),
    shortMonth: (ms) => shortMonth.format(ms).replace('.', ''),
    list: (items) => list.format(items),
    bytes(bytes) {
      const [unit, size] = bytes >= 1e9 ? (['gigabyte', 1e9] as const) : bytes >= 1e6 ? (['megabyte', 1e6] as const) : bytes >= 1e3 ? (['kilobyte', 1e3] as const) : (['byte', 1] as const);
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 }).format(bytes / size);
    },
  };
}
