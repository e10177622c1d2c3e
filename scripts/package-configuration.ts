import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { ROOT } from './run-program.ts';

/** What Electron's binary itself may do, set once in the packed product (Electron's security checklist, item 19). */
export const FUSES: NonNullable<Configuration['electronFuses']> = {
  runAsNode: false,
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** What is packed, for which systems and how. Nothing is published, and nothing in the product looks for a newer one. */
export const PACKAGES: Configuration = {
  appId: 'app.tribuna.desktop',
  productName: 'Tribuna',
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'resources' },
  files: [
    'out/**/*', 'resources/**/*', 'package.json', 'LICENSE',
    '!resources/{icons,file-icons}/**', '!resources/*.{ico,icns}', '!resources/file-icon.svg',
    '!node_modules/node-{linux,win,bin,darwin}*/**', '!node_modules/better-sqlite3/{deps,src}/**',
  ],
  // an addon is loaded by the operating system, which cannot look inside an archive
  asarUnpack: ['node_modules/better-sqlite3/**'],
  afterPack: ({ appOutDir }) => {
    // a file that the packer is told to lay beside the program would be left out of the archive, where the window reads it
    copyFileSync(join(ROOT, 'resources', 'licences.json'), join(appOutDir, 'LICENCES.tribuna.json'));
    // what a runtime opens when it is given no app stays behind where the runtime was a folder
    rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
    return Promise.resolve();
  },
  npmRebuild: false,
  // no address to look for a newer version is written into the product, and no such file beside it
  publish: null,
  generateUpdatesFilesForAllChannels: false,
  electronLanguages: ['it', 'en', 'en-GB', 'en-US'],
  fileAssociations: [{ ext: 'tribuna', name: 'Tribuna project', description: 'Tribuna project', mimeType: 'application/x-tribuna', role: 'Editor', icon: 'file-icon' }],
  linux: {
    // the tar.gz is made by scripts/linux-archive.ts, to the same bytes each time
    target: [{ target: 'AppImage' }, { target: 'deb' }],
    category: 'Office', icon: 'resources/icons', executableName: 'tribuna', maintainer: 'Tribuna', synopsis: 'Offline workbench for social data',
  },
  win: { target: [{ target: 'nsis' }, { target: 'portable' }], icon: 'resources/icon.ico', requestedExecutionLevel: 'asInvoker' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, differentialPackage: false, deleteAppDataOnUninstall: false },
  portable: { artifactName: '${productName}-${version}-${os}-${arch}-portable.${ext}' },
  mac: {
    target: [{ target: 'dmg' }, { target: 'zip' }],
    icon: 'resources/icon.icns', category: 'public.app-category.business', hardenedRuntime: true, darkModeSupport: true,
    // what the system would ask the person for is never asked for: no entry of this kind stays in the product
    extendInfo: { NSAppTransportSecurity: { NSAllowsArbitraryLoads: false }, NSCameraUsageDescription: null, NSMicrophoneUsageDescription: null, NSBluetoothAlwaysUsageDescription: null, NSBluetoothPeripheralUsageDescription: null },
  },
  dmg: { writeUpdateInfo: false },
};
