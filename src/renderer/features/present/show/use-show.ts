import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from '../../../state/navigation.ts';
import { hashFromLocation } from '../../../state/location.ts';
import { useStore } from '../../../state/store.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import { joinShow, type ShowChannel } from './show-channel.ts';
import { filteredBy, isFiltered, laterState, turnedTo, type LiveFilters, type ShowState } from './show-state.ts';

/** What this window shows: the pages alone, or the notes beside them. */
type ShowRole = 'show' | 'notes';

/** A presentation as one of its windows sees it. */
export interface Show {
  readonly role: ShowRole;
  readonly state: ShowState;
  /** Another window of the same presentation is open. */
  readonly hasOther: boolean;
  /** The other window could not be opened: the browser keeps pages from opening windows. */
  readonly isBlocked: boolean;
  readonly turn: (page: string) => void;
  readonly filter: (live: LiveFilters) => void;
  /** Starts the time again. */
  readonly restart: () => void;
  readonly openOther: () => void;
  readonly swap: () => void;
  /** Ends the presentation in both windows. */
  readonly end: () => void;
}

const OTHER: Readonly<Record<ShowRole, ShowRole>> = { show: 'notes', notes: 'show' };

/** Follows the presentation that the address names, in step with its other window. */
export function useShow(): Show {
  const workbench = useWorkbench();
  const location = useLocation();
  const { path, parameters, go } = location;
  const project = useStore(workbench.project);
  const role: ShowRole = path[1] === 'notes' ? 'notes' : 'show';
  const [state, setState] = useState<ShowState>(() => ({ revision: parameters['second'] === undefined ? 0 : -1, page: parameters['page'] ?? '', live: {}, startedMs: Date.now() }));
  const [hasOther, setOther] = useState(false);
  const [isBlocked, setBlocked] = useState(false);
  const id = parameters['desk'] ?? 'alone';
  const channel = useRef<ShowChannel | null>(null);
  const latest = useRef({ state, location, role, wantsSwap: false });
  latest.current = { ...latest.current, state, location, role };

  const actions = useMemo(() => {
    const put = (next: ShowState): void => {
      latest.current.state = next;
      setState(next);
    };
    const change = (next: ShowState): void => {
      if (next === latest.current.state) return;
      put(next);
      channel.current?.say({ kind: 'state', state: next });
    };
    const takeRole = (to: ShowRole): void => {
      const { location: here, state: now } = latest.current;
      latest.current.role = to;
      here.go({ path: ['present', to], parameters: { ...here.parameters, page: now.page } }, { replace: true });
    };
    const leave = (): void => {
      const { location: here, state: now } = latest.current;
      if (document.fullscreenElement !== null) void document.exitFullscreen();
      if (here.parameters['second'] !== undefined) {
        window.close();
        return;
      }
      const { desk: _desk, ...rest } = here.parameters;
      here.go({ path: ['present'], parameters: { ...rest, page: now.page } });
    };
    return { put, change, takeRole, leave };
  }, []);

  useEffect(() => {
    const joined = joinShow(id, {
      onMessage(message) {
        if (message.kind === 'hello') joined.say({ kind: 'state', state: latest.current.state });
        if (message.kind === 'hello' && latest.current.wantsSwap) {
          latest.current.wantsSwap = false;
          joined.say({ kind: 'swap' });
          actions.takeRole(OTHER[latest.current.role]);
        }
        if (message.kind === 'state') actions.put(laterState(latest.current.state, message.state));
        if (message.kind === 'swap') actions.takeRole(OTHER[latest.current.role]);
        if (message.kind === 'end') actions.leave();
      },
      onPresence: setOther,
    });
    channel.current = joined;
    return () => {
      channel.current = null;
      joined.close();
    };
  }, [id, actions]);
  useEffect(() => {
    if (state.page !== '' && latest.current.location.parameters['page'] !== state.page) go({ parameters: { ...latest.current.location.parameters, page: state.page } }, { replace: true });
  }, [state.page, go]);
  useEffect(() => workbench.listen(() => undefined), [workbench]);

  const isDesktop = project.status === 'open' && project.app.host === 'electron';
  const openOther = async (): Promise<void> => {
    const address = hashFromLocation({ path: ['present', OTHER[role]], filters: location.filters, brand: location.brand, parameters: { ...parameters, page: state.page, second: '1' } });
    setBlocked(false);
    if (!isDesktop) {
      setBlocked(window.open(address, `tribuna-${id}`, 'popup,width=1080,height=720') === null);
      return;
    }
    const opened = await workbench.run('host.presentWindow', { address });
    setBlocked(!opened.ok);
    // the new window stands on the other screen, which is the one people look at
    latest.current.wantsSwap = opened.ok && opened.value.screens > 1 && OTHER[role] === 'notes';
  };
  return {
    role, state, hasOther, isBlocked,
    turn: (page) => actions.change(turnedTo(latest.current.state, page)),
    filter: (live) => actions.change(filteredBy(latest.current.state, live)),
    restart: () => actions.change({ ...latest.current.state, revision: latest.current.state.revision + 1, startedMs: Date.now() }),
    openOther: () => void openOther(),
    swap() {
      channel.current?.say({ kind: 'swap' });
      actions.takeRole(OTHER[role]);
    },
    end() {
      channel.current?.say({ kind: 'end' });
      actions.leave();
    },
  };
}

/** Escape, in both windows: first back to the page as it is written, then out. */
export function stepOut({ state, filter, end }: Pick<Show, 'state' | 'filter' | 'end'>): void {
  if (isFiltered(state)) filter({});
  else end();
}
