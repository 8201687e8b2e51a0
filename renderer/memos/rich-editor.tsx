// Where a memo is written: a text with headings, lists, links and pictures, its own undo, kept by itself and never lost on leaving.
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
  FORMAT_TEXT_COMMAND,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  createEditor,
  mergeRegister,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MouseEvent, ReactNode, RefObject } from 'react';
import { documentOfText, memoDocument } from '../../shared/domain/memo-document.ts';
import type { MemoDocument } from '../../shared/domain/memo-document.ts';
import type { LinkTarget, MemoLink } from '../../shared/domain/memo.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { ImageWords } from './image-words.tsx';
import { LinkPicker } from './link-picker.tsx';
import { asksForLink } from './markdown-signs.ts';
import { imagesIn } from './pictures.ts';
import { MEMO_NODES, $caretForm, $setBlock, PLAIN_FORM, registerMemoText } from './register-memo-text.ts';
import { $createMemoImageNode, $createMemoLinkNode, $isMemoLinkNode, MemoImageNode } from './text-nodes.ts';
import './rich-editor.css';

const BURST_MS = 400;
const REST_MS = 1500;

export interface RichEditorProps {
  /** Read aloud as the field's name. */
  label: string;
  placeholder: string;
  /** What is kept; while the writer has not changed anything, a newer one replaces what is shown. */
  document: MemoDocument;
  /** Of the links in the text, what is still in the project; undefined until that is known. */
  links: readonly LinkTarget[] | undefined;
  isReadOnly: boolean;
  /** Without a toolbar of its own, in a narrow panel. */
  isCompact?: boolean;
  /** Takes the focus whenever this number grows. */
  focusOn?: number;
  /** Something was typed that is not kept yet. */
  onChange?: () => void;
  onKeep: (document: MemoDocument) => void;
  onOpenLink: (link: MemoLink) => void;
  /** Takes a picture in; null when it was refused. */
  onPicture: (file: File) => Promise<string | null>;
  onLeave?: () => void;
  /** At the end of the toolbar. */
  tools?: ReactNode;
}

function read(editor: LexicalEditor): MemoDocument | undefined {
  const { data, error } = memoDocument.safeParse(editor.getEditorState().toJSON());
  if (error) console.error(error);
  return data;
}

/** Shows this and forgets the steps before it: what others wrote is not the writer's to undo. */
function show(editor: LexicalEditor, document: MemoDocument): void {
  const shown = document.root.children.length > 0 ? document : documentOfText('');
  editor.setEditorState(editor.parseEditorState(JSON.stringify(shown)), { tag: HISTORY_MERGE_TAG });
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
}

const print = (document: MemoDocument): string => JSON.stringify(document);

export function RichEditor(props: RichEditorProps) {
  const { label, placeholder, document, links, isReadOnly, isCompact = false, tools } = props;
  const words = useText(memosText);
  const element = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLSpanElement>(null);
  const { editor, form, isEmpty, picksLink, setPicksLink } = useMemoEditor(element, props);
  useLayoutEffect(() => {
    if (picksLink && element.current && caret.current) placeAtCaret(caret.current, element.current);
  }, [picksLink]);
  const [image, setImage] = useState<MemoImageNode | null>(null);
  useGoneLinks(element, links, words.gone);

  const insertLink = ({ kind, id, label: name, ref }: LinkTarget) => {
    setPicksLink(false);
    const shown = ref === '' ? name : `${name} (${ref})`;
    editor.current?.update(() => $insertNodes([$createMemoLinkNode(kind, id, shown), $createTextNode(' ')]), {
      onUpdate: () => editor.current?.focus(),
    });
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const link = target?.closest<HTMLElement>('[data-link-id]');
    if (link && link.dataset.gone === undefined) props.onOpenLink({ kind: link.dataset.linkKind as MemoLink['kind'], id: link.dataset.linkId ?? '' });
    if (target?.closest('.memo-image') && !isReadOnly)
      editor.current?.read(() => {
        const node = $getNearestNodeFromDOMNode(target);
        setImage(node instanceof MemoImageNode ? node : null);
      });
  };
  return (
    <div className={classes('rich-editor', isCompact && 'rich-editor-compact')} data-empty={isEmpty || undefined}>
      {isReadOnly ? null : (
        <EditorToolbar
          form={form}
          isCompact={isCompact}
          onBlock={(kind) => editor.current?.update(() => $setBlock(kind), { onUpdate: () => editor.current?.focus() })}
          onFormat={(format) => editor.current?.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
          onLink={() => setPicksLink(true)}
          onPicture={(file) => editor.current && void insertPictures(editor.current, [file], props.onPicture)}
          end={tools}
        />
      )}
      <div className="rich-editor-page">
        {/* biome-ignore lint: the editor listens itself; a press on a link is the mouse's way of Alt+Enter */}
        <div
          ref={element}
          contentEditable={!isReadOnly}
          suppressContentEditableWarning
          role="textbox"
          aria-multiline
          aria-readonly={isReadOnly}
          aria-label={label}
          aria-placeholder={placeholder}
          aria-description={words.editorKeys}
          className="rich-editor-text"
          spellCheck
          onClick={onClick}
        />
        <span ref={caret} className="rich-editor-caret" aria-hidden />
        {isEmpty ? (
          <div className="rich-editor-placeholder" aria-hidden>
            {placeholder}
          </div>
        ) : null}
      </div>
      <LinkPicker near={caret} isOpen={picksLink} onPick={insertLink} onClose={() => (setPicksLink(false), editor.current?.focus())} />
      {image ? (
        <ImageWords
          near={element}
          alt={image.__alt}
          onKeep={(alt) => editor.current?.update(() => image.setAlt(alt))}
          onClose={() => (setImage(null), editor.current?.focus())}
        />
      ) : null}
    </div>
  );
}

/** What opens beside the caret hangs on this. */
function placeAtCaret(mark: HTMLElement, text: HTMLElement): void {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 && text.contains(selection.anchorNode) ? selection.getRangeAt(0) : null;
  const inText = range?.getBoundingClientRect();
  const node = range?.startContainer;
  // an empty line has no box of its own
  const box = inText && inText.height > 0 ? inText : (node instanceof HTMLElement ? node : text).getBoundingClientRect();
  const page = mark.offsetParent?.getBoundingClientRect() ?? box;
  mark.style.top = `${box.top - page.top}px`;
  mark.style.left = `${(inText && inText.height > 0 ? inText.right : box.left) - page.left}px`;
  mark.style.height = `${Math.min(box.height, 26)}px`;
}

async function insertPictures(editor: LexicalEditor, files: readonly File[], take: (file: File) => Promise<string | null>): Promise<void> {
  for (const file of files) {
    const sha256 = await take(file);
    const alt = file.name.replace(/\.[^.]*$/u, '');
    if (sha256 !== null) editor.update(() => $insertNodes([$createMemoImageNode(sha256, alt === 'image' ? '' : alt, null)]));
  }
}

/** Links to what is gone look like the words they are now. */
function useGoneLinks(element: RefObject<HTMLDivElement | null>, links: readonly LinkTarget[] | undefined, gone: string): void {
  useEffect(() => {
    if (!links) return;
    const there = new Map(links.map((link) => [`${link.kind} ${link.id}`, link]));
    for (const chip of element.current?.querySelectorAll<HTMLElement>('[data-link-id]') ?? []) {
      const target = there.get(`${chip.dataset.linkKind} ${chip.dataset.linkId}`);
      chip.title = target ? [target.label, target.ref].filter(Boolean).join(' · ') : gone;
      if (target) delete chip.dataset.gone;
      else chip.dataset.gone = '';
    }
  }, [element, links, gone]);
}

/** Nothing but one empty paragraph. */
function $isBlank(): boolean {
  const [first, ...others] = $getRoot().getChildren();
  return others.length === 0 && (first === undefined || ($isParagraphNode(first) && first.getChildrenSize() === 0));
}

/** The link that the caret stands beside. */
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

function useMemoEditor(element: RefObject<HTMLDivElement | null>, props: RichEditorProps) {
  const { document, isReadOnly, focusOn = 0 } = props;
  const editor = useRef<LexicalEditor | null>(null);
  // as the editor holds it, and as the project does: runs of one form may be one in the one and two in the other
  const kept = useRef('');
  const stored = useRef(print(document));
  const latest = useRef(props);
  latest.current = props;
  const [form, setForm] = useState(PLAIN_FORM);
  const [isEmpty, setIsEmpty] = useState(true);
  const [picksLink, setPicksLink] = useState(false);

  useEffect(() => {
    if (!element.current) return undefined;
    const made = createEditor({
      namespace: 'memo',
      nodes: MEMO_NODES,
      editable: !isReadOnly,
      theme: { text: { bold: 'rich-bold', italic: 'rich-italic', underline: 'rich-underline' } },
      onError: (error) => console.error(error),
    });
    editor.current = made;
    let resting = 0;
    const keep = () => {
      clearTimeout(resting);
      const now = isReadOnly ? undefined : read(made);
      if (!now || print(now) === kept.current) return;
      kept.current = print(now);
      latest.current.onKeep(now);
    };
    const onKeys = (event: KeyboardEvent): boolean => {
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && event.key === 'Enter') keep();
      else if (isCommand && !event.shiftKey && event.key.toLowerCase() === 'l') setPicksLink(true);
      else if (event.altKey && event.key === 'Enter') {
        const link = $linkAtCaret();
        if (link) latest.current.onOpenLink(link);
      } else if (event.key === 'Escape') {
        keep();
        if (!latest.current.onLeave) return false;
        latest.current.onLeave();
      } else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    };
    show(made, document);
    made.setRootElement(element.current);
    kept.current = print(read(made) ?? document);
    const stop = mergeRegister(
      registerMemoText(made),
      registerHistory(made, createEmptyHistoryState(), BURST_MS),
      made.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        const now = editorState.read($caretForm);
        setForm((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
        setIsEmpty(editorState.read($isBlank));
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        clearTimeout(resting);
        resting = window.setTimeout(keep, REST_MS);
        if (!isReadOnly && print(read(made) ?? document) !== kept.current) latest.current.onChange?.();
        if (editorState.read($hasBrackets)) {
          // afterwards: the editor puts the selection where it is in the text, which would take it from the picker's field
          made.update($takeBrackets, { onUpdate: () => setPicksLink(true) });
        }
      }),
      made.registerCommand(BLUR_COMMAND, () => (keep(), false), COMMAND_PRIORITY_LOW),
      made.registerCommand(KEY_DOWN_COMMAND, onKeys, COMMAND_PRIORITY_HIGH),
    );
    const onFiles = (event: ClipboardEvent | DragEvent) => {
      const files = imagesIn(event instanceof ClipboardEvent ? event.clipboardData?.files : event.dataTransfer?.files);
      if (files.length === 0 || isReadOnly) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void insertPictures(made, files, (file) => latest.current.onPicture(file));
    };
    const root = element.current;
    root.addEventListener('paste', onFiles, { capture: true });
    root.addEventListener('drop', onFiles, { capture: true });
    addEventListener('pagehide', keep);
    return () => {
      keep();
      clearTimeout(resting);
      removeEventListener('pagehide', keep);
      root.removeEventListener('paste', onFiles, { capture: true });
      root.removeEventListener('drop', onFiles, { capture: true });
      stop();
      made.setRootElement(null);
      editor.current = null;
    };
    // made once: what is kept later comes in below
  }, [isReadOnly]);

  useEffect(() => {
    const made = editor.current;
    const wanted = print(document);
    if (!made || wanted === stored.current) return;
    stored.current = wanted;
    const now = read(made);
    if (!now || print(now) === wanted || print(now) !== kept.current) return;
    show(made, document);
    kept.current = print(read(made) ?? document);
  }, [document]);

  const firstFocus = useRef(focusOn);
  useEffect(() => {
    if (focusOn > firstFocus.current) editor.current?.focus();
  }, [focusOn]);

  return { editor, form, isEmpty, picksLink, setPicksLink };
}
