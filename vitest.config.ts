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
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
