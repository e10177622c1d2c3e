/** Sections of a report in the order they are given until somebody chooses another. The third page is always what the data do not see. */
export const REPORT_SECTIONS = ['cover', 'board', 'limits', 'question', 'map', 'tribes', 'listening', 'answers', 'trust', 'formation', 'works', 'origins', 'said-did', 'minds', 'choices', 'initiatives', 'sameness', 'past-page', 'probes', 'companies', 'mirror', 'sceptic', 'plan', 'decisions', 'method', 'appendix'] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Sections that no report can leave out: what it is, what its data cannot show, and how its numbers are made. */
export const STANDING_SECTIONS: readonly ReportSection[] = ['cover', 'limits', 'method'];

/** Sections that are off until somebody switches them on: what only some readers want, or what a person must stand for. */
export const HIDDEN_SECTIONS: readonly ReportSection[] = ['origins', 'said-did', 'minds', 'choices', 'initiatives', 'sameness', 'past-page', 'probes', 'companies', 'mirror', 'sceptic', 'appendix'];

/** Who a report is for: `client` holds nothing that leads to a person, `analyst` may. */
export const REPORT_AUDIENCES = ['client', 'analyst'] as const;
export type ReportAudience = (typeof REPORT_AUDIENCES)[number];

/** What a report can be written as. */
export const REPORT_FORMATS = ['pptx', 'pdf', 'html', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
