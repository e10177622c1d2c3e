/** Points a drawn curve has at most: more cannot be told apart on a screen. */
export const DRAWN_STEPS = 400;
