import type { MessageFact } from './message-fact.ts';

const NONE: readonly number[] = [];

/** What surrounds a message when it is written: nothing that happens later may decide whom it addresses. */
export interface Surroundings {
  /** The message replied to, where it is in the data. */
  readonly parent: MessageFact | null;
  readonly onlyBrandOfImport: number | null;
}

/**
 * The brands a message is addressed to, ascending: those whose handle it writes, the one whose message it replies to, and,
 * unless it speaks to somebody else, the owner of the place it stands in and the brand meant by the source's own inbound flag
 * (the one the flag names, else the one in the text, else the only brand of the import). Speaking to somebody else is a reply to
 * another account, or a reply to a missing message that begins with another person's handle. A voice does not address its own
 * brand, and a message flagged as outgoing addresses none.
 */
export function addressedBrands(fact: MessageFact, { parent, onlyBrandOfImport }: Surroundings): readonly number[] {
  if (fact.sourceInbound === false) return NONE;
  const brands = new Set(fact.mentionedBrandIds);
  if (parent !== null && parent.voiceOfBrandId !== null) brands.add(parent.voiceOfBrandId);
  if (!speaksToAnother(fact, parent)) {
    if (fact.containerBrandId !== null) brands.add(fact.containerBrandId);
    if (fact.sourceInbound === true) {
      const flagged = fact.flagBrandId ?? (fact.mentionedBrandIds.length > 0 ? null : onlyBrandOfImport);
      if (flagged !== null) brands.add(flagged);
    }
  }
  if (fact.voiceOfBrandId !== null) brands.delete(fact.voiceOfBrandId);
  return brands.size === 0 ? NONE : [...brands].sort((one, other) => one - other);
}

function speaksToAnother(fact: MessageFact, parent: MessageFact | null): boolean {
  if (parent === null) return fact.parentIsMissing && fact.startsWithOtherHandle;
  if (parent.voiceOfBrandId !== null) return parent.voiceOfBrandId !== fact.containerBrandId && fact.containerBrandId !== null;
  if (parent.authorId === null) {
    // An authorless first message is as a rule the page's own post; an authorless comment is somebody's.
    return parent.parentId !== null || parent.parentIsMissing;
  }
  return parent.authorId !== fact.authorId;
}
