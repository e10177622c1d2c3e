/** Lines of a tribe's canvas, in the order they are read. */
export const CANVAS_LINES = ['insight', 'promise', 'task', 'output', 'activity', 'channel', 'kpi'] as const;
export type CanvasLine = (typeof CANVAS_LINES)[number];

/** States of a canvas. */
export const CANVAS_STATES = ['draft', 'agreed', 'running', 'closed'] as const;
export type CanvasState = (typeof CANVAS_STATES)[number];
