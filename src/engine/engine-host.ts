import { createEngine, type Engine } from './engine.ts';
import type { Endpoint, FromEngine, ToEngine } from './engine-messages.ts';

/**
 * Serves an engine over a channel. The first message brings the settings; calls are answered in the order they finish,
 * paired by id. Knows nothing about the channel, so every host uses the same one.
 */
export function hostEngine(endpoint: Endpoint<FromEngine, ToEngine>, onClosed: () => void = () => undefined): void {
  let engine: Engine | null = null;
  const started = (): Engine => {
    if (engine === null) throw new Error('invalid message: call before start');
    return engine;
  };
  endpoint.listen((message) => {
    switch (message.type) {
      case 'start':
        engine = createEngine(message.settings);
        engine.onEvent((event) => endpoint.post({ type: 'event', event }));
        break;
      case 'call':
        void started().call(message.operation, message.input, message.requestId).then((outcome) => endpoint.post({ type: 'reply', id: message.id, outcome }));
        break;
      case 'register':
        void started().registerFile(message.path, message.name).then(({ fileHandle }) => endpoint.post({ type: 'registered', id: message.id, fileHandle }));
        break;
      case 'close':
        void started().close().then(() => {
          endpoint.post({ type: 'closed', id: message.id });
          onClosed();
        });
    }
  });
}
