import { ArrowLeft, ArrowRight, Undo2, UserCheck, UsersRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { EffectCard } from './EffectCard.tsx';
import { keysTaken, pairKey, pairReasons, queueAction, type QueueView } from './pair-queue.ts';
import { PairSide } from './PairSide.tsx';
import type { Pair } from './people-types.ts';
import { profileName, surenessWord } from './people-words.ts';
import { usePairQueue, type PairQueue as Queue } from './use-pair-queue.ts';
import { useSettled } from './use-settled.ts';

/** What a merge would change is computed only for pairs that are looked at, not for those passed by. */
const LOOKED_AT_MS = 350;

/** The pairs to look at, one after the other, by buttons or by keys; with what joining the one shown would change. */
export function PairQueue({ onReviewed }: { readonly onReviewed: (() => void) | null }) {
  const { t } = useTranslation('people');
  const queue = usePairQueue();
  const view = queue.state.status === 'value' ? queue.state.value : null;
  const pair = view?.pair ?? null;
  const key = pair === null ? '' : pairKey(pair);
  const settled = useSettled(key, LOOKED_AT_MS);
  const asked = useOperation('identity.effect', pair === null || settled !== key ? null : { a: pair.a.accountId, b: pair.b.accountId });
  // the answer of the pair before stays until this one's comes: it must not be read as this one's
  const isOfPair = asked.status !== 'value' || (asked.value.a.accountId === pair?.a.accountId && asked.value.b.accountId === pair.b.accountId);
  const effect = isOfPair ? asked : { status: 'loading' as const };
  const refusal = effect.status === 'value' ? effect.value.refusal : null;
  const { readOnly } = useProject();
  useQueueKeys(queue, { canDecide: !readOnly, canJoin: refusal === null });
  return (
    <section className="people-queue" aria-label={t('queue.label')}>
      {queue.refused !== null && <FailureNotice failure={queue.refused.failure} where={t('queue.failedWhere', { a: profileName(queue.refused.pair.a), b: profileName(queue.refused.pair.b) })} onDismiss={queue.dismiss} />}
      <Answer state={queue.state} shape="cards" rows={2} where={t('queue.label')}>
        {(shown) =>
          shown.pair === null ? (
            <Card>
              <EmptyState icon={<UserCheck size={36} />} title={t('queue.emptyTitle')} text={t('queue.emptyText')} action={onReviewed !== null && <Button onPress={onReviewed}>{t('queue.reviewed')}</Button>} />
              {!readOnly && (
                <div className="queue-bar queue-bar-centre">
                  {queue.undoable > 0 && <UndoButton queue={queue} />}
                  <QueueNews queue={queue} />
                </div>
              )}
            </Card>
          ) : (
            <PairCard view={shown} pair={shown.pair} queue={queue} canJoin={refusal === null} readOnly={readOnly} />
          )
        }
      </Answer>
      {pair !== null && <EffectCard key={key} state={effect} />}
    </section>
  );
}

function useQueueKeys(queue: Queue, { canDecide, canJoin }: { readonly canDecide: boolean; readonly canJoin: boolean }): void {
  const latest = useRef({ queue, canDecide, canJoin });
  latest.current = { queue, canDecide, canJoin };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = queueAction(event, keysTaken(event.target));
      const { queue: now, canDecide: mayDecide, canJoin: mayJoin } = latest.current;
      if (action === null || (action !== 'next' && action !== 'previous' && !mayDecide) || (action === 'same' && !mayJoin)) return;
      event.preventDefault();
      if (action === 'next') now.step(1);
      else if (action === 'previous') now.step(-1);
      else if (action === 'undo') now.undo();
      else now.decide(action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function QueueNews({ queue: { news } }: { readonly queue: Queue }) {
  const { t } = useTranslation('people');
  const words = news === null ? '' : 'pair' in news ? t(news.kind === 'same' ? 'queue.doneSame' : 'queue.doneDifferent', { a: profileName(news.pair.a), b: profileName(news.pair.b) }) : t(news.kind === 'undone' ? 'queue.undone' : 'queue.nothingToUndo');
  return (
    <p className="queue-news quiet-text" role="status">
      {words}
    </p>
  );
}

function UndoButton({ queue }: { readonly queue: Queue }) {
  const { t } = useTranslation('people');
  const { undo } = useProject();
  const canUndo = queue.undoable > 0 || undo?.startsWith('identity.') === true;
  return (
    <Button variant="plain" icon={<Undo2 size={16} aria-hidden="true" />} isDisabled={!canUndo} onPress={queue.undo}>
      {t('queue.undo')} <kbd>U</kbd>
    </Button>
  );
}

interface PairCardProps {
  readonly view: QueueView;
  readonly pair: Pair;
  readonly queue: Queue;
  readonly canJoin: boolean;
  readonly readOnly: boolean;
}

function PairCard({ view, pair, queue, canJoin, readOnly }: PairCardProps) {
  const { t } = useTranslation('people');
  const voice = useChartVoice();
  return (
    <Card
      title={t('queue.title')}
      subtitle={t('queue.position', { position: voice.count(view.position + 1), total: voice.count(view.total) })}
      actions={
        <>
          <IconButton icon={<ArrowLeft size={18} />} label={t('queue.previous')} shortcut="←" isDisabled={view.position === 0} onPress={() => queue.step(-1)} />
          <IconButton icon={<ArrowRight size={18} />} label={t('queue.next')} shortcut="→" isDisabled={view.position >= view.total - 1} onPress={() => queue.step(1)} />
        </>
      }
    >
      <div className="queue-why">
        <h3 className="people-heading">
          {t('queue.why')} <span className="quiet-text">({surenessWord(pair.confidence, voice)})</span>
        </h3>
        <ul>
          {pairReasons(pair, voice).map(({ code, words, evidence }) => (
            <li key={code}>
              {words}
              {evidence !== null && (
                <>
                  {': '}
                  <code>{evidence}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
      {!readOnly && (
        <div className="queue-bar">
          <Button variant="primary" icon={<UserCheck size={16} aria-hidden="true" />} isDisabled={!canJoin} onPress={() => queue.decide('same')}>
            {t('queue.same')} <kbd>S</kbd>
          </Button>
          <Button icon={<UsersRound size={16} aria-hidden="true" />} onPress={() => queue.decide('different')}>
            {t('queue.different')} <kbd>D</kbd>
          </Button>
          <UndoButton queue={queue} />
          <QueueNews queue={queue} />
        </div>
      )}
      <div className="queue-pair">
        <PairSide key={`a ${String(pair.a.accountId)}`} account={pair.a} />
        <PairSide key={`b ${String(pair.b.accountId)}`} account={pair.b} />
      </div>
    </Card>
  );
}
