import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import './overlays.css';

/** A line of a menu. */
export interface MenuEntry<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
}

export interface MenuProps<Id extends string> {
  /** A Button or IconButton. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly entries: readonly MenuEntry<Id>[];
  readonly onAction: (id: Id) => void;
}

/** Things that can be done, behind one button. */
export function Menu<Id extends string>({ trigger, label, entries, onAction }: MenuProps<Id>) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover list-popover" offset={6}>
        <AriaMenu aria-label={label} className="list-box">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className="list-item"
              isDisabled={entry.isDisabled ?? false}
              onAction={() => {
                onAction(entry.id);
              }}
            >
              {entry.icon}
              <span className="list-item-text">{entry.label}</span>
              {entry.shortcut !== undefined && <kbd>{entry.shortcut}</kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
