import { describe, expect, it } from 'vitest';
import { deriveRoles } from '../../src/app/roles/derive-roles.ts';
import { changeRoleDecisions } from '../../src/store/role-decisions.ts';
import { messageFacts } from '../../src/store/request-facts.ts';
import { roleBook } from '../../src/store/value-roles.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

const derive = (project: PlacedProject): number => deriveRoles(project, () => undefined).suggestions;
const roles = (project: PlacedProject) => project.connection.prepare('SELECT account_id, role, brand_id, origin, from_ms, to_ms FROM account_role ORDER BY account_id, role, brand_id').raw().all() as [number, string, ...unknown[]][];
const proposals = (project: PlacedProject) => project.connection.prepare('SELECT account_id, role, reason FROM role_proposal WHERE applied = 0 ORDER BY account_id, role').raw().all() as [number, string, string][];
const account = (project: PlacedProject, id: number, columns: Readonly<Record<string, string | number>>): void => {
  for (const [column, value] of Object.entries(columns)) project.connection.prepare(`UPDATE account SET ${column} = ? WHERE id = ?`).run(value, id);
};

describe('roles made from what is stored', () => {
  it('reads profiles: press and investors to all, people and partners of a brand', () => {
    const project = placedProject(7);
    project.connection.exec(`UPDATE brand SET name = 'Caffè Aurora' WHERE id = 1`);
    const profiles = ['Giornalista freelance, gatti e caffè', 'Barista @ Caffè Aurora, opinioni mie', 'caffeaurora ambassador 💛', 'Amo il caffè', 'As a shareholder I ask questions', 'Ex barista Caffè Aurora', 'Head of coffee at Caffe Aurora'];
    profiles.forEach((profile, position) => account(project, position + 1, { profile }));
    derive(project);
    expect(roles(project)).toEqual([[1, 'press', null, 'rule', null, null], [3, 'partner', 1, 'rule', null, null], [5, 'investor', null, 'rule', null, null]]);
    expect(proposals(project)).toEqual([[2, 'employee', 'works-there-profile'], [7, 'employee', 'works-there-profile']]);
  });

  it('takes the source at its word on programs, unless a person denies it', () => {
    const project = placedProject(2);
    account(project, 1, { source_is_bot: 1 });
    derive(project);
    expect(roles(project)).toEqual([[1, 'bot', null, 'source', null, null]]);
    changeRoleDecisions(project, [{ network: 'facebook', account: 'a1', brand: '', role: 'bot', verdict: 'is-not', fromMs: null, toMs: null, atMs: 0 }]);
    derive(project);
    expect(roles(project)).toEqual([]);
    expect(project.connection.prepare('SELECT flag, reason FROM account_flag').raw().all()).toEqual([['bot', 'source']]);
  });

  it('proposes whom a source marks as a brand, and who answers many people in one place without asking', () => {
    const project = placedProject(40);
    account(project, 40, { source_is_brand: 1, name: 'Bottega' });
    for (let id = 1; id <= 30; id += 1) project.addMessage({ id, account: id, container: 1, text: 'Quanto costa?', intents: ['purchase'] });
    for (let id = 31; id <= 60; id += 1) project.addMessage({ id, account: 35, container: 1, parent: id - 30, text: 'Ti rispondiamo in privato ^AB' });
    derive(project);
    expect(proposals(project).filter(([, role]) => role === 'voice')).toEqual([[35, 'voice', 'answers-many'], [40, 'voice', 'source-marks-brand']].sort());
    expect(roles(project).filter(([, role]) => role === 'voice')).toEqual([]);
  });

  it('keeps a prospect until the first review, and follows are interest where nothing is closer', () => {
    const project = placedProject(3);
    project.addMessage({ id: 10, account: 1, intents: ['purchase'], text: 'Quanto costa?' });
    project.addMessage({ id: 20, account: 1, kind: 'review', text: 'Buono' });
    project.connection.exec(`INSERT INTO reaction (import_id, network_id, container_id, account_id, kind, created_at_ms, precision) VALUES (1, 1, 1, 1, 'follow', 5, 's'), (1, 1, 1, 2, 'follow', 7, 's'), (1, 1, 3, 3, 'follow', 7, 's')`);
    derive(project);
    expect(roles(project)).toEqual([[1, 'customer', 1, 'evidence', 20_000, null], [1, 'prospect', 1, 'rule', 10_000, 20_000], [2, 'interested', 1, 'evidence', 7, null]]);
  });

  it('speaks of the brand that a message addresses: by mention, by the opener of its thread', () => {
    const project = placedProject(6);
    project.addRole(5, 'voice', 1);
    project.addRole(6, 'voice', 2);
    project.addMessage({ id: 1, account: 1, container: null, text: 'State assumendo?' });
    project.addMention(1, 6);
    project.addMessage({ id: 2, account: 5, container: null, text: 'Ecco la nuova miscela', outbound: true });
    project.addMessage({ id: 3, account: 2, container: null, parent: 2, text: 'State assumendo?' });
    project.addMessage({ id: 4, account: 3, container: null, text: 'State assumendo?' });
    derive(project);
    expect(roles(project).filter(([, role]) => role === 'talent')).toEqual([[1, 'talent', 2, 'rule', 1000, null], [2, 'talent', 1, 'rule', 3000, null]]);
    expect(proposals(project)).toEqual([[3, 'talent', 'asks-for-work']]);
  });

  it('flags two accounts of one name and the same texts', () => {
    const project = placedProject(3);
    for (const id of [1, 2, 3]) account(project, id, { name: 'Anna Verdi' });
    ['Servizio pessimo, non tornerò mai più qui', 'Il caffè era freddo e pure caro'].forEach((text, position) => {
      project.addMessage({ id: position * 10 + 1, account: 1, text });
      project.addMessage({ id: position * 10 + 2, account: 2, text });
      project.addMessage({ id: position * 10 + 3, account: 3, text: `${text} ma solo ieri, oggi va meglio` });
    });
    derive(project);
    expect(project.connection.prepare('SELECT account_id, flag, reason FROM account_flag ORDER BY 1').raw().all()).toEqual([[1, 'duplicate', 'same-name-same-texts'], [2, 'duplicate', 'same-name-same-texts']]);
  });

  it('gives the same rows whenever it runs', () => {
    const project = placedProject(5);
    for (let id = 1; id <= 20; id += 1) project.addMessage({ id, account: (id % 4) + 1, text: id % 3 === 0 ? 'Ho comprato la macchina' : 'State assumendo?', intents: id % 5 === 0 ? ['purchase'] : [] });
    const everything = () => ['account_role', 'role_proposal', 'account_flag'].map((table) => project.connection.prepare(`SELECT * FROM ${table}`).all().map((row) => ({ ...(row as object), id: 0 })));
    derive(project);
    const first = everything();
    derive(project);
    expect(everything()).toEqual(first);
  });
});

describe('dates of roles', () => {
  it('are the same to the response rules and to the ledger: from inclusive, to exclusive', () => {
    const project = placedProject(3);
    const role = project.connection.prepare('INSERT INTO account_role (account_id, brand_id, role, from_ms, to_ms, origin) VALUES (?, 1, ?, ?, ?, ?)');
    role.run(1, 'voice', 2000, 4000, 'hand');
    role.run(2, 'partner', 3000, null, 'rule');
    for (let id = 1; id <= 5; id += 1) project.addMessage({ id, account: 1 });
    for (let id = 6; id <= 9; id += 1) project.addMessage({ id, account: 2, atMs: (id - 5) * 1000 });
    const facts = messageFacts(project);
    expect(facts.filter(({ voiceOfBrandId }) => voiceOfBrandId === 1).map(({ id }) => id)).toEqual([2, 3]);
    expect(facts.filter(({ authorIsPartner }) => authorIsPartner).map(({ id }) => id)).toEqual([8, 9]);
    project.addMessage({ id: 10, account: 3, atMs: 2500, container: null });
    project.addMention(10, 1);
    project.addMessage({ id: 11, account: 3, atMs: 4500, container: null });
    project.addMention(11, 1);
    expect(messageFacts(project).filter(({ id }) => id >= 10).map(({ mentionedBrandIds }) => mentionedBrandIds)).toEqual([[1], []]);
    const book = roleBook(project);
    expect([1000, 2000, 3999, 4000].map((atMs) => book.actor(1, atMs).voiceOf)).toEqual([null, 1, 1, null]);
    expect([2999, 3000].map((atMs) => book.actor(2, atMs).tied)).toEqual([false, true]);
  });
});
