import { Route } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Select } from '../../ui/Select.tsx';
import { DeskNote } from './DeskNote.tsx';
import { ExportButton } from './ExportButton.tsx';
import { DEPARTMENT_CHOICES, shortText, type LostPiece } from './lost-words.ts';
import { RouteDialog, type RoutedThing } from './RouteDialog.tsx';
import { useLostDesk } from './use-lost-desk.ts';

const SHOWN = 25;

/** What was sent somewhere by hand: owner, due date, how far it has come; the next due first. */
export function RoutedView() {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const { readOnly } = useProject();
  const { openMessages } = useSidePanel();
  const desk = useLostDesk();
  const [department, setDepartment] = useParameter<(typeof DEPARTMENT_CHOICES)[number]>('department', { initial: 'all', allowed: DEPARTMENT_CHOICES });
  const [page, setPage] = useState(0);
  const [thing, setThing] = useState<RoutedThing | null>(null);
  const choice = { departments: department === 'all' ? [] : [department] };
  const list = useOperation('lost.pieces', { ...scope, ...choice, routed: true, once: true, orderBy: 'due', page, size: SHOWN });
  const edit = ({ messageId, kind, text, department: to, byHand, route }: LostPiece): void => setThing({ subjects: [{ messageId, piece: kind, scope: route?.scope ?? 'piece' }], text, department: to, byHand, route });
  return (
    <Card title={t('views.routed')} subtitle={list.status === 'value' ? voice.text('lost.count', { count: list.value.total }) : ' '} actions={<ExportButton table={{ list: 'routed', ...choice }} />} className="lost-desk">
      <div className="lost-bar">
        <Select size="small" label={t('filter.department')} value={department} options={DEPARTMENT_CHOICES.map((value) => ({ value, label: value === 'all' ? t('filter.all') : t(`department.${value}`) }))} onChange={(value) => { setPage(0); setDepartment(value); }} />
        <DeskNote desk={desk} />
      </div>
      <Answer state={list} shape="lines" rows={6}>
        {({ total, pieces }) => (total === 0 ? <EmptyState icon={<Route size={36} />} title={t('empty.routed')} text={t('empty.routedText')} /> : (
          <>
            <DataTable
              dense
              caption={t('views.routed')}
              rows={pieces}
              rowKey={({ messageId, kind }) => `${String(messageId)} ${kind}`}
              columns={[
                {
                  key: 'what', label: t('column.what'),
                  cell: ({ messageId, text, kind, route, group }) => (
                    <div className="lost-cell">
                      <Button size="small" variant="plain" className="lost-number lost-wrap" onPress={() => openMessages({ messageIds: [messageId] })}>{shortText(text, voice)}</Button>
                      <span className="quiet-text">{route?.scope === 'group' && group !== null ? voice.text('lost.routed.group', { count: group.pieces }) : t(`kind.${kind}`)}</span>
                    </div>
                  ),
                },
                { key: 'department', label: t('column.department'), cell: ({ department: to, byHand }) => <Chip label={t(`department.${to}`)} tone={byHand ? 'accent' : 'neutral'} /> },
                { key: 'owner', label: t('column.owner'), cell: ({ route }) => (route === null || route.owner === '' ? <span className="quiet-text">{t('routed.noOwner')}</span> : route.owner) },
                { key: 'due', label: t('column.due'), cell: ({ route }) => (route === null || route.dueMs === null ? <span className="quiet-text">{t('routed.noDue')}</span> : voice.date(route.dueMs)) },
                { key: 'route', label: t('column.route'), cell: ({ route }) => (route === null ? '' : t(`route.${route.state}`)) },
                { key: 'note', label: t('column.note'), cell: ({ route }) => <span className="lost-wrap">{route?.note ?? ''}</span> },
                ...(readOnly ? [] : [{ key: 'edit', label: <span className="visually-hidden">{t('column.edit')}</span>, align: 'end' as const, cell: (piece: LostPiece) => <Button size="small" aria-label={t('detailsOf', { text: shortText(piece.text, voice) })} onPress={() => edit(piece)}>{t('column.edit')}</Button> }]),
              ]}
            />
            <PageButtons page={page} size={SHOWN} total={total} onPage={setPage} />
          </>
        ))}
      </Answer>
      {thing !== null && <RouteDialog thing={thing} desk={desk} onClose={() => setThing(null)} />}
    </Card>
  );
}
