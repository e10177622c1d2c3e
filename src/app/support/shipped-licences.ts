import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const listSchema = z.object({ packages: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string().nullable(), text: z.number().int().nullable() })), texts: z.array(z.string()) });

/** What ships with the program, by name, and under which licence. */
export type ShippedLicences = z.infer<typeof listSchema>;

/** The list that `npm run licences` wrote. Throws what the file system throws, and what zod throws for a list that is none. */
export function shippedLicences(resourcesFolder: string): ShippedLicences {
  return listSchema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'licences.json'), 'utf8')));
}
