import { DECISION_SECTIONS, type DecisionSection } from '../../domain/model/decision-section.ts';
import { MESSAGE_SECTIONS } from './message-sections.ts';
import { PEOPLE_SECTIONS } from './people-sections.ts';
import { PLAN_SECTIONS } from './plan-section.ts';
import type { SectionRule } from './section-rule.ts';
import { SETTING_SECTIONS } from './setting-sections.ts';
import { TRIBE_SECTIONS } from './tribe-sections.ts';

const BY_NAME = new Map<DecisionSection, SectionRule>([...PEOPLE_SECTIONS, ...MESSAGE_SECTIONS, ...SETTING_SECTIONS, ...TRIBE_SECTIONS, ...PLAN_SECTIONS].map((rule) => [rule.section, rule]));

/** How every kind of decision travels, in the order in which they are laid down. */
export const SECTION_RULES: readonly SectionRule[] = DECISION_SECTIONS.map((section) => {
  const rule = BY_NAME.get(section);
  if (rule === undefined) throw new Error(`no rule for decisions of the section ${section}`);
  return rule;
});
