import { z } from 'zod';

/** The largest document that is printed, in characters: some thousand pages. */
const LARGEST_DOCUMENT = 40_000_000;

/** What a host does for a report that is written. */
export const presentHostOperations = {
  /** Prints a document that `htmlReport` made for print as a PDF. `missing-capability` where the host has no browser to print with (`capabilities.pdf` of `app.state`). */
  'host.printPdf': { kind: 'host', input: z.strictObject({ html: z.string().min(1).max(LARGEST_DOCUMENT) }), output: z.object({ base64: z.string() }) },
} as const;
