/** Ways out of a page that no page policy can close: peers are asked by UDP, and a policy knows requests alone. */
const DOORS = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocketStream'] as const;

/**
 * Takes what could open a connection past the page policy away from a page, before any package of the product is asked to
 * do anything. In the desktop window the session closes the same doors below the page; in a browser this is what closes them.
 */
export function closePageNetwork(page: object): void {
  for (const door of DOORS) Reflect.deleteProperty(page, door);
}
