export { linearScale, logScale, roundTicks, type Scale } from '../../domain/drawing/scale.ts';
