import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { intentStyle } from '../../charts/intent-style.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';

type OpenRequest = OperationValue<'response.backlog'>['requests'][number];

/** What stands under a request: the asker's points, the wait, how sure the reading is, who replied, cautions. */
function factsOf(request: OpenRequest, voice: ChartVoice): string[] {
  const { points, waitedSeconds, approximate, probability, peers, peerFirst, reopened, outcome, observable } = request;
  const text = (key: string, values = {}): string => voice.text(`answers.backlog.${key}`, values);
  return [
    ...(points === null ? [] : [points > 0 ? text('points', { n: voice.points(points) }) : text('noPoints')]),
    ...(waitedSeconds === null ? [] : [text(approximate ? 'waitsAbout' : 'waits', { time: voice.duration(waitedSeconds) })]),
    ...(probability === null ? [] : [text('probability', { share: voice.inHundred(probability) })]),
    ...(peers > 0 ? [text('peers', { count: peers })] : []),
    ...(peerFirst ? [text('peerFirst')] : []), ...(reopened ? [text('reopened')] : []), ...(outcome === 'nod' ? [text('nod')] : []), ...(observable ? [] : [text('notObservable')]),
  ];
}

/** A page of open requests. Arrows move, Enter opens the whole conversation in the side panel. */
export function BacklogList({ requests, current, onCurrent }: { readonly requests: readonly OpenRequest[]; readonly current: number; readonly onCurrent: (messageId: number) => void }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const list = useRef<HTMLUListElement>(null);
  const place = Math.max(0, requests.findIndex(({ messageId }) => messageId === current));
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: requests.length - 1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = requests[Math.max(0, Math.min(requests.length - 1, to))];
    if (next === undefined) return;
    onCurrent(next.messageId);
    list.current?.querySelector<HTMLElement>(`[data-message="${String(next.messageId)}"]`)?.focus();
  };
  return (
    <ul ref={list} className="backlog-list" aria-label={t('backlog.list')} aria-describedby="backlog-keys" onKeyDown={press}>
      {requests.map((request) => {
        const { messageId, text, authorName, container, network, intents } = request;
        const isCurrent = messageId === current;
        return (
          <li key={messageId}>
            <button
              type="button"
              className="backlog-request"
              data-message={messageId}
              aria-current={isCurrent}
              tabIndex={isCurrent ? 0 : -1}
              onFocus={() => onCurrent(messageId)}
              onClick={(event) => {
                onCurrent(messageId);
                // Enter arrives as a click without a pointer
                if (event.detail === 0) openMessages({ messageIds: [messageId] });
              }}
              onDoubleClick={() => openMessages({ messageIds: [messageId] })}
            >
              <span className="backlog-marks">
                {intents.slice(0, 3).map((intent) => {
                  const { Icon, color } = intentStyle(intent);
                  return <Icon key={intent} size={16} color={color} aria-label={voice.text(`codes.intent.${intent}`)} />;
                })}
              </span>
              <span className="backlog-said">
                <span className="backlog-words">{text === null || text === '' ? t('backlog.noText') : text}</span>
                <span className="backlog-who">{[authorName ?? t('backlog.unknownAuthor'), container ?? voice.network(network)].join(' · ')}</span>
                <span className="backlog-facts">{factsOf(request, voice).join(' · ')}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
