import { Filter, ListTree } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useFilters, useLocation } from '../../state/navigation.ts';
import { stableText } from '../../state/operation-cache.ts';
import type { Panel } from '../../state/panel-store.ts';
import type { MessageSelection } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { MessageList } from './MessageList.tsx';
import { selectionFilters } from './selection-filters.ts';
import { ThreadView } from './ThreadView.tsx';
import { useMessagePages } from './use-message-pages.ts';

export interface MessagesPanelProps {
  readonly selection: MessageSelection;
  readonly about: Extract<Panel, { kind: 'messages' }>['about'];
  readonly onClose: () => void;
}

/** True when a selection is filters alone, so that the messages room can show it too. */
function isFiltersOnly({ filters, brand, clock, ...rest }: MessageSelection): boolean {
  return Object.values(rest).every((value) => value === undefined);
}

/**
 * The messages behind a mark or a number: says how many there are and what was opened, and says it plainly should the
 * count differ from the one that stood there. A message opens its thread in place.
 */
export function MessagesPanel(props: MessagesPanelProps) {
  return <SelectedMessages key={stableText(props.selection)} {...props} />;
}

function SelectedMessages({ selection, about, onClose }: MessagesPanelProps) {
  const { t } = useTranslation('messages');
  const voice = useChartVoice();
  const { go } = useLocation();
  const pages = useMessagePages(selection, 'newest');
  const [threadOf, setThreadOf] = useState<number | null>(selection.messageIds?.length === 1 ? (selection.messageIds[0] ?? null) : null);
  const isThread = selection.messageIds?.length === 1;
  const { total } = pages;
  const differs = total !== null && about.count !== undefined && about.count !== total;
  const { filters: standing, set } = useFilters();
  const asFilters = selectionFilters(selection);
  const canFilter = asFilters !== null && stableText(asFilters) !== stableText(standing);
  const toFilter = canFilter && (
    <Button size="small" icon={<Filter size={14} aria-hidden="true" />} onPress={() => set(asFilters)}>{t('panel.filter')}</Button>
  );
  const toRoom = isFiltersOnly(selection) && (
    <Button
      size="small"
      icon={<ListTree size={14} aria-hidden="true" />}
      onPress={() => {
        go({ path: ['messages'], filters: selection.filters ?? {} });
        onClose();
      }}
    >
      {t('panel.room')}
    </Button>
  );
  return (
    <SidePanel
      title={isThread ? t('panel.thread') : total === null ? t('panel.title') : voice.text('messages.total', { count: total })}
      subtitle={
        <>
          {!isThread && about.title !== undefined && t('panel.opened', { title: about.title })}
          {differs && <span className="panel-differs"> {t('panel.expected', { expected: voice.count(about.count ?? 0), total: voice.count(total) })}</span>}
        </>
      }
      onClose={onClose}
      {...(canFilter || isFiltersOnly(selection) ? { foot: <>{toRoom}{toFilter}</> } : {})}
    >
      {threadOf === null ? (
        <MessageList pages={pages} onThread={({ messageId }) => setThreadOf(messageId)} />
      ) : (
        <ThreadView messageId={threadOf} {...(isThread ? {} : { onBack: () => setThreadOf(null) })} />
      )}
    </SidePanel>
  );
}
