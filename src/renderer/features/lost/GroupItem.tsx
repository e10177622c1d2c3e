import { Combine, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DEPARTMENTS } from '../../../domain/model/value-piece.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { shortText, type LostGroup } from './lost-words.ts';

export interface GroupItemProps {
  readonly group: LostGroup;
  /** Left out where the project can only be read. */
  readonly onMerge?: () => void;
  readonly onDetails?: () => void;
  readonly onSend?: (department: LostGroup['department']) => void;
}

/** One demand: its typical wording, how many independent people make it, what became of it, where it goes. */
export function GroupItem({ group, onMerge, onDetails, onSend }: GroupItemProps) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const { text, pieces, requesters, unnamed, lost, firstMs, lastMs, department, byHand, route, messageIds } = group;
  const short = shortText(text, voice);
  return (
    <li className="lost-piece lost-group">
      <div className="lost-piece-body">
        <p className="lost-piece-text">{text === '' ? t('noText') : text}</p>
        <p className="lost-facts">
          <strong>{voice.text('lost.ideas.requesters', { count: requesters })}</strong>
          <Button size="small" variant="plain" className="lost-number" aria-label={t('ideas.openOf', { shown: voice.text('lost.ideas.pieces', { count: pieces }), text: short })} onPress={() => openMessages({ messageIds: [...messageIds] }, { title: short, count: messageIds.length })}>{voice.text('lost.ideas.pieces', { count: pieces })}</Button>
          {lost > 0 && <span className="lost-warm">{voice.text('lost.ideas.lost', { count: lost })}</span>}
          {unnamed > 0 && <span className="quiet-text">{voice.text('lost.ideas.unnamed', { count: unnamed })}</span>}
          {firstMs !== null && lastMs !== null && <span className="quiet-text">{firstMs === lastMs ? voice.date(firstMs) : `${voice.date(firstMs)} – ${voice.date(lastMs)}`}</span>}
        </p>
        <p className="lost-facts">
          <Chip label={t(`department.${department}`)} tone={byHand ? 'accent' : 'neutral'} />
          <span className="quiet-text">{byHand ? t('byHand') : t('proposed', { why: t(group.kind === 'idea' ? 'rule.idea' : 'rule.fault') })}</span>
          {route !== null && <span className="quiet-text">{[t(`route.${route.state}`), route.owner, route.dueMs === null ? '' : voice.date(route.dueMs)].filter((part) => part !== '').join(' · ')}</span>}
        </p>
      </div>
      <div className="lost-piece-actions">
        {onSend !== undefined && (
          <span className="lost-send" role="group" aria-label={t('column.department')}>
            {DEPARTMENTS.map((code) => <Button key={code} size="small" variant={byHand && department === code ? 'primary' : 'quiet'} aria-label={t('sendOne', { department: t(`department.${code}`), text: short })} onPress={() => onSend(code)}>{t(`department.${code}`)}</Button>)}
          </span>
        )}
        <span className="lost-tools">
          {onMerge !== undefined && <Button size="small" variant="plain" icon={<Combine size={14} aria-hidden="true" />} aria-label={t('ideas.mergeOf', { text: short })} onPress={onMerge}>{t('ideas.merge')}</Button>}
          {onDetails !== undefined && <IconButton label={t('detailsOf', { text: short })} icon={<PencilLine size={16} />} onPress={onDetails} />}
        </span>
      </div>
    </li>
  );
}
