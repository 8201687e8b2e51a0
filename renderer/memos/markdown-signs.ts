// Markdown's signs as they are typed: what stands before the caret and what it makes of the text.

type Block = 'h1' | 'h2' | 'h3' | 'quote' | 'bullet' | 'number';

const HEADINGS: readonly Block[] = ['h1', 'h2', 'h3'];

/** The block that the text before the caret, a paragraph's whole beginning, asks for: `## `, `- `, `1. `, `> `. */
export function blockSign(before: string): Block | undefined {
  const sign = /^(#{1,3}|[-*]|>|1[.)])[ \u00a0]$/u.exec(before)?.[1];
  if (sign === undefined) return undefined;
  if (sign.startsWith('#')) return HEADINGS[sign.length - 1];
  if (sign === '>') return 'quote';
  return sign === '-' || sign === '*' ? 'bullet' : 'number';
}

export interface InlineSign {
  /** Where the opening sign begins. */
  readonly start: number;
  readonly words: string;
  readonly format: 'bold' | 'italic';
}

/** Emphasis that the text before the caret has just closed: `**words**`, `*words*`, `_words_`. */
export function inlineSign(before: string): InlineSign | undefined {
  const bold = /\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/u.exec(before);
  if (bold) return { start: bold.index, words: bold[1] ?? '', format: 'bold' };
  const italic = /(?:^|[^*\w])(\*([^*\s](?:[^*]*[^*\s])?)\*)$/u.exec(before) ?? /(?:^|[^_\p{L}\p{N}])(_([^_\s](?:[^_]*[^_\s])?)_)$/u.exec(before);
  if (!italic) return undefined;
  return { start: before.length - (italic[1] ?? '').length, words: italic[2] ?? '', format: 'italic' };
}

/** Two opening brackets ask for a link. */
export function asksForLink(before: string): boolean {
  return before.endsWith('[[');
}
