/** Words of the definition card. */
export const definitions = {
  title: 'Definizione',
  formula: 'Formula',
  unit: 'Unità',
  source: 'Fonte',
  limits: 'Limiti',
  version: 'versione {{version}}',
  notFound: 'Questa misura non ha ancora una definizione scritta.',
  context: 'Come è calcolata ora',
  filters: 'Filtri',
  noFilters: 'nessun filtro',
  window: 'Periodo dei dati',
  glossary: { title: 'Definizioni', command: 'Definizioni', search: 'Cerca fra le definizioni', nothing: 'Nessuna definizione corrisponde', all: 'Tutte le definizioni', count_one: '{{n}} misura', count_other: '{{n}} misure' },
} as const;
