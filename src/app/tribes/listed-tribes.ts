import { defaultLook, type TribeLook } from '../../domain/model/tribe-look.ts';
import type { TribeRule } from '../../domain/model/tribe-rule.ts';
import { sensitiveTopics, type SensitiveTopic } from '../../domain/tribes/sensitive-topics.ts';
import { RULED_TRIBES, type Lens } from '../../domain/tribes/tribe-catalogue.ts';
import { ownTribeId, ownTribes, tribeEdits, type TribeEdit, type TribeOrigin } from '../../store/own-tribe-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { foundTribes } from '../../store/tribe-queries.ts';
import { wordsOfRule } from './rule-words.ts';

/** A tribe as it is listed: what makes it, how it is called and drawn, what was said of it. */
export interface ListedTribe {
  readonly id: string;
  readonly lens: Lens;
  /** The code the interface names it by, the name of a tribe of the user's own, or the first words of one that was found. */
  readonly name: string;
  /** The name a person gave it; null where its code names it. */
  readonly title: string | null;
  readonly look: TribeLook;
  readonly hidden: boolean;
  readonly origin: 'ruled' | 'found' | TribeOrigin;
  readonly rule: TribeRule | null;
  readonly source: string;
  readonly notes: string;
  readonly task: string;
  readonly output: string;
  readonly basis: string;
  /** Sensitive topics that its name or the words of its rule touch. */
  readonly topics: readonly SensitiveTopic[];
}

/** Looks of a tribe's lens stand in the order of the lens; those of the user come after the roles. */
function positionIn(lens: 'value' | 'roles', id: string): number {
  return RULED_TRIBES.filter((tribe) => tribe.lens === lens).findIndex((tribe) => tribe.id === id);
}

function saidOf(edit: TribeEdit | undefined, fallback: TribeLook): Pick<ListedTribe, 'look' | 'hidden' | 'notes' | 'task' | 'output' | 'basis'> {
  return {
    look: { color: edit?.color ?? fallback.color, shape: edit?.shape ?? fallback.shape },
    hidden: edit?.hidden ?? false, notes: edit?.notes ?? '', task: edit?.task ?? '', output: edit?.output ?? '', basis: edit?.basis ?? '',
  };
}

/** Every tribe, in the order shown: zones, roles, those of the user as they were made, then those found by interests and by ties, largest first; hidden ones included. */
export function listedTribes(project: ProjectDatabase): ListedTribe[] {
  const edits = tribeEdits(project);
  const ruled = RULED_TRIBES.map(({ id, lens, name }): ListedTribe => {
    const edit = edits.get(id);
    const title = edit?.name ?? null;
    return { id, lens, name, title, ...saidOf(edit, defaultLook(positionIn(lens, id))), origin: 'ruled', rule: null, source: '', topics: sensitiveTopics(title === null ? [] : [title]) };
  });
  const roles = ruled.filter(({ lens }) => lens === 'roles').length;
  const own = ownTribes(project).map(({ code, name, rule, source, origin }, position): ListedTribe => {
    const id = ownTribeId(code);
    const edit = edits.get(id);
    const title = edit?.name ?? name;
    return { id, lens: 'roles', name, title, ...saidOf(edit, defaultLook(roles + position)), origin, rule, source, topics: sensitiveTopics([title, ...wordsOfRule(rule)]) };
  });
  const found = foundTribes(project).map(({ id, lens, name }, position, all): ListedTribe => {
    const edit = edits.get(id);
    const title = edit?.name ?? null;
    const place = position - all.findIndex((one) => one.lens === lens);
    return { id, lens, name, title, ...saidOf(edit, defaultLook(place)), origin: 'found', rule: null, source: '', topics: sensitiveTopics([title ?? name]) };
  });
  return [...ruled, ...own, ...found];
}

/** One listed tribe, or null. */
export function listedTribe(project: ProjectDatabase, id: string): ListedTribe | null {
  return listedTribes(project).find((tribe) => tribe.id === id) ?? null;
}
