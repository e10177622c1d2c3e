import { Search } from 'lucide-react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { isMac, shownKey } from './keys.ts';
import type { Command } from './use-commands.ts';

interface CommandPaletteProps {
  readonly commands: readonly Command[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every command by name: type, move with the arrows, press Enter. */
export function CommandPalette({ commands, isOpen, onClose }: CommandPaletteProps) {
  const { t } = useTranslation('shell');
  const { contains } = useFilter({ sensitivity: 'base' });
  const mac = isMac();
  const enabled = commands.filter(({ isEnabled, id, reason }) => (isEnabled || typeof reason === 'string') && id !== 'palette');
  return (
    <Dialog title={t('palette')} isOpen={isOpen} onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={t('paletteSearch')} autoFocus className="field">
          <span className="input-wrap input-wrap-icon">
            <Search size={16} aria-hidden="true" />
            <Input className="input" placeholder={t('paletteSearch')} />
          </span>
        </SearchField>
        <Menu aria-label={t('palette')} className="list-box palette-list" renderEmptyState={() => <p className="quiet-text">{t('paletteNothing')}</p>}>
          {enabled.map((command) => (
            <MenuItem
              key={command.id}
              id={command.id}
              textValue={command.label}
              isDisabled={!command.isEnabled}
              className="list-item"
              onAction={() => {
                onClose();
                command.run();
              }}
            >
              <span className="list-item-text">{command.label}{typeof command.reason === 'string' && <span className="quiet-text">{`: ${command.reason}`}</span>}</span>
              {command.keys[0] !== undefined && <kbd>{shownKey(command.keys[0], mac)}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
