// One memo being written: the editor on its element, kept after a rest, on leaving, on Ctrl+Enter and when the window goes.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import {
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  BLUR_COMMAND,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  createEditor,
  mergeRegister,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { documentOfText, memoDocument } from '../../shared/domain/memo-document.ts';
import type { MemoDocument } from '../../shared/domain/memo-document.ts';
import type { LinkTarget, MemoLink } from '../../shared/domain/memo.ts';
import { asksForLink } from './markdown-signs.ts';
import { imagesIn } from './pictures.ts';
import { MEMO_NODES, $caretForm, registerMemoText } from './register-memo-text.ts';
import type { CaretForm } from './register-memo-text.ts';
import { $createMemoImageNode, $createMemoLinkNode, $isMemoLinkNode, MemoImageNode } from './text-nodes.ts';

const BURST_MS = 400;
const REST_MS = 1500;

/** What is told while somebody writes. */
export interface WritingListener {
  /** Something was typed that is not kept yet. */
  readonly onChange: () => void;
  readonly onKeep: (document: MemoDocument) => void;
  readonly onCaret: (form: CaretForm, isBlank: boolean) => void;
  readonly onOpenLink: (link: MemoLink) => void;
  readonly onAskLink: () => void;
  readonly onImage: (image: MemoImageNode) => void;
  /** Takes a picture in; null when it was refused. */
  readonly onPicture: (file: File) => Promise<string | null>;
  /** Undefined where Escape is for others. */
  readonly onLeave: (() => void) | undefined;
}

export interface WritingOptions {
  readonly root: HTMLElement;
  readonly document: MemoDocument;
  readonly isReadOnly: boolean;
  readonly listener: () => WritingListener;
}

const print = (document: MemoDocument): string => JSON.stringify(document);

export class MemoWriting {
  readonly editor: LexicalEditor;
  readonly #options: WritingOptions;
  /** As the editor holds it: runs of one form may be one there and two in the project. */
  #kept: string;
  /** As the project last had it. */
  #stored: string;
  #resting = 0;
  readonly #stop: () => void;

  constructor(options: WritingOptions) {
    const { document, isReadOnly, root } = options;
    this.#options = options;
    this.editor = createEditor({
      namespace: 'memo',
      nodes: MEMO_NODES,
      editable: !isReadOnly,
      theme: { text: { bold: 'rich-bold', italic: 'rich-italic', underline: 'rich-underline' } },
      onError: (error) => console.error(error),
    });
    this.#show(document);
    this.editor.setRootElement(root);
    this.#kept = print(this.#read() ?? document);
    this.#stored = print(document);
    this.#stop = mergeRegister(
      registerMemoText(this.editor),
      registerHistory(this.editor, createEmptyHistoryState(), BURST_MS),
      this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => this.#onUpdate(dirtyElements.size + dirtyLeaves.size > 0)),
      this.editor.registerCommand(BLUR_COMMAND, () => (this.keep(), false), COMMAND_PRIORITY_LOW),
      this.editor.registerCommand(KEY_DOWN_COMMAND, (event) => this.#onKey(event), COMMAND_PRIORITY_HIGH),
      this.#listen(root),
    );
  }

  readonly keep = (): void => {
    clearTimeout(this.#resting);
    const now = this.#options.isReadOnly ? undefined : this.#read();
    if (!now || print(now) === this.#kept) return;
    this.#kept = print(now);
    this.#options.listener().onKeep(now);
  };

  /** What the project has now; while the writer has typed something since, theirs stays. */
  take(document: MemoDocument): void {
    const wanted = print(document);
    if (wanted === this.#stored) return;
    this.#stored = wanted;
    const now = this.#read();
    if (!now || print(now) === wanted || print(now) !== this.#kept) return;
    this.#show(document);
    this.#kept = print(this.#read() ?? document);
  }

  insertLink({ kind, id, label, ref }: LinkTarget): void {
    const words = ref === '' ? label : `${label} (${ref})`;
    this.editor.update(() => $insertNodes([$createMemoLinkNode(kind, id, words), $createTextNode(' ')]), { onUpdate: () => this.editor.focus() });
  }

  async insertPictures(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const sha256 = await this.#options.listener().onPicture(file);
      // the clipboard calls every picture « image »
      const alt = file.name.replace(/\.[^.]*$/u, '').replace(/^image$/u, '');
      if (sha256 !== null) this.editor.update(() => $insertNodes([$createMemoImageNode(sha256, alt, null)]));
    }
  }

  end(): void {
    this.keep();
    clearTimeout(this.#resting);
    this.#stop();
    this.editor.setRootElement(null);
  }

  #read(): MemoDocument | undefined {
    const { data, error } = memoDocument.safeParse(this.editor.getEditorState().toJSON());
    if (error) console.error(error);
    return data;
  }

  /** Forgets the steps before it: what others wrote is not the writer's to undo. */
  #show(document: MemoDocument): void {
    const shown = document.root.children.length > 0 ? document : documentOfText('');
    this.editor.setEditorState(this.editor.parseEditorState(JSON.stringify(shown)), { tag: HISTORY_MERGE_TAG });
    this.editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  }

  #onUpdate(isChanged: boolean): void {
    const { listener, isReadOnly } = this.#options;
    const state = this.editor.getEditorState();
    listener().onCaret(state.read($caretForm), state.read($isBlank));
    if (!isChanged || isReadOnly) return;
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(this.keep, REST_MS);
    const now = this.#read();
    if (now && print(now) !== this.#kept) listener().onChange();
    // afterwards: the editor puts the selection where it is in the text, which would take it from the picker's field
    if (state.read($hasBrackets)) this.editor.update($takeBrackets, { onUpdate: () => listener().onAskLink() });
  }

  #onKey(event: KeyboardEvent): boolean {
    const { onLeave, onAskLink, onOpenLink } = this.#options.listener();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === 'Enter') this.keep();
    else if (isCommand && !event.shiftKey && event.key.toLowerCase() === 'l') onAskLink();
    else if (event.altKey && event.key === 'Enter') {
      const link = $linkAtCaret();
      if (link) onOpenLink(link);
    } else if (event.key === 'Escape' && onLeave) {
      this.keep();
      onLeave();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #listen(root: HTMLElement): () => void {
    const onFiles = (event: ClipboardEvent | DragEvent) => {
      const files = imagesIn(event instanceof ClipboardEvent ? event.clipboardData?.files : event.dataTransfer?.files);
      if (files.length === 0 || this.#options.isReadOnly) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void this.insertPictures(files);
    };
    const onClick = (event: MouseEvent) => this.#onClick(event.target instanceof HTMLElement ? event.target : null);
    root.addEventListener('paste', onFiles, { capture: true });
    root.addEventListener('drop', onFiles, { capture: true });
    root.addEventListener('click', onClick);
    addEventListener('pagehide', this.keep);
    return () => {
      root.removeEventListener('paste', onFiles, { capture: true });
      root.removeEventListener('drop', onFiles, { capture: true });
      root.removeEventListener('click', onClick);
      removeEventListener('pagehide', this.keep);
    };
  }

  /** A press on a link is the mouse's way of Alt+Enter. */
  #onClick(target: HTMLElement | null): void {
    const { onOpenLink, onImage } = this.#options.listener();
    const link = target?.closest<HTMLElement>('[data-link-id]');
    if (link && link.dataset.gone === undefined) onOpenLink({ kind: link.dataset.linkKind as MemoLink['kind'], id: link.dataset.linkId ?? '' });
    const frame = target?.closest<HTMLElement>('.memo-image');
    if (!frame || this.#options.isReadOnly) return;
    const image = this.editor.read(() => $getNearestNodeFromDOMNode(frame));
    if (image instanceof MemoImageNode) onImage(image);
  }
}

/** Nothing but one empty paragraph. */
function $isBlank(): boolean {
  const [first, ...others] = $getRoot().getChildren();
  return others.length === 0 && (first === undefined || ($isParagraphNode(first) && first.getChildrenSize() === 0));
}

/** The link that the caret stands in or beside. */
function $linkAtCaret(): MemoLink | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  const near = [node, node.getPreviousSibling(), node.getNextSibling(), selection.getNodes()[0]].find((each) => $isMemoLinkNode(each));
  return $isMemoLinkNode(near) ? near.target : null;
}

function $hasBrackets(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  return $isTextNode(node) && asksForLink(node.getTextContent().slice(0, selection.anchor.offset));
}

function $takeBrackets(): void {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
  if ($isRangeSelection(selection) && $isTextNode(node)) node.spliceText(selection.anchor.offset - 2, 2, '', true);
}
