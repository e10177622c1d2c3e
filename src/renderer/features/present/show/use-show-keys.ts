import { useEffect, useRef } from 'react';

/** What each key does, by `event.key`, small letters for both cases. */
type ShowKeys = Readonly<Partial<Record<string, () => void>>>;

/**
 * Keys of a presentation, wherever the focus is, but for fields and lists, where keys belong to what is written: of those only
 * Escape counts. Space and Enter on a button press it.
 */
export function useShowKeys(keys: ShowKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      const isField = target?.closest('input, select, textarea, [role="listbox"], [role="spinbutton"], [role="dialog"]') !== null && target !== null;
      if (isField && event.key !== 'Escape') return;
      if ((event.key === ' ' || event.key === 'Enter') && target?.closest('button, a') !== null && target !== null) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
