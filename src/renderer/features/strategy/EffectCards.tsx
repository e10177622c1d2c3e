import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { effectTitle, gainWords, pointsGainWords, type EffectValue } from './one-by-one-words.ts';

/** What came of the lists: an effect where a draw parted people, a difference where none did, and a sentence while there is neither. */
export function EffectCards() {
  const { t } = useTranslation('oneByOne');
  const { clock: _clock, ...scope } = useScope();
  const state = useOperation('oneByOne.effect', scope);
  return (
    <Answer state={state} shape="lines" rows={3}>
      {(value) => {
        const isDrawn = value.randomised.first.people + value.randomised.second.people > 0;
        const isMatched = value.matched.done > 0;
        return (
          <div className="strategy-stack">
            {!isDrawn && !isMatched && <Card title={t('effect.none')} subtitle={t('effect.noneText')} />}
            {isDrawn && <EffectCard design="randomised" value={value} />}
            {isMatched && <EffectCard design="matched" value={value} />}
          </div>
        );
      }}
    </Answer>
  );
}

function EffectCard({ design, value }: { readonly design: 'randomised' | 'matched'; readonly value: EffectValue }) {
  const { t } = useTranslation('oneByOne');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { backDays, pointsDays, least, reachMs, matched } = value;
  const comparison = value[design];
  const [first, second, difference] = design === 'randomised' ? (['queue', 'held', 'effect'] as const) : (['written', 'alike', 'difference'] as const);
  const backOf = ({ back: { k, n, estimate, low, high } }: EffectValue['matched']['first']): string =>
    n === 0 ? t('effect.notYet') : estimate === null || low === null || high === null ? t('effect.kOfN', { k: voice.count(k), n: voice.count(n) }) : t('effect.inHundred', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high), n: voice.count(n) });
  const pointsOf = ({ points: { n, sum, mean } }: EffectValue['matched']['first']): string =>
    n === 0 ? t('effect.notYet') : mean === null ? t('effect.sum', { sum: voice.points(sum), n: voice.count(n) }) : t('effect.mean', { mean: voice.number(mean), n: voice.count(n) });
  const rows = [
    ...([[first, comparison.first], [second, comparison.second]] as const).map(([group, side]) => ({ group, people: voice.count(side.people), back: backOf(side), points: pointsOf(side) })),
    { group: difference, people: '', back: comparison.back === null ? '—' : gainWords(comparison.back, voice), points: comparison.points === null ? '—' : pointsGainWords(comparison.points, voice) },
  ];
  return (
    <Card
      title={effectTitle(design, comparison, voice)}
      subtitle={t(design === 'randomised' ? 'effect.subtitleRandomised' : 'effect.subtitleMatched', { back: voice.count(backDays), points: voice.count(pointsDays) })}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('one-by-one-effect')}>{charts('frame.definition')}</Button>}
    >
      <div className="table-scroll">
        <DataTable
          dense
          caption={t('effect.caption')}
          rows={rows}
          rowKey={({ group }) => group}
          columns={[
            { key: 'group', label: t('effect.group'), cell: ({ group }) => t(`effect.groups.${group}`) },
            { key: 'people', label: t('effect.people'), align: 'end', cell: ({ people }) => people },
            { key: 'back', label: t('effect.back'), cell: ({ back }) => back },
            { key: 'points', label: t('effect.points'), cell: ({ points }) => points },
          ]}
        />
      </div>
      <p className="chart-note">{[...(design === 'randomised' ? [t('effect.done', { done: voice.count(comparison.done) })] : matched.unmatched > 0 ? [voice.text('oneByOne.effect.unmatched', { count: matched.unmatched })] : []), ...(comparison.back === null && reachMs !== null ? [t('effect.waits', { date: voice.date(reachMs), least: voice.count(least) })] : [])].join(' ')}</p>
    </Card>
  );
}
