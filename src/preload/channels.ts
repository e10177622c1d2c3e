/** The three channels between the preload and the desktop host. */
export const CALL_CHANNEL = 'tribuna:call';
/** Exchanges a file's path for a handle. */
export const REGISTER_CHANNEL = 'tribuna:register';
/** Events from the host to the page. */
export const EVENT_CHANNEL = 'tribuna:event';
