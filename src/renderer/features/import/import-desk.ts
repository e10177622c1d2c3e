import type { ImportCheck, ImportReport } from '../../../contract/operations/imports.ts';
import type { OperationValue } from '../../../contract/operations.ts';
import type { Failure } from '../../../contract/outcome.ts';
import { createStore, type Store } from '../../state/store.ts';
import type { Workbench } from '../../state/workbench.ts';
import { candidateRoles, shortestOf, type CandidateRole } from './brand-candidates.ts';
import { dayStart } from '../../../domain/model/local-days.ts';
import { isFromFolder, pathOf } from '../../state/dropped-files.ts';
import { optionsOfDraft, takenDrafts, type ImportDraft, type Preview, type PreviewState } from './import-draft.ts';
import { networkFromFileName } from './network-from-file-name.ts';

/** The steps of the import page, in order. */
export const IMPORT_STEPS = ['files', 'recognised', 'mapping', 'check', 'run'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** What one column of a file holds, over all its rows. */
export type ColumnCounts = OperationValue<'import.columns'>['columns'][number];

/** Everything decided so far about one import. */
export interface ImportState {
  readonly step: ImportStep;
  /** The furthest step looked at: only those before it may count as done. */
  readonly furthest: ImportStep;
  readonly drafts: readonly ImportDraft[];
  readonly previews: Readonly<Record<string, PreviewState>>;
  /** What the columns of files hold, once counted. */
  readonly columns: Readonly<Record<string, { readonly counts: readonly ColumnCounts[]; readonly distinctLimit: number }>>;
  /** The file whose columns are shown. */
  readonly shown: string | null;
  readonly roles: Readonly<Record<string, CandidateRole>>;
  /** Accounts added by hand, beside the candidates found. */
  readonly extraAccounts: readonly string[];
  readonly ownBrandName: string | null;
  /** A person said that there is a basis for reading the private conversations among the files. */
  readonly hasBasis: boolean;
  /** Who is who, as typed, where the files are the correspondence of an agency and its client; null where they are none. */
  readonly mirror: { readonly agency: string; readonly client: string } | null;
  /** The last day on which what comes in may be kept, as a date field writes it; empty for no date. */
  readonly keptUntil: string;
  /** What a trial run found; null before one, and once anything was changed after it. */
  readonly trial: { readonly kind: 'check'; readonly check: ImportCheck } | { readonly kind: 'failure'; readonly failure: Failure } | null;
  readonly outcome: { readonly kind: 'report'; readonly report: ImportReport } | { readonly kind: 'failure'; readonly failure: Failure } | null;
}

/** The desk on which an import is prepared; it outlives the page, so that leaving it loses nothing. */
export interface ImportDesk {
  readonly state: Store<ImportState>;
  readonly addFiles: (files: readonly File[]) => void;
  readonly removeFile: (id: string) => void;
  readonly changeDraft: (id: string, part: Partial<ImportDraft>) => void;
  readonly change: (part: Partial<Pick<ImportState, 'step' | 'shown' | 'roles' | 'extraAccounts' | 'ownBrandName' | 'hasBasis' | 'mirror' | 'keptUntil'>>) => void;
  /** Takes up a mapping kept earlier. */
  readonly takeTemplate: (id: string, template: NonNullable<Preview['template']>) => void;
  /** Counts what every column of a file holds, from its first row to its last. */
  readonly countColumns: (id: string) => Promise<void>;
  /** Reads everything to its end and stores nothing. */
  readonly tryOut: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly clear: () => void;
}

const EMPTY: ImportState = { step: 'files', furthest: 'files', drafts: [], previews: {}, columns: {}, shown: null, roles: {}, extraAccounts: [], ownBrandName: null, hasBasis: false, mirror: null, keptUntil: '', trial: null, outcome: null };

/** Names of an agency, as typed with commas between. */
function agencyNames(typed: string): string[] {
  return typed.split(/[,;\n]/u).map((name) => name.trim()).filter((name) => name !== '').slice(0, 50);
}

/** Files looked at at one time. */
const AT_A_TIME = 3;

function ownBrandOf(workbench: Workbench): string | null {
  const project = workbench.project.get();
  return project.status === 'open' ? (project.project.brands.find(({ own }) => own)?.name ?? null) : null;
}

/** The project's zone: days and moments that are typed are its own. */
function zoneOf(workbench: Workbench): string {
  const project = workbench.project.get();
  return project.status === 'open' ? project.project.timeZone : 'UTC';
}

function createImportDesk(workbench: Workbench): ImportDesk {
  const state = createStore<ImportState>(EMPTY);
  const asked = new Map<string, number>();
  const update = (part: Partial<ImportState>): void => state.set({ ...state.get(), ...part });
  const setPreview = (id: string, preview: PreviewState): void => update({ previews: { ...state.get().previews, [id]: preview } });

  const look = async (draft: ImportDraft): Promise<void> => {
    const turn = (asked.get(draft.id) ?? 0) + 1;
    asked.set(draft.id, turn);
    setPreview(draft.id, { pending: true, preview: state.get().previews[draft.id]?.preview ?? null, failure: null });
    const outcome = await workbench.bridge.call('import.preview', { file: draft.file, ...optionsOfDraft(draft, zoneOf(workbench)) });
    // a newer choice was made meanwhile, or the file was taken off: this answer is stale
    if (asked.get(draft.id) !== turn) return;
    const last = state.get().previews[draft.id]?.preview ?? null;
    const network = outcome.ok && draft.network === undefined && outcome.value.mapping.network === undefined && !outcome.value.columns.some(({ field }) => field === 'network') ? networkFromFileName(draft.file.name) : null;
    if (network !== null) update({ drafts: state.get().drafts.map((one) => (one.id === draft.id ? { ...one, network } : one)) });
    const template = outcome.ok ? outcome.value.template : null;
    // a table whose columns were mapped before is read the same way, unless the person already chose otherwise
    if (template?.isExact === true && draft.columns === undefined && draft.templateId === undefined && draft.format === undefined) setTimeout(() => desk.takeTemplate(draft.id, template), 0);
    setPreview(draft.id, outcome.ok ? { pending: false, preview: outcome.value, failure: null } : { pending: false, preview: last, failure: outcome.failure });
  };

  /** A folder may hold thousands of files: few are looked at at a time, so that the engine stays free for the rest. */
  const lookAtEach = async (drafts: readonly ImportDraft[]): Promise<void> => {
    const waiting = [...drafts];
    const worker = async (): Promise<void> => {
      for (let draft = waiting.shift(); draft !== undefined; draft = waiting.shift()) {
        const now = state.get().drafts.find(({ id }) => id === draft?.id);
        if (now !== undefined && !asked.has(now.id)) await look(now);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  };

  const desk: ImportDesk = {
    state,
    addFiles(files) {
      const drafts = files.map((file): ImportDraft => ({ id: crypto.randomUUID(), file, path: pathOf(file), isFromFolder: isFromFolder(file) }));
      const now = state.get();
      const base = now.outcome === null ? now : EMPTY;
      state.set({ ...base, drafts: [...base.drafts, ...drafts], shown: base.shown ?? drafts[0]?.id ?? null });
      void lookAtEach(drafts);
    },
    removeFile(id) {
      asked.delete(id);
      const now = state.get();
      const drafts = now.drafts.filter((draft) => draft.id !== id);
      update({ drafts, shown: now.shown === id ? (drafts[0]?.id ?? null) : now.shown, previews: Object.fromEntries(Object.entries(now.previews).filter(([key]) => key !== id)), ...(drafts.length === 0 ? { step: 'files' as const } : {}) });
    },
    changeDraft(id, part) {
      const drafts = state.get().drafts.map((draft) => (draft.id === id ? { ...draft, ...part } : draft));
      update({ drafts, trial: null });
      const changed = drafts.find((draft) => draft.id === id);
      if (changed !== undefined) void look(changed);
    },
    change(part) {
      const { furthest } = state.get();
      const isFurther = part.step !== undefined && IMPORT_STEPS.indexOf(part.step) > IMPORT_STEPS.indexOf(furthest);
      update({ ...part, ...(isFurther && part.step !== undefined ? { furthest: part.step } : {}) });
    },
    takeTemplate(id, { id: templateId, mapping }) {
      const { columns, dateOrder, network, container } = mapping;
      desk.changeDraft(id, { templateId, columns, ...(dateOrder === undefined ? {} : { dateOrder }), ...(network === undefined ? {} : { network }), ...(container === undefined ? {} : { containerName: container.name }) });
    },
    async countColumns(id) {
      const draft = state.get().drafts.find((one) => one.id === id);
      if (draft === undefined) return;
      const outcome = await workbench.runJob('import.columns', { file: draft.file, ...optionsOfDraft(draft, zoneOf(workbench)) });
      if (outcome.ok) update({ columns: { ...state.get().columns, [id]: { counts: outcome.value.columns, distinctLimit: outcome.value.distinctLimit } } });
      else if (outcome.failure.code !== 'cancelled') workbench.failure.set(outcome.failure);
    },
    async tryOut() {
      const drafts = takenDrafts(state.get());
      update({ trial: null });
      const outcome = await workbench.runJob('import.check', { files: drafts.map((draft) => ({ file: draft.file, ...optionsOfDraft(draft, zoneOf(workbench)) })), ...(drafts.some((draft) => draft.isFromFolder) ? { skipUnreadable: true } : {}) });
      update({ trial: outcome.ok ? { kind: 'check', check: outcome.value } : { kind: 'failure', failure: outcome.failure } });
    },
    async start() {
      const { ownBrandName, keptUntil, mirror } = state.get();
      const retainUntilMs = dayStart(keptUntil, zoneOf(workbench), 1);
      const drafts = takenDrafts(state.get());
      const roles = candidateRoles(state.get(), ownBrandOf(workbench));
      const named = (role: CandidateRole): string[] => Object.entries(roles).filter(([, given]) => given === role).map(([account]) => account);
      const own = named('own');
      const name = ownBrandName?.trim() || (ownBrandOf(workbench) ?? shortestOf(own) ?? '');
      update({ step: 'run', furthest: 'run', outcome: null });
      const outcome = await workbench.runJob('import.run', {
        files: drafts.map((draft) => ({ file: draft.file, ...optionsOfDraft(draft, zoneOf(workbench)) })),
        ...(drafts.some((draft) => draft.isFromFolder) ? { skipUnreadable: true } : {}),
        ...(retainUntilMs === null ? {} : { retainUntilMs }),
        ...(own.length > 0 ? { ownBrand: { name, accounts: own } } : {}),
        competitors: named('competitor').map((account) => ({ name: account, accounts: [account] })),
      });
      update({ outcome: outcome.ok ? { kind: 'report', report: outcome.value } : { kind: 'failure', failure: outcome.failure } });
      if (!outcome.ok) return;
      await workbench.analyse();
      const agency = agencyNames(mirror?.agency ?? '');
      if (mirror !== null && agency.length > 0 && mirror.client.trim() !== '') {
        const mirrored = await workbench.run('mirror.fromImport', { importIds: outcome.value.imports.map(({ importId }) => importId), agency, client: mirror.client.trim() });
        if (mirrored.ok) {
          workbench.navigation.go({ path: ['strategy'], filters: {}, parameters: { view: 'mirror' } });
          return;
        }
        workbench.failure.set(mirrored.failure);
      }
      // with nothing left out there is nothing to decide on the report: what the data say comes next
      const isClean = outcome.value.imports.every(({ rejected }) => rejected === 0);
      const project = workbench.project.get();
      if (isClean && project.status === 'open' && project.project.analysed && workbench.navigation.location.get().path[0] === 'import') workbench.navigation.go({ path: ['overview'], filters: {} });
    },
    clear() {
      asked.clear();
      state.set(EMPTY);
    },
  };
  return desk;
}

const desks = new WeakMap<Workbench, { readonly project: string; readonly desk: ImportDesk }>();

/** The import desk of the open project; another project starts with an empty one. */
export function importDeskOf(workbench: Workbench, project: string): ImportDesk {
  const known = desks.get(workbench);
  if (known !== undefined && known.project === project) return known.desk;
  const desk = createImportDesk(workbench);
  desks.set(workbench, { project, desk });
  return desk;
}
