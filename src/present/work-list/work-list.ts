/** One request to answer, as a work list shows it. Texts are as people wrote them. */
export interface WorkListRow {
  /** What names the message whatever the project: network, kind and the source's own number. */
  readonly key: string;
  readonly network: string;
  readonly place: string;
  readonly author: string;
  readonly link: string;
  readonly text: string;
  /** ISO day on which it was asked; null where it is not known. */
  readonly asked: string | null;
  readonly daysWaiting: number | null;
  readonly reasons: string;
  /** A first draft of an answer; empty where there is none. */
  readonly reply: string;
  readonly answered: string | null;
  readonly by: string;
  readonly note: string;
}

/** A list of requests to answer for whoever runs the page. */
export interface WorkList {
  readonly language: 'it' | 'en';
  /** ISO day on which it was made. */
  readonly day: string;
  /** ISO day by which it is to be deleted. */
  readonly expires: string;
  readonly rows: readonly WorkListRow[];
}

/** Columns of a work list in their order. Those that are filled in and come back stand before the key. */
export const WORK_LIST_COLUMNS = ['network', 'place', 'author', 'link', 'text', 'asked', 'daysWaiting', 'reasons', 'reply', 'answered', 'by', 'note', 'key'] as const;
export type WorkListColumn = (typeof WORK_LIST_COLUMNS)[number];

interface WorkListWords {
  readonly sheet: string;
  readonly mark: (expires: string) => string;
  readonly file: string;
  readonly columns: Readonly<Record<WorkListColumn, string>>;
}

/** Words of a work list, by language. A list is read back by these headings. */
export const WORK_LIST_WORDS: Readonly<Record<'it' | 'en', WorkListWords>> = {
  it: {
    sheet: 'Da rispondere', mark: (expires) => `Uso interno: contiene dati personali, da eliminare entro il ${expires}. Si compilano «Risposto il», «Da chi» e «Nota»; la colonna «Chiave» resta com’è.`, file: 'lista-di-lavoro-interno-dati-personali-eliminare-entro',
    columns: { network: 'Rete', place: 'Pagina', author: 'Persona', link: 'Collegamento', text: 'Messaggio', asked: 'Chiesto il', daysWaiting: 'Giorni di attesa', reasons: 'Motivo', reply: 'Bozza di risposta', answered: 'Risposto il', by: 'Da chi', note: 'Nota', key: 'Chiave' },
  },
  en: {
    sheet: 'To answer', mark: (expires) => `Internal: holds personal data, delete by ${expires}. Fill in “Answered on”, “By” and “Note”; leave the column “Key” as it is.`, file: 'work-list-internal-personal-data-delete-by',
    columns: { network: 'Network', place: 'Page', author: 'Person', link: 'Link', text: 'Message', asked: 'Asked on', daysWaiting: 'Days waiting', reasons: 'Reason', reply: 'Draft of an answer', answered: 'Answered on', by: 'By', note: 'Note', key: 'Key' },
  },
};

/** The name of a work list's file, which says that it is internal and by when it is to be deleted. */
export function workListFileName({ language, expires }: Pick<WorkList, 'language' | 'expires'>, format: 'xlsx' | 'csv'): string {
  return `${WORK_LIST_WORDS[language].file}-${expires}.${format}`;
}
