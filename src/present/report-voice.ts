import { createInstance } from 'i18next';
import { codes as englishCodes } from '../domain/wording/en/codes.ts';
import { findingWords as englishFindings } from '../domain/wording/en/finding-words.ts';
import { initiativeWords as englishInitiatives } from '../domain/wording/en/initiative-words.ts';
import { unseenWords as englishUnseen } from '../domain/wording/en/unseen-words.ts';
import type { SentenceVoice } from '../domain/wording/finding-sentence.ts';
import { createFormats, type Formats } from '../domain/wording/formats.ts';
import { codes } from '../domain/wording/it/codes.ts';
import { findingWords } from '../domain/wording/it/finding-words.ts';
import { initiativeWords } from '../domain/wording/it/initiative-words.ts';
import { unseenWords } from '../domain/wording/it/unseen-words.ts';
import { networkName } from '../domain/wording/network-name.ts';
import { ideaWords as englishIdeas } from './words/en/idea-words.ts';
import { reportWords as englishReport } from './words/en/report-words.ts';
import { ideaWords } from './words/it/idea-words.ts';
import { reportWords } from './words/it/report-words.ts';

/** How a report speaks: its catalogue, formats of its language, days of the project's zone. */
export interface ReportVoice extends SentenceVoice {
  readonly language: 'it' | 'en';
  readonly formats: Formats;
  /** Any entry, its catalogue first (`report.board.title`, `codes.replies.absent`, `overview.unseen.other`); a numeric `count` chooses the plural and is written as `n`. */
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** A network by the name people know it by. */
  readonly network: (code: string) => string;
  /** The ISO day of a time. */
  readonly isoDay: (ms: number) => string;
}

const CATALOGUES = {
  it: { charts: findingWords, codes, initiatives: initiativeWords, overview: { unseen: unseenWords }, report: reportWords, ideas: ideaWords },
  en: { charts: englishFindings, codes: englishCodes, initiatives: englishInitiatives, overview: { unseen: englishUnseen }, report: englishReport, ideas: englishIdeas },
};

/** Makes the voice of a report. An entry that no catalogue has is a mistake of the program and throws `invalid words: report.x`. */
export function reportVoice(language: 'it' | 'en', timeZone: string): ReportVoice {
  const instance = createInstance({ lng: language, resources: { [language]: CATALOGUES[language] }, ns: Object.keys(CATALOGUES[language]), interpolation: { escapeValue: false }, initAsync: false });
  void instance.init();
  const formats = createFormats(language, timeZone);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const text: ReportVoice['text'] = (key, values = {}) => {
    const dot = key.indexOf('.');
    const { count } = values;
    const counted = typeof count === 'number' && values['n'] === undefined ? { n: formats.count(count) } : {};
    const full = `${key.slice(0, dot)}:${key.slice(dot + 1)}`;
    if (!instance.exists(full, values)) throw new Error(`invalid words: ${key}`);
    return instance.t(full, { defaultValue: '', ...counted, ...values });
  };
  return {
    language, formats, text,
    words: (key, values) => text(`charts.${key}`, values),
    duration: formats.duration,
    count: formats.count,
    inHundred: (share) => (share > 0 && share < 0.01 ? formats.estimate(Math.max(0.1, Math.round(share * 1000) / 10)) : formats.count(share * 100)),
    network: (code) => networkName(code, language === 'it' ? 'Rete non nota' : 'Unknown network'),
    isoDay: (ms) => day.format(ms),
  };
}
