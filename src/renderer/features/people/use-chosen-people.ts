import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ListedProfile } from './people-types.ts';

/** The profiles chosen in the list, on whatever of its pages. */
export interface ChosenPeople {
  readonly chosen: ReadonlyMap<number, ListedProfile>;
  readonly has: (accountId: number) => boolean;
  /** Chooses a profile or leaves it; with Shift held, all from the last one touched to this one as well. */
  readonly toggle: (profile: ListedProfile, on: boolean) => void;
  readonly put: (profiles: readonly ListedProfile[], on: boolean) => void;
  readonly clear: () => void;
  /** For the element around the list: notes Shift, and takes X as the choice of the row that has the focus. */
  readonly around: {
    readonly onPointerDownCapture: (event: { readonly shiftKey: boolean }) => void;
    readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** The rows from one place of a list to another, either way round. @example rowsBetween(['a', 'b', 'c'], 2, 1) // ['b', 'c'] */
export function rowsBetween<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Choosing people in the list: by click, with Shift, with the key X. `shown` are the rows of the page. */
export function useChosenPeople(shown: readonly ListedProfile[]): ChosenPeople {
  const [chosen, setChosen] = useState<ReadonlyMap<number, ListedProfile>>(new Map());
  const isShift = useRef(false);
  const last = useRef<number | null>(null);
  const put = useCallback((profiles: readonly ListedProfile[], on: boolean) => setChosen((now) => {
    const next = new Map(now);
    for (const profile of profiles) {
      if (on) next.set(profile.accountId, profile);
      else next.delete(profile.accountId);
    }
    return next;
  }), []);
  return useMemo(() => {
    const toggle = (profile: ListedProfile, on: boolean): void => {
      const place = shown.findIndex(({ accountId }) => accountId === profile.accountId);
      const from = shown.findIndex(({ accountId }) => accountId === last.current);
      put(isShift.current && from >= 0 && place >= 0 ? rowsBetween(shown, from, place) : [profile], on);
      last.current = profile.accountId;
    };
    return {
      chosen, put, toggle,
      has: (accountId) => chosen.has(accountId),
      clear: () => setChosen(new Map()),
      around: {
        onPointerDownCapture: ({ shiftKey }) => {
          isShift.current = shiftKey;
        },
        onKeyDownCapture: (event) => {
          isShift.current = event.shiftKey;
          if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
          const row = event.target.closest('tbody tr');
          const profile = row instanceof HTMLTableRowElement ? shown[row.sectionRowIndex] : undefined;
          if (profile === undefined) return;
          event.preventDefault();
          toggle(profile, !chosen.has(profile.accountId));
        },
      },
    };
  }, [chosen, put, shown]);
}
