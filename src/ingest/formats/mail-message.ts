import PostalMime, { type Address, type Email, type Mailbox } from 'postal-mime';
import type { RecordedAccount, RecordedContainer } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { firstTime, storedTime, type StoredTime } from '../stored-time.ts';
import { createZoneReader } from '../local-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newContainer, newMessage } from '../new-records.ts';
import type { ReadSetting } from '../record-format.ts';
import { writtenTime } from '../written-time.ts';
import { nameWithoutContacts } from '../private-name.ts';
import { withoutContacts } from '../written-contacts.ts';
import { mailAddressHash } from './mail-address-hash.ts';
import { textOfMailHtml, writtenText } from './mail-text.ts';

const MAIL = 'mail';
const FREE_MAIL = /^(?:(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|aol|gmx|proton(?:mail)?|mail|libero|virgilio|alice|tim|tin|tiscali|fastwebnet|email|inwind|iol|aruba|pec)\.[a-z.]{2,6}|me\.com|mac\.com|pm\.me)$/;
const NOBODY = /^(?:no[._-]?reply|do[._-]?not[._-]?reply|non[._-]?rispondere|noreply[._+-].*|.*[._-]no[._-]?reply|mailer-daemon|postmaster|bounces?(?:[._+-].*)?)$/;
/** Folders that every mailbox has: their names say nothing of whose mail it is. */
const ANY_FOLDER = /^(?:mbox|mail|inbox|sent(?: (?:mail|items|messages))?|archive[sd]?|all mail.*|tutti i messaggi.*|tutta la posta.*|posta in arrivo|posta inviata|inviati|inviata|archivio|messages?|messaggi|export|takeout|drafts|bozze|\d+|file|local folders|imapmail)$/i;
const DELETED_FLAG = 0x0008;
const MOST_DOMAINS = 10_000;

/** Where a mail stands in its file: its line, and the time on the line that parts it from the one before. */
export interface MailPlace {
  readonly line: number;
  readonly envelopeTime: string | null;
}

function mailboxes(addresses: readonly Address[] | undefined): Mailbox[] {
  return (addresses ?? []).flatMap((address) => ('group' in address && address.group !== undefined ? address.group : [address]));
}

function headerOf(email: Email, key: string): string {
  return email.headers.find((header) => header.key === key)?.value.trim() ?? '';
}

/** The ids of a header, in order; texts that some programs write instead have none. */
function messageIds(header: string): string[] {
  return [...header.slice(0, 100_000).matchAll(/<([^<>\s]{1,998})>/g)].map((match) => match[1] ?? '');
}

function timeOfHeader(written: string, utcOf: (wallMs: number) => number): StoredTime {
  const plain = written.slice(0, 200).replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ').trim();
  // the line between two mails has the year last: "Mon Mar 3 10:12:00 2025", with or without an offset
  const asctime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?)(?: ([+-]\d{4}|[A-Z]{1,5}))? (\d{4})(?: ([+-]\d{4}))?$/.exec(plain);
  const text = asctime === null ? plain : `${asctime[2] ?? ''} ${asctime[1] ?? ''} ${asctime[5] ?? ''} ${asctime[3] ?? ''} ${asctime[4] ?? asctime[6] ?? ''}`;
  return storedTime(writtenTime(text.trim(), 'day-first') ?? writtenTime(text.trim(), 'iso'), utcOf);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).trim().toLowerCase().replace(/^(?:mail|smtp|mx)\./, '');
}

/** Where the writer's company is found: the domain of an address that is no free mail's, which names nobody. */
function companyLink(address: string): Pick<RecordedAccount, 'link'> {
  const domain = domainOf(address);
  return !address.includes('@') || !domain.includes('.') || FREE_MAIL.test(domain) ? {} : { link: `https://${domain}/` };
}

/** The folder that a file stands for, where its name or the folder around it says more than every mailbox does. */
function folderOf(path: string, isMailFile: boolean): string | null {
  const steps = path.split(/[\\/]/).filter((step) => step !== '');
  const names = (isMailFile ? steps.slice(0, -1) : steps).map((step) => step.replace(/\.(?:mbox|mbx|sbd|txt|eml|zip)$/i, '').trim()).reverse();
  return names.find((name) => name !== '' && !ANY_FOLDER.test(name)) ?? null;
}

function isAutomaticReply(email: Email): boolean {
  return /^auto-replied/i.test(headerOf(email, 'auto-submitted')) || /auto[_-]?reply/i.test(headerOf(email, 'precedence')) || headerOf(email, 'x-autoreply') !== '' || headerOf(email, 'x-autorespond') !== '';
}

function isMassMail(email: Email): boolean {
  return /^auto-generated/i.test(headerOf(email, 'auto-submitted')) && /^(?:bulk|junk)/i.test(headerOf(email, 'precedence')) && headerOf(email, 'list-id') === '';
}

function isDraft(email: Email): boolean {
  return headerOf(email, 'x-mozilla-draft-info') !== '' || /(?:^|,)\s*"?(?:drafts?|bozze)"?\s*(?:,|$)/i.test(headerOf(email, 'x-gmail-labels'));
}

/**
 * The writer of a mail. Its address is known by its keyed hash only; of it the domain stands as a link, where it is a company's own. An automatic reply is written
 * by an account of its own, marked as automatic: a person's absence note says nothing of the person, and must not count as
 * the person's answer.
 */
function writerOf(email: Email, key: unknown): RecordedAccount | null {
  const [from] = mailboxes(email.from === undefined ? [] : [email.from]);
  // archives of mailing lists write "anna at example.org (Anna)"
  const [, local = '', domain = '', listed = ''] = /^(\S{1,64}) at (\S{1,190}\.\S{2,24})(?: \((.{1,200})\))?$/.exec(headerOf(email, 'from')) ?? [];
  const address = local === '' ? (from?.address ?? '') : `${local}@${domain}`;
  const name = nameWithoutContacts(local === '' ? (from?.name.trim() ?? '') : listed);
  if (address === '' && name === '') return null;
  const hash = mailAddressHash(address === '' ? name : address, key);
  const shown = name === '' ? `person ${hash.slice(0, 8)}` : name;
  const base = { handle: null, name: shown, followers: null, isBrand: null };
  if (isAutomaticReply(email)) return { ...base, nativeId: `auto:${hash}`, isBot: true };
  const isNobody = NOBODY.test(address.slice(0, address.lastIndexOf('@')).toLowerCase());
  return { ...base, nativeId: hash, ...(address === '' ? {} : { mailHash: hash }), ...companyLink(address), ...(isNobody || isMassMail(email) ? { isBot: true } : {}) };
}

/**
 * Reader of the mails of one file. A mail stands in the help desk that its folder names, else the
 * domain that most of the mails read before stand in, of those that take part in it. Mail whose programs say it was deleted or never sent is refused. Attachments
 * are not looked at.
 */
export function createMailReader(path: string, isMailFile: boolean, { facts, timeZone, mapping }: ReadSetting): (bytes: Buffer, place: MailPlace) => Promise<ItemOutcome> {
  const utcOf = createZoneReader(timeZone);
  const idOf = createContentIds();
  const given = mapping?.container?.name ?? folderOf(path, isMailFile);
  // shared by the loose mails of one import, so that a conversation stays in one place
  const noted = facts.notes.get('mailDomains');
  const domains = noted instanceof Map ? (noted as Map<string, number>) : new Map<string, number>();
  facts.notes.set('mailDomains', domains);

  function containerOf(email: Email): RecordedContainer {
    const kind = mapping?.container?.kind ?? 'help-desk';
    if (given !== null) return newContainer(kind, withoutContacts(given));
    const own = (addresses: readonly Address[] | undefined): string[] => mailboxes(addresses).map(({ address }) => domainOf(address)).filter((domain) => domain.includes('.') && !FREE_MAIL.test(domain));
    const found = [...new Set([...own(email.to), ...own(email.cc), ...own(email.from === undefined ? [] : [email.from])])];
    const [best] = [...found].sort((one, other) => (domains.get(other) ?? 0) - (domains.get(one) ?? 0));
    if (best !== undefined && (domains.has(best) || domains.size < MOST_DOMAINS)) domains.set(best, (domains.get(best) ?? 0) + 1);
    return newContainer(kind, best ?? 'mailbox');
  }

  return async (bytes, { line, envelopeTime }) => {
    let email: Email;
    try {
      email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
    } catch {
      return { rejected: { code: 'unreadable-part', detail: 'the mail is nested too deep, or its head is too long' } };
    }
    if ((Number.parseInt(headerOf(email, 'x-mozilla-status'), 16) & DELETED_FLAG) !== 0) return { rejected: { code: 'deleted', detail: 'the mail program had deleted the mail' } };
    if (isDraft(email)) return { rejected: { code: 'not-a-message', detail: 'a draft, which was never sent' } };
    const author = writerOf(email, facts.notes.get('mailKey'));
    const written = email.text?.trim() ? email.text : textOfMailHtml(email.html ?? '');
    const body = withoutContacts(writtenText(written));
    const subject = withoutContacts(email.subject?.replace(/\s+/g, ' ').trim().slice(0, 1000) ?? '');
    const [ownId] = messageIds(headerOf(email, 'message-id'));
    if (ownId === undefined && author === null && subject === '') return { rejected: { code: 'not-a-message', detail: 'no id, sender or subject' } };
    const references = messageIds(headerOf(email, 'references'));
    const parent = messageIds(headerOf(email, 'in-reply-to'))[0] ?? references.at(-1) ?? null;
    const time = firstTime(...[headerOf(email, 'date'), headerOf(email, 'received').split(';').at(-1) ?? '', envelopeTime ?? ''].map((text) => timeOfHeader(text, utcOf)));
    const text = parent === null ? [subject, body].filter((piece) => piece !== '').join('\n') : body;
    return { messages: [newMessage({
      network: MAIL, nativeId: ownId ?? idOf([author?.nativeId ?? null, time.ms, subject, body]), kind: 'message', author, container: containerOf(email), time, text,
      parentNativeId: parent, rootNativeId: references[0] ?? null, line,
    })] };
  };
}
