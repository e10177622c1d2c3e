import type { ReadableText } from '../../domain/model/reading.ts';
import { readingSheet, type ReadingSheet } from '../../store/reading-values.ts';
import { createReader } from '../../text/reader.ts';
import { printedReading } from '../read/printed-reading.ts';
import { readerOptions, type ReaderSetting } from './project-reader.ts';

/** Texts that are read together. */
export type ReadBatch = readonly ReadableText[];
/** The readings of a batch as the table of readings holds them. */
export type ReadValues = ReadingSheet;

/** Reads batches of texts, here or elsewhere. */
export interface ReadPool {
  /** Batches that may be under way at once; more only wait, and take memory. */
  readonly width: number;
  /** Texts of a batch that keep every reader busy and still let a cancel through soon. */
  readonly batch: number;
  /**
   * Reads a batch: its readings in the order of the texts, as the table of readings holds them.
   * The readings are the same whoever reads. Rejects with what went wrong while reading.
   */
  readonly read: (texts: ReadBatch) => Promise<ReadValues>;
  /** Reads a batch and prints one JSON document a text ({@link printedReading}); otherwise as {@link ReadPool.read}. */
  readonly print: (texts: ReadBatch) => Promise<readonly string[]>;
  /** Gives up what is under way and frees what reading took. */
  readonly close: () => Promise<void>;
}

/** Opens readers of a setting for so many texts; hosts without threads to spare leave it out and read in place. */
export type OpenReadPool = (setting: ReaderSetting, texts: number) => ReadPool;

const BATCH = 2000;

/** Reads batches in the thread that asks. */
export interface BatchReader {
  readonly read: (texts: ReadBatch) => ReadValues;
  readonly print: (texts: ReadBatch) => readonly string[];
}

/** Reads batches with one reader. */
export function batchReader(setting: ReaderSetting): BatchReader {
  const reader = createReader(readerOptions(setting));
  return {
    read: (texts) => readingSheet(texts.map((text) => [reader.read(text), text.direction])),
    print: (texts) => texts.map((text) => JSON.stringify(printedReading(reader.read(text), text.direction))),
  };
}

/** One reader in the caller's own thread: reads while it is asked, then lets others have their turn. */
export function inlineReadPool(setting: ReaderSetting): ReadPool {
  const { read, print } = batchReader(setting);
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    width: 1, batch: BATCH,
    read: async (texts) => {
      const values = read(texts);
      await turn();
      return values;
    },
    print: async (texts) => {
      const lines = print(texts);
      await turn();
      return lines;
    },
    close: () => Promise.resolve(),
  };
}
