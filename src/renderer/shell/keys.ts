const TEXT_TYPES = new Set(['text', 'search', 'number', 'email', 'password', 'tel', 'time', 'url']);

/** True where keys write text: there no letter or digit may become a command. */
export function isTextTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return TEXT_TYPES.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** True inside a list, menu or dialog, which use keys for themselves. */
export function isKeyOwner(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="listbox"], [role="menu"], [role="dialog"], [role="grid"]') !== null;
}

/** Whether this machine's command key is the Mac's. */
export function isMac(): boolean {
  return /mac/i.test(navigator.userAgent);
}

/** The parts of a key press that decide a command. */
export interface KeyPress {
  readonly key: string;
  readonly command: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/**
 * The written form of a press, as commands name their keys: `Mod+Shift+Z`, `?`, `5`.
 * @example keyName({ key: 'z', command: true, shift: true, alt: false }) // 'Mod+Shift+Z'
 */
export function keyName({ key, command, shift, alt }: KeyPress): string {
  if (alt) return '';
  if (!command) return key;
  return `Mod+${shift ? 'Shift+' : ''}${key.length === 1 ? key.toUpperCase() : key}`;
}

/**
 * How a key is shown to the person at work.
 * @example shownKey('Mod+Shift+Z', false) // 'Ctrl+Shift+Z'
 */
export function shownKey(name: string, mac: boolean): string {
  return mac ? name.replace('Mod+', '⌘').replace('Shift+', '⇧') : name.replace('Mod', 'Ctrl');
}
