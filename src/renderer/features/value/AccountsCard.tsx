import { useTranslation } from 'react-i18next';
import type { ChartTable } from '../../charts/chart-table.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { SaveTable } from './SaveTable.tsx';
import { correctedPoints, partyName, tribeIdName, whyUncorrected, type Books, type WeightsValue } from './value-words.ts';

/** People whose statements stand one press away. */
const FIRST_PEOPLE = 5;

type Row = Books['rules'][number] & Pick<WeightsValue['rules'][number], 'giver' | 'receiver'>;

/** A figure with its limits, both in words. */
interface Told {
  readonly value: string;
  readonly range: string | null;
}

/** What is told, and smaller under it what belongs to it. */
function Two({ value, range, isQuiet = false }: Told & { readonly isQuiet?: boolean }) {
  return (
    <>
      <span className={isQuiet ? 'value-quiet' : undefined}>{value}</span>
      {range !== null && <span className="value-under">{range}</span>}
    </>
  );
}

/** The books: what each rule booked from whom to whom, the trial balance with its second count, and whose statements can be read. */
export function AccountsCard({ books, weights }: { readonly books: Books; readonly weights: WeightsValue }) {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const rows: Row[] = books.rules.flatMap((booked) => {
    const known = weights.rules.find(({ rule }) => rule === booked.rule);
    return known === undefined || booked.bookings === 0 ? [] : [{ ...booked, giver: known.giver, receiver: known.receiver }];
  });
  const parties = ({ giver, receiver }: Row): string => `${partyName(giver, voice)} → ${partyName(receiver, voice)}`;
  const wrong = ({ reading }: Row): Told => {
    if (reading === null) return { value: '–', range: null };
    const { estimate, low, high } = reading;
    if (estimate === null || low === null || high === null) return { value: t('accounts.unchecked'), range: null };
    return { value: t('accounts.wrongShare', { share: voice.inHundred(estimate) }), range: t('accounts.between', { low: voice.inHundred(low), high: voice.inHundred(high) }) };
  };
  const corrected = (row: Row): Told => {
    const { points, range } = correctedPoints(row, voice);
    return { value: points, range };
  };
  const number = (value: number | undefined): string => (value === undefined ? '' : voice.plain(value));
  const hasCorrected = rows.some(({ corrected }) => corrected !== null);
  const why = hasCorrected ? t('accounts.correctedNote') : whyUncorrected(rows, voice);
  const table = (): ChartTable => ({
    caption: t('accounts.title'),
    columns: [
      { key: 'rule', label: t('accounts.rule') }, { key: 'parties', label: t('accounts.parties') }, { key: 'entries', label: t('accounts.entries'), numeric: true }, { key: 'points', label: t('accounts.points'), numeric: true },
      ...(hasCorrected ? [{ key: 'corrected', label: t('accounts.corrected'), numeric: true }, { key: 'from', label: t('accounts.correctedFrom'), numeric: true }, { key: 'to', label: t('accounts.correctedTo'), numeric: true }] : []), { key: 'wrong', label: t('accounts.wrong') },
    ],
    rows: rows.map((row) => {
      const { value, range } = wrong(row);
      return [
        voice.text(`tribes.rules.${row.rule}`), parties(row), String(row.bookings), voice.plain(row.points),
        ...(hasCorrected ? [number(row.corrected?.points), number(row.corrected?.low), number(row.corrected?.high)] : []), range === null ? value : `${value} (${range})`,
      ];
    }),
  });
  return (
    <Card
      className="accounts-card"
      title={t('accounts.title')}
      subtitle={t('accounts.subtitle', { credits: voice.points(books.credits), debits: voice.points(books.debits), commons: voice.points(books.commons) })}
      actions={<SaveTable label={t('accounts.csv')} fileName="value-rules.csv" table={table} />}
      foot={
        <>
          <Button variant="plain" size="small" onPress={() => openMetric('books')}>{t('definitions.books')}</Button>
          {why !== null && <Button variant="plain" size="small" onPress={() => openMetric('corrected-points')}>{t('definitions.corrected')}</Button>}
        </>
      }
    >
      {rows.length === 0 ? <p className="quiet-text">{t('accounts.empty')}</p> : (
        <DataTable
          dense
          caption={t('accounts.title')}
          rows={rows}
          rowKey={({ rule }) => rule}
          columns={[
            { key: 'rule', label: t('accounts.rule'), cell: (row) => <Two value={voice.text(`tribes.rules.${row.rule}`)} range={parties(row)} /> },
            { key: 'entries', label: t('accounts.entries'), align: 'end', cell: ({ bookings }) => voice.count(bookings) },
            { key: 'points', label: t('accounts.points'), align: 'end', cell: ({ points }) => voice.points(points) },
            ...(hasCorrected ? [{ key: 'corrected', label: t('accounts.corrected'), align: 'end' as const, cell: (row: Row) => <Two {...corrected(row)} isQuiet={row.corrected === null} /> }] : []),
            { key: 'wrong', label: t('accounts.wrong'), align: 'end', cell: (row) => <Two {...wrong(row)} isQuiet /> },
          ]}
        />
      )}
      {why !== null && <p className="value-note">{why}</p>}
      <p className="value-trial" data-agree={books.agree}>{t(books.agree ? 'accounts.agree' : 'accounts.disagree', { recounted: voice.points(books.recounted) })}</p>
      <Statements />
    </Card>
  );
}

/** Whose statement can be opened from here: the brand, the tribes with figures, the people who created most. */
function Statements() {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const scope = useScope();
  const { go } = useLocation();
  const { brands } = useProject();
  const people = useOperation('value.accounts', { ...scope, orderBy: 'created', page: 0, size: FIRST_PEOPLE });
  const tribes = useOperation('tribes.list', { ...scope, lens: 'value' });
  const brand = scope.brand ?? brands.find(({ own }) => own)?.name;
  const link = (key: string, name: string) => (
    <li key={key}><Button size="small" aria-label={t('accounts.statementOf', { name })} onPress={() => go({ path: ['statement', key] })}>{name}</Button></li>
  );
  return (
    <section className="value-statements" aria-label={t('accounts.statements')}>
      <h3>{t('accounts.statements')}</h3>
      <ul>
        {brand !== undefined && link(`brand-${brand}`, brand)}
        {tribes.status === 'value' && tribes.value.tribes.filter(({ tooFew }) => !tooFew).map(({ id }) => link(`tribe-${id}`, tribeIdName(id, voice)))}
      </ul>
      {people.status === 'value' && people.value.accounts.length > 0 && (
        <>
          <h4>{t('accounts.first')}</h4>
          <ul>{people.value.accounts.filter(({ created }) => created > 0).map(({ accountId, accountName }) => link(`person-${String(accountId)}`, accountName))}</ul>
        </>
      )}
    </section>
  );
}
