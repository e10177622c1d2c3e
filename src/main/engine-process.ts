import { utilityProcess } from 'electron';
import { createEngineClient, type EngineClient } from '../engine/engine-client.ts';
import type { FromEngine, ToEngine } from '../engine/engine-messages.ts';
import type { EngineSettings } from '../engine/engine.ts';

/** An engine in a process of its own, started again when it dies. */
export interface EngineProcess {
  readonly engine: () => EngineClient;
  /** Ends the process after the project is closed. */
  readonly stop: () => Promise<void>;
}

interface EngineProcessOptions {
  readonly entry: string;
  readonly settings: EngineSettings;
  /** Called for the first engine and for every one that replaces a dead one. */
  readonly onStarted: (engine: EngineClient) => void;
  /** Called when the process died by itself, after its replacement stands. */
  readonly onCrash: () => void;
}

/** Starts the engine as Electron's utility process. A crash settles waiting calls as failures and starts a new engine. */
export function startEngineProcess({ entry, settings, onStarted, onCrash }: EngineProcessOptions): EngineProcess {
  let stopping = false;
  const start = (): EngineClient => {
    const child = utilityProcess.fork(entry, [], { serviceName: 'Tribuna engine', stdio: 'inherit' });
    const client = createEngineClient({
      post: (message: ToEngine) => child.postMessage(message),
      listen: (listener) => void child.on('message', (message: FromEngine) => listener(message)),
    }, settings);
    child.once('exit', () => {
      client.lost();
      if (stopping) return;
      current = start();
      onCrash();
    });
    onStarted(client);
    return client;
  };
  let current = start();
  return {
    engine: () => current,
    async stop() {
      stopping = true;
      await current.close();
    },
  };
}
