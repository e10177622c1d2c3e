import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contract/operations/project.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useProject } from '../../state/use-project.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DesksNotice } from '../../ui/DesksNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { BrandForm } from './BrandForm.tsx';

type Brand = ProjectSummary['brands'][number];

const SHOWN_ACCOUNTS = 6;

/** Which accounts and pages speak for which brand; it can be said or corrected here. */
export function BrandsCard() {
  const { t } = useTranslation('data');
  const project = useProject();
  const [editing, setEditing] = useState<Brand | 'new' | null>(null);
  return (
    <Card
      title={t('brands')}
      subtitle={t('brandsSubtitle')}
      actions={
        !project.readOnly && (
          <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => setEditing('new')}>
            {t('brandAdd')}
          </Button>
        )
      }
    >
      {project.brands.length === 0 && <p className="notice notice-gold">{t('brandNone')}</p>}
      {project.brands.length > 0 && <DesksNotice />}
      {project.brands.length > 0 && <ul className="brand-list">
        {[...project.brands].sort((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name)).map((brand) => (
          <BrandRow key={brand.id} brand={brand} {...(project.readOnly ? {} : { onEdit: () => setEditing(brand) })} />
        ))}
      </ul>}
      <BrandForm key={editing === null ? 'closed' : editing === 'new' ? 'new' : editing.id} brand={editing === 'new' ? null : editing} isOpen={editing !== null} onClose={() => setEditing(null)} />
    </Card>
  );
}

function BrandRow({ brand, onEdit }: { readonly brand: Brand; readonly onEdit?: () => void }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const names = [...brand.accounts, ...brand.containers.filter((container) => !brand.accounts.includes(container))];
  return (
    <li className="brand-row">
      <div className="brand-head">
        <strong>{brand.name}</strong>
        <Chip tone={brand.own ? 'accent' : 'neutral'} label={brand.own ? t('brandOwn') : t('brandCompetitor')} />
        <span className="quiet-text">{t('accounts', { count: brand.accounts.length, n: formats.count(brand.accounts.length) })}</span>
      </div>
      <p className="brand-names">
        {formats.list([...names.slice(0, SHOWN_ACCOUNTS), ...(names.length > SHOWN_ACCOUNTS ? [t('brandOthers', { count: names.length - SHOWN_ACCOUNTS, n: formats.count(names.length - SHOWN_ACCOUNTS) })] : [])])}
      </p>
      {onEdit !== undefined && <IconButton size="small" icon={<Pencil size={16} />} label={t('brandEdit', { name: brand.name })} onPress={onEdit} />}
    </li>
  );
}
