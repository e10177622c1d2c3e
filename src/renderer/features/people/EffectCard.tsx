import { Ban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useTribeNames } from '../../state/use-tribe-names.ts';
import type { OperationState } from '../../state/operation-state.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { effectRows } from './effect-rows.ts';
import type { Effect } from './people-types.ts';

/** What joining the pair shown would change: figures before and after, the two ledgers and roles put together; or why it cannot be. */
export function EffectCard({ state }: { readonly state: OperationState<Effect> }) {
  const { t } = useTranslation('people');
  return (
    <Card title={t('effect.title')} subtitle={t('effect.text')}>
      <Answer state={state} shape="lines" rows={3} where={t('effect.title')}>
        {(effect) =>
          effect.refusal !== null ? (
            <p className="notice notice-warm effect-refusal">
              <Ban size={16} aria-hidden="true" />
              {t(`effect.refusals.${effect.refusal}`)}
            </p>
          ) : (
            <div className="effect">
              <FigureTable effect={effect} />
              {effect.analysed && <StoryTable effect={effect} />}
            </div>
          )
        }
      </Answer>
    </Card>
  );
}

function FigureTable({ effect }: { readonly effect: Effect }) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  const { changing, unchanged } = effectRows(effect, voice, useTribeNames());
  return (
    <div className="effect-figures">
      {changing.length === 0 ? (
        <p>{t('effect.nothing')}</p>
      ) : (
        <DataTable
          dense
          caption={t('effect.title')}
          rows={changing}
          rowKey={({ key }) => key}
          columns={[
            { key: 'figure', label: t('effect.figure'), cell: ({ name }) => name },
            { key: 'before', label: t('effect.before'), align: 'end', cell: ({ before }) => before },
            { key: 'after', label: t('effect.after'), align: 'end', cell: ({ after }) => <strong>{after}</strong> },
          ]}
        />
      )}
      {unchanged.length > 0 && <p className="quiet-text">{t('effect.unchanged', { figures: voice.list(unchanged) })}</p>}
      {!effect.analysed && <p className="quiet-text">{t('effect.notAnalysed')}</p>}
    </div>
  );
}

type Side = 'a' | 'b' | 'together';

function StoryTable({ effect }: { readonly effect: Effect }) {
  const { t } = useTranslation('people');
  const { t: codes } = useTranslation('codes');
  const voice = useChartVoice();
  const { value, roles } = effect;
  const rows = [
    { key: 'roles', name: t('effect.roles'), of: (side: Side) => (roles[side].length === 0 ? t('effect.none') : voice.list(roles[side].map((role) => codes(`role.${role}`)))) },
    { key: 'created', name: t('effect.created'), of: (side: Side) => written(value[side]?.created) },
    { key: 'consumed', name: t('effect.consumed'), of: (side: Side) => written(value[side]?.consumed) },
    { key: 'zone', name: t('effect.zone'), of: (side: Side) => zoneOf(value[side]) },
  ];
  function written(points: number | undefined): string {
    return points === undefined ? '–' : voice.points(points);
  }
  function zoneOf(side: Effect['value']['a']): string {
    return side?.zone == null ? '–' : codes(`zone.${side.zone}`);
  }
  return (
    <DataTable
      dense
      caption={t('effect.together')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', label: t('effect.together'), cell: ({ name }) => name },
        { key: 'a', label: t('effect.first'), cell: ({ of }) => of('a') },
        { key: 'b', label: t('effect.second'), cell: ({ of }) => of('b') },
        { key: 'together', label: t('effect.both'), cell: ({ of }) => <strong>{of('together')}</strong> },
      ]}
    />
  );
}
