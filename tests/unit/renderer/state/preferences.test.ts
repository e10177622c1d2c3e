import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TribunaBridge } from '../../../../src/contract/bridge.ts';
import { createPreferences } from '../../../../src/renderer/state/preferences.ts';

interface Call {
  readonly operation: string;
  readonly input: unknown;
}

function hostKeeping(kept: object | null): { readonly bridge: Pick<TribunaBridge, 'call'>; readonly calls: Call[]; readonly answer: () => void } {
  const calls: Call[] = [];
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => { answer = resolve; });
  const call = async (operation: string, input: unknown): Promise<unknown> => {
    calls.push({ operation, input });
    if (operation !== 'app.preferences') return { ok: true, value: input };
    await asked;
    return kept === null ? { ok: false, failure: { code: 'io-error', message: 'gone' } } : { ok: true, value: kept };
  };
  return { bridge: { call: call as TribunaBridge['call'] }, calls, answer };
}

beforeEach(() => vi.stubGlobal('navigator', { language: 'it-IT' }));
afterEach(() => vi.unstubAllGlobals());

describe('preferences of a window', () => {
  it('are those that the host kept, over those of the machine', async () => {
    const { bridge, answer } = hostKeeping({ theme: 'dark', language: 'en' });
    const preferences = createPreferences(bridge);
    expect(preferences.values.get()).toMatchObject({ theme: 'system', language: 'it', level: 'essential' });
    answer();
    await preferences.load();
    expect(preferences.values.get()).toMatchObject({ theme: 'dark', language: 'en', level: 'essential' });
  });

  it('are asked for once and handed over as they are chosen', async () => {
    const { bridge, calls, answer } = hostKeeping({});
    const preferences = createPreferences(bridge);
    answer();
    await Promise.all([preferences.load(), preferences.load()]);
    preferences.set({ level: 'full' });
    expect(calls).toEqual([{ operation: 'app.preferences', input: {} }, { operation: 'app.setPreferences', input: { level: 'full' } }]);
    expect(preferences.values.get().level).toBe('full');
  });

  it('stand as chosen while the host has not answered, and where it never does', async () => {
    const slow = hostKeeping({ theme: 'dark', language: 'en' });
    const preferences = createPreferences(slow.bridge);
    const loaded = preferences.load();
    preferences.set({ theme: 'light' });
    slow.answer();
    await loaded;
    expect(preferences.values.get()).toMatchObject({ theme: 'light', language: 'en' });
    const gone = hostKeeping(null);
    const alone = createPreferences(gone.bridge);
    gone.answer();
    await alone.load();
    expect(alone.values.get()).toMatchObject({ theme: 'system', language: 'it' });
  });
});
