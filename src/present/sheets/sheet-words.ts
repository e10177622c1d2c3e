import type { ReportCellKind, WithheldReason } from '../../domain/model/report.ts';
import type { PrivacyReport } from '../../domain/model/report.ts';

/** What a workbook and an archive of tables say beside their numbers, in one language. */
export interface SheetWords {
  readonly readMe: string;
  readonly readMeFile: string;
  readonly dictionary: string;
  readonly dictionaryFile: string;
  /** Headings of the dictionary, in its columns' order. */
  readonly dictionaryColumns: readonly [string, string, string, string, string, string, string, string];
  readonly title: string;
  readonly client: string;
  readonly agency: string;
  readonly question: string;
  readonly day: string;
  readonly zone: string;
  readonly program: string;
  readonly programLine: (program: string, dataVersion: number) => string;
  readonly reading: string;
  readonly checked: string;
  readonly unchecked: string;
  readonly sources: string;
  readonly unseen: string;
  readonly method: string;
  readonly sheets: string;
  readonly units: string;
  readonly unitLines: readonly string[];
  readonly privacy: string;
  readonly internal: string;
  readonly floor: (floor: number) => string;
  readonly merged: (tribes: number) => string;
  readonly quotes: (quotes: number) => string;
  readonly dropped: (what: string) => string;
  readonly withheld: (table: string, cells: number, reason: string) => string;
  readonly droppedNames: Readonly<Record<PrivacyReport['dropped'][number], string>>;
  readonly reasons: Readonly<Record<WithheldReason, string>>;
  /** Unit of each kind of cell; a text has none. */
  readonly unit: Readonly<Record<ReportCellKind, string>>;
  readonly hours: string;
  readonly cut: string;
}

const it: SheetWords = {
  readMe: 'Leggimi', readMeFile: 'leggimi.txt', dictionary: 'Dizionario', dictionaryFile: 'dizionario.csv',
  dictionaryColumns: ['Tabella', 'Titolo', 'Colonna', 'Significato', 'Unità', 'Definizione', 'Versione', 'Testo della definizione'],
  title: 'Titolo', client: 'Cliente', agency: 'Agenzia', question: 'Domanda', day: 'Data', zone: 'Fuso orario', program: 'Programma', programLine: (program, dataVersion) => `Tribuna ${program}, versione dei dati ${String(dataVersion)}`,
  reading: 'Lettura dei messaggi', checked: 'Verificata da una persona su un campione di questi messaggi.', unchecked: 'Non verificata da una persona: i motivi e i toni sono letti da un programma.',
  sources: 'Fonti', unseen: 'Che cosa questi dati non vedono', method: 'Metodo', sheets: 'Tabelle', units: 'Come si leggono le celle',
  unitLines: ['Le quote vanno da 0 a 1; nel foglio di calcolo sono mostrate in percentuale.', 'Le attese sono in ore, con i decimali.', 'I giorni sono date; i mesi sono il primo giorno del mese nel foglio di calcolo, anno e mese nel CSV.', 'Una cella vuota non ha valore. Una cella con delle parole al posto di un numero è omessa, e le parole dicono perché.', 'Un apostrofo davanti a un testo impedisce che il programma lo calcoli.'],
  privacy: 'Riservatezza', internal: 'Per uso interno: può contenere dati personali.', floor: (floor) => `Nessun numero su meno di ${String(floor)} persone.`, merged: (tribes) => `Tribù sotto la soglia, non mostrate da sole: ${String(tribes)}.`, quotes: (quotes) => `Testi riscritti a mano e ammessi: ${String(quotes)}.`,
  dropped: (what) => `Non ci sono: ${what}.`, withheld: (table, cells, reason) => `${table}: ${cells === 1 ? '1 cella omessa' : `${String(cells)} celle omesse`} (${reason}).`,
  droppedNames: { names: 'nomi e profili', links: 'collegamenti', texts: 'testi delle persone', 'exact-times': 'orari esatti', 'native-ids': 'identificativi delle reti' },
  reasons: { 'few-people': 'troppo poche persone', complement: 'si ricaverebbe un’altra cella', dominance: 'una persona ne farebbe la maggior parte', 'no-estimate': 'non determinabile' },
  unit: { text: '', count: 'numero intero', share: 'quota da 0 a 1', number: 'numero', points: 'punti', seconds: 'ore', day: 'giorno', month: 'mese' }, hours: 'ore', cut: '…',
};

const en: SheetWords = {
  readMe: 'Read me', readMeFile: 'read-me.txt', dictionary: 'Dictionary', dictionaryFile: 'dictionary.csv',
  dictionaryColumns: ['Table', 'Title', 'Column', 'Meaning', 'Unit', 'Definition', 'Version', 'Text of the definition'],
  title: 'Title', client: 'Client', agency: 'Agency', question: 'Question', day: 'Date', zone: 'Time zone', program: 'Program', programLine: (program, dataVersion) => `Tribuna ${program}, version of the data ${String(dataVersion)}`,
  reading: 'Reading of messages', checked: 'Checked by a person on a sample of these messages.', unchecked: 'Not checked by a person: reasons and tones are read by a program.',
  sources: 'Sources', unseen: 'What these data do not see', method: 'Method', sheets: 'Tables', units: 'How cells are read',
  unitLines: ['Shares go from 0 to 1; the workbook shows them in per cent.', 'Waits are in hours, with decimals.', 'Days are dates; months are the first day of the month in the workbook, year and month in CSV.', 'An empty cell has no value. A cell with words in place of a number is left out, and the words say why.', 'An apostrophe before a text keeps the program from computing it.'],
  privacy: 'Privacy', internal: 'For internal use: may hold personal data.', floor: (floor) => `No number on fewer than ${String(floor)} people.`, merged: (tribes) => `Tribes under the floor, not shown by themselves: ${String(tribes)}.`, quotes: (quotes) => `Texts rewritten by hand and let in: ${String(quotes)}.`,
  dropped: (what) => `Not given: ${what}.`, withheld: (table, cells, reason) => `${table}: ${cells === 1 ? '1 cell left out' : `${String(cells)} cells left out`} (${reason}).`,
  droppedNames: { names: 'names and profiles', links: 'links', texts: 'people’s texts', 'exact-times': 'exact times', 'native-ids': 'the networks’ identifiers' },
  reasons: { 'few-people': 'too few people', complement: 'another cell could be worked out', dominance: 'one person would be most of it', 'no-estimate': 'cannot be told' },
  unit: { text: '', count: 'whole number', share: 'share from 0 to 1', number: 'number', points: 'points', seconds: 'hours', day: 'day', month: 'month' }, hours: 'hours', cut: '…',
};

/** The words of workbooks and archives, by language. */
export const SHEET_WORDS: Readonly<Record<'it' | 'en', SheetWords>> = { it, en };
