import { useTranslation } from 'react-i18next';
import type { MergedKind } from '../../../domain/model/value-piece.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { shortText, type LostGroup } from './lost-words.ts';
import type { LostDesk } from './use-lost-desk.ts';

/** Joins a demand with others that may be the same, or takes messages out of it. */
export function MergeDialog({ group, kind, desk, onClose }: { readonly group: LostGroup; readonly kind: MergedKind; readonly desk: LostDesk; readonly onClose: () => void }) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const state = useOperation('lost.alike', { ...scope, kind, messageId: group.typicalId });
  const decide = (messageId: number, otherId: number, together: boolean): void => void desk.decide('lost.regroup', { piece: kind, messageId, otherId, together }, t('ideas.done'));
  return (
    <Dialog isOpen title={t('ideas.merge')} onClose={onClose} width="wide" footer={<Button variant="primary" onPress={onClose}>{t('ideas.close')}</Button>}>
      <blockquote className="lost-quote">{group.text}</blockquote>
      <Answer state={state} shape="lines" rows={4}>
        {({ groups, members }) => (
          <>
            <section className="lost-steps">
              <h3>{t('ideas.alike')}</h3>
              {groups.length === 0 ? <p className="quiet-text">{t('ideas.noAlike')}</p> : (
                <ul className="lost-rows">
                  {groups.map(({ id, messageId, text, pieces, likeness }) => (
                    <li key={id}>
                      <span>
                        {text}
                        <span className="quiet-text lost-under">{voice.text('lost.ideas.pieces', { count: pieces })} · {t('ideas.likeness', { share: voice.inHundred(likeness) })}</span>
                      </span>
                      <Button size="small" aria-label={t('ideas.joinOf', { text: shortText(text, voice) })} onPress={() => decide(messageId, group.typicalId, true)}>{t('ideas.join')}</Button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
            {members.length > 1 && (
              <section className="lost-steps">
                <h3>{t('ideas.members')}</h3>
                <ul className="lost-rows">
                  {members.map(({ messageId, text, authorName, atMs }) => (
                    <li key={messageId}>
                      <span>
                        {text}
                        <span className="quiet-text lost-under">{[authorName ?? t('unknownAuthor'), atMs === null ? t('noDate') : voice.date(atMs)].join(' · ')}</span>
                      </span>
                      {messageId !== group.typicalId && <Button size="small" aria-label={t('ideas.partOf', { text: shortText(text, voice) })} onPress={() => decide(messageId, group.typicalId, false)}>{t('ideas.part')}</Button>}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Answer>
    </Dialog>
  );
}
