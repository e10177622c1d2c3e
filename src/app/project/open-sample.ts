import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CallContext } from '../../contract/dispatch.ts';
import { mappingSchema, namedBrandSchema } from '../../contract/operations/imports.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { closeProject } from '../../store/close-project.ts';
import { createProject } from '../../store/create-project.ts';
import { storeSetting } from '../../store/stage-queries.ts';
import { analyseProject } from '../analyse/analyse-project.ts';
import type { AppContext } from '../context.ts';
import { importFiles } from '../import/import-files.ts';

const timeSchema = z.union([z.number().int(), z.string()]).transform((value) => (typeof value === 'number' ? value : Date.parse(value)));

/** What `resources/sample/manifest.json` says of the sample's files; other fields are the generator's own. */
export const sampleManifestSchema = z.object({
  /** Name of the project that is made. */
  project: z.string().min(1),
  ownBrand: namedBrandSchema.optional(),
  competitors: z.array(namedBrandSchema).optional(),
  employees: z.array(z.string()).optional(),
  partners: z.array(z.string()).optional(),
  files: z.array(z.object({ file: z.string().regex(/^[\w.-]+$/), format: z.string().optional(), collectedAt: timeSchema.optional(), timeZone: z.string().optional(), mapping: mappingSchema.optional() })).min(1),
});
export type SampleManifest = z.infer<typeof sampleManifestSchema> & { /** Changes with the manifest and the size of its files. */ readonly version: string };

/** The manifest of the sample shipped with the program; null when there is none. A damaged one throws: it is part of the product. */
export function sampleManifest(resourcesFolder: string): SampleManifest | null {
  const path = join(resourcesFolder, 'sample', 'manifest.json');
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const manifest = sampleManifestSchema.parse(JSON.parse(text));
  const hash = createHash('sha256').update(text);
  for (const { file } of manifest.files) hash.update(`${file} ${String(statSync(join(resourcesFolder, 'sample', file), { throwIfNoEntry: false })?.size ?? 0)} `);
  return { ...manifest, version: hash.digest('hex').slice(0, 12) };
}

/** Builds the analysed sample at `path` from its files, as any import would; a failure leaves no file. */
async function buildSample(context: AppContext, { manifest, path, call }: { manifest: SampleManifest; path: string; call: CallContext }): Promise<Outcome<null>> {
  const folder = join(context.resourcesFolder, 'sample');
  const files = new Map(manifest.files.map(({ file }) => [file, { path: join(folder, file), name: file }]));
  const project = createProject(path, { name: manifest.project, timeZone: manifest.files[0]?.timeZone ?? 'Europe/Rome', createdAtMs: context.now() });
  const own: AppContext = { ...context, project, file: (handle) => files.get(handle) ?? null, emit: () => undefined };
  let outcome: Outcome<unknown>;
  try {
    storeSetting(project, 'sample_version', manifest.version);
    outcome = await importFiles(own, {
      files: manifest.files.map(({ file, format, collectedAt, timeZone, mapping }) => ({ file: { fileHandle: file }, format, collectedAtMs: collectedAt, timeZone, mapping })),
      ownBrand: manifest.ownBrand, competitors: manifest.competitors, employees: manifest.employees, partners: manifest.partners,
    }, call);
    if (outcome.ok) outcome = await analyseProject(own, {}, call);
  } catch (error) {
    closeProject(project);
    rmSync(path, { force: true });
    throw error;
  }
  closeProject(project);
  if (outcome.ok) return success(null);
  rmSync(path, { force: true });
  return outcome;
}

/**
 * A copy of the sample project in the projects folder, ready to open: built once per version of the sample and of the
 * program, kept, and copied from then on. A copy that is already there is left as the person changed it. Returns its path.
 */
export async function sampleProjectPath(context: AppContext, call: CallContext): Promise<Outcome<string>> {
  const manifest = sampleManifest(context.resourcesFolder);
  if (manifest === null) return failed('not-found', 'this copy of the program has no sample project');
  const target = join(context.projectsFolder, `${manifest.project}.tribuna`);
  if (existsSync(target)) return success(target);
  const built = join(context.stateFolder, `sample-${manifest.version}-${context.version}.tribuna`.replace(/[^\w.-]/g, '_'));
  mkdirSync(context.stateFolder, { recursive: true });
  mkdirSync(context.projectsFolder, { recursive: true });
  if (!existsSync(built)) {
    const unfinished = `${built}.${String(process.pid)}.new`;
    rmSync(unfinished, { force: true });
    const outcome = await buildSample(context, { manifest, path: unfinished, call });
    if (!outcome.ok) return outcome;
    renameSync(unfinished, built);
  }
  copyFileSync(built, target);
  return success(target);
}
