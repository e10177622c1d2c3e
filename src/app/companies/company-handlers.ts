import type { HandlerMap } from '../../contract/dispatch.ts';
import { success } from '../../contract/outcome.ts';
import { accountNames } from '../../store/company-queries.ts';
import type { AppContext } from '../context.ts';
import { changePlan, changePlans, writableProject } from '../plan/plan-change.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { companiesView, companiesWriting } from './companies-view.ts';
import { businessPreset, BUSINESS_RECORD, COMPANY_KIND, companyId, decidedCompanies } from './company-records.ts';

/** Business to business: companies, and the preset with longer windows. */
export function companyHandlers(context: AppContext): Pick<HandlerMap, 'companies.list' | 'companies.assign' | 'business.get' | 'business.set'> {
  return {
    'companies.list'({ page, size, tried, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      // what people said and set is no data, and part of the question
      const said = { decided: [...decidedCompanies(scope.value.project)], preset: businessPreset(scope.value.project) };
      return success(cachedAnswer(scope.value.project, { name: 'companies.list', input: { ...input, page, size, tried, ...said } }, () => companiesView(scope.value, { page, size, tried })));
    },
    'business.get'(input) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const preset = businessPreset(project);
      if (!preset.on) return success({ preset, writing: null });
      return success(cachedAnswer(project, { name: 'business.get', input: { ...input, preset, decided: [...decidedCompanies(project)] } }, () => ({ preset, writing: companiesWriting(scope.value) })));
    },
    'companies.assign'({ accountIds, company }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const decided = decidedCompanies(project.value);
      const writings = accountNames(project.value, accountIds).flatMap((account) => {
        const id = companyId(account);
        return (decided.get(id) ?? null) === company ? [] : [{ kind: COMPANY_KIND, id, body: company === null ? null : { company } }];
      });
      if (writings.length > 0) changePlans(context, project.value, { command: 'companies.assign', label: company ?? '', writings });
      return success({ changed: writings.length });
    },
    'business.set'(preset) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (JSON.stringify(preset) === JSON.stringify(businessPreset(project.value))) return success({ changed: false, dataVersion: dataVersionOf(project.value) });
      changePlan(context, project.value, { command: 'business.set', ...BUSINESS_RECORD, body: preset, label: '' });
      raiseDataVersion(project.value);
      return success({ changed: true, dataVersion: dataVersionOf(project.value) });
    },
  };
}
