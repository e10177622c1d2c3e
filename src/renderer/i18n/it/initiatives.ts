import { initiativeWords } from '../../../domain/wording/it/initiative-words.ts';

/** Italian words of initiatives. */
export const initiatives = {
  ...initiativeWords,
  title_zero: 'Nessuna iniziativa scritta finora',
  title_one: '{{n}} iniziativa',
  title_other: '{{n}} iniziative',
  subtitle: 'Una campagna, un concorso o un servizio con una data d’inizio e una di fine. Il bilancio dice che cosa è successo prima, durante e dopo; non perché.',
  add: 'Aggiungi un’iniziativa', edit: 'Modifica', remove: 'Rimuovi', open: 'Apri il bilancio di “{{name}}”', editNamed: 'Modifica “{{name}}”', removeNamed: 'Rimuovi “{{name}}”',
  kinds: { campaign: 'campagna', contest: 'concorso', service: 'servizio' },
  span: '{{from}} – {{to}}',
  dialog: {
    add: 'Nuova iniziativa', edit: 'Modifica l’iniziativa', name: 'Nome', kind: 'Tipo', from: 'Primo giorno', to: 'Ultimo giorno', aim: 'Scopo, in parole', prediction: 'Previsione (un’ipotesi registrata)', noPrediction: 'nessuna',
    posts: 'I post che la portano', containers: 'Di una pagina', anyContainer: 'nessuna scelta per pagina', words: 'Con queste parole', wordsHint: 'I post dei giorni dell’iniziativa nella pagina scelta, con le parole scritte; più quelli scelti a mano, anche di prima. Senza post il bilancio guarda tutto il canale e non dice chi è arrivato con l’iniziativa.',
    chosen_one: '{{n}} post scelto', chosen_other: '{{n}} post scelti', byRule: 'per regola', untitled: 'senza testo', save: 'Salva', cancel: 'Annulla', wrongDays: 'L’ultimo giorno non può venire prima del primo.', needs: 'Servono un nome, il primo e l’ultimo giorno.', noPosts: 'Nessun post del brand in questi giorni.',
  },
  account: {
    lead: 'Bilancio di “{{name}}”', subtitle: '{{kind}} dal {{from}} al {{to}}. {{posts}}', aim: 'Scopo: {{aim}}',
    posts_zero: 'Nessun post scelto: si guarda tutto il canale.', posts_one: '{{n}} post la porta.', posts_other: '{{n}} post la portano.', missing_one: '{{n}} post scelto a mano non è nei dati.', missing_other: '{{n}} post scelti a mano non sono nei dati.',
    paceLabel: 'Messaggi al giorno dall’inizio', underPosts: 'sotto i suoi post', all: 'di tutto il canale', day: 'Giorno', messages: 'Messaggi', messagesOn_one: '{{n}} messaggio', messagesOn_other: '{{n}} messaggi', few: 'troppo pochi messaggi dal picco in poi ({{n}})', during: 'durante l’iniziativa', later: 'dopo',
    openPosts: 'Apri i post', openMessages: 'Apri i messaggi', peak: 'Picco: {{date}}, {{n}} messaggi.', base: 'Prima: {{n}} messaggi al giorno in media.',
  },
  windows: { title: 'Prima, durante, dopo', subtitle: 'Tre periodi lunghi uguale: {{days}} giorni ciascuno.', measure: 'Misura', before: 'Prima', during: 'Durante', after: 'Dopo', usual: 'Di solito', verdictDuring: 'Durante, contro il solito o il prima', verdictAfter: 'Dopo', part: 'i dati non lo tengono intero', outside: 'fuori dai dati', openDuring: 'Apri i messaggi scritti durante “{{name}}”',
    short_one: 'I dati tengono {{n}} periodo di questa lunghezza prima dell’inizio: ne servono {{least}} per dire che cosa è solito.', short_other: 'I dati tengono {{n}} periodi di questa lunghezza prima dell’inizio: ne servono {{least}} per dire che cosa è solito.', base: 'Di solito: dai {{n}} periodi di questa lunghezza prima dell’inizio.' },
  amounts: { people: 'Persone', 'new-people': 'Persone nuove', requests: 'Richieste', created: 'Punti creati', consumed: 'Punti ricevuti' },
  shares: { 'answered-day': 'Risposte entro un giorno', negative: 'Messaggi negativi', positive: 'Messaggi positivi' },
  verdicts: { above: 'più del solito', below: 'meno del solito', usual: 'come al solito', short: 'non si può dire', more: 'più di prima', less: 'meno di prima', unclear: 'non si distingue da prima', few: 'troppo pochi casi' },
  between: 'tra {{low}} e {{high}}', inHundred: '{{share}} su 100', ofN: '{{k}} di {{n}}', interval: '{{value}} (tra {{low}} e {{high}})', none: '–',
  stayed: { title: 'Chi è rimasto', subtitle: '{{withIt}} persone nuove sono arrivate con l’iniziativa, {{otherwise}} altrimenti negli stessi giorni.', noPosts: 'Senza post scelti non si può dire chi è arrivato con l’iniziativa.', after: 'Scrive ancora', days: 'dopo {{n}} giorni', withIt: 'Arrivati con l’iniziativa', otherwise: 'Arrivati altrimenti', difference: 'Differenza', few: 'troppo pochi ({{n}})', notWatched: 'non ancora osservati', signed: '{{share}} su 100 (tra {{low}} e {{high}})' },
} as const;
