import type { RecordFormat } from '../record-format.ts';
import { BUSINESS_SUITE } from './business-suite.ts';
import { CONTENT_LIBRARY } from './content-library.ts';
import { CROWD_TANGLE } from './crowd-tangle.ts';
import { FACEBOOK_DOWNLOAD } from './facebook-download.ts';
import { GRAPH_API } from './graph-api.ts';
import { INSTAGRAM_DOWNLOAD } from './instagram-download.ts';
import { MESSENGER } from './messenger.ts';

/** Formats of Facebook, Instagram, Messenger, Business Suite, CrowdTangle, Graph API. */
export const META_FORMATS: readonly RecordFormat[] = [FACEBOOK_DOWNLOAD, INSTAGRAM_DOWNLOAD, MESSENGER, BUSINESS_SUITE, CROWD_TANGLE, CONTENT_LIBRARY, GRAPH_API];
