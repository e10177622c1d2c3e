import type { Report, ReportChart, ReportPage, ReportTable, ReportText } from '../../src/domain/model/report.ts';

const text = (words: string): ReportText => ({ text: words, byRule: words, edited: false, flag: null });

const GROUPS = ['Chi segnala un problema', 'Chi fa una domanda', 'Chi vuole comprare', 'Chi fa una proposta', 'Chi chiede un parere', 'Chi fa un complimento'];

const waits: ReportTable = {
  key: 'waits', name: 'Attese', title: 'Attesa media per motivo', note: 'attesa media ristretta a 7 giorni, intervalli al 95 %', additive: false,
  columns: [
    { key: 'group', label: 'Motivo', kind: 'text', meaning: 'Che cosa si chiede.', metric: null },
    { key: 'n', label: 'Richieste', kind: 'count', meaning: 'Quante richieste.', metric: 'request' },
    { key: 'mean', label: 'Attesa media', kind: 'seconds', meaning: 'Attesa media, al massimo sette giorni.', metric: 'restricted-mean-wait' },
    { key: 'low', label: 'Da', kind: 'seconds', meaning: 'Limite inferiore.', metric: null },
    { key: 'high', label: 'A', kind: 'seconds', meaning: 'Limite superiore.', metric: null },
    { key: 'day', label: 'Entro 24 ore', kind: 'share', meaning: 'Risposte entro un giorno.', metric: 'answered-share' },
  ],
  rows: GROUPS.map((group, place) => (place === 5 ? [group, 7, { withheld: 'few-people' }, { withheld: 'few-people' }, { withheld: 'few-people' }, { withheld: 'few-people' }] : [group, 600 - place * 90, 408_826 - place * 70_000, 390_000 - place * 70_000, 430_000 - place * 70_000, 0.21 + place * 0.12])),
  people: GROUPS.map((_, place) => ({ people: place === 5 ? 4 : 300 - place * 20, loudest: 0.02, loudestThree: 0.05 })),
};
const curves: ReportTable = {
  key: 'curves', name: 'Curve', title: 'Quanti aspettano ancora', note: 'su 100 richieste', additive: false,
  columns: [{ key: 'hours', label: 'Ore', kind: 'number', meaning: 'Ore dopo la richiesta.', metric: null }, ...['trouble', 'information', 'purchase'].flatMap((key, place) => [
    { key, label: GROUPS[place] ?? key, kind: 'share' as const, meaning: 'Ancora senza risposta.', metric: 'survival' },
    { key: `${key}Low`, label: 'Da', kind: 'share' as const, meaning: 'Limite inferiore.', metric: null },
    { key: `${key}High`, label: 'A', kind: 'share' as const, meaning: 'Limite superiore.', metric: null },
  ])],
  rows: Array.from({ length: 29 }, (_, step) => [step * 6, ...[0.008, 0.02, 0.06].flatMap((rate) => { const share = 0.15 + 0.85 * Math.exp(-rate * step * 6); return [share, Math.max(0, share - 0.04), Math.min(1, share + 0.04)]; })]),
  people: null,
};
const tribes: ReportTable = {
  key: 'tribes', name: 'Tribù', title: 'Tribù per valore', note: '2.693 profili', additive: true,
  columns: [
    { key: 'tribe', label: 'Tribù', kind: 'text', meaning: 'Come si chiama.', metric: null }, { key: 'people', label: 'Profili', kind: 'count', meaning: 'Quanti profili.', metric: 'tribe-size' },
    { key: 'created', label: 'Creato', kind: 'points', meaning: 'Punti creati.', metric: 'created' }, { key: 'consumed', label: 'Ricevuto', kind: 'points', meaning: 'Punti ricevuti.', metric: 'consumed' }, { key: 'balance', label: 'Rapporto', kind: 'number', meaning: 'Creato su ricevuto.', metric: 'balance' },
  ],
  rows: [['Danno di più', 13, 89, 9, 9], ['Alla pari', 71, 420, 381, 1.1], ['Ricevono di più', 320, 610, 2210.5, 0.28], ['=Poco attivi <&> "tutti"', 2289, 940, 3120, 0.3]],
  people: [{ people: 13, loudest: 0.2, loudestThree: 0.5 }, { people: 71, loudest: 0.05, loudestThree: 0.1 }, { people: 320, loudest: 0.02, loudestThree: 0.04 }, { people: 2289, loudest: 0.01, loudestThree: 0.02 }],
};
const months: ReportTable = {
  key: 'months', name: 'Mesi', title: 'Messaggi per mese', note: 'di persone', additive: true,
  columns: [{ key: 'month', label: 'Mese', kind: 'month', meaning: 'Mese.', metric: null }, { key: 'trouble', label: 'Problemi', kind: 'count', meaning: 'Problemi.', metric: 'messages' }, { key: 'praise', label: 'Complimenti', kind: 'count', meaning: 'Complimenti.', metric: 'messages' }],
  rows: Array.from({ length: 12 }, (_, place) => [`2026-${String(place + 1).padStart(2, '0')}`, 40 + place * 3, 90 - place * 4]),
  people: null,
};

const chart = (given: Partial<ReportChart> & Pick<ReportChart, 'key' | 'kind' | 'table' | 'category' | 'series'>): ReportChart => ({ axis: { label: '', kind: 'number', min: null, max: null }, across: null, reference: null, rowTones: null, alt: `Grafico ${given.key}: il valore maggiore è il primo.`, ...given });
const charts: Readonly<Record<string, ReportChart>> = {
  intervals: chart({ key: 'waits-chart', kind: 'intervals', table: 'waits', category: 'group', series: [{ label: 'Attesa media', column: 'mean', low: 'low', high: 'high', tone: 'accent' }], axis: { label: 'attesa media', kind: 'seconds', min: 0, max: 604_800 }, rowTones: ['intent-trouble', 'context', 'context', 'context', 'context', 'context'] }),
  bars: chart({ key: 'day-chart', kind: 'bars', table: 'waits', category: 'group', series: [{ label: 'Entro 24 ore', column: 'day', low: null, high: null, tone: 'accent' }], axis: { label: 'su 100', kind: 'share', min: 0, max: 1 } }),
  curves: chart({ key: 'curves-chart', kind: 'curves', table: 'curves', category: 'hours', series: ['trouble', 'information', 'purchase'].map((key, place) => ({ label: GROUPS[place] ?? key, column: key, low: `${key}Low`, high: `${key}High`, tone: `intent-${key}` as const })), axis: { label: 'ancora in attesa', kind: 'share', min: 0, max: 1 }, across: { column: 'hours', label: 'ore dalla richiesta', kind: 'number' } }),
  map: chart({ key: 'map-chart', kind: 'map', table: 'tribes', category: 'tribe', series: [{ label: 'Creato', column: 'created', low: null, high: null, tone: 'accent' }], axis: { label: 'creato', kind: 'points', min: null, max: null }, across: { column: 'consumed', label: 'ricevuto', kind: 'points' }, reference: { value: 1, label: 'alla pari' }, rowTones: ['tribe-1', 'tribe-2', 'tribe-3', 'tribe-4'] }),
  columns: chart({ key: 'months-chart', kind: 'columns', table: 'months', category: 'month', series: [{ label: 'Problemi', column: 'trouble', low: null, high: null, tone: 'intent-trouble' }, { label: 'Complimenti', column: 'praise', low: null, high: null, tone: 'intent-praise' }], axis: { label: 'messaggi', kind: 'count', min: 0, max: null } }),
  stacked: chart({ key: 'stacked-chart', kind: 'stacked', table: 'tribes', category: 'tribe', series: [{ label: 'Creato', column: 'created', low: null, high: null, tone: 'accent' }, { label: 'Ricevuto', column: 'consumed', low: null, high: null, tone: 'warm' }], axis: { label: 'punti', kind: 'points', min: 0, max: null } }),
};

const page = (given: Partial<ReportPage> & Pick<ReportPage, 'key' | 'section' | 'title'>): ReportPage => ({ form: 'clear', measure: 'Attesa media fino alla prima risposta pubblica; n = 1.840 richieste di 1.120 profili; luglio 2025 – giugno 2026', blocks: [], notes: text('Dire prima il dato, poi che cosa ne segue.'), source: 'Fonte: 5 importazioni, dati al 30 giugno 2026', unseen: 'Questi dati non vedono le risposte private.', metrics: ['restricted-mean-wait'], figures: [], ...given });

/** A report with every kind of block and chart, awkward characters and Italian lengths; nothing in it comes from data. */
export const madeUpReport: Report = {
  language: 'it', audience: 'client', title: 'Le tribù di Caffè Aurora', client: 'Caffè Aurora S.p.A.', agency: 'Studio Tribuna', question: 'Chi ascoltiamo davvero, e chi aspetta?', day: '2026-07-01', timeZone: 'Europe/Rome', program: '0.1.0', dataVersion: 7, readingChecked: false,
  pages: [
    page({ key: 'cover', section: 'cover', title: text('Le tribù di Caffè Aurora'), form: null, measure: 'luglio 2025 – giugno 2026' }),
    page({ key: 'board', section: 'board', title: text('Chi segnala un problema aspetta 3 giorni e 18 ore più di chi vuole comprare'), blocks: [{ kind: 'figures', place: 'main', items: [{ value: '4 giorni e 17 ore', label: 'aspetta chi segnala un problema', detail: 'tra 4 giorni e 12 ore e 4 giorni e 23 ore, n = 600' }, { value: '73 su 100', label: 'promesse mantenute', detail: 'tra 63 e 81, n = 95' }, { value: '677', label: 'richieste ancora aperte', detail: 'alla fine dei dati' }] }, { kind: 'bullets', place: 'main', heading: 'In breve', items: ['Chi fa una domanda aspetta 1 giorno e 10 ore più di chi vuole comprare, contando al massimo 7 giorni', 'Una cosa che funziona: chi vuole comprare riceve risposta entro 24 ore 89 volte su 100'] }] }),
    page({ key: 'limits', section: 'limits', title: text('Che cosa questi dati non vedono'), form: null, blocks: [{ kind: 'bullets', place: 'main', heading: '', items: ['Le risposte date in privato: si vede il rimando, non se l’aiuto è arrivato', 'Chi ha visto e chi ha messo «mi piace»: si sa quanti, non chi', '318 messaggi con data solo approssimata («2 anni fa»): restano fuori dalle attese'] }] }),
    page({ key: 'listening', section: 'listening', title: text('Chi segnala un problema aspetta in media 3 giorni e 18 ore più di chi vuole comprare, contando al massimo 7 giorni'), blocks: [{ kind: 'chart', place: 'main', chart: charts['curves'] as ReportChart }, { kind: 'bullets', place: 'side', heading: 'Che cosa ne segue', items: ['Metà di chi segnala un problema non ha risposta dopo 7 giorni', 'Chi vuole comprare aspetta in media 23 ore'] }] }),
    page({ key: 'waits', section: 'listening', title: text('Quanto aspetta chi chiede qualcosa'), blocks: [{ kind: 'chart', place: 'main', chart: charts['intervals'] as ReportChart }, { kind: 'table', place: 'main', table: 'waits', columns: ['group', 'n', 'mean', 'day'], rows: 8 }] }),
    page({ key: 'day', section: 'answers', title: text('Risposte entro 24 ore'), blocks: [{ kind: 'chart', place: 'main', chart: charts['bars'] as ReportChart }, { kind: 'paragraph', place: 'side', text: 'Un reclamo gentile resta un reclamo: il tono non cambia quello che si chiede.' }] }),
    page({ key: 'map', section: 'map', title: text('Chi dà di più è poca gente, e non è chi si ascolta di più'), blocks: [{ kind: 'chart', place: 'main', chart: charts['map'] as ReportChart }, { kind: 'table', place: 'side', table: 'tribes', columns: ['tribe', 'people', 'balance'], rows: 6 }] }),
    page({ key: 'months', section: 'tribes', title: text('I problemi crescono, i complimenti calano'), blocks: [{ kind: 'chart', place: 'main', chart: charts['columns'] as ReportChart }, { kind: 'chart', place: 'side', chart: charts['stacked'] as ReportChart }] }),
    page({ key: 'method', section: 'method', title: text('Come si leggono questi numeri'), form: null, measure: '', blocks: [{ kind: 'table', place: 'main', table: 'waits', columns: ['group', 'n', 'mean', 'low', 'high', 'day'], rows: 20 }] }),
  ],
  tables: [waits, curves, tribes, months],
  definitions: [{ id: 'restricted-mean-wait', name: 'Attesa media ristretta', definition: 'L’attesa media fino alla prima risposta, contando al massimo l’orizzonte.', formula: '∫ S(t) dt', unit: 'secondi', source: 'Royston & Parmar 2013', limits: 'Dipende dall’orizzonte.', version: 1 }],
  privacy: { floor: 10, mergedTribes: 1, withheld: [{ table: 'waits', reason: 'few-people', cells: 4 }], quotes: 0, dropped: ['names', 'links', 'texts', 'exact-times', 'native-ids'] },
  look: { accent: '#0F6E78', ink: '#1C1E22', paper: '#FBF9F5', headingFont: 'Calibri', bodyFont: 'Calibri', agencyLogo: null, clientLogo: null },
};
