import type { Role } from '../../../domain/model/codes.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { people as WORDS } from '../../i18n/it/people.ts';
import type { HeldRole, ListedFlag, Named, Reason } from './people-types.ts';

const SECONDS = new Set(['medianGapSeconds', 'windowSeconds']);
/** From these confidences on a sign reads as almost certain, or as likely; the second is the threshold of rules. */
const SURENESS = { high: 0.9, fair: 0.65 } as const;

/** What a profile is called: its name, else its username, else its identifier. */
export function profileName({ name, handle, nativeId }: Named): string {
  return [name, handle].find((written) => written !== null && written.trim() !== '') ?? nativeId;
}

/** The username with its sign, where it adds something to the name; null where it does not. */
export function usernameOf({ name, handle, nativeId }: Named): string | null {
  if (handle === null || handle.trim() === '') return null;
  const written = handle.startsWith('@') ? handle : `@${handle}`;
  const shown = profileName({ name, handle, nativeId });
  return shown === handle && !handle.startsWith('@') && name === null ? null : written.slice(1) === shown.replace(/^@/, '') ? null : written;
}

/** A role with its brand: "customer of Caffè Aurora"; the bare role where it is of no brand. */
export function roleWords(role: Role, brand: string | null, voice: ChartVoice): string {
  return brand === null || brand === '' || !Object.hasOwn(WORDS.roleAt, role) ? voice.text(`codes.role.${role}`) : voice.text(`people.roleAt.${role}`, { brand });
}

/** A role that is held: of a desk whose firm is no brand here it is said so. */
export function heldRoleWords({ role, brand }: Pick<HeldRole, 'role' | 'brand'>, voice: ChartVoice): string {
  return role === 'voice' && brand === null ? voice.text('people.deskRole') : roleWords(role, brand, voice);
}

/** From when to when a role holds; empty where neither is known. The end is exclusive: the day before it is the last one. */
export function roleDates({ fromMs, toMs }: Pick<HeldRole, 'fromMs' | 'toMs'>, voice: ChartVoice): string {
  const [from, to] = [fromMs === null ? null : voice.date(fromMs), toMs === null ? null : voice.date(toMs - 1)];
  if (from !== null && to !== null) return voice.text('people.dates.both', { from, to });
  if (from !== null) return voice.text('people.dates.since', { date: from });
  return to === null ? '' : voice.text('people.dates.until', { date: to });
}

/** Where a role comes from and when it holds: "rule, since 3 March 2026". */
export function roleOrigin({ origin, ...dates }: Pick<HeldRole, 'origin' | 'fromMs' | 'toMs'>, voice: ChartVoice): string {
  return [voice.text(`people.origins.${origin}`), roleDates(dates, voice)].filter((part) => part !== '').join(', ');
}

/** Why a profile is flagged, in a few words; empty for a reason of a newer version. */
export function flagReason({ reason }: Pick<ListedFlag, 'reason'>, voice: ChartVoice): string {
  return Object.hasOwn(WORDS.flagReasons, reason) ? voice.text(`people.flagReasons.${reason}`) : '';
}

/** What a rule looks for, in a few words. */
export function ruleWords(rule: string, voice: ChartVoice): string {
  return voice.text(Object.hasOwn(WORDS.rules, rule) ? `people.rules.${rule}` : 'people.ruleUnknown');
}

/** How sure a sign or a pair is, in a word: a probability of rules would claim more than they know. */
export function surenessWord(confidence: number, voice: ChartVoice): string {
  return voice.text(`people.sureness.${confidence >= SURENESS.high ? 'high' : confidence >= SURENESS.fair ? 'fair' : 'low'}`);
}

/** The figures behind a rule or a flag as a sentence; null where it has none, or not all that the sentence needs. */
export function figuresSentence(code: string, figures: Readonly<Record<string, number>>, voice: ChartVoice): string | null {
  const known = code.replace(/^bot-/, '');
  const sentence = (WORDS.figures as Readonly<Record<string, string>>)[known];
  if (sentence === undefined || !Object.hasOwn(WORDS.figures, known)) return null;
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries(figures)) written[name] = SECONDS.has(name) ? voice.duration(value) : voice.count(value);
  if (written['medianGapSeconds'] !== undefined) written['gap'] = written['medianGapSeconds'];
  if (written['windowSeconds'] !== undefined) written['window'] = written['windowSeconds'];
  const needed = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
  return needed.every((name) => written[name] !== undefined) ? voice.text(`people.figures.${known}`, written) : null;
}

/** What opens the messages of a reason: how many there are to open, and whether there were more. */
export function reasonOpens({ times, messageIds }: Pick<Reason, 'times' | 'messageIds'>, voice: ChartVoice): string | null {
  if (messageIds.length === 0) return null;
  if (messageIds.length === 1 && times <= 1) return voice.text('people.reason.openOne');
  return voice.text(times > messageIds.length ? 'people.reason.openFirst' : 'people.reason.open', { n: voice.count(messageIds.length) });
}
