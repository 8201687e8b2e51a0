// What a memo's text is made of beside paragraphs and lists: headings, quotes, links to what is in the project, pictures.
import { $applyNodeReplacement, $createParagraphNode, DecoratorNode, ElementNode, TextNode } from 'lexical';
import type {
  DOMConversionMap,
  DOMConversionOutput,
  EditorConfig,
  LexicalEditor,
  LexicalNode,
  NodeKey,
  ParagraphNode,
  RangeSelection,
  SerializedElementNode,
  SerializedLexicalNode,
  SerializedTextNode,
} from 'lexical';
import type { MemoLinkKind } from '../../shared/domain/memo.ts';
import { showPicture } from './pictures.ts';

export type HeadingTag = 'h1' | 'h2' | 'h3';

const LEVEL_BELOW_TITLE: Readonly<Record<HeadingTag, string>> = { h1: 'h2', h2: 'h3', h3: 'h4' };

type SerializedHeading = SerializedElementNode & { tag: HeadingTag };

export class HeadingNode extends ElementNode {
  __tag: HeadingTag;

  static override getType(): string {
    return 'heading';
  }

  static override clone(node: HeadingNode): HeadingNode {
    return new HeadingNode(node.__tag, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): HeadingNode {
    return $createHeadingNode((json as SerializedHeading).tag).updateFromJSON(json as SerializedHeading);
  }

  static override importDOM(): DOMConversionMap {
    const convert = (tag: HeadingTag) => () => ({ conversion: (): DOMConversionOutput => ({ node: $createHeadingNode(tag) }), priority: 0 as const });
    return { h1: convert('h1'), h2: convert('h2'), h3: convert('h3'), h4: convert('h3'), h5: convert('h3'), h6: convert('h3') };
  }

  constructor(tag: HeadingTag = 'h1', key?: NodeKey) {
    super(key);
    this.__tag = tag;
  }

  get tag(): HeadingTag {
    return this.getLatest().__tag;
  }

  /** The memo's title is the heading above them all. */
  override createDOM(): HTMLElement {
    const element = document.createElement(LEVEL_BELOW_TITLE[this.__tag]);
    element.className = `memo-text-${this.__tag}`;
    return element;
  }

  override updateDOM(before: this): boolean {
    return before.__tag !== this.__tag;
  }

  override exportJSON(): SerializedHeading {
    return { ...super.exportJSON(), tag: this.tag };
  }

  /** What comes after a heading is plain text. */
  override insertNewAfter(selection?: RangeSelection, restores = true): ParagraphNode | HeadingNode {
    const isAtEnd = !selection || selection.anchor.offset === this.getTextContentSize() || selection.anchor.getNode().getNextSibling() === null;
    const next = isAtEnd ? $createParagraphNode() : $createHeadingNode(this.tag);
    this.insertAfter(next, restores);
    return next;
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }
}

export function $createHeadingNode(tag: HeadingTag): HeadingNode {
  return $applyNodeReplacement(new HeadingNode(tag));
}

export class QuoteNode extends ElementNode {
  static override getType(): string {
    return 'quote';
  }

  static override clone(node: QuoteNode): QuoteNode {
    return new QuoteNode(node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): QuoteNode {
    return $createQuoteNode().updateFromJSON(json as SerializedElementNode);
  }

  static override importDOM(): DOMConversionMap {
    return { blockquote: () => ({ conversion: () => ({ node: $createQuoteNode() }), priority: 0 }) };
  }

  override createDOM(): HTMLElement {
    return document.createElement('blockquote');
  }

  override updateDOM(): boolean {
    return false;
  }

  override insertNewAfter(_selection: RangeSelection, restores = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restores);
    return paragraph;
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }
}

export function $createQuoteNode(): QuoteNode {
  return $applyNodeReplacement(new QuoteNode());
}

type SerializedLink = SerializedTextNode & { kind: MemoLinkKind; id: string; label: string };

/** A link is a word that is written, moved and deleted whole. */
export class MemoLinkNode extends TextNode {
  __kind: MemoLinkKind;
  __id: string;

  static override getType(): string {
    return 'memo-link';
  }

  static override clone(node: MemoLinkNode): MemoLinkNode {
    return new MemoLinkNode(node.__kind, node.__id, node.__text, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): MemoLinkNode {
    const { kind, id, label } = json as SerializedLink;
    return $createMemoLinkNode(kind, id, label);
  }

  constructor(kind: MemoLinkKind = 'memo', id = '', label = '', key?: NodeKey) {
    super(label, key);
    this.__kind = kind;
    this.__id = id;
  }

  get target(): { kind: MemoLinkKind; id: string } {
    const { __kind: kind, __id: id } = this.getLatest();
    return { kind, id };
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config, editor);
    element.classList.add('memo-link');
    element.dataset.linkKind = this.__kind;
    element.dataset.linkId = this.__id;
    return element;
  }

  override exportJSON(): SerializedLink {
    return { ...super.exportJSON(), ...this.target, label: this.getTextContent() };
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isTextEntity(): true {
    return true;
  }
}

export function $createMemoLinkNode(kind: MemoLinkKind, id: string, label: string): MemoLinkNode {
  return $applyNodeReplacement(new MemoLinkNode(kind, id, label).setMode('token'));
}

export function $isMemoLinkNode(node: LexicalNode | null | undefined): node is MemoLinkNode {
  return node instanceof MemoLinkNode;
}

type SerializedImage = SerializedLexicalNode & { sha256: string; alt: string; width: number | null };

/** A picture stands in its line like a letter. */
export class MemoImageNode extends DecoratorNode<null> {
  __sha256: string;
  __alt: string;
  __width: number | null;

  static override getType(): string {
    return 'memo-image';
  }

  static override clone(node: MemoImageNode): MemoImageNode {
    return new MemoImageNode(node.__sha256, node.__alt, node.__width, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): MemoImageNode {
    const { sha256, alt, width } = json as SerializedImage;
    return $createMemoImageNode(sha256, alt, width);
  }

  constructor(sha256 = '', alt = '', width: number | null = null, key?: NodeKey) {
    super(key);
    this.__sha256 = sha256;
    this.__alt = alt;
    this.__width = width;
  }

  get alt(): string {
    return this.getLatest().__alt;
  }

  setAlt(alt: string): void {
    this.getWritable().__alt = alt;
  }

  override createDOM(): HTMLElement {
    const frame = document.createElement('span');
    frame.className = 'memo-image';
    const picture = document.createElement('img');
    picture.alt = this.__alt;
    if (this.__width !== null) picture.width = this.__width;
    showPicture(picture, this.__sha256);
    frame.append(picture);
    return frame;
  }

  override updateDOM(_before: this, frame: HTMLElement): boolean {
    const picture = frame.querySelector('img');
    if (picture) picture.alt = this.__alt;
    return false;
  }

  override exportJSON(): SerializedImage {
    const { __sha256: sha256, __alt: alt, __width: width } = this.getLatest();
    return { type: 'memo-image', version: 1, sha256, alt, width };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }

  override getTextContent(): string {
    return this.alt;
  }
}

export function $createMemoImageNode(sha256: string, alt: string, width: number | null): MemoImageNode {
  return $applyNodeReplacement(new MemoImageNode(sha256, alt, width));
}
