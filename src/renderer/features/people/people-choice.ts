import type { OperationInput } from '../../../contract/operations.ts';
import { ROLES, type Role } from '../../../domain/model/codes.ts';

/** Orders of the list. */
export const PEOPLE_ORDERS = ['messages', 'name', 'first', 'last'] as const;
/** Flags a profile can bear. */
export const PEOPLE_FLAGS = ['bot', 'duplicate'] as const;
/** Rows of one page of the list. */
export const PEOPLE_PAGE = 50;

/** What the list shows: kept in the address, so that going back finds it as it was. */
export interface PeopleChoice {
  readonly role: Role | null;
  readonly flag: (typeof PEOPLE_FLAGS)[number] | null;
  readonly network: string | null;
  readonly text: string;
  readonly order: (typeof PEOPLE_ORDERS)[number];
  readonly page: number;
}

/** Reads the choice from the parameters of the address; what it does not know it leaves out. */
export function choiceFromParameters(parameters: Readonly<Record<string, string>>): PeopleChoice {
  const { who, flag, on, q, order, page } = parameters;
  return {
    role: ROLES.find((role) => role === who) ?? null,
    flag: PEOPLE_FLAGS.find((known) => known === flag) ?? null,
    network: on === undefined || on === '' ? null : on,
    text: (q ?? '').slice(0, 200),
    order: PEOPLE_ORDERS.find((known) => known === order) ?? 'messages',
    page: page !== undefined && /^\d{1,6}$/.test(page) ? Math.max(0, Number(page) - 1) : 0,
  };
}

/** Writes a choice as parameters of the address; inverse of {@link choiceFromParameters}. */
export function parametersOfChoice({ role, flag, network, text, order, page }: PeopleChoice): Record<string, string> {
  return {
    ...(role === null ? {} : { who: role }), ...(flag === null ? {} : { flag }), ...(network === null ? {} : { on: network }), ...(text === '' ? {} : { q: text }),
    ...(order === 'messages' ? {} : { order }), ...(page === 0 ? {} : { page: String(page + 1) }),
  };
}

/** True when the choice leaves profiles out. */
export function isNarrowed({ role, flag, network, text }: PeopleChoice): boolean {
  return role !== null || flag !== null || network !== null || text.trim() !== '';
}

/** The choice as the operation takes it. */
export function peopleQuery({ role, flag, network, text, order, page }: PeopleChoice): OperationInput<'people.list'> {
  return {
    page, size: PEOPLE_PAGE, orderBy: order,
    ...(role === null ? {} : { role }), ...(flag === null ? {} : { flag }), ...(network === null ? {} : { network }), ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
}
