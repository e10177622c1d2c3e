/** Lines of a tribe's canvas, in the order they are read. */
export const CANVAS_LINES = ['insight', 'promise', 'task', 'output', 'activity', 'channel', 'kpi'] as const;

/** States of a canvas. */
export const CANVAS_STATES = ['draft', 'agreed', 'running', 'closed'] as const;
