import type { RecordedAccount, RecordedMessage, RecordedReaction, RejectedRow } from '../domain/model/record.ts';
import type { ByteSource } from './byte-source.ts';
import type { PartHead } from './part-head.ts';
import type { TableMapping } from './table-mapping.ts';

/** What one stretch of a file became. */
export interface RecordBatch {
  readonly messages: readonly RecordedMessage[];
  readonly reactions: readonly RecordedReaction[];
  readonly rejected: readonly RejectedRow[];
  /** Rows met in this stretch, the refused ones included. */
  readonly rows: number;
  /** Bytes of the part read so far. */
  readonly bytes: number;
}

/**
 * What the parts of one source (an archive, or the loose files of one import that share a format) say of each other.
 * Parts that tell of others are read first and fill it in.
 */
export interface SourceFacts {
  /** Whose export it is, where the format has an owner. */
  owner: RecordedAccount | null;
  /** When the source itself says it was made, UTC ms. */
  collectedAtMs: number | null;
  /** Anything else one part must tell another, under keys of the format's own. */
  readonly notes: Map<string, unknown>;
}

/** How a part is to be read. */
export interface ReadSetting {
  /** IANA zone of times written without one. */
  readonly timeZone: string;
  /** When the data were collected, as a person said; null when nobody did. */
  readonly collectedAtMs: number | null;
  readonly facts: SourceFacts;
  /** A person's choices for tables and generic documents. */
  readonly mapping?: TableMapping | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A readable part of a dropped file: the file itself, or one entry of its archive. */
export interface Part {
  readonly head: PartHead;
  readonly source: ByteSource;
}

/** One kind of file: how it is recognised, by content and not by name, and how it becomes records. */
export interface RecordFormat {
  readonly id: string;
  readonly name: string;
  /** One sentence: what such a file holds, and what it does not. */
  readonly description: string;
  /** How sure a part is of this format, 0 to 1: 1 proof, .95 unmistakable keys, .9 likely, .8 some signs, 0 none. */
  recognise(head: PartHead): number;
  /** Place in the reading order of a source's parts: 0 tells of the others (owner, export time), 1 (default) messages, 2 reactions. */
  order?(head: PartHead): number;
  /** True for conversations that their writers take for private: a person must say on what basis they are read. */
  isPrivate?(head: PartHead): boolean;
  /**
   * Reads a part in flat memory. A row that is no message becomes a rejection and costs no other. Throws IngestFailure
   * when nothing of the part can be read.
   */
  read(part: Part, setting: ReadSetting): AsyncIterable<RecordBatch>;
}

/** Facts of a source of which nothing is known yet. */
export function emptyFacts(): SourceFacts {
  return { owner: null, collectedAtMs: null, notes: new Map() };
}
