import type { App } from 'electron';

/** Switches that keep Chromium itself off the network, with their values; set before the app is ready. */
export const OFFLINE_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['no-proxy-server'],
  ['no-pings'],
  ['disable-client-side-phishing-detection'],
  ['disable-default-apps'],
  ['disable-field-trial-config'],
  ['metrics-recording-only'],
  ['safebrowsing-disable-auto-update'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-features', 'MediaRouter,DialMediaRouteProvider,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying,AsyncDns,Translate'],
];

/** Applies {@link OFFLINE_SWITCHES}. */
export function applyOfflineSwitches(app: Pick<App, 'commandLine'>): void {
  for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value);
}
