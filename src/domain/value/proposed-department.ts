import type { Department, DepartmentRule, PieceKind } from '../model/value-piece.ts';
import { PRODUCT_WORDS, REPAIR_WORDS, SERVICE_WORDS } from './department-words.ts';
import { wordBeginnings } from './word-beginnings.ts';

/** A department proposed by rule, with the rule and the words of the text that decided, at most three. */
export interface ProposedDepartment {
  readonly department: Department;
  readonly rule: DepartmentRule;
  readonly words: readonly string[];
}

const MOST_WORDS = 3;
const MARKS = /[\u0300-\u036f]/gu;

const productWords = wordBeginnings(PRODUCT_WORDS);
const serviceWords = wordBeginnings(SERVICE_WORDS);
const repairWords = wordBeginnings(REPAIR_WORDS);

/**
 * Where a piece should go, by what it is and by its words. An idea goes to innovation, to product when it asks to mend or
 * bring back what is there. A fault goes to product or customer care by the side more of whose words it has; a tie, or none,
 * goes to customer care, because a person waits there. Questions, help, praise and other requests go to customer care; praise
 * with words of the product to product. A proposal only: a person's word wins. O(length).
 * @example proposedDepartment('fault', 'La app si blocca') // { department: 'product', rule: 'product-words', words: ['app'] }
 */
export function proposedDepartment(kind: PieceKind | 'request', text: string): ProposedDepartment {
  const folded = text.toLowerCase().normalize('NFD').replaceAll(MARKS, '');
  const proposal = (department: Department, rule: DepartmentRule, words: readonly string[] = []): ProposedDepartment => ({ department, rule, words: words.slice(0, MOST_WORDS) });
  if (kind === 'idea') {
    const repair = repairWords(folded);
    return repair.length > 0 ? proposal('product', 'repair-words', repair) : proposal('innovation', 'idea');
  }
  if (kind === 'question') return proposal('care', 'question');
  if (kind === 'answer') return proposal('care', 'help');
  const product = productWords(folded);
  if (kind === 'testimonial' || kind === 'recommendation') return product.length > 0 ? proposal('product', 'product-words', product) : proposal('care', 'praise');
  const service = serviceWords(folded);
  if (product.length > service.length) return proposal('product', 'product-words', product);
  if (service.length > 0) return proposal('care', 'service-words', service);
  return proposal('care', kind === 'fault' ? 'fault' : 'trouble');
}
