import type { OperationValue } from '../../../contract/operations.ts';

/** A report as the room shows it. */
export type ReportValue = OperationValue<'present.report'>;
/** One page of it. */
export type PageValue = ReportValue['pages'][number];
/** One block of a page. */
export type BlockValue = PageValue['blocks'][number];
/** What was set for all reports. */
export type SettingsValue = OperationValue<'present.settings'>;
/** What a report may be written as. */
export type FileFormat = 'pptx' | 'pdf' | 'html' | 'xlsx' | 'csv';

/** Charts of pages as addresses of pictures, by the key of the chart. */
export type Pictures = ReadonlyMap<string, string>;

/** Makes the addresses of pictures. */
export function pictureAddresses({ pictures }: Pick<OperationValue<'present.pictures'>, 'pictures'>): Pictures {
  return new Map(pictures.map(({ chart, svg }) => [chart, `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`]));
}

/** Sections with one moved a place up or down; the same list where it cannot. */
export function movedSections(sections: SettingsValue['sections'], section: string, by: -1 | 1): SettingsValue['sections'] {
  const at = sections.findIndex((one) => one.section === section);
  const to = at + by;
  const moved = sections[at];
  const other = sections[to];
  if (moved === undefined || other === undefined) return sections;
  return sections.map((one, place) => (place === at ? other : place === to ? moved : one));
}
