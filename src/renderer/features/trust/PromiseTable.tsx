import { MessageSquareQuote, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { dueWords, PROMISE_STATE_ORDER, reasonWords, STATE_TONES, type PromiseLine, type PromiseStateCode } from './promise-words.ts';

const MOST_NAMED = 60;

export interface PromiseTableProps {
  readonly promises: readonly PromiseLine[];
  /** What the table holds, for assistive technology; the register when left out. */
  readonly caption?: string;
  /** Left out where the project can only be read. */
  readonly onDecide?: (promise: PromiseLine, state: PromiseStateCode | null) => void;
}

/** Promises one by one: the words, the due time, the outcome with its reason, what it rests on, and the menu that overrules it. */
export function PromiseTable({ promises, caption, onDecide }: PromiseTableProps) {
  const { t } = useTranslation('promises');
  return (
    <DataTable
      dense
      caption={caption ?? t('title')}
      rows={promises}
      rowKey={({ messageId, start }) => `${String(messageId)} ${String(start)}`}
      columns={[
        { key: 'promise', label: t('column.promise'), cell: (promise) => <PromiseWords promise={promise} /> },
        { key: 'due', label: t('column.due'), cell: (promise) => <PromiseDue promise={promise} /> },
        { key: 'state', label: t('column.state'), cell: (promise) => <PromiseOutcome promise={promise} /> },
        { key: 'evidence', label: t('column.evidence'), cell: (promise) => <PromiseEvidence promise={promise} /> },
        ...(onDecide === undefined ? [] : [{ key: 'change', label: <span className="visually-hidden">{t('column.change')}</span>, align: 'end' as const, cell: (promise: PromiseLine) => <PromiseMenu promise={promise} onDecide={onDecide} /> }]),
      ]}
    />
  );
}

function PromiseWords({ promise }: { readonly promise: PromiseLine }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const { messageId, text, personName, atMs, container, network } = promise;
  return (
    <div className="promise-words">
      <Button variant="plain" size="small" className="promise-quote" aria-label={t('openPromise', { words: text })} onPress={() => openMessages({ messageIds: [messageId] })}>{t('quote', { words: text })}</Button>
      <span className="promise-quiet">{[personName === null ? t('toAll') : t('to', { name: personName }), voice.date(atMs), container ?? voice.network(network)].join(' · ')}</span>
    </div>
  );
}

function PromiseDue({ promise: { dueText, dueMs } }: { readonly promise: PromiseLine }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  return (
    <div className="promise-words">
      <span>{dueMs === null ? t('noTime') : dueWords(dueMs, voice)}</span>
      {dueText !== null && <span className="promise-quiet">{t('quote', { words: dueText })}</span>}
    </div>
  );
}

function PromiseOutcome({ promise }: { readonly promise: PromiseLine }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const { state } = promise;
  return (
    <div className="promise-words">
      <Chip label={t(`state.${state}`)} tone={STATE_TONES[state]} />
      {reasonWords(promise, voice).map((words) => <span key={words} className="promise-quiet">{words}</span>)}
    </div>
  );
}

function PromiseEvidence({ promise: { evidence } }: { readonly promise: PromiseLine }) {
  const { t } = useTranslation('promises');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  if (evidence === null) return <span className="promise-quiet">—</span>;
  const { messageId, text, atMs, byBrand } = evidence;
  return (
    <div className="promise-words">
      <span className="promise-evidence">{t('quote', { words: text })}</span>
      {atMs !== null && <span className="promise-quiet">{t(byBrand ? 'by.brand' : 'by.person', { date: voice.dateTime(atMs) })}</span>}
      <Button variant="plain" size="small" className="promise-open" icon={<MessageSquareQuote size={14} aria-hidden="true" />} aria-label={t('openAt', { words: text })} onPress={() => openMessages({ messageIds: [messageId] })}>{t('open')}</Button>
    </div>
  );
}

function PromiseMenu({ promise, onDecide }: { readonly promise: PromiseLine; readonly onDecide: NonNullable<PromiseTableProps['onDecide']> }) {
  const { t } = useTranslation('promises');
  const label = t('change', { words: promise.text.length > MOST_NAMED ? `${promise.text.slice(0, MOST_NAMED)}…` : promise.text });
  const entries: MenuEntry<PromiseStateCode | 'back'>[] = PROMISE_STATE_ORDER.map((state) => ({ id: state, label: t('changeTo', { state: t(`state.${state}`) }), isDisabled: state === promise.state && promise.byHand }));
  if (promise.byHand) entries.push({ id: 'back', label: t('changeBack') });
  return <Menu label={label} trigger={<IconButton label={label} icon={<PencilLine size={16} />} />} entries={entries} onAction={(id) => onDecide(promise, id === 'back' ? null : id)} />;
}
