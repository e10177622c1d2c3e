import type { ReaderSetting } from '../app/analyse/project-reader.ts';
import type { ReadBatch, ReadValues } from '../app/analyse/read-pool.ts';

/** What a reading thread is started with. */
export interface ReadingThreadStart {
  readonly setting: ReaderSetting;
}

/** A batch for a reading thread; batches are answered one after another, in the order they came. */
export interface ToReadingThread {
  readonly id: number;
  readonly texts: ReadBatch;
  /** One printed line a text is asked for instead of values. */
  readonly printed: boolean;
}

/** The answer to a batch: its readings in one flat list, or one line each, or what went wrong. */
export type FromReadingThread =
  | { readonly id: number; readonly values: ReadValues | readonly string[] }
  | { readonly id: number; readonly error: Error };
