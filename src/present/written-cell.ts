export { cellWriter, isWithheld, type CellVoice } from '../domain/wording/written-cell.ts';
