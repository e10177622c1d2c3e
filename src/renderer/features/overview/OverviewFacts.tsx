import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useSidePanel, type MessageSelection } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { ReadingStatus } from '../../ui/ReadingStatus.tsx';
import { hasOtherFirms } from './overview-opening.ts';

interface CountRow {
  readonly key: string;
  readonly label: string;
  readonly messages: number;
  readonly selection: MessageSelection;
}

/** Who, where and in which language: each number opens its messages. */
export function OverviewFacts({ overview }: { readonly overview: OperationValue<'overview'> }) {
  const { t } = useTranslation('overview');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const options = useOperation('filters.options', {});
  const filtered = scope.filters !== undefined;
  const within = (filters: NonNullable<MessageSelection['filters']>): MessageSelection => ({ ...scope, filters: { ...scope.filters, ...filters } });
  const outbound = t(hasOtherFirms(overview) ? 'facts.outboundFirms' : 'facts.outbound');
  const open = (label: string, count: number, selection: MessageSelection): void => openMessages(selection, { title: label, count });
  const languages = overview.languageCounts.map(({ language, messages }) => ({ key: language, label: voice.language(language), messages, selection: within({ languages: [language] }) }));
  const networks = filtered || options.status !== 'value' ? [] : options.value.networks.map(({ value, messages }) => ({ key: value, label: voice.network(value), messages, selection: within({ networks: [value] }) }));
  return (
    <Card title={t('facts.title')} className="facts" foot={<ReadingStatus />}>
      <div className="facts-totals">
        <Measure label={t('facts.messages')} value={voice.count(overview.messages)} onDefinition={() => openMetric('messages')} onOpen={() => open(t('facts.messages'), overview.messages, scope)} />
        <Measure label={t('facts.inbound')} value={voice.count(overview.inbound)} onOpen={() => open(t('facts.inbound'), overview.inbound, { ...scope, direction: 'inbound' })} />
        <Measure label={outbound} value={voice.count(overview.outbound)} onOpen={() => open(outbound, overview.outbound, { ...scope, direction: 'outbound' })} />
        <Measure label={t('facts.accounts')} value={voice.count(overview.accounts)} onDefinition={() => openMetric('profiles')} />
      </div>
      <div className="facts-lists">
        {networks.length > 0 && <CountList title={t('facts.networks')} rows={networks} />}
        <CountList title={t('facts.languages')} rows={languages} />
      </div>
    </Card>
  );
}

function CountList({ title, rows }: { readonly title: string; readonly rows: readonly CountRow[] }) {
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const most = Math.max(1, ...rows.map(({ messages }) => messages));
  return (
    <section className="count-list" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.slice(0, 8).map(({ key, label, messages, selection }) => (
          <li key={key}>
            <span className="count-label">{label}</span>
            <span className="count-bar" aria-hidden="true"><span style={{ width: `${(100 * messages) / most}%` }} /></span>
            <Button variant="plain" size="small" aria-label={`${label}: ${voice.count(messages)}`} onPress={() => openMessages(selection, { title: label, count: messages })}>{voice.count(messages)}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
