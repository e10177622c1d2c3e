import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { isMac, shownKey } from './keys.ts';
import type { Command } from './use-commands.ts';

interface ShortcutsSheetProps {
  readonly commands: readonly Command[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const GROUPS = ['rooms', 'editing', 'view'] as const;

/** All keys on one sheet. */
export function ShortcutsSheet({ commands, isOpen, onClose }: ShortcutsSheetProps) {
  const { t } = useTranslation('shell');
  const mac = isMac();
  return (
    <Dialog title={t('shortcuts')} isOpen={isOpen} onClose={onClose} width="wide">
      <div className="shortcut-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="shortcut-group">{t(`shortcutGroups.${group}`)}</h3>
            <dl className="shortcut-list">
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map((command) => (
                  <div key={command.id} className="shortcut">
                    <dt>{command.label}</dt>
                    <dd>
                      {command.keys.map((name) => (
                        <kbd key={name}>{shownKey(name, mac)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              {group === 'view' && (
                <div className="shortcut">
                  <dt>{t('commands.closePanel')}</dt>
                  <dd>
                    <kbd>Esc</kbd>
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
