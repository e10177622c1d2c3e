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
} as const;
