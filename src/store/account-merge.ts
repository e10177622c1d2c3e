import type { RecordedAccount, RecordedContainer } from '../domain/model/record.ts';

type Value = string | number | null;

/** Columns of an account that a source says, and that a further import of the same account may complete. */
export const ACCOUNT_VALUES = ['handle', 'name', 'followers', 'source_is_brand', 'profile', 'link', 'mail_hash', 'source_is_bot', 'company'] as const;

/** An account's values as stored. */
export type AccountValues = Readonly<Record<(typeof ACCOUNT_VALUES)[number], Value>>;

/** Columns of a place that a source says. */
export const CONTAINER_VALUES = ['name', 'kind'] as const;

/** A place's values as stored. */
export type ContainerValues = Readonly<Record<(typeof CONTAINER_VALUES)[number], Value>>;

function first(one: Value, other: Value): Value {
  if (one === null || other === null) return one ?? other;
  return one <= other ? one : other;
}

function higher(one: Value, other: Value): Value {
  if (one === null || other === null) return one ?? other;
  return one >= other ? one : other;
}

function longer(one: Value, other: Value): Value {
  if (one === null || other === null) return one ?? other;
  const difference = String(one).length - String(other).length;
  return difference === 0 ? first(one, other) : difference > 0 ? one : other;
}

function flag(value: boolean | null | undefined): number | null {
  return value == null ? null : value ? 1 : 0;
}

/** What a source says of an account, as it is stored. */
export function accountValues({ handle, name, followers, isBrand, profile = null, link = null, mailHash = null, isBot, company = null }: RecordedAccount): AccountValues {
  return { handle, name, followers, source_is_brand: flag(isBrand), profile, link, mail_hash: mailHash, source_is_bot: flag(isBot), company };
}

/** What a source says of a place, as it is stored. */
export function containerValues({ name, kind }: RecordedContainer): ContainerValues {
  return { name, kind };
}

/**
 * What an account is once met again; the order in which two imports say it does not matter. A value that one lacks is the
 * other's; of two counts or marks the higher stands, of two profiles the longer, of other texts the first by its characters.
 */
export function mergedAccount(one: AccountValues, other: AccountValues): AccountValues {
  return {
    handle: first(one.handle, other.handle), name: first(one.name, other.name), followers: higher(one.followers, other.followers), source_is_brand: higher(one.source_is_brand, other.source_is_brand),
    profile: longer(one.profile, other.profile), link: first(one.link, other.link), mail_hash: first(one.mail_hash, other.mail_hash), source_is_bot: higher(one.source_is_bot, other.source_is_bot), company: first(one.company, other.company),
  };
}

/** What a place is once met again, whatever the order: a name other than its id, of two the first by its characters; a kind that is known, of two the first. */
export function mergedContainer(one: ContainerValues, other: ContainerValues, nativeId: string): ContainerValues {
  const better = (column: (typeof CONTAINER_VALUES)[number], weakest: string): Value => (one[column] === weakest ? other[column] : other[column] === weakest ? one[column] : first(one[column], other[column]));
  return { name: better('name', nativeId), kind: better('kind', 'unknown') };
}
