import { addedTemplates, templateReplies, type WrittenReply } from '../../domain/response/template-replies.ts';
import { beginPart, changedMessages, endPart, followedUp, REWORDED, wholeUpTo } from '../../store/derive-marks.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { voicesFingerprint } from '../../store/reading-queries.ts';
import { addTemplates, keepReplyRuns, keptFrequency, keptReplyRuns, outboundTexts, outboundTextsOf, repliesWithRuns, replaceTemplates, templateReader } from '../../store/template-runs.ts';

const DEFINITION = 'templates 1';
const basisOf = (project: ProjectDatabase): string => `${DEFINITION} ${voicesFingerprint(project)}`;
/** Where so much of what is there comes in at once, comparing all anew costs less. */
const MOST_ADDED_SHARE = 1 / 3;

/** What it took to mark templates: how many replies were compared, all of them or further ones alone. */
export interface TemplateWork {
  readonly whole: boolean;
  readonly replies: number;
}

function byAccount(replies: readonly WrittenReply[]): Map<number, WrittenReply[]> {
  const accounts = new Map<number, WrittenReply[]>();
  for (const reply of replies) {
    const own = accounts.get(reply.accountId);
    if (own === undefined) accounts.set(reply.accountId, [reply]);
    else own.push(reply);
  }
  return accounts;
}

/** Compares further replies alone; null where an earlier one went, changed or became one, or too many came. To be called inside a transaction. */
function followed(project: ProjectDatabase, lastId: number): TemplateWork | null {
  const changed = changedMessages(project, 'templates');
  const replies = outboundTextsOf(project, changed.map(({ id }) => id));
  const known = repliesWithRuns(project);
  const written = new Set(replies.map(({ id }) => id));
  const isUnsteady = changed.some(({ id, bits }) => id <= lastId && ((bits & REWORDED) !== 0 ? written.has(id) || known.has(id) : known.has(id) && !written.has(id)));
  const added = replies.filter(({ id }) => !known.has(id));
  if (isUnsteady || added.length > known.size * MOST_ADDED_SHARE) return null;
  const frequency = keptFrequency(project);
  const isTemplate = templateReader(project);
  const templateIds: number[] = [];
  for (const [accountId, own] of byAccount(added)) {
    const found = addedTemplates(own, {
      runs: keptReplyRuns(project, accountId), isTemplate,
      textsOf: (ids) => new Map(outboundTextsOf(project, ids).map(({ id, text }) => [id, text])),
    }, frequency);
    templateIds.push(...found.templateIds);
    keepReplyRuns(project, accountId, found.runs);
  }
  addTemplates(project, templateIds, changed.map(({ id }) => id));
  followedUp(project, 'templates');
  return { whole: false, replies: added.length };
}

/** The highest message when templates were last marked, where nothing but what is noted has changed since, nor who speaks for a brand; else null. */
export function templatesUpTo(project: ProjectDatabase): number | null {
  return wholeUpTo(project, 'templates', basisOf(project));
}

/**
 * Marks the replies of a brand that are templates: near-duplicates of five others of the same account, which no single text
 * can show. Where nothing but further replies has come since they were last marked, those alone are compared, with the
 * earlier ones that share a rare run of words; the marks are those that comparing all would give. Otherwise all are.
 */
export function markTemplates(project: ProjectDatabase): TemplateWork {
  const lastId = templatesUpTo(project);
  const work = lastId === null ? null : project.connection.transaction(() => followed(project, lastId)).immediate();
  if (work !== null) return work;
  beginPart(project, 'templates', basisOf(project));
  let replies = 0;
  const counted = function* (): Generator<WrittenReply> {
    for (const reply of outboundTexts(project)) {
      replies += 1;
      yield reply;
    }
  };
  replaceTemplates(project, templateReplies(counted()));
  endPart(project, 'templates');
  return { whole: true, replies };
}
