import type { SameKeys } from '../../../domain/wording/same-keys.ts';
import type { saving as italian } from '../it/saving.ts';

/** English words for saving the project as another file. */
export const saving = {
  as: 'Save as', copy: 'Save a copy',
  textAs: 'The whole project goes into a new file, and work goes on there. The present file stays as it is.',
  textCopy: 'The whole project goes into a new file. Work goes on in the present one.',
  textClosed: 'The whole project goes into a new file, which opens and can be changed. The present one stays as it is.',
  name: 'Name of the copy', suggested: '{{name}} copy', folder: 'In the folder of projects. History and decisions go along; backups stay beside the present file.',
  save: 'Save', replace: 'Replace', taken: '“{{name}}” is already there. If it is replaced, the project that was there stays among the backups of the new one.',
  saving: 'Saving', saved: 'Copy saved: “{{name}}”', inCopy: 'You are now working in “{{name}}”', open: 'Open the copy',
  lockedTitle: 'Nothing can be imported here', lockedText: 'The project is open for reading only: its file, or the folder it lies in, is protected. A copy saved elsewhere can be worked on as usual.', lockedCopy: 'Save a copy and go on there',
} as const satisfies SameKeys<typeof italian>;
