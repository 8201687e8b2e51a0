// What is Trame's own in a written text, beside the library's blocks: links to what is in the project, and pictures.
import { $applyNodeReplacement, DecoratorNode, TextNode } from 'lexical';
import type { EditorConfig, LexicalEditor, LexicalNode, NodeKey, SerializedLexicalNode, SerializedTextNode } from 'lexical';
import type { LinkKind, TextLink } from '../../shared/domain/text-link.ts';
import { showPicture } from './pictures.ts';

type SerializedLink = SerializedTextNode & { kind: LinkKind; id: string; label: string };

/** A link is a word that is written, moved and deleted whole. Its type is called as projects hold it. */
export class ProjectLinkNode extends TextNode {
  __kind: LinkKind;
  __id: string;

  static override getType(): string {
    return 'memo-link';
  }

  static override clone(node: ProjectLinkNode): ProjectLinkNode {
    return new ProjectLinkNode(node.__kind, node.__id, node.__text, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): ProjectLinkNode {
    const { kind, id, label } = json as SerializedLink;
    return $createProjectLinkNode(kind, id, label);
  }

  constructor(kind: LinkKind = 'memo', id = '', label = '', key?: NodeKey) {
    super(label, key);
    this.__kind = kind;
    this.__id = id;
  }

  get target(): TextLink {
    const { __kind: kind, __id: id } = this.getLatest();
    return { kind, id };
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config, editor);
    element.classList.add('project-link');
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

export function $createProjectLinkNode(kind: LinkKind, id: string, label: string): ProjectLinkNode {
  return $applyNodeReplacement(new ProjectLinkNode(kind, id, label).setMode('token'));
}

export function $isProjectLinkNode(node: LexicalNode | null | undefined): node is ProjectLinkNode {
  return node instanceof ProjectLinkNode;
}

type SerializedPicture = SerializedLexicalNode & { sha256: string; alt: string; width: number | null };

/** A picture stands in its line like a letter. Its type is called as projects hold it. */
export class PictureNode extends DecoratorNode<null> {
  __sha256: string;
  __alt: string;
  __width: number | null;

  static override getType(): string {
    return 'memo-image';
  }

  static override clone(node: PictureNode): PictureNode {
    return new PictureNode(node.__sha256, node.__alt, node.__width, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): PictureNode {
    const { sha256, alt, width } = json as SerializedPicture;
    return $createPictureNode(sha256, alt, width);
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
    frame.className = 'written-picture';
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

  override exportJSON(): SerializedPicture {
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

export function $createPictureNode(sha256: string, alt: string, width: number | null): PictureNode {
  return $applyNodeReplacement(new PictureNode(sha256, alt, width));
}
