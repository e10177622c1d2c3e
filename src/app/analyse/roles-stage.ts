import { recordCounts } from '../../store/record-counts.ts';
import { deriveRoles, ROLES_DEFINITION_VERSION } from '../roles/derive-roles.ts';
import { throwIfCancelled, type Stage } from './stage.ts';

/** Who people are to the brands: roles by rule and evidence, proposals, flags of bots and doubles; after reading, before figures. */
export const rolesStage: Stage = {
  name: 'roles',
  definition: ROLES_DEFINITION_VERSION,
  run(project, _options, call) {
    const total = recordCounts(project).messages;
    return deriveRoles(project, (done) => {
      throwIfCancelled(call);
      if (done > 0) call.onProgress({ phase: 'roles', done: Math.min(done, total), total, unit: 'messages' });
    }).suggestions;
  },
};
