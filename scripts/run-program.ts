import { spawn, type SpawnOptions } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** How a program ended, and what it printed when it was not shown. */
export interface ProgramEnd {
  readonly code: number;
  readonly output: string;
}

interface RunOptions {
  /** Show the program's output as it comes; otherwise it is only kept. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
}

/** Runs a script of node_modules or of the project under this very Node, from the root; never rejects. */
export function runNode(script: string, parameters: readonly string[], options: RunOptions = {}): Promise<ProgramEnd> {
  return runProgram(process.execPath, [join(ROOT, script), ...parameters], options);
}

/** Runs a program from the root and keeps its output; a program that cannot start ends with code 127. */
export function runProgram(command: string, parameters: readonly string[], { show = false, env = {}, timeoutMs }: RunOptions = {}): Promise<ProgramEnd> {
  const settings: SpawnOptions = { cwd: ROOT, env: { ...process.env, PATH: `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }) };
  return new Promise((resolve) => {
    const child = spawn(command, parameters, settings);
    let output = '';
    const keep = (target: NodeJS.WriteStream) => (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (show) target.write(chunk);
    };
    child.stdout?.on('data', keep(process.stdout));
    child.stderr?.on('data', keep(process.stderr));
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
