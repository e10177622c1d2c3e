import { ArrowLeft, Share2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { GraphCard, type CommunityLooks } from './GraphCard.tsx';
import { RunCard } from './RunCard.tsx';
import './network.css';

type Communities = OperationValue<'network.communities'>;

/** The graph of people: what is drawn, the communities found in it, and how. */
export function NetworkPage() {
  const { t } = useTranslation('network');
  const voice = useChartVoice();
  const scope = useScope();
  const { go } = useLocation();
  const communities = useOperation('network.communities', scope);
  const graph = useOperation('network.graph', scope);
  const tribes = useOperation('tribes.list', { ...scope, lens: 'communities' });
  const listed = tribes.status === 'value' ? tribes.value.tribes : null;
  const nameOf = ({ id, name }: { readonly id: string; readonly name: string }): string => (name === '' ? t('communities.unnamed', { number: id.slice(-4) }) : name);
  const looks = useMemo((): CommunityLooks => new Map((listed ?? []).map((tribe) => [tribe.id, { name: tribe.title ?? nameOf(tribe), color: tribe.color, shape: tribe.shape }])), [listed]);
  const lead = ({ facts }: Communities): string => {
    if (facts === null) return t('notAnalysed');
    if (facts.state === 'few-ties') return t('lead.few-ties', { share: voice.inHundred(facts.people === 0 ? 0 : facts.tied / facts.people) });
    return facts.state === 'no-structure' ? t('lead.no-structure') : voice.text('network.lead.found', { count: facts.communities });
  };
  return (
    <RoomPage
      countsPeople
      title={t('title')}
      question={t('question')}
      lead={communities.status === 'value' ? lead(communities.value) : undefined}
      actions={<Button variant="plain" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={() => go({ path: ['tribes'] })}>{t('back')}</Button>}
    >
      <div className="network">
        <Answer state={graph} shape="chart">
          {(value) => (value.nodes.length === 0 ? <EmptyState icon={<Share2 size={36} />} title={t('empty')} /> : <GraphCard graph={value} looks={looks} />)}
        </Answer>
        <Answer state={communities} shape="table">
          {(value) => (
            <>
              {value.communities.length > 0 && <CommunitiesCard value={value} nameOf={nameOf} />}
              {value.facts !== null && value.facts.state !== 'few-ties' && <RunCard key={value.facts.resolution} facts={value.facts} />}
            </>
          )}
        </Answer>
      </div>
    </RoomPage>
  );
}

function CommunitiesCard({ value: { facts, communities }, nameOf }: { readonly value: Communities; readonly nameOf: (community: { readonly id: string; readonly name: string }) => string }) {
  const { t } = useTranslation('network');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  return (
    <Card title={t('communities.title')} foot={<Button variant="plain" size="small" onPress={() => openMetric('community-certainty')}>{voice.text('charts.frame.definition')}</Button>}>
      <DataTable
        caption={t('communities.title')}
        rows={communities}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: t('communities.name'), cell: (community) => <Button size="small" variant="plain" onPress={() => openMessages({ filters: { tribes: [community.id] } }, { title: nameOf(community) })}>{nameOf(community)}</Button> },
          { key: 'size', label: t('communities.size'), align: 'end', cell: ({ size }) => voice.count(size) },
          { key: 'certainty', label: t('communities.certainty'), align: 'end', cell: ({ certainty }) => (certainty === null ? '' : voice.number(certainty)) },
          { key: 'inside', label: t('communities.inside'), align: 'end', cell: ({ inside, outside }) => voice.percent(inside + outside === 0 ? 0 : inside / (inside + outside)) },
          { key: 'brokers', label: t('communities.brokers'), cell: ({ brokers }) => voice.list(brokers.map(({ name, accountId }) => name ?? t('graph.unnamed', { id: accountId }))) },
        ]}
      />
      {facts !== null && facts.peopleInSmaller + facts.peopleLeftOut > 0 && <p className="chart-note">{t('communities.smaller', { n: voice.count(facts.peopleInSmaller), left: voice.count(facts.peopleLeftOut) })}</p>}
    </Card>
  );
}
