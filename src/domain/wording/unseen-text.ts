/** One thing data do not see: its code, how many where it can be counted, and the place where it is one place's. */
export interface UnseenThing {
  readonly code: string;
  readonly count: number | null;
  readonly container: string | null;
}

/** What these words need of a language: its catalogue; a numeric `count` chooses the plural and is written as `n`. */
export interface UnseenVoice {
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
}

const UNSEEN_KEYS: Readonly<Record<string, string>> = {
  'replies-absent': 'repliesAbsent',
  'replies-partly': 'repliesPartly',
  'authors-missing': 'authorsMissing',
  'texts-missing': 'textsMissing',
  'relative-times': 'relativeTimes',
  'unread-languages': 'unreadLanguages',
  'likes-anonymous': 'likesAnonymous',
  'private-answers': 'privateAnswers',
  'display-order': 'displayOrder',
  'rival-sources-missing': 'rivalSourcesMissing',
  'unclaimed-desks': 'unclaimedDesks',
  'missing-parents': 'missingParents',
  'inferred-links': 'inferredLinks',
  vanished: 'vanished',
  'not-re-exported': 'notReExported',
  'texts-dropped': 'textsDropped',
  'duplicates-open': 'duplicatesOpen',
  'day-times': 'dayTimes',
  'views-anonymous': 'viewsAnonymous',
  'private-answers-partly': 'privateAnswersPartly',
  'hidden-comments': 'hiddenComments',
  'hidden-comments-known': 'hiddenCommentsKnown',
  'hidden-comments-excluded': 'hiddenCommentsExcluded',
  'ads-unknown': 'adsUnknown',
  'ads-excluded': 'adsExcluded',
  'nested-replies-excluded': 'nestedRepliesExcluded',
  'most-relevant-only': 'mostRelevantOnly',
};

/** One thing these data do not see, in words. Counts choose the plural and are written in the reader's format; of unread messages those below the threshold are named. */
export function unseenText({ code, count, container }: UnseenThing, voice: UnseenVoice, abstained = 0): string {
  const key = code === 'replies-partly' && count === null ? 'repliesPartlyUnknown' : (UNSEEN_KEYS[code] ?? 'other');
  const text = voice.text(`overview.unseen.${key}`, { ...(count === null ? {} : { count }), container: container ?? '' });
  return code === 'unread-languages' && abstained > 0 ? voice.text('overview.unseen.belowThreshold', { text, count: abstained }) : text;
}
