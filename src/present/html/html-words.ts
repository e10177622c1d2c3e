import type { ReportCellKind } from '../../domain/model/report.ts';

const IT = {
  contents: 'Indice',
  skip: 'Vai alle pagine',
  notes: 'Note per chi presenta',
  values: 'I valori del grafico',
  source: 'Fonte',
  unseen: 'Che cosa non si vede',
  definitions: 'Definizioni',
  formula: 'Formula',
  unit: 'Unità',
  origin: 'Da',
  limits: 'Limiti',
  version: (number: number) => `versione ${String(number)}`,
  page: (number: number, of: number) => `${String(number)} di ${String(of)}`,
  more: (rows: number) => (rows === 1 ? 'E un’altra riga, nella cartella di lavoro.' : `E altre ${String(rows)} righe, nella cartella di lavoro.`),
  floor: (people: number) => `Nessun numero è dato per meno di ${String(people)} persone.`,
  withheld: (cells: number) => (cells === 1 ? 'Un numero è omesso per questo o per non farne ricavare un altro.' : `${String(cells)} numeri sono omessi per questo o per non farne ricavare altri.`),
  unchecked: 'La lettura automatica di questi messaggi non è stata controllata da una persona.',
  madeWith: (program: string, version: number) => `Tribuna ${program}, dati alla versione ${String(version)}`,
  logo: (name: string) => `Logo di ${name}`,
  prepared: (agency: string, client: string) => (agency === '' ? client : client === '' ? agency : `${agency} per ${client}`),
};

const EN: typeof IT = {
  contents: 'Contents',
  skip: 'Go to the pages',
  notes: 'Notes for whoever presents',
  values: 'The values of the chart',
  source: 'Source',
  unseen: 'What is not seen',
  definitions: 'Definitions',
  formula: 'Formula',
  unit: 'Unit',
  origin: 'From',
  limits: 'Limits',
  version: (number) => `version ${String(number)}`,
  page: (number, of) => `${String(number)} of ${String(of)}`,
  more: (rows) => (rows === 1 ? 'And another row, in the workbook.' : `And another ${String(rows)} rows, in the workbook.`),
  floor: (people) => `No number is given for fewer than ${String(people)} people.`,
  withheld: (cells) => (cells === 1 ? 'One number is left out for this or to keep another from being worked out.' : `${String(cells)} numbers are left out for this or to keep others from being worked out.`),
  unchecked: 'The automatic reading of these messages was not checked by a person.',
  madeWith: (program, version) => `Tribuna ${program}, data at version ${String(version)}`,
  logo: (name) => `Logo of ${name}`,
  prepared: (agency, client) => (agency === '' ? client : client === '' ? agency : `${agency} for ${client}`),
};

/** Words of the HTML report that stand around what the report itself says. */
export type HtmlWords = typeof IT;

/** The words in the report's language. */
export const HTML_WORDS: Readonly<Record<'it' | 'en', HtmlWords>> = { it: IT, en: EN };

/** Whether a column holds numbers, which stand at the right. */
export function isNumberKind(kind: ReportCellKind): boolean {
  return kind !== 'text' && kind !== 'day' && kind !== 'month';
}
