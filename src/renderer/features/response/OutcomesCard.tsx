import { useTranslation } from 'react-i18next';
import { ShareBar } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { OUTCOME_ORDER, outcomeCounts, type OutcomeCode, type SurvivalGroup } from './response-figures.ts';

const COLORS: Readonly<Record<OutcomeCode, string>> = { public: 'var(--accent)', private: 'var(--accent)', nod: 'var(--gold)', silence: 'var(--outline)' };

/** Public answer, sent to private, nod, silence: counts and bars side by side, never added up. */
export function OutcomesCard({ all, groups, label }: { readonly all: SurvivalGroup | undefined; readonly groups: readonly SurvivalGroup[]; readonly label: (key: string) => string }) {
  const { t } = useTranslation('response');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const rows = groups.filter(({ n }) => n > 0);
  return (
    <Card
      className="outcomes-card"
      title={t('outcomes.title')}
      subtitle={voice.text('response.outcomes.subtitle', { count: all?.n ?? 0 })}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('outcomes')}>{charts('frame.definition')}</Button>}
    >
      {all !== undefined && <OutcomeTotals group={all} />}
      <ul className="outcome-groups">
        {rows.map((group) => <OutcomeRow key={group.key} group={group} label={label(group.key)} />)}
      </ul>
      <p className="chart-note">
        {t('outcomes.note')}
        {(all?.inferred ?? 0) > 0 && ` ${voice.text('response.outcomes.inferred', { count: all?.inferred ?? 0 })}.`}
        {(all?.peerFirst ?? 0) > 0 && ` ${voice.text('response.outcomes.peer', { count: all?.peerFirst ?? 0 })}`}
      </p>
    </Card>
  );
}

function OutcomeTotals({ group }: { readonly group: SurvivalGroup }) {
  const { t } = useTranslation('response');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages } = useSidePanel();
  const counts = outcomeCounts(group);
  if (counts === null) return <p className="too-few">{t('within.few', { n: voice.count(group.n) })}</p>;
  return (
    <ul className="outcome-totals">
      {OUTCOME_ORDER.map((outcome) => (
        <li key={outcome}>
          <Button variant="plain" className="outcome-number" aria-label={`${t(`outcomes.${outcome}`)}: ${voice.count(counts[outcome])}`} onPress={() => openMessages({ ...scope, requests: { outcome } }, { title: t(`outcomes.${outcome}`), count: counts[outcome] })}>
            {voice.count(counts[outcome])}
          </Button>
          <span className="outcome-name"><span className="chart-swatch" data-hatched={outcome === 'private'} style={{ backgroundColor: COLORS[outcome] }} />{t(`outcomes.${outcome}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function OutcomeRow({ group, label }: { readonly group: SurvivalGroup; readonly label: string }) {
  const { t } = useTranslation('response');
  const voice = useChartVoice();
  const counts = outcomeCounts(group);
  const words = counts === null ? t('within.few', { n: voice.count(group.n) }) : OUTCOME_ORDER.map((outcome) => `${t(`outcomes.${outcome}`)} ${voice.count(counts[outcome])}`).join(', ');
  return (
    <li title={words}>
      <span className="outcome-group">{label}</span>
      {counts === null ? <span className="too-few">{words}</span> : <ShareBar total={group.n} height={12} parts={OUTCOME_ORDER.map((outcome) => ({ key: outcome, value: counts[outcome], color: COLORS[outcome], hatched: outcome === 'private' }))} />}
      <span className="outcome-n">{voice.count(group.n)}</span>
      <span className="visually-hidden">{words}</span>
    </li>
  );
}
