/** True under `npm run test:long`: what takes minutes is tried in full. */
export function isLongRun(): boolean {
  return process.env['TRIBUNA_LONG_TESTS'] === '1';
}
