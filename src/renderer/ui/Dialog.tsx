import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import { joinClasses } from './join-classes.ts';
import './overlays.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'wide';
}

/** Something that must be settled before going on. Esc and a press outside close it without doing anything. */
export function Dialog({ title, isOpen, onClose, children, footer, width = 'narrow' }: DialogProps) {
  const { t } = useTranslation('common');
  const own = useRef<HTMLElement>(null);
  const latestClose = useRef(onClose);
  latestClose.current = onClose;
  useEffect(() => {
    if (!isOpen) return undefined;
    // a button that goes out of use while its work is under way takes the place of the keys with it: Escape closes all the same
    const close = (event: KeyboardEvent): void => {
      const isTop = [...document.querySelectorAll('.dialog')].at(-1) === own.current;
      if (event.key === 'Escape' && !event.defaultPrevented && isTop && document.activeElement === document.body) latestClose.current();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [isOpen]);
  return (
    <ModalOverlay
      className="dialog-veil"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={joinClasses('dialog-frame', `dialog-${width}`)}>
        <AriaDialog ref={own} className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton icon={<X size={18} />} label={t('close')} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
