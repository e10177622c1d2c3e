import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

type Robustness = OperationValue<'value.robustness'>;
type Loss = Robustness['losses'][number];

const SIDES = ['value', 'answers', 'largest'] as const;

/** The removal that the sentence tells: of ten people, else the largest that there is below. */
function toldLoss({ losses }: Robustness): Loss | undefined {
  return losses.find(({ removal }) => removal === 'ten') ?? losses.at(-1);
}

function robustnessSentence(value: Robustness, voice: ChartVoice): string {
  const loss = toldLoss(value);
  if (loss === undefined) return voice.text(`value.robustness.title.${value.reason === 'no-points' ? 'noPoints' : 'few'}`, { n: voice.count(value.people) });
  const parts = SIDES.flatMap((side) => (loss[side] === null ? [] : [voice.text(`value.robustness.part.${side}`, { share: voice.inHundred(loss[side].left) })]));
  const isBelow = SIDES.some((side) => loss[side] !== null && loss[side].left < loss[side].chance.low);
  return voice.text(`value.robustness.title.${isBelow ? 'below' : 'within'}`, { n: voice.count(loss.removed), parts: voice.list(parts) });
}

/** How much rests on few: what is left of value, of messages between people and of the network without those who create most. */
export function RobustnessCard() {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const state = useOperation('value.robustness', scope);
  return (
    <Answer state={state} shape="table">
      {(value) => {
        const { people, answers, largest, draws, seed, losses, first } = value;
        const nameOf = ({ removal, removed }: Loss): string => t(`robustness.removal.${removal}`, { n: voice.count(removed) });
        const none = (side: (typeof SIDES)[number]): string => t('robustness.fewAnswers', { n: voice.count(side === 'answers' ? answers : largest) });
        return (
          <ChartFrame
            className="robustness-card"
            title={robustnessSentence(value, voice)}
            subtitle={voice.text('value.robustness.subtitle', { draws: voice.count(draws), seed, people: voice.count(people), answers: voice.count(answers), largest: voice.count(largest) })}
            onDefinition={() => openMetric('ecosystem-robustness')}
            finding={{ metric: 'ecosystem-robustness', form: losses.length === 0 ? 'too-few' : 'clear' }}
            table={{
              caption: t('robustness.caption'),
              columns: [{ key: 'removed', label: t('robustness.column.removed') }, ...SIDES.map((side) => ({ key: side, label: t(`robustness.column.${side}`), numeric: true }))],
              rows: losses.map((loss) => [nameOf(loss), ...SIDES.map((side) => (loss[side] === null ? none(side) : `${t('robustness.left', { share: voice.inHundred(loss[side].left) })}; ${chanceWords(loss[side], voice)}`))]),
            }}
            notes={losses.length > 0 && (
              <>
                <ul className="chart-key">
                  <li><span className="robustness-dot" aria-hidden="true" />{t('robustness.key.left')}</li>
                  <li><span className="robustness-band" aria-hidden="true" />{t('robustness.key.chance')}</li>
                </ul>
                <p className="chart-note">{t('robustness.note')}</p>
              </>
            )}
          >
            {losses.length > 0 && (
              <DataTable
                dense
                caption={t('robustness.caption')}
                rows={losses}
                rowKey={({ removal }) => removal}
                columns={[
                  { key: 'removed', label: t('robustness.column.removed'), cell: nameOf },
                  ...SIDES.map((side) => ({ key: side, label: t(`robustness.column.${side}`), cell: (loss: Loss) => <LeftCell left={loss[side]} none={none(side)} /> })),
                ]}
              />
            )}
            {first.length > 0 && (
              <>
                <h3 className="robustness-heading">{t('robustness.first')}</h3>
                <ol className="robustness-people">
                  {first.map(({ accountId, name, network, created }) => (
                    <li key={accountId}>
                      <Button variant="plain" size="small" aria-label={t('robustness.openOf', { name })} onPress={() => openMessages({ ...scope, accountIds: [accountId] }, { title: name })}>{name}</Button>
                      <span>{voice.network(network)} · {voice.text('value.robustness.points', { count: Math.round(created) })}</span>
                    </li>
                  ))}
                </ol>
              </>
            )}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

function chanceWords({ chance: { mean, low, high } }: NonNullable<Loss['answers']>, voice: ChartVoice): string {
  return voice.text('value.robustness.chance', { mean: voice.inHundred(mean), low: voice.inHundred(low), high: voice.inHundred(high) });
}

/** What is left as a dot, before the band of as many people at random. */
function LeftCell({ left, none }: { readonly left: Loss['answers']; readonly none: string }) {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  if (left === null) return <span className="robustness-quiet">{none}</span>;
  return (
    <span className="robustness-cell">
      <span className="robustness-plot"><ShareInterval estimate={null} low={left.chance.low} high={left.chance.high} color="var(--muted)" /><ShareInterval estimate={left.left} low={null} high={null} color="var(--accent)" /></span>
      <strong>{t('robustness.left', { share: voice.inHundred(left.left) })}</strong>
      <span className="robustness-quiet">{chanceWords(left, voice)}</span>
    </span>
  );
}
