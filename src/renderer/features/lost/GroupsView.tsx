import { Info, Lightbulb } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MERGED_KINDS, type MergedKind } from '../../../domain/model/value-piece.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { DeskNote } from './DeskNote.tsx';
import { ExportButton } from './ExportButton.tsx';
import { GroupItem } from './GroupItem.tsx';
import type { LostGroup } from './lost-words.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { RouteDialog, type RoutedThing } from './RouteDialog.tsx';
import { TimesCard } from './TimesCard.tsx';
import { useLostDesk } from './use-lost-desk.ts';

const ORDERS = ['requesters', 'lost', 'latest'] as const;
const SHOWN = 20;

/** Ideas and faults that ask the same, with how many independent people ask; how long the common ones wait. */
export function GroupsView() {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const { readOnly } = useProject();
  const { openMetric } = useSidePanel();
  const desk = useLostDesk();
  const [kind, setKind] = useParameter<MergedKind>('kind', { initial: 'idea', allowed: MERGED_KINDS });
  const [order, setOrder] = useParameter<(typeof ORDERS)[number]>('order', { initial: 'requesters', allowed: ORDERS });
  const [page, setPage] = useState(0);
  const [merging, setMerging] = useState<LostGroup | null>(null);
  const [thing, setThing] = useState<RoutedThing | null>(null);
  const list = useOperation('lost.groups', { ...scope, kind, orderBy: order, page, size: SHOWN });
  return (
    <>
      <TimesCard desk={desk} />
      <Card title={t(`ideas.${kind}`)} actions={<ExportButton table={{ list: 'groups', kind }} />} className="lost-desk" foot={<Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric('independent-requesters')}>{t('definitions.requesters')}</Button>}>
        <div className="lost-bar">
          <Segmented label={t('ideas.kind')} value={kind} options={MERGED_KINDS.map((value) => ({ value, label: t(`ideas.${value}`) }))} onChange={(value) => { setPage(0); setKind(value); }} />
          <Select size="small" label={t('filter.order')} value={order} options={ORDERS.map((value) => ({ value, label: t(`groupOrder.${value}`) }))} onChange={(value) => { setPage(0); setOrder(value); }} />
          <DeskNote desk={desk} />
        </div>
        <Answer state={list} shape="lines" rows={6}>
          {({ total, groups }) => (total === 0 ? <EmptyState icon={<Lightbulb size={36} />} title={t('empty.groups')} text={t('empty.groupsText')} /> : (
            <>
              <ol className="lost-list" start={page * SHOWN + 1} aria-label={t('list.groups')}>
                {groups.map((group) => (
                  <GroupItem
                    key={group.id}
                    group={group}
                    {...(readOnly ? {} : {
                      onMerge: () => setMerging(group),
                      onDetails: () => setThing({ subjects: [{ messageId: group.typicalId, piece: group.kind, scope: 'group' }], text: group.text, department: group.department, byHand: group.byHand, route: group.route }),
                      onSend: (department: LostGroup['department']) => void desk.decide('lost.route', { subjects: [{ messageId: group.typicalId, piece: group.kind, scope: 'group' }], department }, voice.text('lost.sent', { count: group.pieces, department: t(`department.${department}`) })),
                    })}
                  />
                ))}
              </ol>
              <PageButtons page={page} size={SHOWN} total={total} onPage={setPage} />
            </>
          ))}
        </Answer>
        {merging !== null && <MergeDialog group={merging} kind={kind} desk={desk} onClose={() => setMerging(null)} />}
        {thing !== null && <RouteDialog thing={thing} desk={desk} onClose={() => setThing(null)} />}
      </Card>
    </>
  );
}
