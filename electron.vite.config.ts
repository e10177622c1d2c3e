import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// the day of the build, or of what is built where that is given: the same sources then give the same bytes
const builtOn = new Date(process.env['SOURCE_DATE_EPOCH'] === undefined ? Date.now() : Number(process.env['SOURCE_DATE_EPOCH']) * 1000).toISOString().slice(0, 10);
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  main: {
    define: { TRIBUNA_BUILT_ON: JSON.stringify(builtOn) },
    build: {
      outDir: at('out/main'),
      target: 'node20',
      // its module for `import` is not marked as one, and older runtimes refuse it
      externalizeDeps: { exclude: ['pptxgenjs'] },
      rolldownOptions: {
        input: { index: at('src/main/main.ts'), 'engine-entry': at('src/engine/engine-entry.ts'), 'job-thread': at('src/engine/job-thread.ts'), 'ahead-thread': at('src/engine/ahead-thread.ts'), 'reading-thread': at('src/engine/reading-thread.ts'), 'drawing-thread': at('src/engine/drawing-thread.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // the build tool takes no other kind of target here
      target: 'node20',
      // a sandboxed preload can load neither an ES module nor a package
      externalizeDeps: false,
      rolldownOptions: { input: { index: at('src/preload/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      // fonts and icons stay files: the page policy has no need to allow inline ones
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
