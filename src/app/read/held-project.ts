import { heldLedgerSlices, type HeldLedger } from '../../store/held-ledger.ts';
import { heldMessageSlices, heldVersion, noteChange, type HeldMessages } from '../../store/held-messages.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { recordCounts } from '../../store/record-counts.ts';
import { heldEpisodeSlices, type HeldEpisodes } from '../../store/held-episodes.ts';
import type { EpisodeTable, StoredEpisode } from '../../store/request-queries.ts';
import type { MessageFilters, MessageScope } from '../../store/selection-sql.ts';

/** What is held in memory of an open project, so that a filter is a pass over columns. */
export interface HeldProject {
  readonly messages: HeldMessages;
  readonly episodes: Readonly<Record<EpisodeTable, HeldEpisodes>>;
  readonly ledger: HeldLedger;
}

/** From so many messages on a project is held: below, the file answers as fast. */
const WORTH_HOLDING = 20_000;

interface Holding {
  held: HeldProject | null;
  /** The version that is being built, or that could not be. */
  building: string | null;
}

const holdings = new WeakMap<ProjectDatabase, Holding>();

/** The steps of taking a project into memory; the last value is null where its data changed meanwhile. */
export function* holdingSlices(project: ProjectDatabase): Generator<null, HeldProject | null> {
  const version = heldVersion(project);
  const messages = yield* heldMessageSlices(project);
  if (messages === null) return null;
  const request = yield* heldEpisodeSlices(project, 'request');
  const compliment = yield* heldEpisodeSlices(project, 'compliment');
  const ledger = yield* heldLedgerSlices(project, messages.columns);
  return heldVersion(project) === version ? { messages, episodes: { request, compliment }, ledger } : null;
}

function holdingOf(project: ProjectDatabase): Holding {
  const known = holdings.get(project);
  if (known !== undefined) return known;
  const made: Holding = { held: null, building: null };
  holdings.set(project, made);
  return made;
}

/**
 * What is held of the project as its data are now, or null: small projects are never held, others from some seconds after
 * {@link startHolding} on. Where the data changed, it is built anew in the background, and the file answers until then.
 */
export function heldProject(project: ProjectDatabase): HeldProject | null {
  const holding = holdings.get(project);
  if (holding === undefined) return null;
  if (holding.held?.messages.isCurrent() === true) return holding.held;
  holding.held = null;
  startHolding(project);
  return null;
}

/** What a scope of messages takes along of what is held: nothing where nothing is. It is a function alone, so that a scope stays small wherever it is written down. */
export function heldCondition(project: ProjectDatabase): Pick<MessageScope, 'held'> {
  const held = heldProject(project);
  return held === null ? {} : { held: { conditionOf: held.messages.conditionOf } };
}

/** Episodes of a brand (null: those that lead over all brands) whose message passes the filters, in time order: what {@link storedEpisodes} reads from the file. */
export function selectedHeld({ messages, episodes }: HeldProject, { table, brandId, filters }: { readonly table: EpisodeTable; readonly brandId: number | null; readonly filters: MessageFilters }): StoredEpisode[] {
  const all = episodes[table].ofBrand(brandId);
  if (Object.values(filters).every((filter) => filter === undefined)) return [...all];
  const { keeps } = messages.selectionOf(filters, null);
  return all.filter(({ messageId }) => keeps(messageId));
}

/** Says that a command changes the project: selections that rest on roles or tribes are made anew, what the data hold stays. */
export function noteCommand(project: ProjectDatabase): void {
  noteChange(project);
}

/** Forgets what is held, where it changed without the data: it is taken into memory again. */
export function releaseHeld(project: ProjectDatabase): void {
  noteChange(project);
  const holding = holdings.get(project);
  if (holding === undefined) return;
  holding.held = null;
  holding.building = null;
}

/** Holds what {@link holdingSlices} gave, at once: for tests, and for whoever has no idle time. */
export function holdAtOnce(project: ProjectDatabase): HeldProject | null {
  const slices = holdingSlices(project);
  let step = slices.next();
  while (step.done !== true) step = slices.next();
  holdingOf(project).held = step.value;
  if (step.value !== null) tell(project);
  return step.value;
}

const listeners = new Set<(project: ProjectDatabase) => void>();

/** Tells whenever a project was taken into memory; returns the function that ends it. */
export function onHeld(listener: (project: ProjectDatabase) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function tell(project: ProjectDatabase): void {
  for (const listener of listeners) listener(project);
}

/** Takes a large project into memory while nobody asks anything: a step of some hundredths of a second, then whatever waits, then the next. Ends with the connection. */
export function startHolding(project: ProjectDatabase): void {
  const holding = holdingOf(project);
  const version = project.connection.open ? heldVersion(project) : null;
  if (version === null || holding.building === version) return;
  holding.building = version;
  if (recordCounts(project).messages < WORTH_HOLDING) return;
  const slices = holdingSlices(project);
  const step = (): void => {
    if (!project.connection.open || holding.building !== version) return;
    const next = slices.next();
    if (next.done !== true) {
      setImmediate(step);
      return;
    }
    holding.held = next.value;
    if (next.value === null) return;
    holding.building = null;
    tell(project);
  };
  setImmediate(step);
}
