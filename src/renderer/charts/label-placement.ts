export { placedLabels } from '../../domain/drawing/label-placement.ts';
