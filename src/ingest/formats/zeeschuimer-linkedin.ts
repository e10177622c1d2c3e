import type { RecordedAccount, RecordedContainer, RecordedMessage } from '../../domain/model/record.ts';
import { countAt, objectAt, textAt, valueAt } from '../json-values.ts';
import type { StoredTime } from '../stored-time.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import { timeOfId } from '../snowflake-time.ts';
import { withoutId, type CaptureReader } from './capture-item.ts';

/**
 * The name of an update, such as `urn:li:activity:7448081445065035776`: of its activity, of two joined ones the first; else
 * of its post or share. Its number holds the time.
 */
function updateName(item: unknown): string | null {
  const names = [textAt(item, 'updateMetadata', 'urn'), textAt(item, 'preDashEntityUrn'), textAt(item, 'metadata', 'backendUrn'), textAt(item, 'entityUrn'), textAt(item, 'id')].filter((name) => name !== null);
  for (const pattern of [/urn:li:activity:\d{10,20}/, /urn:li:ugcPost:\d{10,20}/, /urn:li:share:\d{10,20}/]) {
    for (const name of names) {
      const found = pattern.exec(name)?.[0];
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** When an update was made, which its page says only as "18h". */
export function linkedinTime(name: string): StoredTime {
  return timeOfId('linkedin', name.replace(/^.*:/, ''));
}

/** Pages name what they refer to with a star before the member's name, depending on how they were loaded. */
function starred(item: unknown, member: string): unknown {
  return objectAt(item, `*${member}`) ?? objectAt(item, member);
}

function authorOf(item: unknown): RecordedAccount | null {
  const path = /linkedin\.com\/((?:in|company|school|showcase)\/[^/?#]{1,200})/.exec(textAt(item, 'actor', 'navigationContext', 'actionTarget') ?? '')?.[1] ?? null;
  const isCompany = path === null ? null : !path.startsWith('in/');
  return newAccount({ id: path, handle: path?.split('/')[1] ?? null, name: textAt(item, 'actor', 'name', 'text'), isBrand: isCompany === true ? true : null, profile: isCompany === true ? null : textAt(item, 'actor', 'description', 'text') });
}

function placeOf(author: RecordedAccount | null): RecordedContainer | null {
  return author === null ? null : newContainer(author.isBrand === true ? 'page' : 'profile', author.name ?? author.nativeId, author.nativeId);
}

function post(item: unknown, line: number): RecordedMessage | null {
  const name = updateName(item);
  if (name === null) return null;
  const author = authorOf(item);
  const detail = starred(item, 'socialDetail');
  const totals = starred(detail, 'totalSocialActivityCounts');
  return newMessage({
    network: 'linkedin', nativeId: name, kind: 'post', author, container: placeOf(author), time: linkedinTime(name), text: textAt(item, 'commentary', 'text', 'text') ?? textAt(item, 'commentary', 'text'),
    url: `https://www.linkedin.com/feed/update/${name}`, quotedNativeId: updateName(starred(item, 'resharedUpdate')),
    likes: countAt(totals, 'numLikes') ?? countAt(detail, 'likes', 'paging', 'total'), replies: countAt(totals, 'numComments') ?? countAt(detail, 'comments', 'paging', 'total'),
    shares: countAt(totals, 'numShares') ?? countAt(detail, 'totalShares'), views: countAt(totals, 'numImpressions'), line,
  });
}

/**
 * An update of LinkedIn's feed. The page says only "18h" of its time: the exact one is read from its number. An update passed
 * on without a word is a share of the original.
 */
export const readCapturedLinkedinPost: CaptureReader = (item, { line }) => {
  if (valueAt(item, 'actor') === undefined && valueAt(item, 'commentary') === undefined) return { rejected: { code: 'not-a-message', detail: 'a part of the page that is no update' } };
  const own = post(item, line);
  if (own === null) return withoutId('LinkedIn');
  const original = post(starred(item, 'resharedUpdate'), line);
  if (original !== null && own.text === null && own.author !== null) return { messages: [original], reactions: [newReaction({ network: 'linkedin', kind: 'share', account: own.author, targetNativeId: original.nativeId, time: linkedinTime(own.nativeId), line })] };
  return { messages: original === null ? [own] : [own, original] };
};
