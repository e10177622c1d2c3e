/** What stored codes are called in Italian. */
export const codes = {
  intent: { information: 'domanda', trouble: 'problema', idea: 'proposta', purchase: 'interesse d’acquisto', praise: 'complimento', recommendation: 'consiglio ad altri', help: 'aiuto dato ad altri', decision: 'chiede un parere', contest: 'concorso', other: 'altro' },
  act: { answer: 'risposta', care: 'presa in carico', ask: 'domanda al pubblico', acknowledge: 'idea raccolta', promise: 'promessa', deflect: 'rimando in privato', template: 'risposta fotocopia', promotion: 'promozione', content: 'contenuto', personal: 'messaggio personale' },
  sentiment: { negative: 'negativo', neutral: 'neutro', positive: 'positivo' },
  role: { voice: 'parla per il brand', employee: 'dipendente', partner: 'partner', customer: 'cliente', prospect: 'possibile cliente', talent: 'possibile collega', investor: 'investitore', press: 'stampa', interested: 'interessato', bot: 'automatico', unknown: 'ruolo non noto' },
  kind: { post: 'post', comment: 'commento', reply: 'risposta', review: 'recensione', ticket: 'ticket', message: 'messaggio' },
  outcome: { public: 'risposta pubblica', private: 'rimando in privato', nod: 'cenno', silence: 'silenzio' },
  replies: { present: 'risposte presenti', partly: 'risposte in parte', absent: 'risposte assenti' },
  zone: { 'gives-more': 'dà di più', even: 'alla pari', 'receives-more': 'riceve di più', 'little-active': 'poco attivi', few: 'troppo pochi casi' },
  rejection: { 'missing-id': 'manca l’identificativo', 'missing-time': 'manca la data', 'unreadable-time': 'data non leggibile', 'wrong-column-count': 'numero di colonne diverso dall’intestazione', 'broken-quote': 'virgolette non chiuse', 'line-too-long': 'riga troppo lunga', 'not-a-message': 'non è un messaggio', 'empty-row': 'riga vuota', 'broken-json': 'JSON non valido', 'too-deep': 'annidato troppo in profondità', 'error-row': 'riga d’errore dello strumento', deleted: 'messaggio eliminato', withheld: 'messaggio non mostrato dalla piattaforma', 'unreadable-part': 'file dell’archivio non leggibile' },
  grouping: { none: 'tutte insieme', intent: 'intenzione', network: 'rete', container: 'pagina o canale', tribe: 'tribù', hour: 'ora d’arrivo', weekday: 'giorno della settimana' },
  lens: { value: 'per valore', roles: 'per ruolo', interests: 'd’interesse', communities: 'comunità di conversazione' },
} as const;
