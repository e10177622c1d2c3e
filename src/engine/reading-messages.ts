import type { ReaderSetting } from '../app/analyse/project-reader.ts';
import type { ReadBatch } from '../app/analyse/read-pool.ts';

/** What a reading thread is started with. */
export interface ReadingThreadStart {
  readonly setting: ReaderSetting;
}

/** A batch for a reading thread, answered by its readings as the table of readings holds them. */
export interface AskedReadings {
  readonly texts: ReadBatch;
  /** One printed line a text is asked for instead. */
  readonly printed: boolean;
}
