/** The part of the browser's Trusted Types that is used here; absent where a browser has none, and then nothing is blocked. */
interface PolicyMaker {
  readonly createPolicy: (name: 'default', rules: { readonly createHTML: (text: string) => string | null }) => unknown;
}

/**
 * Lets code empty an element by writing no text as its HTML, which the component library does when a spin button is left; any other text
 * written as HTML stays blocked by the page's policy, as before.
 */
export function allowEmptying(page: Window): void {
  const { trustedTypes } = page as unknown as { readonly trustedTypes?: PolicyMaker };
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? text : null) });
}
