import { LEAST_COPY_WORDS } from '../../terms/copy-groups.ts';
import { nearDuplicates } from '../../response/near-duplicates.ts';
import { countedShare, type CountedShare } from '../../stats/counted-share.ts';

/** A message of a brand with its words as they are compared: handles, links and case taken out. */
export interface ComparedMessage {
  readonly messageId: number;
  /** Place of its brand in the list of brands. */
  readonly brand: number;
  readonly networkId: number;
  readonly text: string;
}

/** How many messages of a brand say again, nearly word for word, what stands elsewhere; with the messages behind each. */
export interface RepeatedShares {
  /** By the same brand on another network: the same told through every channel. */
  readonly elsewhere: CountedShare;
  readonly elsewhereIds: readonly number[];
  /** By the same brand on the same network. */
  readonly again: CountedShare;
  readonly againIds: readonly number[];
  /** By another of the brands. */
  readonly others: CountedShare;
  readonly othersIds: readonly number[];
  /** Networks on which the brand wrote these messages. */
  readonly networks: number;
}

const isLong = ({ text }: ComparedMessage): boolean => text.split(/\s+/u).filter((word) => word !== '').length >= LEAST_COPY_WORDS;

/**
 * The near-duplicate shares of each brand (place by place), at Jaccard .9 on three-word runs, among messages of five words and
 * more: shorter ones are alike by chance. With one brand nothing is repeated by others and the share says so by its count.
 * A message counts at most once in each share. Cost that of {@link nearDuplicates}.
 */
export function repeatedShares(messages: readonly ComparedMessage[], brands: number): RepeatedShares[] {
  const compared = messages.filter(isLong);
  const near = nearDuplicates(compared.map(({ text }) => text));
  return Array.from({ length: brands }, (_, brand) => {
    const own = compared.flatMap((message, place) => (message.brand === brand ? [{ message, place }] : []));
    const found = (accept: (other: ComparedMessage, message: ComparedMessage) => boolean): number[] =>
      own.filter(({ message, place }) => near.reach(place, 1, (at) => {
        const other = compared[at];
        return other !== undefined && accept(other, message);
      })).map(({ message: { messageId } }) => messageId);
    const [elsewhereIds, againIds, othersIds] = [
      found((other, message) => other.brand === brand && other.networkId !== message.networkId),
      found((other, message) => other.brand === brand && other.networkId === message.networkId),
      found((other) => other.brand !== brand),
    ];
    const share = (ids: readonly number[]): CountedShare => countedShare(ids.length, own.length);
    return { elsewhere: share(elsewhereIds), elsewhereIds, again: share(againIds), againIds, others: share(othersIds), othersIds, networks: new Set(own.map(({ message }) => message.networkId)).size };
  });
}
