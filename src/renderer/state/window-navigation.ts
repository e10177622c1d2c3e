import { hashFromLocation, locationFromHash, type WorkbenchLocation } from './location.ts';
import { createStore, type Store } from './store.ts';

/** The window's place, kept in the hash so that back, forward and links work. */
export interface Navigation {
  readonly location: Store<WorkbenchLocation>;
  /** Goes somewhere; members left out stay as they are, but a new path drops the parameters of the old one. */
  readonly go: (to: Partial<WorkbenchLocation>, options?: { readonly replace?: boolean }) => void;
  /** Starts following the address; returns the function that stops. */
  readonly listen: () => () => void;
}

/** Makes the navigation of this window. */
export function createNavigation(): Navigation {
  const location = createStore<WorkbenchLocation>(locationFromHash(window.location.hash));
  return {
    location,
    go(to, { replace = false } = {}) {
      const now = location.get();
      const next: WorkbenchLocation = { ...now, ...(to.path === undefined ? {} : { parameters: {} }), ...to };
      const hash = hashFromLocation(next);
      if (hash === hashFromLocation(now)) return;
      if (replace) window.history.replaceState(null, '', hash);
      else window.history.pushState(null, '', hash);
      location.set(next);
    },
    listen() {
      const follow = (): void => {
        location.set(locationFromHash(window.location.hash));
      };
      window.addEventListener('popstate', follow);
      window.addEventListener('hashchange', follow);
      return () => {
        window.removeEventListener('popstate', follow);
        window.removeEventListener('hashchange', follow);
      };
    },
  };
}
