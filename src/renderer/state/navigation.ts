import { useMemo } from 'react';
import type { Filters, Scope } from '../../contract/selection.ts';
import type { WorkbenchLocation } from './location.ts';
import type { Navigation } from './window-navigation.ts';
import { stableText } from './operation-cache.ts';
import { useStore } from './store.ts';
import { useWorkbench } from './workbench.ts';

/** Where one is, and how to go elsewhere. */
export function useLocation(): WorkbenchLocation & { readonly go: Navigation['go'] } {
  const { navigation } = useWorkbench();
  return { ...useStore(navigation.location), go: navigation.go };
}

/** One parameter of the room, kept in the address (the lens, the grouping). Setting it back to `initial` takes it out. */
export function useParameter<Value extends string>(name: string, { initial, allowed }: { readonly initial: Value; readonly allowed: readonly Value[] }): [Value, (value: Value) => void] {
  const { navigation } = useWorkbench();
  const { parameters } = useStore(navigation.location);
  const value = allowed.find((candidate) => candidate === parameters[name]) ?? initial;
  return [
    value,
    (next) => {
      const rest = Object.fromEntries(Object.entries(navigation.location.get().parameters).filter(([key]) => key !== name));
      navigation.go({ parameters: next === initial ? rest : { ...rest, [name]: next } }, { replace: true });
    },
  ];
}

/** Members of the filters that hold lists. */
export type FilterList = 'networks' | 'containers' | 'roles' | 'tribes' | 'intents' | 'primaryIntents' | 'languages' | 'sentiments';

/** The filters that act everywhere and the ways to change them. */
export interface FilterActions {
  readonly filters: Filters;
  readonly isEmpty: boolean;
  readonly set: (filters: Filters) => void;
  /** Adds a value to a list, or takes it off when it is there. */
  readonly toggle: (list: FilterList, value: string) => void;
  readonly clear: () => void;
}

/** The filters and how to change them; every change is a step of the history, so that back undoes it. */
export function useFilters(): FilterActions {
  const { navigation } = useWorkbench();
  const { filters } = useStore(navigation.location);
  return useMemo(() => {
    const set = (next: Filters): void => {
      navigation.go({ filters: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) });
    };
    return {
      filters,
      isEmpty: Object.keys(filters).length === 0,
      set,
      toggle(list, value) {
        const present: readonly string[] = filters[list] ?? [];
        const next = present.includes(value) ? present.filter((other) => other !== value) : [...present, value];
        set({ ...filters, [list]: next });
      },
      clear() {
        set({});
      },
    };
  }, [filters, navigation]);
}

/** The scope of every read operation: the filters and, when one is chosen, the brand and the clock of opening hours (a parameter of the room). Same object while nothing changes. */
export function useScope(): Scope {
  const { navigation } = useWorkbench();
  const { filters, brand, parameters } = useStore(navigation.location);
  const text = stableText([filters, brand, parameters['clock'] === 'opening']);
  return useMemo(() => {
    const [parsedFilters, parsedBrand, isOpening] = JSON.parse(text) as [Filters, string | null, boolean];
    return { ...(Object.keys(parsedFilters).length === 0 ? {} : { filters: parsedFilters }), ...(parsedBrand === null ? {} : { brand: parsedBrand }), ...(isOpening ? { clock: 'opening' as const } : {}) };
  }, [text]);
}
