import type { start as italian } from '../it/start.ts';
import type { SameKeys } from '../../../domain/wording/same-keys.ts';

/** Words of the first screen. */
export const start = {
  claim: 'From conversations to tribes, without leaving this computer.',
  sampleTitle: 'Open the sample',
  sampleText: 'Caffè Aurora, a year of conversations on several networks, gaps included. Everything can be read at once.',
  sampleAction: 'Open the sample',
  newTitle: 'New project',
  newText: 'One file for one brand and its conversations. Files are imported in the next step.',
  newAction: 'Create the project',
  newName: 'Name of the project',
  newNamePlaceholder: 'For example: Caffè Aurora 2026',
  openTitle: 'Open a project',
  openText: 'A .tribuna file; it may also be dropped on this window.',
  openAction: 'Choose the file',
  recent: 'Recent projects',
  recentMissing: 'cannot be reached',
  delete: {
    action: 'Delete the project {{name}}', title: 'Delete the project {{name}}?', confirm: 'Delete the project',
    file: 'The file “{{file}}” is deleted, with all that Tribuna put beside it: {{size}} altogether.', copies_one: '{{n}} copy of its earlier state goes with it.', copies_other: '{{n}} copies of its earlier states go with it.',
    stays: 'Files it was imported from, files exported from it and copies made elsewhere stay. On disk the bytes are freed, not overwritten: an encrypted disk protects them.', final: 'This cannot be undone.',
    gone: '“{{file}}” cannot be reached: only its line in the list goes. If it is on a disk that is not connected, it stays there.',
  },
  recentNone: 'Projects you open will stand here.',
  openedAt: 'opened on {{date}}',
  dropHint: 'Files may be dropped anywhere on this window: a project opens, an export is imported.',
  preparing: 'Preparing the sample',
  offline: 'No connection: the data stay here',
  version: 'version {{version}}',
  pending_one: '{{n}} file waiting: create or open a project to import it',
  pending_other: '{{n}} files waiting: create or open a project to import them',
  salvage: {
    title: 'What can still be read',
    text: 'Messages, profiles and decisions that can still be read are written into a new folder, as CSV and JSON: messages can be imported into another project. The damaged file is not touched.',
    action: 'Export what can be read', writing: 'Reading',
    messages_one: '{{n}} message read', messages_other: '{{n}} messages read', accounts_one: '{{n}} profile read', accounts_other: '{{n}} profiles read', decisions_one: '{{n}} decision read', decisions_other: '{{n}} decisions read',
    noLoss: 'no loss found', loss: 'not readable: {{what}}', rows_one: '{{n}} row', rows_other: '{{n}} rows', pages_one: '{{n}} page of many rows', pages_other: '{{n}} pages of many rows',
    declared_one: 'The imports had counted {{n}} message.', declared_other: 'The imports had counted {{n}} messages.', beside: 'All of it is in the folder “{{folder}}”, beside the project.', elsewhere: 'All of it is in the folder “{{folder}}”, where new projects are made: beside this one nothing can be written.',
  },
} as const satisfies SameKeys<typeof italian>;
