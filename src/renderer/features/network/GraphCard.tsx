import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { tribeColorAt } from '../../charts/intent-style.ts';
import type { TribeShape } from '../../charts/tribe-shape.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { saveText } from '../../state/save-text.ts';
import { useSidePanel } from '../../state/panels.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DrawnGraph } from './draw-graph.ts';

type GraphValue = OperationValue<'network.graph'>;

/** How tribes of communities look and are called, by id. */
export type CommunityLooks = ReadonlyMap<string, { readonly name: string; readonly color: number; readonly shape: TribeShape }>;

const ROWS = 15;

/** The graph on a canvas, and beside it the same people as a table. */
export function GraphCard({ graph, looks }: { readonly graph: GraphValue; readonly looks: CommunityLooks }) {
  const { t } = useTranslation('network');
  const voice = useChartVoice();
  const workbench = useWorkbench();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const { theme } = usePreferences();
  const stage = useRef<HTMLDivElement>(null);
  const drawing = useRef<DrawnGraph | null>(null);
  const [shown, setShown] = useState<number | null>(null);
  const [isDrawn, setDrawn] = useState(true);
  const nameOf = (place: number): string => graph.nodes[place]?.name ?? t('graph.unnamed', { id: graph.nodes[place]?.accountId ?? 0 });

  useEffect(() => {
    const container = stage.current;
    if (container === null) return undefined;
    let isLeft = false;
    const style = getComputedStyle(container);
    const plain = (token: string): string => style.getPropertyValue(token).trim();
    void import('./draw-graph.ts').then(({ drawGraph }) => {
      if (isLeft) return;
      drawing.current = drawGraph(container, {
        graph, nameOf, ink: plain('--ink'), tie: plain('--outline'), onPerson: setShown,
        lookOf: (community) => {
          const look = community === null ? undefined : looks.get(community);
          return look === undefined ? { shape: 'circle', color: plain('--outline') } : { shape: look.shape, color: plain(tribeColorAt(look.color).slice(4, -1)) };
        },
      });
    }).catch(() => setDrawn(false));
    return () => {
      isLeft = true;
      drawing.current?.close();
      drawing.current = null;
    };
    // drawn anew only when the data, the tribes or the theme change
  }, [graph, looks, theme]);
  useEffect(() => drawing.current?.showAround(shown), [shown]);

  const save = async (format: 'gexf' | 'graphml'): Promise<void> => {
    const outcome = await workbench.bridge.call('network.export', { ...scope, format });
    if (outcome.ok) saveText(outcome.value.fileName, outcome.value.text, 'application/xml');
    else workbench.failure.set(outcome.failure);
  };
  const neighbours = shown === null ? 0 : graph.edges.filter(({ a, b }) => a === shown || b === shown).length;
  const rows = graph.nodes.slice(0, ROWS).map((node, place) => ({ node, place }));
  return (
    <Card
      title={t('graph.title')}
      subtitle={t('graph.subtitle', { people: voice.count(graph.nodes.length), allPeople: voice.count(graph.people), ties: voice.count(graph.edges.length), allTies: voice.count(graph.ties) })}
      actions={(['gexf', 'graphml'] as const).map((format) => <Button key={format} size="small" variant="plain" icon={<Download size={14} aria-hidden="true" />} onPress={() => void save(format)}>{t(`export.${format}`)}</Button>)}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('people-ties')}>{voice.text('charts.frame.definition')}</Button>}
    >
      <div className="network-graph">
        <div>
          {isDrawn ? <div ref={stage} className="network-stage" role="img" aria-label={t('graph.title')} /> : <p className="chart-note">{t('graph.noCanvas')}</p>}
          <p className="network-alone" role="status">
            {shown !== null && <>{t('graph.alone', { name: nameOf(shown), n: voice.count(neighbours) })} <Button size="small" variant="plain" onPress={() => setShown(null)}>{t('graph.everybody')}</Button></>}
          </p>
          <p className="chart-note">{t('graph.note')}</p>
        </div>
        <DataTable
          dense
          caption={t('table.title')}
          rows={rows}
          rowKey={({ node }) => node.accountId}
          columns={[
            { key: 'person', label: t('table.person'), cell: ({ place }) => <Button size="small" variant="plain" aria-label={t('table.show', { name: nameOf(place) })} onPress={() => setShown(place)}>{nameOf(place)}</Button> },
            { key: 'tribe', label: t('table.tribe'), cell: ({ node }) => (node.community === null ? t('table.none') : (looks.get(node.community)?.name ?? t('table.none'))) },
            { key: 'ties', label: t('table.ties'), align: 'end', cell: ({ node }) => voice.count(node.ties) },
            { key: 'strength', label: t('table.strength'), align: 'end', cell: ({ node }) => voice.number(node.strength) },
            { key: 'between', label: t('table.between'), cell: ({ node }) => (node.broker ? t('table.broker') : '') },
          ]}
        />
      </div>
    </Card>
  );
}
