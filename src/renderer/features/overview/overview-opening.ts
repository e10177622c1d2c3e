import type { OperationValue } from '../../../contract/operations.ts';
import type { Filters } from '../../../contract/selection.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

type Overview = OperationValue<'overview'>;

/** What the opening sentence needs beside the voice: how dates and network names are written. */
export interface OpeningWords {
  readonly date: (ms: number) => string;
  readonly network: (code: string) => string;
  /** Filters in force: sources that they leave out are not spoken of. */
  readonly filters?: Filters | undefined;
}

/** True where messages in a firm's name are not all of one brand: another brand of the project writes, or a firm that is none of them. */
export function hasOtherFirms({ brands, unseen }: Pick<Overview, 'brands' | 'unseen'>): boolean {
  return brands.filter(({ messages }) => messages > 0).length > 1 || unseen.some(({ code }) => code === 'unclaimed-desks');
}

/**
 * The sentence that opens the overview, with its forms for poor data: nothing left, nobody speaks for the brand, sources
 * without a single answer.
 */
export function overviewOpening(overview: Overview, voice: ChartVoice, { date, network, filters = {} }: OpeningWords): string {
  if (overview.messages === 0) return voice.text('overview.opening.empty');
  const { windowStartMs, windowEndMs } = overview;
  const sentences = [
    voice.text(hasOtherFirms(overview) ? 'overview.opening.richFirms' : 'overview.opening.rich', {
      accounts: voice.count(overview.accounts),
      messages: voice.count(overview.messages),
      inbound: voice.count(overview.inbound),
      outbound: voice.count(overview.outbound),
      where: voice.text('overview.opening.where', { count: overview.networks.length, networks: voice.list(overview.networks.map(network)) }),
      when: windowStartMs === null || windowEndMs === null ? voice.text('overview.opening.whenUnknown') : voice.text('overview.opening.when', { from: date(windowStartMs), to: date(windowEndMs) }),
    }),
  ];
  const absent = overview.coverage.filter(({ replies, brand, network: source, container }) => replies === 'absent' && (brand === null || brand === overview.brand) && (filters.networks?.includes(source) ?? true) && (filters.containers?.includes(container) ?? true)).length;
  if (overview.brand === null && overview.brands.length > 0 && !overview.brands.some(({ own }) => own)) sentences.push(voice.text('common.allBrands'));
  else if (overview.brand === null || overview.outbound === 0) sentences.push(voice.text('overview.opening.noBrand'));
  else if (absent > 0) sentences.push(voice.text('overview.opening.noAnswers', { count: absent }));
  return sentences.join(' ');
}
