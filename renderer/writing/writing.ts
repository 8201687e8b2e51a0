// One text being written: the editor on its element, kept after a rest, on leaving, on Ctrl+Enter and when the window goes.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createLinkNode, $toggleLink } from '@lexical/link';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isParagraphNode,
  $isRangeSelection,
  BLUR_COMMAND,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  PASTE_COMMAND,
  createEditor,
  mergeRegister,
} from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import type { LinkTarget, TextLink } from '../../shared/domain/text-link.ts';
import { writtenText, writtenTextOfWords } from '../../shared/domain/written-text.ts';
import type { BlockNode, WrittenText } from '../../shared/domain/written-text.ts';
import { actionAt } from '../frame/key-store.ts';
import { holdsLink, linkOfDrop } from './link-drag.ts';
import type { DraggedLink } from './link-drag.ts';
import { imagesIn } from './pictures.ts';
import { $append, $caretAt, $putLink } from './putting-in.ts';
import { $addressAtCaret, $caretForm, TEXT_NODES, registerRichBehaviour } from './rich-behaviour.ts';
import type { CaretForm } from './rich-behaviour.ts';
import { $createPictureNode, $createProjectLinkNode, $isProjectLinkNode, PictureNode } from './text-nodes.ts';

const BURST_MS = 400;
const REST_MS = 1500;

/** What is told while somebody writes. */
export interface WritingListener {
  /** Something was typed that is not kept yet. */
  readonly onTyping: () => void;
  readonly onKeep: (document: WrittenText) => void;
  /** What stands there cannot be kept: too long, or of a kind that no text has. */
  readonly onUnkeepable: () => void;
  readonly onCaret: (form: CaretForm, isBlank: boolean) => void;
  readonly onOpenLink: (link: TextLink) => void;
  readonly onAskLink: () => void;
  readonly onImage: (image: PictureNode) => void;
  /** Takes a picture in; null when it was refused. Undefined where a text takes none. */
  readonly onPicture: ((file: File) => Promise<string | null>) | undefined;
  /** Undefined where Escape is for others. */
  readonly onLeave: (() => void) | undefined;
}

export interface WritingOptions {
  readonly root: HTMLElement;
  readonly document: WrittenText;
  readonly isReadOnly: boolean;
  readonly listener: () => WritingListener;
}

const print = (document: WrittenText): string => JSON.stringify(document);

export class Writing {
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
      namespace: 'trame',
      nodes: TEXT_NODES,
      editable: !isReadOnly,
      theme: { text: { bold: 'written-bold', italic: 'written-italic', underline: 'written-underline' }, link: 'web-link' },
      onError: (error) => console.error(error),
    });
    this.#show(document);
    this.editor.setRootElement(root);
    this.#kept = print(this.#read() ?? document);
    this.#stored = print(document);
    this.#stop = mergeRegister(
      registerRichBehaviour(this.editor, () => this.#askLink()),
      registerHistory(this.editor, createEmptyHistoryState(), BURST_MS),
      this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => this.#onUpdate(dirtyElements.size + dirtyLeaves.size > 0)),
      this.editor.registerCommand(BLUR_COMMAND, () => (this.keep(), false), COMMAND_PRIORITY_LOW),
      this.editor.registerCommand(KEY_DOWN_COMMAND, (event) => this.#onKey(event), COMMAND_PRIORITY_HIGH),
      // the library would leave the text: Escape is for what the text stands in
      this.editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
      this.editor.registerCommand(PASTE_COMMAND, (event) => this.#onPaste(event), COMMAND_PRIORITY_LOW),
      this.editor.registerCommand(DRAGOVER_COMMAND, (event) => this.#onDragOver(event), COMMAND_PRIORITY_HIGH),
      this.editor.registerCommand(DROP_COMMAND, (event) => this.#onDrop(event), COMMAND_PRIORITY_HIGH),
      this.editor.registerCommand(DRAG_DROP_PASTE, (files) => this.#takePictures(files), COMMAND_PRIORITY_LOW),
      this.#listen(root),
    );
  }

  readonly keep = (): void => {
    clearTimeout(this.#resting);
    if (this.#options.isReadOnly) return;
    const now = this.#read();
    if (!now) this.#options.listener().onUnkeepable();
    if (!now || print(now) === this.#kept) return;
    this.#kept = print(now);
    this.#options.listener().onKeep(now);
  };

  /** What the project has now; while the writer has typed something since, theirs stays. */
  take(document: WrittenText): void {
    const wanted = print(document);
    if (wanted === this.#stored) return;
    this.#stored = wanted;
    const now = this.#read();
    if (!now || print(now) === wanted || print(now) !== this.#kept) return;
    this.#show(document);
    this.#kept = print(this.#read() ?? document);
  }

  insertText(words: string): void {
    this.#insert(() => [$createTextNode(words)]);
  }

  /** `words`: what the link shows; else the target's own, with its citation. */
  insertLink({ kind, id, label, ref }: LinkTarget, words = ref === '' ? label : `${label} (${ref})`): void {
    this.#insert(() => [$createProjectLinkNode(kind, id, words)]);
  }

  /** With the spaces that its neighbours call for. */
  putLink(link: DraggedLink): void {
    this.editor.update(() => $putLink(link), { onUpdate: () => this.editor.focus() });
  }

  /** Kept at once: it comes from elsewhere, nobody is typing. */
  append(blocks: readonly BlockNode[]): void {
    this.editor.update(() => $append(blocks), { discrete: true });
    this.keep();
  }

  /** The words that are selected lead to the address; where none are, the address itself stands there. */
  insertAddress(address: string): void {
    this.editor.update(
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection) && !selection.isCollapsed()) $toggleLink(address);
        else $insertNodes([$createLinkNode(address).append($createTextNode(address)), $createTextNode(' ')]);
      },
      { onUpdate: () => this.editor.focus() },
    );
  }

  async insertPictures(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const sha256 = (await this.#options.listener().onPicture?.(file)) ?? null;
      // the clipboard calls every picture « image »
      const alt = file.name.replace(/\.[^.]*$/u, '').replace(/^image$/u, '');
      if (sha256 !== null) this.editor.update(() => $insertNodes([$createPictureNode(sha256, alt, null)]));
    }
  }

  end(): void {
    this.keep();
    clearTimeout(this.#resting);
    this.#stop();
    this.editor.setRootElement(null);
  }

  #insert($nodes: () => LexicalNode[]): void {
    this.editor.update(
      () => {
        // a text not written in yet has no caret: its end is meant
        if ($getSelection() === null) $getRoot().selectEnd();
        $insertNodes($nodes());
      },
      { onUpdate: () => this.editor.focus() },
    );
  }

  #read(): WrittenText | undefined {
    const { data, error } = writtenText.safeParse(this.editor.getEditorState().toJSON());
    if (error) console.error(error);
    return data;
  }

  /** Forgets the steps before it: what others wrote is not the writer's to undo. */
  #show(document: WrittenText): void {
    const shown = document.root.children.length > 0 ? document : writtenTextOfWords('');
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
    if (!now || print(now) !== this.#kept) listener().onTyping();
  }

  #onKey(event: KeyboardEvent): boolean {
    const { onLeave } = this.#options.listener();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === 'Enter') this.keep();
    else if (actionAt(['memo'], event, { isTyping: true }) === 'memoLink') this.#askLink();
    else if (event.altKey && event.key === 'Enter') this.#openAtCaret();
    else if (event.key === 'Escape' && onLeave) {
      this.keep();
      onLeave();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** Once the editor has put the selection where it is in the text: that would take the focus from the picker's field. */
  #askLink(): void {
    requestAnimationFrame(() => this.#options.listener().onAskLink());
  }

  /** A picture alone is taken in; beside words it is only another form of them, as spreadsheets put it on the clipboard. */
  #onPaste(event: Parameters<typeof imagesOfPaste>[0]): boolean {
    const files = imagesOfPaste(event);
    if (files.length === 0 || !this.#takePictures(files)) return false;
    event.preventDefault();
    return true;
  }

  #takePictures(files: readonly File[]): boolean {
    const pictures = imagesIn(files);
    if (pictures.length === 0 || this.#options.isReadOnly || !this.#options.listener().onPicture) return false;
    void this.insertPictures(pictures);
    return true;
  }

  #onDragOver(event: DragEvent): boolean {
    if (this.#options.isReadOnly || !holdsLink(event.dataTransfer)) return false;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    return true;
  }

  #onDrop(event: DragEvent): boolean {
    const link = this.#options.isReadOnly ? null : linkOfDrop(event.dataTransfer);
    if (!link) return false;
    event.preventDefault();
    const { clientX, clientY } = event;
    this.editor.update(() => $caretAt(clientX, clientY), { discrete: true });
    this.putLink(link);
    return true;
  }

  #listen(root: HTMLElement): () => void {
    const onClick = (event: MouseEvent) => this.#onClick(event);
    root.addEventListener('click', onClick);
    addEventListener('pagehide', this.keep);
    return () => {
      root.removeEventListener('click', onClick);
      removeEventListener('pagehide', this.keep);
    };
  }

  /** A press on a link is the mouse's way of Alt+Enter; words that lead to the web are edited like others, and opened with Ctrl. */
  #onClick(event: MouseEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const { onOpenLink, onImage } = this.#options.listener();
    const link = target?.closest<HTMLElement>('[data-link-id]');
    if (link && link.dataset.gone === undefined) onOpenLink({ kind: link.dataset.linkKind as TextLink['kind'], id: link.dataset.linkId ?? '' });
    const address = target?.closest('a')?.href;
    if (address !== undefined) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey || this.#options.isReadOnly) openAddress(address);
    }
    const frame = target?.closest<HTMLElement>('.written-picture');
    if (!frame || this.#options.isReadOnly) return;
    const image = this.editor.read(() => $getNearestNodeFromDOMNode(frame));
    if (image instanceof PictureNode) onImage(image);
  }

  #openAtCaret(): void {
    const link = $linkAtCaret();
    const address = $addressAtCaret();
    if (link) this.#options.listener().onOpenLink(link);
    else if (address !== null) openAddress(address);
  }
}

function imagesOfPaste(event: ClipboardEvent | InputEvent | KeyboardEvent): File[] {
  const data = event instanceof ClipboardEvent ? event.clipboardData : null;
  return data === null || data.getData('text/plain').trim() !== '' ? [] : imagesIn(data.files);
}

function openAddress(address: string): void {
  window.open(address, '_blank', 'noopener');
}

/** Nothing but one empty paragraph. */
function $isBlank(): boolean {
  const [first, ...others] = $getRoot().getChildren();
  return others.length === 0 && (first === undefined || ($isParagraphNode(first) && first.getChildrenSize() === 0));
}

/** The link that the caret stands in or beside. */
function $linkAtCaret(): TextLink | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  const near = [node, node.getPreviousSibling(), node.getNextSibling(), selection.getNodes()[0]].find((each) => $isProjectLinkNode(each));
  return $isProjectLinkNode(near) ? near.target : null;
}
