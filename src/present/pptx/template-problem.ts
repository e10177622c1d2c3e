/** What may be wrong with an agency's template: it cannot be read, or misses what every deck needs. */
export type TemplateTrouble = 'not-a-presentation' | 'too-large' | 'runs-code' | 'leads-outside' | 'no-cover' | 'no-page' | 'no-place';

const WORDS: Readonly<Record<TemplateTrouble, string>> = {
  'not-a-presentation': 'the template cannot be read as a PowerPoint file (.pptx or .potx)',
  'too-large': 'the template unpacks to more than any template holds',
  'runs-code': 'the template holds macros or controls: save it as .pptx without them',
  'leads-outside': 'the template shows something that lies outside it, such as a linked picture or film: embed it and save again',
  'no-cover': 'the template has no sample slide with {{title}} and without {{body}}: the cover',
  'no-page': 'the template has no sample slide with {{title}} and {{body}}: the page',
  'no-place': 'an area of the template has no place on its slide nor on its layout',
};

/** A template that cannot be filled; `trouble` says why, `detail` what the library or the file said. */
export class TemplateProblem extends Error {
  readonly trouble: TemplateTrouble;
  readonly detail: string;

  constructor(trouble: TemplateTrouble, detail = '') {
    super(WORDS[trouble]);
    this.name = 'TemplateProblem';
    this.trouble = trouble;
    this.detail = detail;
  }
}
