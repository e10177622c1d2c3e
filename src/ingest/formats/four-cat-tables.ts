import type { RecordFormat } from '../record-format.ts';
import { CAPTURE_TABLES } from '../table-formats.ts';
import { tableRecordFormat } from '../table-record-format.ts';
import { columnFormat, hasColumns } from './column-format.ts';
import { FOUR_CAT_MEDIA } from './four-cat-media.ts';
import { FOUR_CAT_NETWORKS } from './four-cat-networks.ts';
import { fourCatRow, type FourCatTable } from './four-cat-row.ts';

/** What every table of the two tools has. */
const COMMON = ['id', 'body', 'timestamp'];

function fourCatFormat({ id, name, requires, read }: FourCatTable): RecordFormat {
  return columnFormat({
    id: `4cat-${id}`, name: `${name} (4CAT, Zeeschuimer CSV)`, description: `${name} as 4CAT or Zeeschuimer write it as a table; times are UTC`,
    recognise: (table) => (hasColumns(table, [...COMMON, ...requires]) ? 0.97 : 0),
    reader: () => (row) => read(fourCatRow(row)),
  });
}

/** Tables of 4CAT and of Zeeschuimer itself, platform by platform, and the one of no platform. */
export const FOUR_CAT_TABLES: readonly RecordFormat[] = [...FOUR_CAT_NETWORKS, ...FOUR_CAT_MEDIA].map(fourCatFormat).concat(CAPTURE_TABLES.map(tableRecordFormat));
