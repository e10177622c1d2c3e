import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { OriginItem } from './OriginItem.tsx';
import { SIDE_CHOICES, type Origins } from './origin-words.ts';
import { useValueDesk } from './use-value-desk.ts';

export interface OriginsCardProps {
  readonly value: Origins;
  readonly side: (typeof SIDE_CHOICES)[number];
  readonly onSide: (side: (typeof SIDE_CHOICES)[number]) => void;
  readonly page: number;
  readonly size: number;
  readonly onPage: (page: number) => void;
}

/** Announcements one by one, the latest first, with who asked before and what a person says of the match. */
export function OriginsCard({ value, side, onSide, page, size, onPage }: OriginsCardProps) {
  const { t } = useTranslation('origins');
  const desk = useValueDesk();
  return (
    <Card title={t('list.title')}>
      <div className="origins-bar">
        <Segmented label={t('list.filter')} value={side} options={SIDE_CHOICES.map((one) => ({ value: one, label: one === 'all' ? t('list.all') : t(`sides.${one}`) }))} onChange={onSide} />
        <span role="status" className="chart-note">{desk.told}</span>
      </div>
      {value.list.length === 0 ? <p className="quiet-text">{t('list.empty')}</p> : <ul className="origins-list">{value.list.map((line) => <OriginItem key={line.messageId} line={line} lookBackDays={value.lookBackDays} desk={desk} />)}</ul>}
      <PageButtons page={page} size={size} total={value.total} onPage={onPage} />
    </Card>
  );
}
