import type { VocabularyContent } from '../domain/terms/vocabulary.ts';
import type { ProjectDatabase } from './project-database.ts';

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint16Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

/** What a language's vocabulary held when it was last kept; null where none was. */
export function keptVocabulary({ connection }: ProjectDatabase, language: string): VocabularyContent | null {
  const row = connection.prepare('SELECT floor, places, counts FROM word_sketch WHERE language = ?').get(language) as { floor: number; places: Uint8Array; counts: Uint8Array } | undefined;
  if (row === undefined) return null;
  const words = connection.prepare('SELECT stem, forms FROM word_form WHERE language = ? ORDER BY position').raw().all(language) as [string, string][];
  return {
    floor: row.floor,
    // copied, so that numbers of several bytes begin where they may
    sketch: { places: new Int32Array(new Uint8Array(row.places).buffer), counts: new Uint16Array(new Uint8Array(row.counts).buffer) },
    words: words.map(([stem, forms]) => ({ stem, forms: new Map(JSON.parse(forms) as [string, number][]) })),
  };
}

/** Keeps what a language's vocabulary holds; of its words those at some positions, which are new or spelt otherwise. One transaction, or part of the one that runs. */
export function keepVocabulary({ connection }: ProjectDatabase, language: string, { floor, sketch, words }: VocabularyContent, touched: Iterable<number>): void {
  const put = connection.prepare('INSERT OR REPLACE INTO word_form (language, position, stem, forms) VALUES (?, ?, ?, ?)');
  connection.transaction(() => {
    connection.prepare('INSERT OR REPLACE INTO word_sketch (language, floor, places, counts) VALUES (?, ?, ?, ?)').run(language, floor, bytesOf(sketch.places), bytesOf(sketch.counts));
    for (const position of touched) {
      const word = words[position];
      if (word !== undefined) put.run(language, position, word.stem, JSON.stringify([...word.forms]));
    }
  })();
}

/** Keeps which messages hold words too rare for a code, by the word's place: pairs of place and message. One transaction, or part of the one that runs. */
export function keepRareWords({ connection }: ProjectDatabase, language: string, pairs: Iterable<readonly [place: number, messageId: number]>): void {
  const insert = connection.prepare('INSERT OR IGNORE INTO rare_word (language, place, message_id) VALUES (?, ?, ?)');
  connection.transaction(() => {
    for (const [place, messageId] of pairs) insert.run(language, place, messageId);
  })();
}

/** Takes out which messages hold the words of some places, and returns these messages: the words have a code from now on. Inside a transaction. */
export function takeRareWords({ connection }: ProjectDatabase, language: string, places: Iterable<number>): number[] {
  const find = connection.prepare('SELECT message_id FROM rare_word WHERE language = ? AND place = ?').pluck();
  const remove = connection.prepare('DELETE FROM rare_word WHERE language = ? AND place = ?');
  const found = new Set<number>();
  for (const place of places) {
    for (const messageId of find.all(language, place) as number[]) found.add(messageId);
    remove.run(language, place);
  }
  return [...found].sort((one, other) => one - other);
}
