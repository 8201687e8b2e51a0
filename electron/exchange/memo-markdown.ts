// Memos as Markdown: one first-level heading each, the memo's own headings below, pictures within the file.
import { BOLD, ITALIC } from '../../shared/domain/memo-document.ts';
import type { BlockNode, InlineNode, ListNode } from '../../shared/domain/memo-document.ts';
import type { MemoPictures, PrintedMemo } from './printed-memo.ts';

type Rest = Pick<PrintedMemo, 'linkWords'> & { readonly pictures: MemoPictures };

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/gu, '\\$&');
/** Words that would read as a heading, a list or a quote at the start of a line. */
const atLineStart = (line: string): string =>
  line.replace(/^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|>|\d+(?=[.)]\s))/u, '$1\\$2').replace(/^(\s*)\\(\d+)([.)])/u, '$1$2\\$3');

/** Marks enclose words, not the spaces around them: Markdown reads nothing else as emphasis. */
function marked(text: string, bits: number): string {
  const mark = `${bits & BOLD ? '**' : ''}${bits & ITALIC ? '*' : ''}`;
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return mark === '' || words === '' ? escaped(text) : `${before}${mark}${escaped(words)}${[...mark].reverse().join('')}${after}`;
}

function inlineText(node: InlineNode, rest: Rest): string {
  switch (node.type) {
    case 'text':
      return marked(node.text, node.format);
    case 'tab':
      return '\t';
    case 'linebreak':
      return '  \n';
    case 'memo-link':
      return escaped(rest.linkWords(node));
    case 'memo-image': {
      const { mime, bytes } = rest.pictures.read(node.sha256);
      return `![${escaped(node.alt)}](data:${mime};base64,${Buffer.from(bytes).toString('base64')})`;
    }
  }
}

const inlinesText = (nodes: readonly InlineNode[], rest: Rest): string => atLineStart(nodes.map((node) => inlineText(node, rest)).join(''));

function listLines({ children, listType, start }: ListNode, rest: Rest, indent: string): string[] {
  let number = start - 1;
  return children.flatMap((item) => {
    const own = item.children.filter((child) => child.type !== 'list');
    const nested = item.children.filter((child) => child.type === 'list');
    if (own.length > 0 || nested.length === 0) number += 1;
    const sign = listType === 'number' ? `${number}.` : '-';
    const below = ' '.repeat(sign.length + 1);
    return [
      ...(own.length > 0 || nested.length === 0 ? [`${indent}${sign} ${inlinesText(own, rest).replaceAll('\n', `\n${indent}${below}`)}`] : []),
      ...nested.flatMap((list) => listLines(list, rest, indent + below)),
    ];
  });
}

function blockText(node: BlockNode, rest: Rest): string {
  switch (node.type) {
    case 'paragraph':
      return inlinesText(node.children, rest);
    case 'heading':
      return `${'#'.repeat(Number(node.tag.slice(1)) + 1)} ${inlinesText(node.children, rest).replaceAll(/\s*\n/gu, ' ')}`;
    case 'quote':
      return `> ${inlinesText(node.children, rest).replaceAll('\n', '\n> ')}`;
    case 'list':
      return listLines(node, rest, '').join('\n');
  }
}

export function memosToMarkdown(memos: readonly PrintedMemo[], pictures: MemoPictures): string {
  const parts = memos.map(({ title, by, on, document, linkWords }) =>
    [`# ${escaped(title)}`, `*${escaped(by)}*  \n*${escaped(on)}*`, ...document.root.children.map((node) => blockText(node, { linkWords, pictures }))]
      .filter((part) => part.trim() !== '')
      .join('\n\n'),
  );
  return `${parts.join('\n\n')}\n`;
}
