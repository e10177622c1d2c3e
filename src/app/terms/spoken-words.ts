import { createGrowingColumn } from '../../domain/terms/growing-column.ts';
import type { SpokenWord } from '../../domain/terms/vocabulary.ts';

/** The words of many messages in little memory, to be gone through again. */
export interface SpokenWords {
  /** Takes the words of one message. Messages keep the order in which they come. */
  readonly add: (message: { readonly accountId: number; readonly messageId: number }, words: readonly SpokenWord[]) => void;
  readonly length: number;
  readonly accountOf: (place: number) => number;
  readonly messageOf: (place: number) => number;
  readonly wordsOf: (place: number) => SpokenWord[];
}

/** Nothing spoken yet. Four bytes a word, and each spelling with its stem once. */
export function createSpokenWords(): SpokenWords {
  const [starts, accounts, messages, stream] = [createGrowingColumn(), createGrowingColumn(), createGrowingColumn(), createGrowingColumn()];
  const forms: { readonly stem: string; readonly form: string }[] = [];
  const numberOf = new Map<string, number>();
  return {
    add({ accountId, messageId }, words) {
      starts.push(stream.length);
      accounts.push(accountId);
      messages.push(messageId);
      for (const { stem, form, joined } of words) {
        let number = numberOf.get(form);
        if (number === undefined) {
          numberOf.set(form, (number = forms.length));
          forms.push({ stem, form });
        }
        stream.push(number * 2 + (joined ? 1 : 0));
      }
    },
    get length() {
      return messages.length;
    },
    accountOf: accounts.at,
    messageOf: messages.at,
    wordsOf(place) {
      const end = place + 1 < starts.length ? starts.at(place + 1) : stream.length;
      const words: SpokenWord[] = [];
      for (let at = starts.at(place); at < end; at += 1) {
        const word = stream.at(at);
        const known = forms[word >> 1];
        if (known !== undefined) words.push({ stem: known.stem, form: known.form, joined: (word & 1) === 1 });
      }
      return words;
    },
  };
}
