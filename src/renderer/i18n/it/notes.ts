/** Words of what people write beside the data: views, events, notes and tags, history. */
export const notes = {
  views: {
    title: 'Viste', open: 'Viste tenute', none: 'Una vista tiene sezione, filtri e ciò che la pagina mostra, per ritrovarli con un nome.', name: 'Nome della vista', keep: 'Tieni questa vista', replace: 'Sostituisci «{{name}}»',
    remove: 'Togli la vista {{name}}', here: 'è questa', command: 'Tieni la vista', goTo: 'Vista: {{name}}', where: '{{room}} · {{filters}}', noFilters: 'senza filtri', filters_one: '{{n}} filtro', filters_other: '{{n}} filtri',
  },
  history: {
    title: 'Cronologia delle modifiche', command: 'Cronologia delle modifiche', none: 'Nessuna modifica in questo progetto.', note: 'La più recente in alto. Tornare a un punto annulla ciò che sta sopra; finché non si cambia altro, si può ripetere.',
    undone: 'annullata', back: 'Torna a prima', forward: 'Ripeti fin qui', backLabel: 'Torna a prima di: {{what}}', forwardLabel: 'Ripeti fin qui: {{what}}', unknown: 'modifica',
  },
  note: {
    open: 'Nota ed etichette libere', text: 'Nota', tags: 'Etichette libere', tagsHint: 'Separate da virgole', save: 'Salva', cancel: 'Lascia', remove: 'Togli la nota', title: 'Nota', card: 'Nota ed etichette libere', empty: 'Nessuna nota su questa persona.', write: 'Scrivi una nota',
    changed: 'modificata il {{date}}',
  },
  list: {
    title: 'Note ed etichette libere', command: 'Note ed etichette libere', none: 'Nessuna nota. Si scrivono su un messaggio (tasto N) e sulla pagina di una persona; restano anche quando i dati si importano di nuovo.', all: 'Tutte', tagged_one: '{{tag}}, {{n}}', tagged_other: '{{tag}}, {{n}}',
    total_one: '{{n}} nota', total_other: '{{n}} note', gone: 'non è più nei dati', message: 'Messaggio', account: 'Persona', openMessage: 'Apri il messaggio', openAccount: 'Apri la persona', filter: 'Etichetta libera', messages: 'Apri i messaggi con questa etichetta',
  },
  bulk: {
    chosen_one: '{{n}} messaggio scelto', chosen_other: '{{n}} messaggi scelti', choose: 'Scegli il messaggio', leave: 'Lascia la scelta', tag: 'Etichetta libera', add: 'Aggiungi', take: 'Togli', intent: 'Intenzione', set: 'Correggi', done_one: '{{n}} cambiato', done_other: '{{n}} cambiati', tools: 'Sui messaggi scelti', people_one: '{{n}} persona scelta', people_other: '{{n}} persone scelte', choosePerson: 'Scegli {{name}}',
  },
  events: {
    title: 'Eventi', open: 'Eventi', openLong_one: 'Eventi sulla linea del tempo: {{n}}', openLong_other: 'Eventi sulla linea del tempo: {{n}}', none: 'Campagne, rincari, guasti: ciò che è accaduto intorno al brand. Si vede in ogni andamento e sta accanto ai cambi di livello, senza dirne la causa.',
    name: 'Nome', kind: 'Che cosa', from: 'Dal', to: 'Al', note: 'Nota', add: 'Aggiungi evento', save: 'Salva', edit: 'Modifica {{name}}', remove: 'Togli {{name}}', cancel: 'Lascia', needs: 'Servono un nome e un primo giorno.', order: 'L’ultimo giorno viene prima del primo.',
    kinds: { campaign: 'campagna', contest: 'concorso', launch: 'lancio', price: 'prezzo', outage: 'guasto', crisis: 'crisi', other: 'altro' },
    near_one: 'Vicino, per data e non per prova: {{list}}.', near_other: 'Vicini, per data e non per prova: {{list}}.', nearItem: '{{name}} ({{when}})', on: 'il {{date}}', span: '{{from}} – {{to}}', marks: 'Eventi: {{list}}',
  },
} as const;
