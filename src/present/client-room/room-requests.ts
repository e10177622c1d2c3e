/** A request as the client room takes it in: a person by a key, times still exact; nothing of this leaves as it is. */
export interface RoomRequest {
  /** Network and account; null where the author is not known. */
  readonly person: string | null;
  readonly network: string;
  /** What it asks, each once; at least one. */
  readonly intents: readonly string[];
  /** Local day and hour, `2026-03-02T09`; null where its time is not known. */
  readonly asked: string | null;
  /** Up to the answer, or up to the end of observation; null where a time is not known. */
  readonly waitedSeconds: number | null;
  readonly answered: boolean;
  /** How finely its wait is known: to the minute, to the day, not at all. */
  readonly precision: 'fine' | 'day' | 'count';
}

/** A request as the room shows it: who by a pseudonym's number, where and about what only in groups of enough people, waits in hours begun. */
export interface RoomRow {
  /** Number of the pseudonym from 1; 0 where the author is not known. */
  readonly voice: number;
  /** Null: other networks together. */
  readonly network: string | null;
  readonly intents: readonly string[];
  /** Day and hour, or the day alone where no more is known. */
  readonly asked: string | null;
  /** Hours begun: 61 minutes are 2, and 0 is answered at once; null where the wait is not known. */
  readonly hours: number | null;
  readonly answered: boolean;
  readonly precision: RoomRequest['precision'];
}

/** The table of a room. */
export interface RoomTable {
  readonly rows: readonly RoomRow[];
  /** Requests that are not in the table under a kind, by the kind; kinds of which none is missing are absent. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Requests that are in no row at all. */
  readonly missing: number;
  readonly voices: number;
}
