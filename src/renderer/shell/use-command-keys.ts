import { useEffect } from 'react';
import type { Command } from './use-commands.ts';
import { isKeyOwner, isMac, isTextTarget, keyName } from './keys.ts';

/**
 * Runs commands from the keyboard. Where text is written only the palette's key works; lists, menus and dialogs keep
 * their letters and digits.
 */
export function useCommandKeys(commands: readonly Command[]): void {
  useEffect(() => {
    const mac = isMac();
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = mac ? event.metaKey : event.ctrlKey;
      const name = keyName({ key: event.key, command, shift: event.shiftKey, alt: event.altKey });
      if (name !== 'Mod+K' && (isTextTarget(event.target) || (!command && isKeyOwner(event.target)))) return;
      const found = commands.find(({ keys, isEnabled }) => isEnabled && keys.includes(name));
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [commands]);
}
