// A sentence whose words are buttons: a comma or a full stop after one of them never begins a line.

interface Part {
  readonly kind: 'words' | 'slot';
  readonly text: string;
}

/** Each part with the mark that stays with it: words give theirs to the slot before them. */
export function withMarks<P extends Part>(parts: readonly P[]): { readonly part: P; readonly mark: string }[] {
  const markOf = (at: number): string => (parts[at]?.kind === 'words' && parts[at - 1]?.kind === 'slot' ? leadingMark(parts[at].text) : '');
  return parts.map((part, at) =>
    part.kind === 'slot' ? { part, mark: markOf(at + 1) } : { part: { ...part, text: part.text.slice(markOf(at).length) }, mark: '' },
  );
}

function leadingMark(text: string): string {
  return /^[ \u00a0\u202f]?[,;:.!?»”)]+/u.exec(text)?.[0] ?? '';
}
