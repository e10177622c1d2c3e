import { useTranslation } from 'react-i18next';
import type { Grouping } from '../../../contract/selection.ts';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { isIntent } from '../../charts/intent-style.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { meanFigure, medianFigure, withinFigure, type FigureText, type SurvivalGroup } from './response-figures.ts';
import { useWaitVoice } from './use-wait-voice.ts';

export interface WithinTableProps {
  readonly groups: readonly SurvivalGroup[];
  readonly by: Grouping;
  readonly label: (key: string) => string;
  readonly horizonSeconds: number;
  /** Where the answered share is given: an hour, a day, a week of the clock. */
  readonly shareSeconds: readonly number[];
}

/** Answered within an hour, a day and a week of the clock, median and mean wait: one row a group, every n opens its requests. */
export function WithinTable({ groups, by, label, horizonSeconds, shareSeconds }: WithinTableProps) {
  const { t } = useTranslation('response');
  const { t: charts } = useTranslation('charts');
  const voice = useWaitVoice();
  const scope = useScope();
  const { t: hours } = useTranslation('hours');
  const title = scope.clock === 'opening' ? hours('clock.within') : t('within.title');
  const { openMessages, openMetric } = useSidePanel();
  const color = (key: string): string => (by === 'intent' && isIntent(key) ? `var(--intent-${key})` : 'var(--accent)');
  return (
    <Card
      className="within-card"
      title={title}
      subtitle={t('within.subtitle')}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('answered-share')}>{charts('frame.definition')}</Button>}
    >
      <DataTable
        caption={title}
        rows={groups}
        rowKey={({ key }) => key}
        columns={[
          { key: 'group', label: t('within.group'), cell: ({ key }) => label(key) },
          {
            key: 'n',
            label: t('within.n'),
            align: 'end',
            cell: ({ key, n }) => (
              <Button variant="plain" size="small" aria-label={`${label(key)}: ${voice.count(n)}`} onPress={() => openMessages({ ...scope, requests: { by, key } }, { title: label(key), count: n })}>{voice.count(n)}</Button>
            ),
          },
          ...shareSeconds.map((seconds) => ({
            key: String(seconds),
            label: t('within.time', { time: voice.duration(seconds) }),
            cell: (group: SurvivalGroup) => {
              const share = group.answeredWithin.find((one) => one.seconds === seconds);
              return (
                <span className="within-cell">
                  <Figure text={withinFigure(group, seconds, voice)} />
                  {!group.tooFew && group.n >= voice.shareFloor && share?.estimate != null && <ShareInterval estimate={share.estimate} low={share.low} high={share.high} color={color(group.key)} />}
                </span>
              );
            },
          })),
          { key: 'median', label: t('within.median'), cell: (group) => <Figure text={medianFigure(group, voice)} /> },
          { key: 'mean', label: t('within.mean', { horizon: voice.duration(horizonSeconds) }), cell: (group) => <Figure text={meanFigure(group, voice)} /> },
        ]}
      />
    </Card>
  );
}

/** A figure with its limits under it. */
export function Figure({ text: { main, limits } }: { readonly text: FigureText }) {
  return (
    <span className="figure-text">
      <span>{main}</span>
      {limits !== null && <span className="figure-limits">{limits}</span>}
    </span>
  );
}
