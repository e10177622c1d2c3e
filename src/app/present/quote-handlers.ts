import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { maskedDraft } from '../../present/privacy/masked-draft.ts';
import { printableText } from '../../present/printable-text.ts';
import { messagesById, type StoredMessage } from '../../store/message-queries.ts';
import { planRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { namesAround } from '../../store/quote-queries.ts';
import { messageAddresses } from '../../store/work-list-queries.ts';
import type { AppContext } from '../context.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { MOST_QUOTES } from './quoted-report.ts';
import { maskedQuotes, QUOTE_KIND, quoteCheck, quoteId, standingQuotes } from './quote-records.ts';

type Names = 'quotes.list' | 'quotes.draft' | 'quotes.check' | 'quotes.approve' | 'quotes.remove';

function sourceOf(project: ProjectDatabase | null, messageId: number): Outcome<{ readonly project: ProjectDatabase; readonly message: StoredMessage }> {
  if (project === null) return failed('not-found', 'no project is open');
  const message = messagesById(project, [messageId])[0];
  if (message?.text == null || message.text.trim() === '') return failed('not-found', 'this message is not in the data, or has no text');
  return success({ project, message });
}

/** Quotes that a person masks by hand: begun from a message, checked, let in and taken away. */
export function quoteHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'quotes.list'({ language }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      return success({ quotes: standingQuotes(project, language).map(({ id, page, text, voice, messageId, source, state }) => ({ id, page, text, voice, messageId, source, state })) });
    },
    'quotes.draft'({ messageId }) {
      const found = sourceOf(context.project, messageId);
      if (!found.ok) return found;
      const { project, message } = found.value;
      const draft = maskedDraft(message.text ?? '', { names: namesAround(project, messageId), voice: message.voice });
      return success({ source: message.text ?? '', draft, voice: message.voice, ...quoteCheck(project, message, draft) });
    },
    'quotes.check'({ messageId, text }) {
      const found = sourceOf(context.project, messageId);
      return found.ok ? success(quoteCheck(found.value.project, found.value.message, text)) : found;
    },
    'quotes.approve'({ messageId, page, language, text }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const found = sourceOf(project.value, messageId);
      if (!found.ok) return found;
      const message = messageAddresses(project.value, [messageId]).get(messageId)?.key ?? '';
      const id = quoteId({ language, page, message });
      const written = printableText(text).replaceAll(/\s+/gu, ' ').trim();
      const { problems } = quoteCheck(project.value, found.value.message, written);
      const [first] = problems;
      if (first !== undefined) return failed('invalid-input', `this wording still leads to whoever wrote it (${first.kind}${first.words === '' ? '' : `: ${first.words}`}): tell it in other words`);
      const others = maskedQuotes(project.value, language).filter((quote) => quote.page === page && quote.id !== id);
      if (others.length >= MOST_QUOTES) return failed('invalid-input', `a page holds at most ${String(MOST_QUOTES)} quotes: take one away first`);
      const body = { language, page, message, voice: found.value.message.voice, text: written };
      if (planRecord(project.value, { kind: QUOTE_KIND, id })?.body === JSON.stringify(body)) return success({ changed: false });
      changePlan(context, project.value, { command: 'quotes.approve', kind: QUOTE_KIND, id, body, label: written });
      return success({ changed: true });
    },
    'quotes.remove'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (planRecord(project.value, { kind: QUOTE_KIND, id }) === null) return success({ removed: false });
      changePlan(context, project.value, { command: 'quotes.remove', kind: QUOTE_KIND, id, body: null, label: '' });
      return success({ removed: true });
    },
  };
}
