// What the screen of licences shows: the components that a search finds, and their texts as they read in a narrow column.
import type { ThirdParty } from '../../shared/domain/licence.ts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of the search stands in the name, the author or the licence, whatever the accents and the case. */
export function searchLicences(components: readonly ThirdParty[], query: string): ThirdParty[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  return components.filter(({ name, author, licence }) => {
    const said = folded(`${name} ${author ?? ''} ${licence}`);
    return words.every((word) => said.includes(word));
  });
}

/** Texts that were broken into lines for a page of 80 letters flow in a narrower one; short lines, lists and indented ones stay as they are. */
export function withoutHardBreaks(text: string): string {
  return text.replace(/([^\n]{50,})\n(?=[^\s*•\-=#\d])/gu, '$1 ');
}
