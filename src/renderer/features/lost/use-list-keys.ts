import { useState, type KeyboardEvent } from 'react';

/** What keys do in a list of which one item is current. */
export interface ListKeys {
  readonly current: number;
  readonly setCurrent: (place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Elements that use keys for themselves. */
const OWN_KEYS = 'input, textarea, select, button, a, [role="dialog"], [role="menu"], [role="listbox"]';

/**
 * Moves through a list with j and k (or the arrows) and hands every other plain key to `onKey` with the current place; true
 * from it means the key was used. Keys pressed inside buttons and fields stay theirs, j and k excepted in buttons.
 */
export function useListKeys(count: number, onKey: (key: string, place: number) => boolean): ListKeys {
  const [current, setCurrent] = useState(0);
  const place = Math.min(current, Math.max(0, count - 1));
  return {
    current: place,
    setCurrent,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
      const { key, currentTarget } = event;
      const target = event.target as HTMLElement;
      const isMove = key === 'j' || key === 'k' || key === 'ArrowDown' || key === 'ArrowUp';
      const isField = target.closest('input[type="text"], [role="spinbutton"], textarea, [role="dialog"], [role="menu"], [role="listbox"]') !== null;
      if (isField || (!isMove && key.length > 1 && target.closest(OWN_KEYS) !== null)) return;
      if (isMove) {
        const next = Math.max(0, Math.min(count - 1, place + (key === 'j' || key === 'ArrowDown' ? 1 : -1)));
        setCurrent(next);
        const item = currentTarget.querySelectorAll<HTMLElement>('[data-place]')[next];
        item?.focus();
        item?.scrollIntoView({ block: 'nearest' });
      } else if (!onKey(key, place)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
