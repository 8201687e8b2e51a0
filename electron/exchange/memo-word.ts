// Memos as a Word document: real headings, lists and pictures, in named styles that a thesis template restyles.
import { AlignmentType, HeadingLevel, ImageRun, LevelFormat, Paragraph, Tab, TextRun } from 'docx';
import type { INumberingOptions, ParagraphChild } from 'docx';
import { imageSize } from '../../shared/domain/image-kind.ts';
import { BOLD, ITALIC, UNDERLINE } from '../../shared/domain/memo-document.ts';
import type { BlockNode, InlineNode, ListNode } from '../../shared/domain/memo-document.ts';
import type { Language } from '../../shared/domain/project.ts';
import { memoExportText } from '../../shared/i18n/memo-export.ts';
import type { MemoPictures, PrintedMemo } from './printed-memo.ts';
import { packWord, textArea, wordPage } from './word-page.ts';
import { STYLE } from './word-styles.ts';

interface Printing {
  readonly language: Language;
  readonly pictures: MemoPictures;
  readonly linkWords: PrintedMemo['linkWords'];
  /** Numbers each numbered list from its own start: Word needs one definition for each. */
  readonly numberList: (start: number) => string;
}

const LEVELS = 9;
/** Twips. */
const STEP = 360;
const TWIPS_PER_PIXEL = 15;
const FALLBACK_WIDTH = 400;

/** What Word shows; other kinds are named instead. */
const WORD_IMAGE: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' };

function picture(node: InlineNode & { type: 'memo-image' }, { pictures, language }: Printing): ParagraphChild {
  const { mime, bytes } = pictures.read(node.sha256);
  const type = WORD_IMAGE[mime];
  const size = imageSize(bytes);
  if (type === undefined || size === undefined || size.width === 0) return new TextRun(memoExportText[language].picture(node.alt));
  const page = Math.floor(textArea(false).textWidth / TWIPS_PER_PIXEL);
  const width = Math.min(node.width ?? size.width, page) || FALLBACK_WIDTH;
  const height = Math.max(1, Math.round((width * size.height) / size.width));
  return new ImageRun({ type, data: bytes, transformation: { width, height }, altText: { name: node.alt, description: node.alt, title: node.alt } });
}

function runs(nodes: readonly InlineNode[], printing: Printing): ParagraphChild[] {
  return nodes.map((node) => {
    switch (node.type) {
      case 'text':
        return new TextRun({
          text: node.text,
          bold: (node.format & BOLD) !== 0,
          italics: (node.format & ITALIC) !== 0,
          ...(node.format & UNDERLINE ? { underline: {} } : {}),
        });
      case 'tab':
        return new TextRun({ children: [new Tab()] });
      case 'linebreak':
        return new TextRun({ break: 1 });
      case 'memo-link':
        return new TextRun(printing.linkWords(node));
      case 'memo-image':
        return picture(node, printing);
    }
  });
}

function listParagraphs({ children, listType, start }: ListNode, printing: Printing, level: number): Paragraph[] {
  const reference = listType === 'number' ? printing.numberList(start) : undefined;
  const at = Math.min(level, LEVELS - 1);
  return children.flatMap((item) => {
    const own = item.children.filter((child) => child.type !== 'list');
    const nested = item.children.filter((child) => child.type === 'list');
    const below = nested.flatMap((list) => listParagraphs(list, printing, level + 1));
    if (own.length === 0 && nested.length > 0) return below;
    const mark = reference === undefined ? { bullet: { level: at } } : { numbering: { reference, level: at } };
    return [new Paragraph({ children: runs(own, printing), ...mark }), ...below];
  });
}

const HEADINGS = { h1: HeadingLevel.HEADING_2, h2: HeadingLevel.HEADING_3, h3: HeadingLevel.HEADING_4 } as const;

function paragraphs(node: BlockNode, printing: Printing): Paragraph[] {
  if (node.type === 'list') return listParagraphs(node, printing, 0);
  const children = runs(node.children, printing);
  if (node.type === 'heading') return [new Paragraph({ heading: HEADINGS[node.tag], children })];
  return [new Paragraph(node.type === 'quote' ? { style: STYLE.verbatim, indent: { left: STEP }, children } : { spacing: { after: 120 }, children })];
}

/** The definitions of the numbered lists, as they come up. */
function numbering(): { readonly options: () => INumberingOptions; readonly numberList: (start: number) => string } {
  const lists: { reference: string; start: number }[] = [];
  return {
    numberList: (start) => {
      const reference = `list-${lists.length + 1}`;
      lists.push({ reference, start });
      return reference;
    },
    options: () => ({
      config: lists.map(({ reference, start }) => ({
        reference,
        levels: Array.from({ length: LEVELS }, (_, level) => ({
          level,
          format: LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          start,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
        })),
      })),
    }),
  };
}

interface WordMemos {
  readonly title: string;
  readonly language: Language;
  readonly memos: readonly PrintedMemo[];
  readonly pictures: MemoPictures;
}

export async function memosToWord({ title, language, memos, pictures }: WordMemos): Promise<Uint8Array> {
  const { options, numberList } = numbering();
  const children = memos.flatMap(({ title: heading, by, on, document, linkWords }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: heading }),
    new Paragraph({ style: STYLE.note, text: by }),
    new Paragraph({ style: STYLE.source, text: on }),
    ...document.root.children.flatMap((node) => paragraphs(node, { language, pictures, linkWords, numberList })),
  ]);
  return packWord({ title, author: undefined, language, sections: [{ ...wordPage(false), children }], numbering: options() });
}
