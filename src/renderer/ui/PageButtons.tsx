import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { Button } from './Button.tsx';
import './content.css';

export interface PageButtonsProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Steps through a long list; nothing when it fits on one page. */
export function PageButtons({ page, size, total, onPage }: PageButtonsProps) {
  const { t } = useTranslation('common');
  const formats = useFormats();
  if (total <= size) return null;
  return (
    <div className="panel-pages">
      <span>{t('page', { from: formats.count(page * size + 1), to: formats.count(Math.min(total, (page + 1) * size)), total: formats.count(total) })}</span>
      <Button size="small" isDisabled={page === 0} onPress={() => onPage(page - 1)}>
        {t('previous')}
      </Button>
      <Button size="small" isDisabled={(page + 1) * size >= total} onPress={() => onPage(page + 1)}>
        {t('following')}
      </Button>
    </div>
  );
}
