import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { presentElectron } from './electron-runtime.ts';
import { FUSES } from './package-configuration.ts';
import { ROOT, runNode, runProgram } from './run-program.ts';

// `npm run package:check`: packs the product for Linux around the runtime of this machine, as an archive, and looks at what came
// out: fuses read back from the binary, what is in the archive, and whether the program stands once it is unpacked somewhere
// else. Says plainly what cannot be built or run here; ends with 1 when something that was built does not hold.
const problems: string[] = [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const expect = (holds: boolean, what: string): void => {
  say(`${holds ? 'holds ' : 'FAILED'}  ${what}`);
  if (!holds) problems.push(what);
};

if (process.platform !== 'linux') {
  say('skipped: this check is written for Linux');
  process.exit(0);
}
if (presentElectron().executable === null) {
  say("skipped: Electron's runtime is not on this machine");
  process.exit(0);
}
const packed = await runNode('scripts/package.ts', ['--only', 'tar.gz']);
expect(packed.code === 0, 'the archive for Linux was built');
if (packed.code !== 0) {
  say(packed.output.split('\n').slice(-15).join('\n'));
  process.exit(1);
}
const dist = join(ROOT, 'dist');
const folder = join(dist, 'linux-unpacked');
const archive = readdirSync(dist).find((name) => name.endsWith('.tar.gz'));

// 1. what the binary may do
const wire = await getCurrentFuseWire(join(folder, 'tribuna')) as unknown as Readonly<Record<number, number>>;
const isOn = (fuse: FuseV1Options): boolean => String.fromCharCode(wire[fuse] ?? 48) === '1';
const WANTED: readonly (readonly [keyof typeof FUSES, FuseV1Options])[] = [
  ['runAsNode', FuseV1Options.RunAsNode], ['enableCookieEncryption', FuseV1Options.EnableCookieEncryption], ['enableNodeOptionsEnvironmentVariable', FuseV1Options.EnableNodeOptionsEnvironmentVariable],
  ['enableNodeCliInspectArguments', FuseV1Options.EnableNodeCliInspectArguments], ['enableEmbeddedAsarIntegrityValidation', FuseV1Options.EnableEmbeddedAsarIntegrityValidation], ['onlyLoadAppFromAsar', FuseV1Options.OnlyLoadAppFromAsar],
  ['loadBrowserProcessSpecificV8Snapshot', FuseV1Options.LoadBrowserProcessSpecificV8Snapshot], ['grantFileProtocolExtraPrivileges', FuseV1Options.GrantFileProtocolExtraPrivileges],
];
for (const [name, fuse] of WANTED) expect(isOn(fuse) === FUSES[name], `fuse ${name} is ${FUSES[name] === true ? 'on' : 'off'}`);

// 2. what is in it
const asar = join(folder, 'resources', 'app.asar');
const names = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
expect(names.includes('/out/main/index.js') && names.includes('/out/renderer/index.html') && names.includes('/resources/licences.json'), 'the product is in the archive');
const strangers = names.filter((name) => /^\/(src|tests|docs|scripts|\.ci)\//.test(name) || (/\.tsx?$/.test(name) && !name.startsWith('/node_modules/')) || /node_modules\/(electron|vitest|playwright|eslint|typescript-eslint|node-linux)/.test(name));
expect(strangers.length === 0, `no source, test or tool is in the archive${strangers.length === 0 ? '' : ` (${strangers.slice(0, 3).join(', ')})`}`);
expect(existsSync(join(folder, 'resources', 'app.asar.unpacked', 'node_modules', 'better-sqlite3')), 'the database addon lies beside the archive');
expect(existsSync(join(folder, 'LICENCES.tribuna.json')) && existsSync(join(folder, 'LICENSES.chromium.html')), 'licences lie beside the program');
expect(!existsSync(join(folder, 'resources', 'app-update.yml')) && !readdirSync(dist).some((name) => /^latest.*\.yml$/.test(name)), 'nothing names a place for updates');
expect(!existsSync(join(folder, 'resources', 'default_app.asar')), 'no other app is in it');

// 3. whether it stands, unpacked somewhere else
const place = mkdtempSync(join(tmpdir(), 'tribuna-packed-'));
const unpacked = archive === undefined ? { code: 1, output: '' } : await runProgram('tar', ['-xzf', join(dist, archive), '-C', place]);
const inside = readdirSync(place)[0];
expect(unpacked.code === 0 && inside !== undefined, 'the archive unpacks');
if (inside !== undefined) {
  const program = join(place, inside, 'tribuna');
  const environment = { HOME: place, ELECTRON_OVERRIDE_DIST_PATH: undefined, XDG_CONFIG_HOME: join(place, 'config') };
  const asNode = await runProgram(program, ['-e', "console.log('ran as ' + 'Node')"], { env: { ...environment, ELECTRON_RUN_AS_NODE: '1', DISPLAY: undefined }, timeoutMs: 8000 });
  expect(!asNode.output.includes('ran as Node'), 'the program cannot be made to run as Node');
  if (process.env['DISPLAY'] === undefined) say('skipped  the self-test: there is no display (xvfb-run gives one)');
  else {
    const test = await runProgram(program, ['--self-test', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(place, 'state')}`], { env: { ...environment, NODE_OPTIONS: "--import=data:text/javascript,process.stdout.write('options')" }, timeoutMs: 90_000 });
    expect(test.code === 0 && test.output.includes('self-test passed'), `the self-test passes${test.code === 0 ? '' : ` (${test.output.trim().split('\n').at(-1) ?? ''})`}`);
    expect(!test.output.includes('options'), 'NODE_OPTIONS are not heard');
  }
}
rmSync(place, { recursive: true, force: true });
say('not built here: AppImage and deb (their tools are downloaded), installers for Windows and macOS (each on its own system)');
say(`\n${String(problems.length)} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
