import type { SameKeys } from '../../../domain/wording/same-keys.ts';
import type { support as italian } from '../it/support.ts';

/** English words of the two sheets of help. */
export const support: SameKeys<typeof italian> = {
  about: {
    command: 'About Tribuna',
    title: 'Tribuna',
    version: 'Version',
    built: 'Built on',
    fromSources: 'runs from its sources',
    runsIn: 'Runs in',
    hosts: { electron: 'a window of its own', browser: 'a browser on this computer', terminal: 'a terminal' },
    madeOn: 'Based on',
    news: 'New versions',
    newsText: 'Tribuna does not look for updates and does not update itself. A new version comes from whoever handed over this one: the number above says which is installed. Projects made with an earlier version open in later ones, after a copy.',
    offline: 'Tribuna opens no network connection: not for data, not for updates, not for usage statistics.',
    licences: 'Licences',
    licencesNote_one: '{{count}} package by others is part of Tribuna.',
    licencesNote_other: '{{count}} packages by others are part of Tribuna.',
    package: 'Package',
    licence: 'Licence',
    unstated: 'not stated',
    text: 'Text',
    read: 'Read',
    readOf: 'Read the licence of {{name}}',
    noText: 'the package carries no text',
    back: 'All licences',
    textOf: 'Licence of {{name}}',
  },
  diagnostics: {
    command: 'Diagnostics',
    title: 'Diagnostics',
    holds: 'Versions, sizes, counts and the log of operations: what is needed to understand a fault.',
    holdsNot: 'No contents: no texts, no names of people, brands, projects or files, no paths. It does not leave by itself: it is saved on this computer, and whoever saves it decides who gets it. This is the whole text.',
    text: 'Text of the diagnostics',
    lines_one: '{{count}} line',
    lines_other: '{{count}} lines',
    save: 'Save the text',
  },
};
