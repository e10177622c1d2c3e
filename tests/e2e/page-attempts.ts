/** Where attempts are aimed: a trap that would answer, on this machine. */
export interface AttemptTargets {
  readonly address: string;
  readonly stun: string;
}

/**
 * Every way in which a page without help could reach another place, tried inside the page. Resolves to the names of those
 * that seem to have worked; what arrived is known by the trap. Self-contained, as it is sent into the page as text.
 */
export async function pageAttempts({ address, stun }: AttemptTargets): Promise<string[]> {
  const reached: string[] = [];
  const patience = 1_200;
  const later = (answer: boolean): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(answer), patience));
  const attempt = async (name: string, way: () => boolean | Promise<boolean>): Promise<void> => {
    try {
      if (await Promise.race([way(), later(false)])) reached.push(name);
    } catch {
      // refused at once
    }
  };
  const element = (tag: string, attributes: Readonly<Record<string, string>>): Promise<boolean> => new Promise((resolve) => {
    const made = document.createElement(tag);
    made.addEventListener('load', () => resolve(tag !== 'iframe'));
    made.addEventListener('error', () => resolve(false));
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    document.body.append(made);
  });
  const at = (path: string): string => `${address}/${path}`;
  const made = (name: string): (new (...parts: unknown[]) => EventTarget & Record<string, unknown>) => Reflect.get(window, name) as never;
  const opened = (target: EventTarget): Promise<boolean> => new Promise((resolve) => {
    target.addEventListener('open', () => resolve(true));
    target.addEventListener('error', () => resolve(false));
  });
  await Promise.all([
    attempt('fetch', () => fetch(at('fetch')).then(() => true)),
    attempt('fetch without an answer', () => fetch(at('no-cors'), { mode: 'no-cors' }).then(() => true)),
    attempt('fetch over https', () => fetch('https://example.org/').then(() => true)),
    attempt('fetch from disk', () => fetch('file:///etc/hostname').then(() => true)),
    attempt('request', () => new Promise<boolean>((resolve) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve(true);
      request.onerror = () => resolve(false);
      request.open('GET', at('xhr'));
      request.send();
    })),
    // it says true when it was queued: only the trap knows whether it left
    attempt('beacon', () => {
      (Reflect.get(navigator, 'sendBeacon') as (url: string, body: string) => boolean).call(navigator, at('beacon'), 'x');
      return false;
    }),
    attempt('image', () => element('img', { src: at('image.png') })),
    attempt('picture of a style', () => element('div', { style: `background-image: url(${at('background.png')})` })),
    attempt('style sheet', () => element('link', { rel: 'stylesheet', href: at('style.css') })),
    attempt('prefetch', () => element('link', { rel: 'prefetch', href: at('prefetch') })),
    attempt('preload', () => element('link', { rel: 'preload', as: 'image', href: at('preload.png') })),
    attempt('module preload', () => element('link', { rel: 'modulepreload', href: at('module.js') })),
    attempt('preconnect', () => element('link', { rel: 'preconnect', href: at('') })),
    attempt('name prefetch', () => element('link', { rel: 'dns-prefetch', href: '//nowhere.invalid' })),
    attempt('manifest', () => element('link', { rel: 'manifest', href: at('manifest.json') })),
    attempt('icon', () => element('link', { rel: 'icon', href: at('icon.png') })),
    attempt('frame', () => element('iframe', { src: at('frame') })),
    attempt('object', () => element('object', { data: at('object') })),
    attempt('embedded', () => element('embed', { src: at('embed') })),
    attempt('film', () => element('video', { src: at('film.mp4'), autoplay: '' })),
    attempt('sound', () => element('audio', { src: at('sound.mp3'), autoplay: '' })),
    attempt('script', () => element('script', { src: at('script.js') })),
    attempt('ping of a link', () => {
      const link = document.createElement('a');
      link.href = '#';
      link.ping = at('ping');
      document.body.append(link);
      link.click();
      return false;
    }),
    attempt('form', () => {
      const form = document.createElement('form');
      form.action = at('form');
      form.method = 'post';
      document.body.append(form);
      form.submit();
      return false;
    }),
    attempt('socket', () => opened(new (made('WebSocket'))(`${address.replace('http:', 'ws:')}/socket`))),
    attempt('stream of events', () => opened(new (made('EventSource'))(at('events')))),
    attempt('worker', () => new Promise<boolean>((resolve) => {
      new Worker(at('worker.js')).onerror = () => resolve(false);
    })),
    attempt('worker of its own making', () => new Promise<boolean>((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(at('worker-fetch'))}).then(() => postMessage(true), () => postMessage(false))`], { type: 'text/javascript' })));
      worker.onmessage = ({ data }) => resolve(data === true);
      worker.onerror = () => resolve(false);
    })),
    attempt('import', () => import(at('import.js')).then(() => true)),
    attempt('font', () => new FontFace('outside', `url(${at('font.woff2')})`).load().then(() => true)),
    attempt('transport', () => (new (made('WebTransport'))(`${address.replace('http:', 'https:')}/transport`)['ready'] as Promise<unknown>).then(() => true)),
    attempt('peer', async () => {
      const Peer = made('RTCPeerConnection') as unknown as typeof RTCPeerConnection;
      const peer = new Peer({ iceServers: [{ urls: stun }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await later(false);
      return false;
    }),
  ]);
  // what was queued has time to leave
  await later(false);
  return reached;
}
