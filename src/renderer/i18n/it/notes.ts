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
    open: 'Nota ed etichette libere', text: 'Nota', tags: 'Etichette libere', tagsHint: 'Separate da virgole', save: 'Salva', cancel: 'Lascia', card: 'Nota ed etichette libere', empty: 'Nessuna nota su questa persona.', write: 'Scrivi una nota',
    inReport: 'Nell’appendice dei report', isInReport: 'Sta nell’appendice dei report; per un cliente senza nomi, contatti e numeri lunghi.', emptyTribe: 'Nessuna nota su questa tribù.', emptyFigure: 'Nessuna nota su questa misura.',
    changed: 'modificata il {{date}}',
  },
  list: {
    title: 'Note ed etichette libere', command: 'Note ed etichette libere', none: 'Nessuna nota. Si scrivono su un messaggio (tasto N) e sulla pagina di una persona; restano anche quando i dati si importano di nuovo.', all: 'Tutte', tagged_one: '{{tag}}, {{n}}', tagged_other: '{{tag}}, {{n}}',
    total_one: '{{n}} nota', total_other: '{{n}} note', gone: 'non è più nei dati', message: 'Messaggio', account: 'Persona', tribe: 'Tribù', figure: 'Misura', openTribe: 'Apri la tribù', openFigure: 'Apri la definizione', openMessage: 'Apri il messaggio', openAccount: 'Apri la persona', filter: 'Etichetta libera', messages: 'Apri i messaggi con questa etichetta',
  },
  bulk: {
    chosen_one: '{{n}} messaggio scelto', chosen_other: '{{n}} messaggi scelti', choose: 'Scegli il messaggio', leave: 'Lascia la scelta', tag: 'Etichetta libera', add: 'Aggiungi', take: 'Togli', intent: 'Intenzione', set: 'Correggi', done_one: '{{n}} cambiato', done_other: '{{n}} cambiati', tools: 'Sui messaggi scelti', 
  },
  events: {
    title: 'Eventi', open: 'Eventi', none: 'Campagne, rincari, guasti: ciò che è accaduto intorno al brand. Si vede in ogni andamento e sta accanto ai cambi di livello, senza dirne la causa.',
    name: 'Nome', kind: 'Che cosa', from: 'Dal', to: 'Al', add: 'Aggiungi evento', save: 'Salva', edit: 'Modifica {{name}}', remove: 'Togli {{name}}', cancel: 'Lascia', needs: 'Servono un nome e un primo giorno.', order: 'L’ultimo giorno viene prima del primo.',
    kinds: { campaign: 'campagna', contest: 'concorso', launch: 'lancio', price: 'prezzo', outage: 'guasto', crisis: 'crisi', other: 'altro' },
    near_one: 'Vicino, per data e non per prova: {{list}}.', near_other: 'Vicini, per data e non per prova: {{list}}.', nearItem: '{{name}} ({{when}})', on: 'il {{date}}', span: '{{from}} – {{to}}', marks: 'Eventi: {{list}}',
  },
  backups: {
    title: 'Copie di sicurezza', command: 'Copie di sicurezza', note: 'Ogni quarto d’ora in cui il progetto cambia se ne fa una copia, accanto al file: tre di oggi, una per giorno prima, dieci in tutto. Tornare a una copia tiene da parte ciò che c’era.', none: 'Nessuna copia ancora.', make: 'Fai una copia ora', making: 'Copia in corso', restore: 'Torna a questa copia', restoreLabel: 'Torna a questa copia: {{date}}',
    sure: 'Il progetto torna com’era il {{date}}; com’è adesso resta in elenco, da cui si può riprendere.', yes: 'Torna', no: 'Lascia', replaced: 'messa da parte quando un altro file ne ha preso il posto', broken: '«{{name}}» non si apre: da dove riprendere',
  },
  tour: {
    title: 'Giro dell’esempio', command: 'Giro in sei passi', step: 'Passo {{at}} di {{of}}', back: 'Indietro', next: 'Avanti', finish: 'Fine', end: 'Chiudi il giro',
    stops: {
      emerges: { title: 'Che cosa emerge', text: 'La sintesi dice in una frase ciò che conta, con i casi su cui poggia. Dove i dati non bastano, lo dice. Una frase si tiene con la puntina o con il tasto F.' },
      behind: { title: 'Dietro ogni numero', text: 'Ogni segno e ogni numero apre i messaggi che lo formano, e la sua definizione. Qui si leggono tutti: E spiega un’etichetta, C la corregge, N scrive una nota.' },
      waits: { title: 'Chi aspetta', text: 'Il silenzio è un dato: le curve contano anche chi non ha avuto risposta. Prima di ogni cifra, la copertura dice se le risposte del brand sono nei dati.' },
      tribes: { title: 'Le tribù', text: 'Le persone intorno al brand per valore creato e ricevuto, ruoli, interessi e conversazioni. Un riquadro o un lazo sulla mappa diventa una tribù propria.' },
      decide: { title: 'Dal dato alla decisione', text: 'Le evidenze tenute diventano decisioni con un responsabile e una data; ogni tribù ha la sua scheda, e un simulatore prova che cosa cambierebbe.' },
      deck: { title: 'Presentare', text: 'Il report si scrive da sé, si corregge a parole e si esporta in PowerPoint, PDF, HTML ed Excel. Di norma è per il cliente: nessuno vi si riconosce.' },
    },
  },
} as const;
