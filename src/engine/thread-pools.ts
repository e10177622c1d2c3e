import type { AppContext } from '../app/context.ts';
import { drawingThreads } from './drawing-threads.ts';
import type { EngineSettings } from './engine.ts';
import { readingThreads } from './reading-threads.ts';

/** The threads that long work may take besides its own, as a host's settings have them. */
export function threadPools({ readingThread, drawingThread }: Pick<EngineSettings, 'readingThread' | 'drawingThread'>): Pick<AppContext, 'readPool' | 'drawPool'> {
  return {
    ...(readingThread === undefined ? {} : { readPool: readingThreads(readingThread) }),
    ...(drawingThread === undefined ? {} : { drawPool: drawingThreads(drawingThread) }),
  };
}
