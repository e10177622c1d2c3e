import { strToU8, zipSync } from 'fflate';
import { xmlText } from './xml-text.ts';

/** One column of a chart's worksheet: a name over its cells. Null is an empty cell: a gap. */
export interface SheetColumn {
  readonly header: string;
  readonly cells: readonly (string | number | null)[];
}

const SHEET = 'Sheet1';
const DAY_OF_ZIP = new Date(1980, 0, 1);
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function columnLetters(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnLetters(Math.floor(place / 26) - 1) + letter;
}

/**
 * The worksheet behind a chart and what the chart quotes of it, made together, so that a chart never shows another number than
 * its sheet holds.
 */
export interface ChartSheet {
  readonly columns: readonly SheetColumn[];
  /** `c:tx` of a series: the header of a column. */
  readonly header: (column: number) => string;
  /** The cells of a column as `c:numRef`. */
  readonly numbers: (column: number, format?: string) => string;
  /** Cells of one row, from a column on, as `c:numRef`: a mark or an interval of its own. */
  readonly rowNumbers: (row: number, column: number, count?: number) => string;
  /** `c:tx` of a series that is one row: a cell. */
  readonly rowHeader: (row: number, column: number) => string;
  /** The cells of a column as `c:strRef`. */
  readonly texts: (column: number) => string;
}

/** Makes the sheet of a chart from its columns, which stand side by side from A on, headers in the first row. */
export function chartSheet(columns: readonly SheetColumn[]): ChartSheet {
  const at = (column: number): SheetColumn => columns[column] ?? { header: '', cells: [] };
  const range = (column: number): string => `${SHEET}!$${columnLetters(column)}$2:$${columnLetters(column)}$${at(column).cells.length + 1}`;
  const points = (column: number): string => at(column).cells.map((cell, place) => (cell === null ? '' : `<c:pt idx="${place}"><c:v>${xmlText(String(cell))}</c:v></c:pt>`)).join('');
  const count = (column: number): string => `<c:ptCount val="${at(column).cells.length}"/>`;
  return {
    columns,
    header: (column) => `<c:tx><c:strRef><c:f>${SHEET}!$${columnLetters(column)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(at(column).header)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    numbers: (column, format = 'General') => `<c:numRef><c:f>${range(column)}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode>${count(column)}${points(column)}</c:numCache></c:numRef>`,
    rowNumbers: (row, column, width = 1) => {
      const cells = Array.from({ length: width }, (_, place) => at(column + place).cells[row] ?? null);
      const first = `$${columnLetters(column)}$${row + 2}`;
      const last = `$${columnLetters(column + width - 1)}$${row + 2}`;
      return `<c:numRef><c:f>${SHEET}!${width === 1 ? first : `${first}:${last}`}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${width}"/>${cells.map((cell, place) => (cell === null ? '' : `<c:pt idx="${place}"><c:v>${xmlText(String(cell))}</c:v></c:pt>`)).join('')}</c:numCache></c:numRef>`;
    },
    rowHeader: (row, column) => `<c:tx><c:strRef><c:f>${SHEET}!$${columnLetters(column)}$${row + 2}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(String(at(column).cells[row] ?? ''))}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    texts: (column) => `<c:strRef><c:f>${range(column)}</c:f><c:strCache>${count(column)}${points(column)}</c:strCache></c:strRef>`,
  };
}

/** The sheet as an XLSX file that opens when somebody edits the chart. Texts are texts whatever they begin with; the same sheet gives the same bytes. */
export function chartWorkbook({ columns }: ChartSheet): Uint8Array {
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const texts = new Map<string, number>();
  const cell = (value: string | number | null, column: number, row: number): string => {
    if (value === null) return '';
    const place = `${columnLetters(column)}${row}`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    const number = texts.get(value) ?? texts.size;
    texts.set(value, number);
    return `<c r="${place}" t="s"><v>${number}</v></c>`;
  };
  const lines = Array.from({ length: rows + 1 }, (_, row) => `<row r="${row + 1}">${columns.map(({ header, cells }, column) => cell(row === 0 ? header : cells[row - 1] ?? null, column, row + 1)).join('')}</row>`);
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(XML + text)])), { mtime: DAY_OF_ZIP, level: 6 });
}
