import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { exportedTemplates, importTemplates, mappingTemplates, removeTemplate, saveTemplate } from './mapping-templates.ts';

/** The operations on mappings kept for files of the same columns; they belong to the computer, not to a project. */
export function templateHandlers(context: AppContext): Pick<HandlerMap, 'templates.list' | 'templates.save' | 'templates.remove' | 'templates.export' | 'templates.import'> {
  const { stateFolder } = context;
  return {
    'templates.list': () => withFailures(() => success({ templates: mappingTemplates(stateFolder) })),
    'templates.save': ({ name, headers, mapping }) => withFailures(() => success({ templates: saveTemplate(stateFolder, { name, headers, mapping, savedAtMs: context.now() }) })),
    'templates.remove': ({ id }) => withFailures(() => {
      const templates = removeTemplate(stateFolder, id);
      return templates === null ? failed('not-found', 'no template has this id') : success({ templates });
    }),
    'templates.export': ({ ids }) => withFailures(() => {
      const chosen = mappingTemplates(stateFolder).filter(({ id }) => ids === undefined || ids.includes(id));
      return ids !== undefined && chosen.length < new Set(ids).size ? failed('not-found', 'a template of these ids is no longer kept') : success({ fileName: 'tribuna-templates.json', text: exportedTemplates(chosen) });
    }),
    'templates.import': ({ text }) => withFailures(() => {
      const imported = importTemplates(stateFolder, text);
      return imported === null ? failed('invalid-input', 'this is no export of templates: choose the JSON file that another Tribuna wrote') : success({ ...imported });
    }),
  };
}
