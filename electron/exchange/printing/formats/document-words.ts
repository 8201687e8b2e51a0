// Words on their way into a printed document: set as the printer of their language would, cited so that the workbench finds them again.
import type { MatrixHeader } from '../../../../shared/domain/matrix.ts';
import { passageAddress, passageBookmark } from '../../../../shared/domain/passage-link.ts';
import type { Language } from '../../../../shared/domain/project.ts';
import { typeset } from '../../../../shared/domain/typography.ts';
import { printable } from './printable-words.ts';
import type { CellBlock, HeadingBlock, Inline, ParagraphBlock, ParagraphStyle, TableBlock } from './printed-document.ts';

type TextInline = Extract<Inline, { kind: 'text' }>;

/** Words as they leave for a thesis: printable, typeset. */
export function printedWords(text: string, language: Language): string {
  return typeset(printable(text.trim()), language);
}

/** Line feeds become breaks. The words are set already. */
export function textInlines(text: string, format: Omit<TextInline, 'kind' | 'text'> = {}): Inline[] {
  return text.split('\n').flatMap((line, at): Inline[] => {
    const words: Inline[] = line === '' ? [] : [{ kind: 'text', text: line, ...format }];
    return at === 0 ? words : [{ kind: 'break' }, ...words];
  });
}

export function paragraph(
  style: ParagraphStyle,
  content: string | readonly Inline[],
  more: Pick<ParagraphBlock, 'indent' | 'keepsWithNext'> = {},
): ParagraphBlock {
  return { kind: 'paragraph', style, inlines: typeof content === 'string' ? textInlines(content) : content, ...more };
}

export function heading(level: HeadingBlock['level'], text: string): HeadingBlock {
  return { kind: 'heading', level, inlines: textInlines(text) };
}

/** `(E12, Directrice, §34)`, which leads back to the passage. Without a project it is a name only. */
export function passageReference(reference: string, passageId: string, projectId: string | null): Inline {
  const words = textInlines(reference, { role: 'reference' });
  const linked: Inline[] = projectId === null ? words : [{ kind: 'link', to: passageAddress(projectId, passageId), inlines: words }];
  return { kind: 'bookmark', id: passageBookmark(passageId), inlines: linked };
}

/** Columns without anything above them. */
export function plainColumns(labels: readonly string[]): MatrixHeader[] {
  return labels.map((label, at) => ({ key: `column:${at}`, label, path: [label], entities: [] }));
}

/** A column of verbatims needs about four centimetres. */
export const VERBATIM_FITS: TableBlock['fits'] = { upright: 3, across: 6 };

/** All the words of blocks, a line feed between paragraphs. */
export function plainText(blocks: readonly CellBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'list' ? block.items.map((item) => plainText(item)).join('\n') : inlineText(block.inlines)))
    .join('\n');
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'break') return '\n';
      if (inline.kind === 'link' || inline.kind === 'bookmark') return inlineText(inline.inlines);
      return inline.kind === 'picture' ? inline.alt : '';
    })
    .join('');
}
