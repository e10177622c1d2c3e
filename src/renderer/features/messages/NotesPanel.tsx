import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Select } from '../../ui/Select.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';

type Note = OperationValue<'notes.list'>['notes'][number];

const SIZE = 30;
const ALL = '';

/** Every note of the project, all or those with one tag, the latest first; each leads to what it stands on. */
export function NotesPanel({ tag, onClose }: { readonly tag: string | null; readonly onClose: () => void }) {
  return <ChosenNotes key={tag ?? ALL} tag={tag} onClose={onClose} />;
}

function ChosenNotes({ tag, onClose }: { readonly tag: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation('notes');
  const voice = useChartVoice();
  const { openNotes, openMessages } = useSidePanel();
  const [page, setPage] = useState(0);
  const state = useOperation('notes.list', { ...(tag === null ? {} : { tag }), page, size: SIZE });
  const tags = state.status === 'value' ? state.value.tags : [];
  const messageIds = state.status === 'value' ? state.value.notes.flatMap(({ messageId }) => messageId ?? []) : [];
  return (
    <SidePanel title={t('list.title')} subtitle={state.status === 'value' ? voice.text('notes.list.total', { count: state.value.total }) : undefined} onClose={onClose}>
      <Answer state={state} shape="lines" rows={5}>
        {({ notes, total }) => (
          <div className="notes-panel">
            {tags.length > 0 && (
              <Select size="small" label={t('list.filter')} value={tag ?? ALL} options={[{ value: ALL, label: t('list.all') }, ...tags.map((each) => ({ value: each.tag, label: voice.text('notes.list.tagged', { count: each.count, tag: each.tag }) }))]} onChange={(value) => openNotes(value === ALL ? null : value)} />
            )}
            {tag !== null && messageIds.length > 1 && <Button size="small" variant="plain" onPress={() => openMessages({ messageIds }, { title: tag })}>{t('list.messages')}</Button>}
            {notes.length === 0 ? <EmptyState title={t('list.none')} /> : (
              <ul className="notes-list">{notes.map((note) => <NoteLine key={`${note.kind} ${String(note.messageId ?? note.accountId ?? note.tribeId ?? note.metricId ?? '')} ${note.about} ${note.text}`} note={note} />)}</ul>
            )}
            <PageButtons page={page} size={SIZE} total={total} onPage={setPage} />
          </div>
        )}
      </Answer>
    </SidePanel>
  );
}

function NoteLine({ note }: { readonly note: Note }) {
  const { t } = useTranslation('notes');
  const voice = useChartVoice();
  const { openMessages, openMetric, close } = useSidePanel();
  const { language } = usePreferences();
  const metrics = useOperation('metrics.list', note.metricId === null ? null : { language });
  const { go } = useLocation();
  const { messageId, accountId, tribeId, metricId, text, tags, kind, network, changedMs } = note;
  const about = metricId === null ? note.about : metrics.status === 'value' ? (metrics.value.metrics.find(({ id }) => id === metricId)?.name ?? '') : metricId;
  return (
    <li className="notes-line">
      <p className="notes-about">{t(`list.${kind}`)}{network === '' ? '' : ` · ${voice.network(network)}`} · {t('note.changed', { date: voice.date(changedMs) })}</p>
      {text !== '' && <p className="notes-text">{text}</p>}
      {tags.length > 0 && <p className="notes-tags">{tags.map((tag) => <span key={tag} className="note-tag">{tag}</span>)}</p>}
      <p className="notes-quote">{about === '' ? t('list.gone') : about}</p>
      {messageId !== null && <Button size="small" variant="plain" onPress={() => openMessages({ messageIds: [messageId] })}>{t('list.openMessage')}</Button>}
      {tribeId !== null && <Button size="small" variant="plain" className="page-link" onPress={() => { go({ path: ['tribe', tribeId], parameters: {} }); close(); }}>{t('list.openTribe')}</Button>}
      {metricId !== null && <Button size="small" variant="plain" className="page-link" onPress={() => openMetric(metricId)}>{t('list.openFigure')}</Button>}
      {accountId !== null && <Button size="small" variant="plain" className="page-link" onPress={() => { go({ path: ['people', 'account', String(accountId)] }); close(); }}>{t('list.openAccount')}</Button>}
    </li>
  );
}
