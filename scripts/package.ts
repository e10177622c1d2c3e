import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, Platform, type Configuration } from 'electron-builder';
import { buildWorkbench } from './build-workbench.ts';
import { presentElectron } from './electron-runtime.ts';
import { ROOT } from './run-program.ts';

// `npm run package`: the installable product for this machine's system, in dist/. `--dir` stops at the unpacked folder;
// `--without-runtime` packs around an empty runtime, so that what is packed can be inspected on a machine without one.
const { values } = parseArgs({ options: { dir: { type: 'boolean' }, 'without-runtime': { type: 'boolean' } } });

/** What Electron's binary itself may do, set once in the packed product. */
const FUSES: NonNullable<Configuration['electronFuses']> = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

const configuration: Configuration = {
  appId: 'app.tribuna.desktop',
  productName: 'Tribuna',
  directories: { output: 'dist', buildResources: 'resources' },
  files: ['out/**/*', 'resources/**/*', 'package.json', '!node_modules/node-{linux,win,bin,darwin}*/**', '!node_modules/better-sqlite3/{deps,src}/**'],
  // an addon is loaded by the operating system, which cannot look inside an archive
  asarUnpack: ['node_modules/better-sqlite3/**'],
  npmRebuild: false,
  publish: null,
  fileAssociations: [{ ext: 'tribuna', name: 'Tribuna project', role: 'Editor' }],
  linux: { target: ['AppImage'], category: 'Office', icon: 'resources/icon.png' },
  win: { target: ['nsis'], icon: 'resources/icon.png' },
  mac: { target: ['dmg'], icon: 'resources/icon.png', category: 'public.app-category.business' },
  ...(values['without-runtime'] === true ? { electronDist: emptyRuntime() } : { electronFuses: FUSES }),
};

if (!(await buildWorkbench())) process.exit(1);
if (values['without-runtime'] !== true && presentElectron().executable === null) process.stdout.write("Electron's runtime is not here: it is downloaded now\n");
const outputs = await build({ targets: Platform.current().createTarget(values.dir === true || values['without-runtime'] === true ? 'dir' : null), config: configuration, projectDir: ROOT });
for (const output of outputs) process.stdout.write(`${output}\n`);
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
