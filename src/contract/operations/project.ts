import { z } from 'zod';
import { WEEK_STARTS } from '../../domain/model/week-start.ts';
import { pageShape } from '../selection.ts';

/** A file that a host has already taken in charge. The renderer holds File objects and never sees a path. */
export const fileHandleSchema = z.strictObject({ fileHandle: z.string() });
export type FileHandle = z.infer<typeof fileHandleSchema>;

const brandSchema = z.object({ id: z.number().int(), name: z.string(), own: z.boolean(), accounts: z.array(z.string()), containers: z.array(z.string()) });

/** The open project at a glance. */
export const projectSummarySchema = z.object({
  name: z.string(),
  /** Where the file is, for people: a file name, never a full path. */
  fileName: z.string(),
  messages: z.number().int(),
  accounts: z.number().int(),
  dataVersion: z.number().int(),
  /** True when every derived result is up to date with the data. */
  analysed: z.boolean(),
  readOnly: z.boolean(),
  /** `wal`, or `delete` on a network or synchronised folder. */
  journalMode: z.string(),
  timeZone: z.string(),
  /** ISO weekday on which weeks begin. */
  weekStart: z.literal(WEEK_STARTS),
  /** From how many people and cases on figures are told. */
  floors: z.object({ people: z.number().int(), cases: z.number().int() }),
  brands: z.array(brandSchema),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});
export type ProjectSummary = z.infer<typeof projectSummarySchema>;

/** A project opened before; its path stays in the engine. */
export const recentProjectSchema = z.object({ id: z.string(), name: z.string(), openedAtMs: z.number(), messages: z.number().int(), available: z.boolean() });

/** Choices of the person at work that hold for every project on a machine; what was never chosen is left out. */
export const windowPreferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  language: z.enum(['it', 'en']).optional(),
  level: z.enum(['essential', 'full']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  csv: z.enum(['language', 'semicolon', 'comma']).optional(),
});
export type WindowPreferences = z.infer<typeof windowPreferencesSchema>;

/** Opening and closing projects, brands, undo, jobs and what the host can do. */
export const projectOperations = {
  'app.state': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({
      version: z.string(),
      host: z.enum(['electron', 'browser', 'terminal']),
      /** `dialogs`: the host can show open and save dialogs; otherwise projects live in one folder and exports are downloads. */
      capabilities: z.object({ dialogs: z.boolean(), pdf: z.boolean() }),
      project: projectSummarySchema.nullable(),
      recent: z.array(recentProjectSchema),
    }),
  },
  'app.preferences': { kind: 'read', input: z.strictObject({}), output: windowPreferencesSchema },
  /** Keeps choices beside those kept before; no part of a project, so undo does not know them. */
  'app.setPreferences': { kind: 'command', input: windowPreferencesSchema, output: windowPreferencesSchema },
  'project.create': { kind: 'command', input: z.strictObject({ name: z.string().min(1).max(120), file: fileHandleSchema.optional() }), output: projectSummarySchema },
  'project.open': { kind: 'command', input: z.strictObject({ file: fileHandleSchema.optional(), recentId: z.string().optional() }), output: projectSummarySchema },
  'project.openSample': { kind: 'job', input: z.strictObject({ jobId: z.string().optional() }), output: projectSummarySchema },
  /**
   * Writes the open project, whole, as another file: at `file`, or under `name` where new projects go. `replace`: a project that stands
   * there may be replaced and becomes a copy of the new one; without it such a place is refused with an issue of the path `replace`.
   * `open`: the copy is the open project afterwards. The copy takes `name`, or that of its file. `bytes`: its size. `from`: in place of
   * the open project one that does not open where it lies, because it would have to be written there; its copy is always opened.
   */
  'project.saveCopy': {
    kind: 'job',
    input: z.strictObject({ name: z.string().trim().min(1).max(120).optional(), file: fileHandleSchema.optional(), replace: z.boolean().optional(), open: z.boolean().optional(), from: z.strictObject({ recentId: z.string().max(100).optional(), file: fileHandleSchema.optional() }).optional(), jobId: z.string().optional() }),
    output: z.object({ name: z.string(), fileName: z.string(), bytes: z.number().int(), opened: z.boolean(), recentId: z.string() }),
  },
  'project.close': { kind: 'command', input: z.strictObject({}), output: z.object({ closed: z.boolean() }) },
  'project.summary': { kind: 'read', input: z.strictObject({}), output: projectSummarySchema },
  'project.check': { kind: 'read', input: z.strictObject({}), output: z.object({ intact: z.boolean(), problems: z.array(z.string()) }) },
  'brand.assign': {
    kind: 'command',
    /** Names accounts (handle, name or native id) that speak for a brand; creates the brand when it is new. */
    input: z.strictObject({ name: z.string().min(1), own: z.boolean(), accounts: z.array(z.string()), containers: z.array(z.string()).optional() }),
    output: projectSummarySchema,
  },
  /** Accounts that their source calls a firm's and that speak for no brand of the project, the one that writes most first; at most 100 of `total`. */
  'brand.desks': {
    kind: 'read', input: z.strictObject({}),
    output: z.object({ total: z.number().int(), desks: z.array(z.object({ accountId: z.number().int(), name: z.string(), network: z.string(), messages: z.number().int() })) }),
  },
  /** Gives each of them, or those of these accounts, a brand of its own, beside the project's. Until then they count among no people; `roles.decide` says that one is a person (no voice of any brand). */
  'brand.claimDesks': { kind: 'command', input: z.strictObject({ accountIds: z.array(z.number().int().positive()).min(1).max(5000).optional() }), output: projectSummarySchema },
  'history.undo': { kind: 'command', input: z.strictObject({}), output: projectSummarySchema },
  'history.redo': { kind: 'command', input: z.strictObject({}), output: projectSummarySchema },
  /** What was changed, the latest first; what is undone stands above what is done, until something else is changed. */
  'history.list': {
    kind: 'read', input: z.strictObject({ ...pageShape }),
    output: z.object({ total: z.number().int(), entries: z.array(z.object({ id: z.number().int(), label: z.string(), atMs: z.number().int(), undone: z.boolean() })) }),
  },
  /** Undoes or repeats one change after the other, until this one is undone or done; stops where one cannot be, with what was reached kept. */
  'history.go': { kind: 'command', input: z.strictObject({ id: z.number().int(), done: z.boolean() }), output: projectSummarySchema },
  'job.cancel': { kind: 'control', input: z.strictObject({ jobId: z.string() }), output: z.object({ cancelled: z.boolean() }) },
  /** Answered by the host, not the engine: shows a dialog where there is one. `replace`: the dialog asked whether what stands there may be replaced, or nothing does. */
  'host.chooseProject': {
    kind: 'host', input: z.strictObject({ purpose: z.enum(['open', 'create', 'copy']), suggestedName: z.string().optional() }),
    output: z.object({ file: fileHandleSchema.nullable(), name: z.string().nullable(), replace: z.boolean() }),
  },
} as const;
