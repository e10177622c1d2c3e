import { ListChecks, Search, Target } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useFilters, useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { MessageViews } from '../../ui/MessageViews.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { MessageList } from './MessageList.tsx';
import { useMessagePages, type MessageOrder } from './use-message-pages.ts';

const DIRECTIONS = ['any', 'inbound', 'outbound'] as const;
type Direction = (typeof DIRECTIONS)[number];
const TYPING_PAUSE_MS = 250;

/** Messaggi: every message under the filters, searched in full text, read in its thread. */
export function MessagesRoom() {
  const { t } = useTranslation('messages');
  const { t: rooms } = useTranslation('shell');
  const { t: reading } = useTranslation('reading');
  const { t: check } = useTranslation('check');
  const voice = useChartVoice();
  const { go } = useLocation();
  const scope = useScope();
  const { filters, set } = useFilters();
  const { openMessages } = useSidePanel();
  const [order, setOrder] = useParameter<MessageOrder>('order', { initial: 'newest', allowed: ['newest', 'oldest'] });
  const [direction, setDirection] = useParameter<Direction>('direction', { initial: 'any', allowed: DIRECTIONS });
  const pages = useMessagePages(direction === 'any' ? scope : { ...scope, direction }, order);
  const [typed, setTyped] = useState(filters.text ?? '');
  useEffect(() => {
    setTyped(filters.text ?? '');
  }, [filters.text]);
  useEffect(() => {
    if (typed === (filters.text ?? '')) return undefined;
    const timer = setTimeout(() => {
      const { text, ...others } = filters;
      set(typed.trim() === '' ? others : { ...others, text: typed });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, filters, set]);
  const { total } = pages;
  const isWhole = direction === 'any' && Object.keys(filters).length === 0;
  return (
    <RoomPage
      title={rooms('rooms.messages')}
      question={t('question')}
      actions={<><MessageViews view="messages" /><Button variant="plain" icon={<ListChecks size={16} aria-hidden="true" />} onPress={() => go({ path: ['reading'] })}>{reading('rules.openRules')}</Button><Button variant="plain" icon={<Target size={16} aria-hidden="true" />} onPress={() => go({ path: ['check'] })}>{check('open')}</Button></>}
      lead={total === null ? undefined : total === 0 ? t('openingNone') : voice.text(isWhole ? 'messages.openingAll' : 'messages.opening', { count: total })}
    >
      <div className="messages-room">
        <div className="messages-bar">
          <TextField type="search" label={t('search')} hideLabel placeholder={t('search')} icon={<Search size={16} aria-hidden="true" />} value={typed} onChange={setTyped} maxLength={200} />
          <Segmented label={t('direction')} value={direction} options={DIRECTIONS.map((value) => ({ value, label: t(`directions.${value}`) }))} onChange={setDirection} />
          <Segmented label={t('order')} value={order} options={(['newest', 'oldest'] as const).map((value) => ({ value, label: t(value) }))} onChange={setOrder} />
        </div>
        <MessageList pages={pages} onThread={({ messageId }) => openMessages({ messageIds: [messageId] }, { title: t('row.thread'), count: 1 })} />
      </div>
    </RoomPage>
  );
}
