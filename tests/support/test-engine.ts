import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine, type Engine, type EngineSettings } from '../../src/engine/engine.ts';
import { ROOT } from './root.ts';

/** Settings of an engine whose every file lies in one folder, with replies checked. */
export function testSettings(folder: string): EngineSettings {
  return {
    version: '0.0.0-test',
    host: 'terminal',
    capabilities: { dialogs: false, pdf: false },
    timeZone: 'Europe/Rome',
    projectsFolder: folder,
    stateFolder: join(folder, 'state'),
    resourcesFolder: join(ROOT, 'resources'),
    checkOutput: true,
  };
}

/** An engine in the test's own thread, closed when the test ends; a bug fails the test with its line. */
export function testEngine(folder: string, settings: Partial<EngineSettings> = {}): Engine {
  const bugs: string[] = [];
  const engine = createEngine({ ...testSettings(folder), ...settings }, { onBug: (line) => void bugs.push(line) });
  onTestFinished(async () => {
    await engine.close();
    if (bugs.length > 0) throw new Error(bugs.join('\n'));
  });
  return engine;
}
