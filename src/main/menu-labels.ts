const ITALIAN = {
  file: 'File', newProject: 'Nuovo progetto…', openProject: 'Apri…', openSample: 'Apri il progetto di esempio', importFiles: 'Importa…', saveAs: 'Salva con nome…', saveCopy: 'Salva una copia…', closeProject: 'Chiudi progetto', quit: 'Esci',
  edit: 'Modifica', undo: 'Annulla', redo: 'Ripeti', cut: 'Taglia', copy: 'Copia', paste: 'Incolla', selectAll: 'Seleziona tutto', find: 'Cerca nei messaggi', history: 'Cronologia delle modifiche…',
  view: 'Vista', overview: 'Sintesi', data: 'Dati', messages: 'Messaggi', people: 'Persone', tribes: 'Tribù', response: 'Ascolto', trust: 'Fiducia', value: 'Valore', strategy: 'Strategia', present: 'Presenta', keepView: 'Tieni la vista…', notes: 'Note ed etichette libere', definitions: 'Definizioni', palette: 'Comandi…', shortcuts: 'Scorciatoie da tastiera', preferences: 'Preferenze…', zoomIn: 'Ingrandisci', zoomOut: 'Riduci', zoomReset: 'Dimensione reale', fullScreen: 'Schermo intero', reload: 'Ricarica', developer: 'Strumenti per sviluppatori',
  help: 'Aiuto', about: 'Informazioni su Tribuna', diagnostics: 'Dati per l’assistenza…', window: 'Finestra', minimise: 'Contrai', crashTitle: 'Il motore si è fermato', crashMessage: "Il progetto su disco è come dopo l'ultima operazione conclusa. Il motore è stato riavviato.", crashReopen: 'Riapri', openFailed: 'Il progetto non si è aperto',
} as const;

/** Words of the native menu and of the one native message, by meaning. */
export type MenuLabels = Readonly<Record<keyof typeof ITALIAN, string>>;

const ENGLISH: MenuLabels = {
  file: 'File', newProject: 'New project…', openProject: 'Open…', openSample: 'Open the sample project', importFiles: 'Import…', saveAs: 'Save as…', saveCopy: 'Save a copy…', closeProject: 'Close project', quit: 'Quit',
  edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all', find: 'Search messages', history: 'History of changes…',
  view: 'View', overview: 'Overview', data: 'Data', messages: 'Messages', people: 'People', tribes: 'Tribes', response: 'Response', trust: 'Trust', value: 'Value', strategy: 'Strategy', present: 'Present', keepView: 'Keep the view…', notes: 'Notes and tags', definitions: 'Definitions', palette: 'Commands…', shortcuts: 'Keyboard shortcuts', preferences: 'Preferences…', zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomReset: 'Actual size', fullScreen: 'Full screen', reload: 'Reload', developer: 'Developer tools',
  help: 'Help', about: 'About Tribuna', diagnostics: 'Diagnostics…', window: 'Window', minimise: 'Minimise', crashTitle: 'The engine stopped', crashMessage: 'The project on disk is as after the last finished operation. The engine was started again.', crashReopen: 'Reopen', openFailed: 'The project did not open',
};

/** The menu's words in Italian for Italian systems, in English elsewhere. */
export function menuLabels(locale: string): MenuLabels {
  return locale.toLowerCase().startsWith('it') ? ITALIAN : ENGLISH;
}
