/** Points a drawn curve has at most: more cannot be told apart on a screen. */
export const DRAWN_STEPS = 400;

/** Topics on one page of the window's list; the analysis keeps the first page. */
export const TOPICS_A_PAGE = 10;
