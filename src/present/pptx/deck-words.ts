/** The few words a deck says of itself, beside those of its report. */
export interface DeckWords {
  readonly locale: 'it-IT' | 'en-GB';
  readonly days: string;
  readonly hours: string;
  readonly minutes: string;
  readonly logScale: string;
  /** Rows of a chart that have no mark, each with why. */
  readonly withoutMark: (rows: string) => string;
  readonly notDrawn: string;
  /** Rows that stand in the table's sheet alone. */
  readonly moreRows: (rows: number, sheet: string) => string;
  readonly moreInNotes: (parts: number) => string;
  readonly definitions: (names: string) => string;
  readonly inFull: string;
  readonly low: string;
  readonly high: string;
  readonly minus: string;
  readonly plus: string;
  readonly position: string;
  readonly label: string;
  readonly names: string;
  readonly logo: (owner: string) => string;
  readonly table: (title: string, rows: number) => string;
}

const WORDS: Readonly<Record<'it' | 'en', DeckWords>> = {
  it: {
    locale: 'it-IT', days: 'giorni', hours: 'ore', minutes: 'minuti', logScale: 'scala logaritmica',
    withoutMark: (rows) => `Senza segno nel grafico: ${rows}`, notDrawn: 'zero, fuori dalla scala',
    moreRows: (rows, sheet) => (rows === 1 ? `Un’altra riga nel foglio «${sheet}»` : `Altre ${rows} righe nel foglio «${sheet}»`),
    moreInNotes: (parts) => (parts === 1 ? 'Un altro punto nelle note' : `Altri ${parts} punti nelle note`),
    definitions: (names) => `Definizioni: ${names}.`, inFull: 'Per esteso:',
    low: 'da', high: 'a', minus: 'scarto sotto', plus: 'scarto sopra', position: 'posizione', label: 'etichetta', names: 'nome',
    logo: (owner) => `Logo di ${owner}`, table: (title, rows) => `Tabella: ${title}, ${rows} righe`,
  },
  en: {
    locale: 'en-GB', days: 'days', hours: 'hours', minutes: 'minutes', logScale: 'log scale',
    withoutMark: (rows) => `Without a mark in the chart: ${rows}`, notDrawn: 'zero, off the scale',
    moreRows: (rows, sheet) => (rows === 1 ? `One more row in the sheet “${sheet}”` : `${rows} more rows in the sheet “${sheet}”`),
    moreInNotes: (parts) => (parts === 1 ? 'One more point in the notes' : `${parts} more points in the notes`),
    definitions: (names) => `Definitions: ${names}.`, inFull: 'In full:',
    low: 'from', high: 'to', minus: 'distance below', plus: 'distance above', position: 'position', label: 'label', names: 'name',
    logo: (owner) => `Logo of ${owner}`, table: (title, rows) => `Table: ${title}, ${rows} rows`,
  },
};

/** The words of a deck in the language of its report. */
export function deckWords(language: 'it' | 'en'): DeckWords {
  return WORDS[language];
}
