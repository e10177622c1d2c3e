import { spawn } from 'node:child_process';

/**
 * Opens an address of this machine in the person's browser. False when there is no desktop to open it on, or no command
 * that opens it; then the address is printed for the person to follow.
 */
export function openInBrowser(address: string): Promise<boolean> {
  const { platform, env } = process;
  if (platform === 'linux' && env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined) return Promise.resolve(false);
  const [command, ...rest] = platform === 'darwin' ? ['open'] : platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(command ?? 'xdg-open', [...rest, address], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
