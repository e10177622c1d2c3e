import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import './content.css';

export interface SidePanelProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stays in view below the scrolling content. */
  readonly foot?: ReactNode;
}

/** The panel at the right: what stands behind the mark or number just pressed. Esc closes it. */
export function SidePanel({ title, subtitle, onClose, children, foot }: SidePanelProps) {
  const { t } = useTranslation('common');
  return (
    <section className="side-panel" aria-label={typeof title === 'string' ? title : t('details')}>
      <header className="side-panel-head">
        <div>
          <h2 className="side-panel-title">{title}</h2>
          {subtitle !== undefined && <p className="side-panel-subtitle">{subtitle}</p>}
        </div>
        <IconButton icon={<X size={18} />} label={t('close')} shortcut="Esc" onPress={onClose} />
      </header>
      <div className="side-panel-body">{children}</div>
      {foot !== undefined && <footer className="side-panel-foot">{foot}</footer>}
    </section>
  );
}
