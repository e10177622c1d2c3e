import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { PlanEntry, TribeTitles } from './plan-words.ts';

interface CanvasesProps {
  readonly titles: TribeTitles;
  readonly entries: readonly PlanEntry[];
  readonly onOpen: (tribe: string) => void;
}

/** The canvases that were written, a tribe a row: what it does, what the brand does, who and until when. */
export function PlanCanvases({ titles, entries, onOpen }: CanvasesProps) {
  const { t } = useTranslation('plan');
  const { t: strategy } = useTranslation('strategy');
  const voice = useChartVoice();
  const state = useOperation('canvas.list', {});
  const late = new Set(entries.filter((entry) => entry.kind === 'canvas' && entry.late).map(({ id }) => id));
  const written = (text: string) => (text === '' ? <span className="quiet-text">{t('canvases.blank')}</span> : text);
  return (
    <section>
      <h3>{t('canvases.title')}</h3>
      <Answer state={state} shape="lines" rows={3}>
        {({ canvases }) => (canvases.length === 0 ? <p className="quiet-text">{t('canvases.none')}</p> : (
          <DataTable
            dense
            caption={t('canvases.caption')}
            rows={canvases}
            rowKey={({ tribe }) => tribe}
            columns={[
              { key: 'tribe', label: t('canvases.tribe'), cell: ({ tribe }) => <Button variant="plain" size="small" className="page-link plan-open" aria-label={t('canvases.open', { tribe: titles.get(tribe) ?? tribe })} onPress={() => onOpen(tribe)}>{titles.get(tribe) ?? tribe}</Button> },
              { key: 'task', label: t('canvases.task'), cell: ({ task }) => written(task) },
              { key: 'activity', label: t('canvases.activity'), cell: ({ activity }) => written(activity) },
              { key: 'owner', label: t('canvases.owner'), cell: ({ owner }) => (owner === '' ? strategy('noOwner') : owner) },
              { key: 'due', label: t('canvases.due'), cell: ({ dueMs, tribe }) => <span className="plan-state" data-late={late.has(tribe)}>{dueMs === null ? strategy('noDue') : voice.date(dueMs)}{late.has(tribe) && ` · ${t('calendar.late')}`}</span> },
              { key: 'state', label: t('canvases.state'), cell: ({ state: code }) => strategy(`canvas.states.${code}`) },
            ]}
          />
        ))}
      </Answer>
    </section>
  );
}
