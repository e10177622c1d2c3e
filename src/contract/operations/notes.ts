import { z } from 'zod';
import { EVENT_KINDS } from '../../domain/model/event-kind.ts';
import { REPORT_AUDIENCES } from '../../domain/model/report-section.ts';
import { NOTE_SUBJECTS } from '../../domain/model/note-subject.ts';
import { pageShape } from '../selection.ts';

const count = z.number().int();
const id = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(120);
const day = z.number().int().min(-8.64e15).max(8.64e15);
/** A word to find things by; compared without regard to capitals. */
const tag = z.string().trim().min(1).max(40);
const tags = z.array(tag).max(20);

/** A view as it is kept: an address of the workbench, with room, filters and what the room shows, and how much was shown. */
const viewShape = { name, address: z.string().regex(/^#\//).max(4000), level: z.enum(['essential', 'full']).nullable() };
/** An event: `fromMs` the start of its first day, `toMs` the end of its last one; null where it was a single day. */
const eventShape = { name, kind: z.enum(EVENT_KINDS), fromMs: day, toMs: day.nullable(), note: z.string().max(1000) };

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), messageId: count }),
  z.strictObject({ kind: z.literal('account'), accountId: count }),
  z.strictObject({ kind: z.literal('tribe'), tribeId: z.string().regex(/^\S{1,120}$/u) }),
  /** A figure is named by its definition. */
  z.strictObject({ kind: z.literal('figure'), metricId: z.string().regex(/^\S{1,120}$/u) }),
]);

/** What people write beside the data: views to come back to, events on the time line, notes and tags. Kept by content, so that they outlast imports. */
export const noteOperations = {
  /** Views in order of their names. */
  'views.list': { kind: 'read', input: z.strictObject({}), output: z.object({ views: z.array(z.object({ id: z.string(), ...viewShape, changedMs: count })) }) },
  /** Keeps a view, or changes the one of this `id`; another of the same name is only written over when `replace` says so. */
  'views.save': { kind: 'command', input: z.strictObject({ id: id.optional(), ...viewShape, replace: z.boolean().default(false) }), output: z.object({ id: z.string() }) },
  'views.remove': { kind: 'command', input: z.strictObject({ id }), output: z.object({ removed: z.boolean() }) },
  /** Events, the earliest first. */
  'events.list': { kind: 'read', input: z.strictObject({}), output: z.object({ events: z.array(z.object({ id: z.string(), ...eventShape })) }) },
  'events.save': { kind: 'command', input: z.strictObject({ id: id.optional(), ...eventShape }), output: z.object({ id: z.string() }) },
  'events.remove': { kind: 'command', input: z.strictObject({ id }), output: z.object({ removed: z.boolean() }) },
  /** What is written of some messages, or an account, a tribe, a figure; without an answer where nothing is. */
  'notes.of': {
    kind: 'read',
    input: z.strictObject({ messageIds: z.array(count).max(500).optional(), accountId: count.optional(), tribeId: z.string().max(120).optional(), metricId: z.string().max(120).optional() }),
    output: z.object({ notes: z.array(z.object({ messageId: count.nullable(), text: z.string(), tags, inReport: z.boolean(), changedMs: count })) }),
  },
  /** All notes, the latest first; `tags` counts every tag of the project. */
  'notes.list': {
    kind: 'read',
    input: z.strictObject({ tag: tag.optional(), kind: z.enum(NOTE_SUBJECTS).optional(), ...pageShape }),
    output: z.object({
      total: count, tags: z.array(z.object({ tag: z.string(), count })),
      notes: z.array(z.object({
        kind: z.enum(NOTE_SUBJECTS), text: z.string(), tags, inReport: z.boolean(), changedMs: count,
        /** What it stands on, as the data know it now: null ids where it is not in the data. `about` is the beginning of a message, or a name; empty for a figure, which its definition names. */
        messageId: count.nullable(), accountId: count.nullable(), tribeId: z.string().nullable(), metricId: z.string().nullable(), about: z.string(), network: z.string(),
      })),
    }),
  },
  /** Writes the note of one thing; an empty note without tags is taken away. `inReport`: it stands in the appendix of reports; left out, it stays as it was. */
  'notes.save': { kind: 'command', input: z.strictObject({ subject, text: z.string().max(4000), tags, inReport: z.boolean().optional() }), output: z.object({ changed: z.boolean() }) },
  /**
   * Notes that are wanted in the appendix of a report, in the order they were written. For a client they hold no names of people
   * in the data, no contacts and no longer numbers (each is `…`), and say of a message or a person only that it is one.
   */
  'notes.forReport': {
    kind: 'read',
    input: z.strictObject({ audience: z.enum(REPORT_AUDIENCES).default('client'), language: z.enum(['it', 'en']).default('it') }),
    output: z.object({ notes: z.array(z.object({ kind: z.enum(NOTE_SUBJECTS), /** Name of a tribe or figure, and of a person for an analyst; else empty. */ about: z.string(), text: z.string() })), /** Notes in which something was masked. */ masked: count }),
  },
  /** Puts a tag on many messages or people, or takes it off, as one change. */
  'notes.tag': { kind: 'command', input: z.strictObject({ tag, messageIds: z.array(count).max(5000).optional(), accountIds: z.array(count).max(5000).optional(), on: z.boolean() }), output: z.object({ changed: count }) },
} as const;
