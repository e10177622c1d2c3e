import type { TribunaBridge } from '../../contract/bridge.ts';
import type { TribunaEvent } from '../../contract/events.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { withFileHandles } from './with-file-handles.ts';

/**
 * The bridge of a page served from 127.0.0.1: calls and files go by fetch to the page's own origin, events come as one
 * server-sent stream. When the server is gone every call fails with `io-error`.
 */
export function createLoopbackBridge(): TribunaBridge {
  const listeners = new Set<(event: TribunaEvent) => void>();
  let stream: EventSource | null = null;
  return {
    async call(operation, input) {
      const { value, failure } = await withFileHandles(input, uploaded);
      if (failure !== null) return failure;
      return send('/call', { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ operation, input: value }) });
    },
    onEvent(listener) {
      listeners.add(listener);
      stream ??= eventStream(listeners);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stream?.close();
        stream = null;
      };
    },
  };
}

function eventStream(listeners: ReadonlySet<(event: TribunaEvent) => void>): EventSource {
  const stream = new EventSource('/events');
  stream.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as TribunaEvent;
    for (const listener of listeners) listener(event);
  };
  return stream;
}

function uploaded(file: File): Promise<Outcome<{ fileHandle: string }>> {
  return send('/files', { headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) }, body: file });
}

async function send<Value>(path: string, request: { headers: Record<string, string>; body: BodyInit }): Promise<Outcome<Value>> {
  try {
    const response = await fetch(path, { method: 'POST', ...request });
    if (!response.ok) return { ok: false, failure: { code: 'io-error', message: (await response.text()).trim() } };
    return (await response.json()) as Outcome<Value>;
  } catch {
    return { ok: false, failure: { code: 'io-error', message: 'Tribuna is no longer running: start it again' } };
  }
}
