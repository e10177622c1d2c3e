import type { definitions as italian } from '../it/definitions.ts';
import type { SameKeys } from '../../../domain/wording/same-keys.ts';

/** Words of the definition card. */
export const definitions = {
  title: 'Definition',
  formula: 'Formula',
  unit: 'Unit',
  source: 'Source',
  limits: 'Limits',
  version: 'version {{version}}',
  notFound: 'This measure has no written definition yet.',
  context: 'How it is computed now',
  filters: 'Filters',
  noFilters: 'no filter',
  window: 'Window of the data',
  glossary: { title: 'Definitions', command: 'Definitions', search: 'Search the definitions', nothing: 'No definition matches', all: 'All definitions', count_one: '{{n}} measure', count_other: '{{n}} measures' },
} as const satisfies SameKeys<typeof italian>;
