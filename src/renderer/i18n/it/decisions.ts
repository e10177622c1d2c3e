/** Italian words of the page on which decisions leave for another copy of the project, or come from one. */
export const decisions = {
  title: 'Decisioni da e per un’altra copia',
  question: 'Che cosa ha deciso chi lavora su un’altra copia di questo progetto?',
  back: 'Torna al piano',
  out: { title: 'Porta le decisioni altrove', text: 'Un piccolo file con ruoli, etichette, identità, esiti delle promesse, tribù, smistamenti, pesi, orari, regole di lettura, evidenze e piano. Non contiene messaggi; le frasi tenute come evidenze e ciò che è stato scritto a mano sì.', save: 'Salva il file delle decisioni', saved_zero: 'Nessuna decisione finora: il file è vuoto.', saved_one: 'Salvata {{n}} decisione.', saved_other: 'Salvate {{n}} decisioni.' },
  in: { title: 'Prendi le decisioni di un’altra copia', text: 'Prima si guarda che cosa porterebbe il file: non cambia nulla finché non lo si chiede, e un solo Annulla toglie tutto.', choose: 'Scegli un file di decisioni', from: 'Da “{{from}}”, {{date}}', leave: 'Lascia stare' },
  table: { caption: 'Che cosa porta il file', section: 'Decisioni', new: 'Nuove', same: 'Già così', conflicts: 'In conflitto', absent: 'Non applicabili qui', absentNote: 'Non applicabili qui: parlano di messaggi, profili o tribù che in questo progetto non ci sono. Si prendono rileggendo il file quando ci saranno.' },
  sections: {
    brands: 'nomi dei brand', roles: 'ruoli', identities: 'identità', duplicates: 'doppioni', labels: 'etichette', rules: 'regole di lettura', promises: 'esiti delle promesse', routes: 'smistamenti', pairs: 'proposte unite o separate', questions: 'base di conoscenza', tribes: 'tribù fatte a mano', 'tribe-edits': 'nomi e note di tribù', judgements: 'verifiche di tribù', weights: 'pesi del valore', hours: 'orari di apertura', settings: 'impostazioni', plan: 'evidenze e piano',
  },
  conflicts: { title_one: '{{n}} decisione in conflitto', title_other: '{{n}} decisioni in conflitto', text: 'Dove le due copie dicono cose diverse si sceglie; senza scelta resta ciò che c’è qui.', side: 'Quale vale: {{subject}}', mine: 'qui', theirs: 'nel file', allMine: 'Tieni tutto ciò che c’è qui', allTheirs: 'Prendi tutto dal file', field: 'Parte', message: 'Apri il messaggio', more_one: 'e in {{n}} altra parte', more_other: 'e in altre {{n}} parti', nothing: 'niente', yes: 'sì', no: 'no' },
  fields: {
    owner: 'responsabile', dueMs: 'entro', due_ms: 'entro', state: 'stato', outcome: 'esito', note: 'nota', recommendation: 'consiglio', decision: 'decisione del cliente', sentence: 'frase', name: 'nome', notes: 'note', task: 'compito', output: 'che cosa ne nasce', verdict: 'verdetto', value: 'valore', intents: 'intenzioni', acts: 'atti', sentiment: 'tono', department: 'reparto', text: 'testo', kept: 'nella base di conoscenza', together: 'insieme', hidden: 'nascosta', color: 'colore', shape: 'forma', basis: 'base dichiarata', target: 'obiettivo', document: 'documento', dateMs: 'data', from_ms: 'dal', to_ms: 'fino al', other: 'altro',
  },
  take: 'Prendi le decisioni', takeCount_zero: 'Il file non porta nulla di nuovo.', takeCount_one: 'Si prende {{n}} decisione.', takeCount_other: 'Si prendono {{n}} decisioni.',
  done_zero: 'Niente di nuovo: nulla è cambiato.', done_one: 'Presa {{n}} decisione. Annulla le toglie tutte insieme.', done_other: 'Prese {{n}} decisioni. Annulla le toglie tutte insieme.',
  refused_one: '{{n}} decisione sulle identità non può stare accanto a quelle di qui ed è rimasta fuori.', refused_other: '{{n}} decisioni sulle identità non possono stare accanto a quelle di qui e sono rimaste fuori.',
};
