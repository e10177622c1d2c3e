import { z } from 'zod';

/** Progress of a job. `total` is null while unknown; `remainingSeconds` is null until there is a rate to base it on. */
export const jobProgressSchema = z.object({
  type: z.literal('job-progress'),
  jobId: z.string(),
  phase: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  unit: z.enum(['bytes', 'rows', 'messages', 'steps']),
  perSecond: z.number().nullable(),
  remainingSeconds: z.number().nullable(),
});

/** The project's data changed: answers computed from an older version are stale. */
export const projectChangedSchema = z.object({ type: z.literal('project-changed'), dataVersion: z.number().int() });

/** A command chosen in a native menu; the renderer runs the same command its own buttons run. */
export const menuCommandSchema = z.object({ type: z.literal('menu-command'), command: z.string() });

/** Everything the engine or a host says without being asked. */
export const eventSchema = z.discriminatedUnion('type', [jobProgressSchema, projectChangedSchema, menuCommandSchema]);
export type TribunaEvent = z.infer<typeof eventSchema>;
export type JobProgress = z.infer<typeof jobProgressSchema>;
