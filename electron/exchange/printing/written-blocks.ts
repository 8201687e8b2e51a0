// A text with its form (a memo's, a synthesis's) as blocks of a printed document: headings, lists, quotations, links, pictures.
import { imageSize } from '../../../shared/domain/image-kind.ts';
import { BOLD, ITALIC, UNDERLINE, linksOf } from '../../../shared/domain/written-text.ts';
import type { BlockNode, InlineNode, ListItemNode, ListNode, WrittenText } from '../../../shared/domain/written-text.ts';
import { quoted } from '../../../shared/domain/typography.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { PassageId } from '../../../shared/domain/ids.ts';
import { memoExportText } from '../../../shared/i18n/memo-export.ts';
import type { Session } from '../../commands/run-command.ts';
import { nameLinks } from '../../queries/memo-targets.ts';
import { readPicture } from '../../queries/memos.ts';
import { readReferred } from '../../queries/referred-passages.ts';
import { printable } from './formats/printable-words.ts';
import type { PrintSetting } from './print-setting.ts';
import { paragraph, printedWords, textInlines } from './formats/document-words.ts';
import type { CellBlock, HeadingBlock, Inline, ParagraphStyle } from './formats/printed-document.ts';

type Project = Session['project'];
type LinkNode = Extract<InlineNode, { type: 'memo-link' }>;

export interface WrittenSetting {
  readonly language: Language;
  /** What stands for a link to something of the project. */
  readonly link: (node: LinkNode) => readonly Inline[];
  readonly picture: (sha256: string) => { readonly mime: string; readonly bytes: Uint8Array };
}

/** A passage is quoted whole and cited; everything else is called by its name of today, or what it was called when it is gone. */
export function writtenSetting(project: Project, document: WrittenText, setting: PrintSetting): WrittenSetting {
  const { language } = setting;
  const links = linksOf(document);
  const byId = new Map(nameLinks(project, links).map((target) => [`${target.kind} ${target.id}`, target]));
  const referred = readReferred(
    project,
    links.flatMap(({ kind, id }) => (kind === 'passage' ? [id as PassageId] : [])),
  );
  const link = ({ kind, id, label }: LinkNode): Inline[] => {
    const target = byId.get(`${kind} ${id}`);
    const passage = kind === 'passage' ? referred.get(id as PassageId) : undefined;
    if (!passage) return textInlines(printedWords(target?.label ?? label, language));
    return [...textInlines(`${quoted(printable(passage.words), language)} `), setting.reference(passage)];
  };
  return { language, link, picture: (sha256) => readPicture(project, sha256) };
}

/** What every format shows; other kinds of picture are named instead. */
const SHOWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);

function pictureInlines({ sha256, alt, width }: Extract<InlineNode, { type: 'memo-image' }>, { picture, language }: WrittenSetting): Inline[] {
  const { mime, bytes } = picture(sha256);
  const size = imageSize(bytes);
  if (!SHOWN.has(mime) || size === undefined || size.width === 0) return textInlines(memoExportText[language].picture(alt));
  const wide = width ?? size.width;
  return [{ kind: 'picture', mime, bytes, width: wide, height: Math.max(1, Math.round((wide * size.height) / size.width)), alt }];
}

/** Typeset, but for the spaces at a run's edges: they part it from its neighbours. */
function runInlines(node: Extract<InlineNode, { type: 'text' }>, language: Language): Inline[] {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(printable(node.text)) ?? [];
  const format = {
    ...(node.format & BOLD ? { bold: true } : {}),
    ...(node.format & ITALIC ? { italic: true } : {}),
    ...(node.format & UNDERLINE ? { underline: true } : {}),
  };
  return textInlines(`${before}${printedWords(words, language)}${after}`, format);
}

function inlinesOf(nodes: readonly InlineNode[], setting: WrittenSetting): Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    switch (node.type) {
      case 'text':
        return runInlines(node, setting.language);
      case 'tab':
        return [{ kind: 'text', text: ' ' }];
      case 'linebreak':
        return [{ kind: 'break' }];
      case 'memo-link':
        return setting.link(node);
      case 'memo-image':
        return pictureInlines(node, setting);
      case 'link':
        return [{ kind: 'link', to: node.url, inlines: inlinesOf(node.children, setting) }];
    }
  });
}

function itemBlocks({ children }: ListItemNode, style: ParagraphStyle, setting: WrittenSetting): CellBlock[] {
  const own = children.filter((child) => child.type !== 'list');
  const nested = children.filter((child) => child.type === 'list');
  return [
    ...(own.length > 0 || nested.length === 0 ? [paragraph(style, inlinesOf(own, setting))] : []),
    ...nested.map((list) => listBlock(list, style, setting)),
  ];
}

/** An item that only holds a list is that list, under the item before it. */
function listBlock({ children, listType, start }: ListNode, style: ParagraphStyle, setting: WrittenSetting): CellBlock {
  const items: CellBlock[][] = [];
  for (const item of children) {
    const isNestOnly = item.children.length > 0 && item.children.every(({ type }) => type === 'list');
    const last = items.at(-1);
    if (isNestOnly && last) last.push(...itemBlocks(item, style, setting));
    else items.push(itemBlocks(item, style, setting));
  }
  return { kind: 'list', start: listType === 'number' ? start : null, items };
}

/** Blocks that a cell can hold too: headings are bold paragraphs. */
export function writtenCellBlocks(document: WrittenText, style: ParagraphStyle, setting: WrittenSetting): CellBlock[] {
  return document.root.children.map((node): CellBlock => {
    switch (node.type) {
      case 'paragraph':
        return paragraph(style, inlinesOf(node.children, setting));
      case 'heading':
        return paragraph(style, bold(inlinesOf(node.children, setting)), { keepsWithNext: true });
      case 'quote':
        return { kind: 'quote', inlines: inlinesOf(node.children, setting), ...(style === 'body' ? {} : { isInCell: true }) };
      case 'list':
        return listBlock(node, style, setting);
    }
  });
}

const bold = (inlines: readonly Inline[]): Inline[] => inlines.map((inline) => (inline.kind === 'text' ? { ...inline, bold: true } : inline));

/** @param above the level of the heading that the text stands under: its own are below */
export function writtenBlocks(document: WrittenText, above: 1 | 2, setting: WrittenSetting): (HeadingBlock | CellBlock)[] {
  return document.root.children.flatMap((node: BlockNode): (HeadingBlock | CellBlock)[] => {
    if (node.type !== 'heading') return writtenCellBlocks({ root: { ...document.root, children: [node] } }, 'body', setting);
    const level = Math.min(3, above + Number(node.tag.slice(1))) as HeadingBlock['level'];
    return [{ kind: 'heading', level, inlines: inlinesOf(node.children, setting) }];
  });
}
