import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, Platform } from 'electron-builder';
import { buildWorkbench } from './build-workbench.ts';
import { presentElectron } from './electron-runtime.ts';
import { linuxArchive } from './linux-archive.ts';
import { FUSES, PACKAGES } from './package-configuration.ts';
import { ROOT } from './run-program.ts';

// `npm run package`: the installable product for this machine's system, in dist/. `--dir` stops at the unpacked folder, `--only
// tar.gz` makes that kind alone; `--without-runtime` packs around an empty runtime, so that what is packed can be inspected on a
// machine without one. A runtime that ELECTRON_OVERRIDE_DIST_PATH names is packed in the place of Electron's own download.
const { values } = parseArgs({ options: { dir: { type: 'boolean' }, only: { type: 'string' }, 'without-runtime': { type: 'boolean' } } });
const isEmpty = values['without-runtime'] === true;
const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];

if (!(await buildWorkbench())) process.exit(1);
if (!isEmpty && presentElectron().executable === null) process.stdout.write("Electron's runtime is not here: it is downloaded now\n");
const isArchive = values.only === 'tar.gz';
const target = values.dir === true || isEmpty || isArchive ? 'dir' : (values.only ?? null);
const dist = isEmpty ? emptyRuntime() : override;
const outputs = await build({ targets: Platform.current().createTarget(target), config: { ...PACKAGES, ...(dist === undefined ? {} : { electronDist: dist }), ...(isEmpty ? {} : { electronFuses: FUSES }) }, projectDir: ROOT, publish: 'never' });
for (const output of outputs) process.stdout.write(`${output}\n`);
if (process.platform === 'linux' && !isEmpty && values.dir !== true && (isArchive || values.only === undefined)) {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const archive = `Tribuna-${version}-linux-${process.arch}.tar.gz`;
  const { code, output } = await linuxArchive(join(ROOT, 'dist', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`), { archive: join(ROOT, 'dist', archive), name: `Tribuna-${version}`, epochSeconds: Number(process.env['SOURCE_DATE_EPOCH'] ?? Math.floor(Date.now() / 1000)) });
  process.stdout.write(code === 0 ? `dist/${archive}\n` : output);
  if (code !== 0) process.exit(1);
}
process.stdout.write('packed into dist/\n');

/** A folder that looks like a runtime to the packer: an empty program, a version, a place for the archive. */
function emptyRuntime(): string {
  const folder = join(ROOT, '.cache', 'empty-runtime');
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const name of ['electron', 'version', 'LICENSE', 'LICENSES.chromium.html']) {
    if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), '');
  }
  cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'), { force: true });
  return folder;
}
