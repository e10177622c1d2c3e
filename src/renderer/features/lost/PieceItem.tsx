import { MessagesSquare, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DEPARTMENTS } from '../../../domain/model/value-piece.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { DEPARTMENT_KEYS, departmentReason, shortText, STATE_TONES, type DepartmentCode, type LostPiece } from './lost-words.ts';

export interface PieceItemProps {
  readonly piece: LostPiece;
  readonly place: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
  readonly onSelect: (isSelected: boolean) => void;
  readonly onOpen: () => void;
  /** Left out where the project can only be read. */
  readonly onSend?: (department: DepartmentCode) => void;
  readonly onDetails?: () => void;
}

/** One contribution: what was said, by whom, what became of it, where it goes and on what grounds. */
export function PieceItem({ piece, place, isCurrent, isSelected, onFocus, onSelect, onOpen, onSend, onDetails }: PieceItemProps) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const { kind, text, authorName, authorPoints, atMs, container, network, state, unseen, department, route, group } = piece;
  const short = shortText(text, voice);
  const others = (group?.pieces ?? 1) - 1;
  return (
    <li className="lost-piece" data-place={place} data-current={isCurrent} tabIndex={isCurrent ? 0 : -1} aria-label={short} onFocus={onFocus}>
      <Checkbox isSelected={isSelected} onChange={onSelect}><span className="visually-hidden">{t('select', { text: short })}</span></Checkbox>
      <div className="lost-piece-body">
        <p className="lost-piece-text">{text === '' ? t('noText') : text}</p>
        <p className="lost-facts">
          <Chip label={t(`kind.${kind}`)} />
          <Chip label={t(`state.${state}`)} tone={STATE_TONES[state]} />
          <strong>{authorName ?? t('unknownAuthor')}</strong>
          {authorPoints > 0 && <span>{t('points', { points: voice.points(authorPoints) })}</span>}
          <span className="quiet-text">{[atMs === null ? t('noDate') : voice.date(atMs), container ?? voice.network(network)].join(' · ')}</span>
          {others > 0 && kind !== 'question' && <span className="quiet-text">{voice.text('lost.sameAs', { count: others })}</span>}
          {unseen !== null && <span className="quiet-text">{t(`unseen.${unseen}`)}</span>}
        </p>
        <p className="lost-facts">
          <Chip label={t(`department.${department}`)} tone={piece.byHand ? 'accent' : 'neutral'} />
          <span className="quiet-text">{departmentReason(piece, voice)}</span>
          {route !== null && <span className="quiet-text">{[t(`route.${route.state}`), route.owner, route.dueMs === null ? '' : voice.date(route.dueMs)].filter((part) => part !== '').join(' · ')}</span>}
        </p>
      </div>
      <div className="lost-piece-actions">
        {onSend !== undefined && (
          <span className="lost-send" role="group" aria-label={t('column.department')}>
            {DEPARTMENTS.map((code) => (
              <Button key={code} size="small" variant={piece.byHand && department === code ? 'primary' : 'quiet'} aria-label={t('sendOne', { department: t(`department.${code}`), text: short })} onPress={() => onSend(code)}>
                <kbd aria-hidden="true">{DEPARTMENT_KEYS[code]}</kbd> {t(`department.${code}`)}
              </Button>
            ))}
          </span>
        )}
        <span className="lost-tools">
          <Button size="small" variant="plain" icon={<MessagesSquare size={14} aria-hidden="true" />} aria-label={t('openOf', { text: short })} onPress={onOpen}>{t('open')}</Button>
          {onDetails !== undefined && <IconButton label={t('detailsOf', { text: short })} icon={<PencilLine size={16} />} onPress={onDetails} />}
        </span>
      </div>
    </li>
  );
}
