import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** The browser host at work on a folder of projects. */
export interface ServedFolder {
  /** The address with its one-time token. */
  readonly address: string;
  /** Ends the host as the system would, and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts the browser host on a folder, with a port of its own. Throws Error `the server ended with code N before it printed an address`. */
export async function servedFolder(projectsFolder: string): Promise<ServedFolder> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/require-node.cjs'), join(ROOT, 'src/serve/main.ts'), '--no-open', '--projects', projectsFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const printed = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(text)?.[0];
      if (printed !== undefined) resolve(printed);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with code ${String(code)} before it printed an address`)));
  });
  return {
    address,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
