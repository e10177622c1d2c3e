import type { Intent, ReplyCoverage, Zone } from '../../domain/model/codes.ts';

/** Italian names of the requests' kinds, as plural subjects. */
export const REQUEST_WORDS: Readonly<Partial<Record<Intent, string>>> = {
  information: 'Domande',
  trouble: 'Problemi segnalati',
  idea: 'Proposte',
  purchase: "Intenzioni d'acquisto",
  decision: 'Richieste di parere',
  praise: 'Complimenti',
};

/** Italian names of the zones of the value map, as groups of people. */
export const ZONE_WORDS: Readonly<Record<Zone, string>> = {
  'gives-more': 'Danno più di quanto ricevono',
  even: 'Danno quanto ricevono',
  'receives-more': 'Ricevono più di quanto danno',
  'little-active': 'Poco attivi',
  few: 'Meno di cinque tracce',
};

/** Italian words for whether a brand's replies are in the data. */
export const COVERAGE_WORDS: Readonly<Record<ReplyCoverage, string>> = {
  present: 'risposte presenti',
  partly: 'risposte solo in parte',
  absent: 'nessuna risposta nei dati',
};

const integer = new Intl.NumberFormat('it', { useGrouping: 'always' });

/** A count, exact, with Italian grouping: 8.214; `non calcolabile` for null. */
export function countWords(count: number | null): string {
  return count === null ? 'non calcolabile' : integer.format(count);
}

/** An estimate with at most three significant digits; `non calcolabile` for null. */
export function estimateWords(value: number | null): string {
  return value === null ? 'non calcolabile' : new Intl.NumberFormat('it', { maximumSignificantDigits: 3 }).format(value);
}

/** A share in hundredths with its interval: `31 su 100 (tra 24 e 40)`. */
export function shareWords({ estimate, low, high }: { estimate: number | null; low: number | null; high: number | null }): string {
  if (estimate === null) return 'non calcolabile';
  const hundredths = (share: number): string => String(Math.round(share * 100));
  return `${hundredths(estimate)} su 100${low === null || high === null ? '' : ` (tra ${hundredths(low)} e ${hundredths(high)})`}`;
}

/** A wait in its two largest units: `2 giorni e 13 ore`, `4 minuti`, `meno di un minuto`. */
export function waitWords(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes === 0) return 'meno di un minuto';
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const left = minutes % 60;
  const parts = [
    ...(days > 0 ? [days === 1 ? '1 giorno' : `${days} giorni`] : []),
    ...(hours > 0 ? [hours === 1 ? '1 ora' : `${hours} ore`] : []),
    ...(left > 0 ? [left === 1 ? '1 minuto' : `${left} minuti`] : []),
  ];
  return parts.slice(0, 2).join(' e ');
}

/** A difference of waits with its direction in words. */
export function gapWords(seconds: number): string {
  return `${waitWords(seconds)} ${seconds < 0 ? 'in meno' : 'in più'}`;
}

/** A day as gg/mm/aaaa in a zone. */
export function dayWords(atMs: number | null, timeZone: string): string {
  return atMs === null ? 'data ignota' : new Intl.DateTimeFormat('it', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }).format(atMs);
}
