import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'Europe/Rome';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/{unit,integration,contract,architecture}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    env: { TZ: 'Europe/Rome' },
    pool: 'forks',
    // a test file for each processor: those that measure time compare within themselves
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
