import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { defaultLook, TRIBE_COLORS } from '../../domain/model/tribe-look.ts';
import type { TribeRule } from '../../domain/model/tribe-rule.ts';
import { tribesAskedBy } from '../../domain/tribes/resting-tribes.ts';
import { accountKeys, ownTribes, type TribeEdit } from '../../store/own-tribe-queries.ts';
import { latentCounts } from '../../store/latent-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { tribeSize } from '../../store/tribe-people.ts';
import type { AppContext } from '../context.ts';
import { listedTribe, listedTribes } from './listed-tribes.ts';
import { changedEdit, changeTribes, madeTribe, usableRule } from './tribe-desk.ts';
import { putPeople } from './put-people.ts';
import { precisionOf, ruleFingerprint, tribePreview } from './tribe-preview.ts';

type Names = 'tribes.putPeople' | 'tribes.preview' | 'tribes.precision' | 'tribes.save' | 'tribes.remove' | 'tribes.edit' | 'tribes.merge' | 'tribes.split' | 'tribes.latent';

const noTribe = (id: string): Outcome<never> => failed('not-found', `no tribe is called ${id}`);

/** Tribes of the user's own, and what is said of tribes by hand. */
export function tribeHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const opened = (): Outcome<ProjectDatabase> => (context.project === null ? failed('not-found', 'no project is open') : success(context.project));
  const writable = (): Outcome<ProjectDatabase> => (context.project?.readOnly === true ? failed('read-only-project', 'this project is open for reading only; save a copy to change tribes') : opened());
  const changed = (project: ProjectDatabase, id: string): Outcome<{ id: string; size: number; dataVersion: number }> => success({ id, size: tribeSize(project, id), dataVersion: dataVersionOf(project) });
  return {
    'tribes.preview': (input) => {
      const project = opened();
      if (!project.ok) return project;
      const preview = tribePreview(project.value, input);
      return preview === null ? noTribe(input.tribe ?? '') : success(preview);
    },
    'tribes.latent': () => {
      const project = opened();
      if (!project.ok) return project;
      const publics = ownTribes(project.value).filter(({ rule }) => rule === null);
      const names = new Map(listedTribes(project.value).map(({ id, title }) => [id, title]));
      return success({ ...latentCounts(project.value), publics: publics.map(({ code, name, source }) => ({ id: `own:${code}`, name: names.get(`own:${code}`) ?? name, source })) });
    },
    'tribes.precision': ({ tribe: id, verdicts }) => {
      const project = writable();
      if (!project.ok) return project;
      const tribe = listedTribe(project.value, id);
      if (tribe === null) return noTribe(id);
      const keys = accountKeys(project.value, verdicts.map(({ accountId }) => accountId));
      const unknown = verdicts.find(({ accountId }) => !keys.has(accountId));
      if (unknown !== undefined) return failed('not-found', `no account has the number ${unknown.accountId}`);
      const atMs = context.now();
      changeTribes(project.value, [id], { command: 'tribes.precision', subject: tribe.title ?? tribe.name, forward: { tribe: id, verdicts }, atMs }, (before) => {
        const standing = new Map(before.judgements.map((one) => [`${one.network} ${one.account}`, one]));
        for (const { accountId, verdict } of verdicts) {
          const key = keys.get(accountId);
          if (key === undefined) continue;
          if (verdict === null) standing.delete(`${key.network} ${key.account}`);
          else standing.set(`${key.network} ${key.account}`, { tribe: id, ...key, verdict, rule: ruleFingerprint(tribe.rule), atMs });
        }
        return { ...before, judgements: [...standing.values()] };
      });
      return success({ precision: precisionOf(project.value, tribe), dataVersion: dataVersionOf(project.value) });
    },
    'tribes.save': ({ id, name, rule, source }) => {
      const project = writable();
      if (!project.ok) return project;
      const known = id === undefined ? null : (ownTribes(project.value).find(({ code }) => `own:${code}` === id) ?? null);
      if (id !== undefined && known === null) return noTribe(id);
      if (rule !== null) {
        const usable = usableRule(project.value, rule, id ?? null);
        if (!usable.ok) return usable;
      }
      const atMs = context.now();
      const origin = rule === null ? 'public' : known === null || known.origin === 'public' ? 'rule' : known.origin;
      const made = madeTribe(project.value, { name, rule, source, origin, atMs });
      const kept = id ?? made.id;
      changeTribes(project.value, [kept], { command: 'tribes.save', subject: name, forward: { id, name, rule, source }, atMs }, (before) => {
        if (known === null) return { tribes: [made.tribe], edits: [made.edit], judgements: [] };
        // a name given later is the tribe's name: the edit gives way
        return { ...before, tribes: [{ ...known, name, rule, source, origin }], edits: before.edits.map((edit) => ({ ...edit, name: null })) };
      });
      return changed(project.value, kept);
    },
    'tribes.putPeople': (input) => putPeople(context, input),
    'tribes.remove': ({ id }) => {
      const project = writable();
      if (!project.ok) return project;
      const known = ownTribes(project.value).find(({ code }) => `own:${code}` === id);
      if (known === undefined) return noTribe(id);
      const resting = listedTribes(project.value).find(({ rule }) => tribesAskedBy(rule).includes(id));
      if (resting !== undefined) return failed('invalid-input', `invalid removal: the tribe ${resting.title ?? resting.name} rests on this one`);
      changeTribes(project.value, [id], { command: 'tribes.remove', subject: known.name, forward: { id }, atMs: context.now() }, () => ({ tribes: [], edits: [], judgements: [] }));
      return success({ id, dataVersion: dataVersionOf(project.value) });
    },
    'tribes.edit': ({ id, name, color, shape, notes, task, output, basis, hidden }) => {
      const project = writable();
      if (!project.ok) return project;
      const tribe = listedTribe(project.value, id);
      if (tribe === null && !/^(community|interest):/u.test(id)) return noTribe(id);
      const said = Object.fromEntries(Object.entries({ name, color, shape, notes: notes?.trim(), task: task?.trim(), output: output?.trim(), basis: basis?.trim(), hidden }).filter(([, value]) => value !== undefined)) as Partial<Omit<TribeEdit, 'tribe' | 'atMs'>>;
      const atMs = context.now();
      changeTribes(project.value, [id], { command: 'tribes.edit', subject: name ?? tribe?.title ?? tribe?.name ?? id, forward: { id, ...said }, atMs }, (before) => ({ ...before, edits: [changedEdit(before.edits[0], id, said, atMs)] }));
      return changed(project.value, id);
    },
    'tribes.merge': ({ ids, name, keep }) => {
      const project = writable();
      if (!project.ok) return project;
      const rule: TribeRule = { op: 'tribe', is: [...new Set(ids)] };
      const usable = usableRule(project.value, rule, null);
      if (!usable.ok) return usable;
      const atMs = context.now();
      const made = madeTribe(project.value, { name, rule, origin: 'merge', atMs });
      changeTribes(project.value, [made.id, ...rule.is], { command: 'tribes.merge', subject: name, forward: { ids, name, keep }, atMs }, (before) => ({
        ...before, tribes: [...before.tribes, made.tribe], edits: [made.edit, ...(keep ? before.edits : hiddenAll(before.edits, rule.is, atMs))],
      }));
      return changed(project.value, made.id);
    },
    'tribes.split': ({ id, by, names, keep }) => {
      const project = writable();
      if (!project.ok) return project;
      if (listedTribe(project.value, id) === null && !/^(community|interest):/u.test(id)) return noTribe(id);
      const part: TribeRule = 'rule' in by ? by.rule : { op: 'people', is: [...accountKeys(project.value, by.accountIds).values()] };
      const rules: [TribeRule, TribeRule] = [{ op: 'all', rules: [{ op: 'tribe', is: [id] }, part] }, { op: 'all', rules: [{ op: 'tribe', is: [id] }, { op: 'not', rule: part }] }];
      for (const rule of rules) {
        const usable = usableRule(project.value, rule, null);
        if (!usable.ok) return usable;
      }
      const atMs = context.now();
      const first = madeTribe(project.value, { name: names[0], rule: rules[0], origin: 'split', atMs });
      const second = madeTribe(project.value, { name: names[1], rule: rules[1], origin: 'split', atMs: atMs + 1 }, [first.tribe.code]);
      const look = defaultLook((first.edit.color ?? 0) + TRIBE_COLORS - 1);
      changeTribes(project.value, [first.id, second.id, id], { command: 'tribes.split', subject: `${names[0]}, ${names[1]}`, forward: { id, by, names, keep }, atMs }, (before) => ({
        ...before, tribes: [...before.tribes, first.tribe, second.tribe], edits: [first.edit, { ...second.edit, ...look }, ...(keep ? before.edits : hiddenAll(before.edits, [id], atMs))],
      }));
      return success({ ids: [first.id, second.id], sizes: [tribeSize(project.value, first.id), tribeSize(project.value, second.id)], dataVersion: dataVersionOf(project.value) });
    },
  };
}

function hiddenAll(edits: readonly TribeEdit[], ids: readonly string[], atMs: number): TribeEdit[] {
  return ids.map((id) => changedEdit(edits.find(({ tribe }) => tribe === id), id, { hidden: true }, atMs));
}
