import { epochAt, listOf, textAt, valueAt } from '../json-values.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newMessage } from '../new-records.ts';
import { refusedRow, type DownloadRow, type DownloadShape } from './meta-download.ts';

function isPicture(value: unknown): boolean {
  return textAt(value, 'uri') !== null && typeof valueAt(value, 'creation_timestamp') === 'number';
}

/**
 * Albums of pictures (2018 to 2021), the one place where a Facebook download holds what others wrote to its owner. The
 * pictures themselves stand among the posts and make no messages here; comments of one picture share its id as their root.
 */
export const ALBUMS: DownloadShape = {
  paths: ['photos[]'],
  sure: ({ json }) => {
    const pictures = listOf(valueAt(json?.document, 'photos')).slice(0, 20);
    return textAt(json?.document, 'name') !== null && pictures.length > 0 && pictures.every(isPicture) ? 0.95 : 0;
  },
  reader: () => {
    const contentId = createContentIds();
    const network = 'facebook';
    return ({ value, line }) => {
      const file = textAt(value, 'uri');
      const comments = listOf(valueAt(value, 'comments'));
      if (file === null || comments.length === 0) return [];
      const root = contentId([network, 'picture', file]);
      return comments.map((said): DownloadRow => {
        const text = textAt(said, 'comment');
        if (text === null) return refusedRow('not-a-message', 'a comment without text', said);
        const written = textAt(said, 'author')?.trim() ?? null;
        const author = newAccount({ name: written });
        const time = epochAt(said, 'timestamp');
        return { messages: [newMessage({ network, nativeId: contentId([network, 'comment', time.ms, author?.nativeId ?? written, text, null, null]), kind: 'comment', author, rootNativeId: root, time, text, line })] };
      });
    };
  },
};
