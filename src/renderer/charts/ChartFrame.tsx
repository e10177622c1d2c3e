import { ChartLine, Copy, Table2 } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence, type KeepableSentence } from '../state/sentences.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { KeepButton } from '../ui/KeepButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { chartPng, chartSvg, type ChartPicture } from './chart-picture.ts';
import type { ChartTable } from './chart-table.ts';
import { useTableCsv } from './use-table-csv.ts';
import './charts.css';

export interface ChartFrameProps {
  /** The finding, a sentence written by rule. */
  readonly title: string;
  /** Measure, n and window. */
  readonly subtitle: string;
  /** Where the numbers come from, and what was left out. */
  readonly source?: string;
  readonly onDefinition?: () => void;
  /** The same numbers as a table. */
  readonly table: ChartTable;
  /** Controls between the title and the figure. */
  readonly controls?: ReactNode;
  /** What stands between figure and foot, in figure and table alike: keys, notes. */
  readonly notes?: ReactNode;
  /** What the sentence rests on beyond the table, when it is kept as a finding. */
  readonly finding?: Partial<KeepableSentence>;
  readonly className?: string;
  readonly children: ReactNode;
}

type CopyKind = 'svg' | 'png' | 'csv';

/**
 * The frame of every chart: finding, measure, figure or table, source and definition. The table is one press away and the
 * figure leaves as SVG, PNG or CSV with its title, because figures travel without their page.
 */
export function ChartFrame({ title, subtitle, source, onDefinition, table, controls, notes, finding, className, children }: ChartFrameProps) {
  const { t } = useTranslation('charts');
  const tableCsv = useTableCsv();
  const [shown, setShown] = useState<'plot' | 'table'>('plot');
  const [told, setTold] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const copy = async (kind: CopyKind): Promise<void> => {
    const copied = await copyChart(kind, { body: body.current, title, subtitle, csv: () => tableCsv(table) });
    setTold(t(copied ? 'frame.copied' : 'frame.notCopied'));
  };
  const isTable = shown === 'table';
  const sentence = useMemo((): KeepableSentence => ({ ...finding, sentence: title, detail: subtitle, table: keptTable(table) }), [finding, title, subtitle, table]);
  const mark = useSentence(sentence);
  return (
    <Card
      className={`chart-frame ${className ?? ''}`.trim()}
      title={<span {...mark}>{title}</span>}
      subtitle={subtitle}
      actions={
        <>
          <KeepButton sentence={sentence} />
          <IconButton size="small" icon={isTable ? <ChartLine size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />} label={t(isTable ? 'frame.plot' : 'frame.table')} onPress={() => setShown(isTable ? 'plot' : 'table')} />
          <Menu<CopyKind>
            trigger={<IconButton size="small" icon={<Copy size={16} aria-hidden="true" />} label={t('frame.copy')} />}
            label={t('frame.copy')}
            entries={[{ id: 'svg', label: t('frame.copySvg'), isDisabled: isTable }, { id: 'png', label: t('frame.copyPng'), isDisabled: isTable }, { id: 'csv', label: t('frame.copyCsv') }]}
            onAction={(kind) => void copy(kind)}
          />
        </>
      }
      foot={
        <>
          {source !== undefined && <span>{t('frame.source', { source })}</span>}
          {onDefinition !== undefined && <Button variant="plain" size="small" onPress={onDefinition}>{t('frame.definition')}</Button>}
          <span role="status" className="chart-told">{told}</span>
        </>
      }
    >
      {controls !== undefined && <div className="chart-controls">{controls}</div>}
      <div ref={body} className="chart-body">
        {isTable ? <ChartTableView table={table} /> : children}
      </div>
      {notes}
    </Card>
  );
}

const MOST_ROWS = 60;
const MOST_COLUMNS = 20;
const MOST_LETTERS = 300;

/** The numbers that stay with a sentence when it is kept: the beginning of the table, as it is shown. */
function keptTable({ columns, rows }: ChartTable): NonNullable<KeepableSentence['table']> {
  const row = (cells: readonly string[], most: number): string[] => cells.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, most));
  return { columns: row(columns.map(({ label }) => label), 200), rows: rows.slice(0, MOST_ROWS).map((cells) => row(cells, MOST_LETTERS)) };
}

/** The numbers of a chart as a table. */
export function ChartTableView({ table }: { readonly table: ChartTable }) {
  return (
    <DataTable
      dense
      caption={table.caption}
      columns={table.columns.map(({ key, label, numeric }, position) => ({ key, label, align: numeric === true ? 'end' : 'start', cell: (row: readonly string[]) => row[position] ?? '' }))}
      rows={table.rows}
      rowKey={(row) => row.join('|')}
    />
  );
}

interface CopySource {
  readonly body: HTMLElement | null;
  readonly title: string;
  readonly subtitle: string;
  readonly csv: () => string;
}

/** Puts a chart on the clipboard; false when the browser refuses or there is no drawing. */
async function copyChart(kind: CopyKind, { body, title, subtitle, csv }: CopySource): Promise<boolean> {
  try {
    if (kind === 'csv') {
      await navigator.clipboard.writeText(csv());
      return true;
    }
    const svg = body?.querySelector('svg') ?? null;
    if (svg === null) return false;
    const style = getComputedStyle(svg);
    const picture: ChartPicture = { svg, title, subtitle, ground: style.getPropertyValue('--surface'), ink: style.getPropertyValue('--ink') };
    if (kind === 'svg') {
      await navigator.clipboard.writeText(chartSvg(picture).text);
      return true;
    }
    const png = await chartPng(picture);
    if (png === null) return false;
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}
