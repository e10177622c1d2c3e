import { useTranslation } from 'react-i18next';
import type { ChartTable } from '../../charts/chart-table.ts';
import { quarterName } from '../../charts/quarter-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { SaveTable } from './SaveTable.tsx';
import { signed, tribeIdName, type ClaimValue } from './value-words.ts';

const SHOWN = 40;

/** The essay's claim put to the test, for two outcomes, with every tribe-quarter it rests on. */
export function ClaimCard({ claim }: { readonly claim: ClaimValue }) {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const measure = (label: string, { n, tribes, estimate, interval, verdict, reason }: ClaimValue['used']) => (
    <Measure
      label={label}
      value={estimate === null || interval === null ? t(`claim.verdict.${verdict}`) : t('claim.estimate', { estimate: signed(estimate, voice), low: signed(interval.low, voice), high: signed(interval.high, voice) })}
      interval={reason === null ? `${t(`claim.verdict.${verdict}`)} · ${t('claim.cases', { n: voice.count(n), tribes: voice.count(tribes) })}` : t(`claim.reason.${reason}`, { n: voice.count(n), tribes: voice.count(tribes) })}
      tooFew={estimate === null}
      onDefinition={() => openMetric('claim')}
    />
  );
  const used = ({ used: share, pieces }: ClaimValue['quarters'][number]): string => {
    if (share === null) return '–';
    return pieces < voice.shareFloor ? t('claim.usedOf', { k: voice.count(Math.round(share * pieces)), n: voice.count(pieces) }) : t('claim.usedShareOf', { share: voice.inHundred(share), n: voice.count(pieces) });
  };
  const back = ({ active, people }: ClaimValue['quarters'][number]): string => (people < voice.shareFloor ? t('claim.usedOf', { k: voice.count(Math.round(active * people)), n: voice.count(people) }) : t('claim.usedShareOf', { share: voice.inHundred(active), n: voice.count(people) }));
  const columns = [t('claim.tribe'), t('claim.quarter'), t('claim.people'), t('claim.closeness'), t('claim.activity'), t('claim.usedShare'), t('claim.activeShare')];
  const cells = (row: ClaimValue['quarters'][number]): string[] => [tribeIdName(row.tribe, voice), quarterName(row.quarter, voice), voice.count(row.people), voice.number(row.closeness), voice.number(row.activity), used(row), back(row)];
  const table = (): ChartTable => ({ caption: t('claim.table'), columns: columns.map((label, place) => ({ key: String(place), label, numeric: place > 1 })), rows: claim.quarters.map(cells) });
  return (
    <Card
      className="claim-card"
      title={t(`claim.title.${claim.used.verdict}`)}
      subtitle={t('claim.subtitle')}
      {...(claim.quarters.length === 0 ? {} : { actions: <SaveTable label={t('accounts.csv')} fileName="value-claim.csv" table={table} /> })}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('claim')}>{t('definitions.claim')}</Button>}
    >
      <div className="claim-measures">
        {measure(t('claim.used'), claim.used)}
        {measure(t('claim.active'), claim.active)}
      </div>
      <p className="chart-note">{t('claim.method', { draws: voice.count(claim.draws), seed: claim.seed })}</p>
      {claim.quarters.length > 0 && (
        <DataTable
          dense
          caption={t('claim.table')}
          rows={claim.quarters.slice(0, SHOWN)}
          rowKey={({ tribe, quarter }) => `${tribe} ${quarter}`}
          columns={columns.map((label, place) => ({ key: String(place), label, align: place > 1 ? 'end' as const : 'start' as const, cell: (row: ClaimValue['quarters'][number]) => cells(row)[place] }))}
        />
      )}
    </Card>
  );
}
