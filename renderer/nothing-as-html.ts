// What becomes html without a policy of its own is nothing but emptiness: react-aria empties what it said aloud that way.

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (html: string) => string | null }): unknown;
}

/** Before anything is drawn. Any other text is refused, as it is where there is no such policy. */
export function takeNothingAsHtml(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) });
}
