/** The graph of people in Italian. */
export const network = {
  title: 'Grafo delle persone',
  question: 'Chi parla con chi, e quali comunità ne nascono?',
  open: 'Apri il grafo delle persone',
  back: 'Tribù',
  lead: {
    found_one: 'Una comunità di conversazione, oltre quanto darebbe il caso.',
    found_other: '{{n}} comunità di conversazione, oltre quanto darebbe il caso.',
    'no-structure': 'I legami non formano comunità più di quanto farebbe il caso.',
    'few-ties': 'Solo {{share}} profili su 100 hanno un legame con un’altra persona: ne servono 20. Conviene guardare gli interessi.',
  },
  notAnalysed: 'I legami si calcolano con la prossima analisi.',
  empty: 'In questi dati nessuna persona risponde a un’altra, la menziona o la condivide.',
  graph: {
    title: 'Persone e legami',
    subtitle: '{{people}} profili disegnati su {{allPeople}}, {{ties}} legami su {{allTies}}; prima i legami più forti',
    note: 'Vicine sono le persone più legate; gli assi non dicono nulla. Forma e colore sono quelli della tribù, un bordo più grande segna le persone ponte. Un clic mostra una persona con i suoi vicini.',
    alone: 'Si vede {{name}} con {{n}} vicini.',
    everybody: 'Mostra tutti',
    noCanvas: 'Questo ambiente non disegna il grafo; la tabella accanto contiene gli stessi dati.',
    unnamed: 'profilo {{id}}',
  },
  table: { title: 'Persone con più legami', person: 'Persona', tribe: 'Comunità', ties: 'Legami', strength: 'Forza', between: 'Ponte', show: 'Mostra i vicini di {{name}}', none: 'nessuna', broker: 'persona ponte' },
  communities: { title: 'Comunità', name: 'Parole che la distinguono', unnamed: 'comunità {{number}}', size: 'Persone', certainty: 'Certezza', inside: 'Legami interni', brokers: 'Persone ponte', smaller: '{{n}} persone in comunità sotto le cinque persone; {{left}} in comunità oltre le 60 più grandi.' },
  run: {
    title: 'Come sono state trovate', modularity: 'Modularità', limit: 'limite del caso {{limit}} ({{shuffles}} rimescolamenti, mediana {{median}})', agreement: 'Accordo tra le ricerche (Rand corretto)', runs: '{{runs}} ricerche, {{rounds}} giri, seme {{seed}}', notAgreed: 'le ricerche non sono arrivate allo stesso risultato in dieci giri: vale la migliore',
    resolution: 'Risoluzione', resolutionHelp: 'Più alta: comunità più piccole.', again: 'Cerca di nuovo', running: 'Ricerca delle comunità', cancel: 'Interrompi',
  },
  export: { gexf: 'GEXF', graphml: 'GraphML' },
};
