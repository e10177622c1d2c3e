import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { cellWriter } from '../../../domain/wording/written-cell.ts';
import type { BlockValue, PageValue, Pictures, ReportValue } from './report-view.ts';

interface PreviewProps {
  readonly report: ReportValue;
  readonly page: PageValue;
  readonly pictures: Pictures;
  /** What a page that is shown otherwise than it is written is filtered by. */
  readonly mark?: string;
  /** The page is being made again. */
  readonly isWaiting?: boolean;
  /** A picture of the page that leads nowhere and is not read out. */
  readonly isSmall?: boolean;
}

/** A page as it will look: sentence, measure, blocks, source; colours are those of the report, on paper in both themes. */
export function PagePreview({ report, page, pictures, mark = '', isWaiting = false, isSmall = false }: PreviewProps) {
  const { look } = report;
  const side = page.blocks.filter(({ place }) => place === 'side');
  const main = page.blocks.filter(({ place }) => place === 'main');
  const blocks = (list: readonly BlockValue[]) => list.map((block, place) => <Block key={`${block.kind}-${String(place)}`} block={block} report={report} pictures={pictures} />);
  return (
    <div className="report-sheet" aria-busy={isWaiting} aria-hidden={isSmall || undefined} data-small={isSmall || undefined}>
      <article className="report-page" data-section={page.section} lang={report.language} style={{ '--page-accent': look.accent, '--page-ink': look.ink, '--page-paper': look.paper, '--page-heading': look.headingFont, '--page-body': look.bodyFont } as React.CSSProperties}>
        <h2 className="report-title">{page.title.text}</h2>
        {mark !== '' && <p className="report-mark" role="status">{mark}</p>}
        {page.section === 'cover' ? <CoverWords report={report} page={page} /> : page.measure !== '' && <p className="report-measure">{page.measure}</p>}
        <div className="report-blocks" data-side={side.length > 0}>
          <div className="report-main" data-crowded={main.length > 2}>{blocks(main)}</div>
          {side.length > 0 && <div className="report-side">{blocks(side)}</div>}
        </div>
        <p className="report-foot">{[page.source, page.unseen].filter((part) => part !== '').join(' · ')}</p>
      </article>
    </div>
  );
}

function CoverWords({ report, page }: { readonly report: ReportValue; readonly page: PageValue }) {
  const { clientLogo, agencyLogo } = report.look;
  return (
    <div className="report-cover">
      <p>{[report.client, report.agency].filter((part) => part !== '').join(' · ')}</p>
      <p className="report-measure">{page.measure}</p>
      <p className="report-logos">{[clientLogo, agencyLogo].map((logo, place) => logo !== null && <img key={place === 0 ? 'client' : 'agency'} src={logo} alt={place === 0 ? report.client : report.agency} />)}</p>
    </div>
  );
}

function Block({ block, report, pictures }: { readonly block: BlockValue; readonly report: ReportValue; readonly pictures: Pictures }) {
  if (block.kind === 'chart') {
    const address = pictures.get(block.chart.key);
    return address === undefined ? null : <img className="report-chart" src={address} alt={block.chart.alt} />;
  }
  if (block.kind === 'table') return <TableBlock block={block} report={report} />;
  if (block.kind === 'paragraph') return <p className="report-words">{block.text}</p>;
  if (block.kind === 'figures') {
    return (
      <dl className="report-figures">
        {block.items.map(({ value, label, detail }) => <div key={label}><dt>{label}</dt><dd><strong>{value}</strong>{detail !== '' && <span>{detail}</span>}</dd></div>)}
      </dl>
    );
  }
  return (
    <section className="report-bullets">
      {block.heading !== '' && <h3>{block.heading}</h3>}
      <ul>{block.items.map((item) => <li key={item}>{item}</li>)}</ul>
    </section>
  );
}

function TableBlock({ block, report }: { readonly block: Extract<BlockValue, { kind: 'table' }>; readonly report: ReportValue }) {
  const { t } = useTranslation('present');
  const voice = useChartVoice();
  const table = report.tables.find(({ key }) => key === block.table);
  if (table === undefined) return null;
  const places = block.columns.flatMap((key) => {
    const at = table.columns.findIndex((column) => column.key === key);
    const column = table.columns[at];
    return column === undefined ? [] : [{ at, column }];
  });
  const write = cellWriter({ language: report.language, timeZone: report.timeZone, floor: report.privacy.floor });
  const hidden = table.rows.length - block.rows;
  return (
    <div className="table-scroll">
      <table className="report-table">
        <caption className="visually-hidden">{table.title}</caption>
        <thead><tr>{places.map(({ column }) => <th key={column.key} scope="col" data-kind={column.kind}>{column.label}</th>)}</tr></thead>
        <tbody>
          {table.rows.slice(0, block.rows).map((row, line) => (
            <tr key={line}>
              {places.map(({ at, column }, cell) => (cell === 0 ? <th key={column.key} scope="row">{write(row[at] ?? null, column)}</th> : <td key={column.key} data-kind={column.kind}>{write(row[at] ?? null, column)}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="report-more">{t('page.more', { count: hidden, n: voice.count(hidden) })}</p>}
    </div>
  );
}
