import type { TribunaEvent } from '../contract/events.ts';
import type { FileHandle } from '../contract/operations/project.ts';
import { failed, type Outcome } from '../contract/outcome.ts';
import type { Engine, EngineSettings } from './engine.ts';
import type { Endpoint, FromEngine, ToEngine } from './engine-messages.ts';

/** An engine seen from its host's side, with a way to say that its process ended. */
export interface EngineClient extends Engine {
  /** Settles everything that still waits: calls fail with `internal`, so nobody waits for an engine that is gone. */
  readonly lost: () => void;
}

/** The host's end of {@link hostEngine}: the same four functions, over a channel. */
export function createEngineClient(endpoint: Endpoint<ToEngine, FromEngine>, settings: EngineSettings): EngineClient {
  const calls = new Map<number, (outcome: Outcome<unknown>) => void>();
  const registrations = new Map<number, (handle: FileHandle) => void>();
  const closings = new Map<number, () => void>();
  const listeners = new Set<(event: TribunaEvent) => void>();
  let lastId = 0;
  let gone = false;

  endpoint.listen((message) => {
    if (message.type === 'event') {
      for (const listener of listeners) listener(message.event);
      return;
    }
    const { id } = message;
    if (message.type === 'reply') calls.get(id)?.(message.outcome);
    else if (message.type === 'registered') registrations.get(id)?.({ fileHandle: message.fileHandle });
    else closings.get(id)?.();
    calls.delete(id);
    registrations.delete(id);
    closings.delete(id);
  });
  endpoint.post({ type: 'start', settings });

  return {
    call(operation, input, requestId) {
      if (gone) return Promise.resolve(failed('internal', LOST));
      const id = ++lastId;
      return new Promise((resolve) => {
        calls.set(id, resolve);
        endpoint.post({ type: 'call', id, operation, input, requestId });
      });
    },
    registerFile(path, name) {
      const id = ++lastId;
      return new Promise((resolve) => {
        registrations.set(id, resolve);
        if (gone) resolve({ fileHandle: 'lost' });
        else endpoint.post({ type: 'register', id, path, name });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      if (gone) return Promise.resolve();
      const id = ++lastId;
      return new Promise((resolve) => {
        closings.set(id, resolve);
        endpoint.post({ type: 'close', id });
      });
    },
    lost() {
      gone = true;
      for (const settle of calls.values()) settle(failed('internal', LOST));
      for (const settle of registrations.values()) settle({ fileHandle: 'lost' });
      for (const settle of closings.values()) settle();
      calls.clear();
      registrations.clear();
      closings.clear();
    },
  };
}

const LOST = 'the engine stopped; the project file is as after the last finished step: open the project again';
