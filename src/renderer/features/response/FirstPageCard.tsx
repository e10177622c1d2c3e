import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { firstPageTitle } from './answer-words.ts';

/** What a visitor finds today: unanswered criticism among the first items of each page. */
export function FirstPageCard() {
  const { t } = useTranslation('answers');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const state = useOperation('response.firstPage', scope);
  // a page stands as it stands: of the filters only networks and pages choose among pages
  const { networks, containers: chosen } = scope.filters ?? {};
  const standing = { ...scope, filters: { ...(networks === undefined ? {} : { networks }), ...(chosen === undefined ? {} : { containers: chosen }) } };
  return (
    <Answer state={state} shape="lines" rows={4}>
      {(value) => (
        <Card className="first-page-card" title={firstPageTitle(value, voice)} subtitle={t('firstPage.subtitle', { most: voice.count(value.most) })} foot={<Button variant="plain" size="small" onPress={() => openMetric('first-page')}>{charts('frame.definition')}</Button>}>
          {value.containers.length > 0 && (
            <DataTable
              dense
              caption={t('firstPage.column.container')}
              rows={value.containers}
              rowKey={({ network, container }) => `${network} ${container}`}
              columns={[
                { key: 'container', label: t('firstPage.column.container'), cell: ({ container, network }) => `${container} · ${voice.network(network)}` },
                { key: 'open', label: t('firstPage.column.open'), align: 'end', cell: ({ container, network, open }) => {
                  if (open === null) return <span className="too-few">{t('firstPage.unknown')}</span>;
                  if (open === 0) return voice.count(0);
                  const what = `${t('firstPage.column.open')}, ${container}`;
                  return <Button variant="plain" size="small" aria-label={voice.text('answers.openCount', { count: open, what })} onPress={() => openMessages({ ...standing, answers: { set: 'first-page', container, network } }, { title: what, count: open })}>{voice.count(open)}</Button>;
                } },
                { key: 'oldest', label: t('firstPage.column.oldest'), align: 'end', cell: ({ oldestSeconds }) => (oldestSeconds === null ? '–' : voice.duration(oldestSeconds)) },
                { key: 'criticism', label: t('firstPage.column.criticism'), align: 'end', cell: ({ criticism, open }) => (open === null ? '–' : voice.count(criticism)) },
                { key: 'items', label: t('firstPage.column.items'), align: 'end', cell: ({ items, itemsInAll }) => t('firstPage.of', { n: voice.count(items), total: voice.count(itemsInAll) }) },
                { key: 'end', label: t('firstPage.column.end'), align: 'end', cell: ({ endMs }) => (endMs === null ? '–' : voice.date(endMs)) },
              ]}
            />
          )}
        </Card>
      )}
    </Answer>
  );
}
