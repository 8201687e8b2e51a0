// Where a memo is written: a text with headings, lists, links and pictures, its own undo, kept by itself and never lost on leaving.
import { FORMAT_TEXT_COMMAND } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { MemoDocument } from '../../shared/domain/memo-document.ts';
import type { LinkTarget, MemoLink } from '../../shared/domain/memo.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { ImageWords } from './image-words.tsx';
import { LinkPicker } from './link-picker.tsx';
import { MemoWriting } from './memo-writing.ts';
import { $setBlock, PLAIN_FORM } from './register-memo-text.ts';
import type { MemoImageNode } from './text-nodes.ts';
import './rich-editor.css';

export interface RichEditorProps {
  /** Read aloud as the field's name. */
  label: string;
  placeholder: string;
  /** What is kept; while the writer has not changed anything, a newer one replaces what is shown. */
  document: MemoDocument;
  /** Of the links in the text, what is still in the project; undefined until that is known. */
  links: readonly LinkTarget[] | undefined;
  isReadOnly: boolean;
  /** In a narrow panel. */
  isCompact?: boolean;
  /** Takes the focus whenever this number grows. */
  focusOn?: number;
  onChange: () => void;
  onKeep: (document: MemoDocument) => void;
  onOpenLink: (link: MemoLink) => void;
  /** Takes a picture in; null when it was refused. */
  onPicture: (file: File) => Promise<string | null>;
  onLeave?: () => void;
}

export function RichEditor(props: RichEditorProps) {
  const { label, placeholder, links, isReadOnly, isCompact = false } = props;
  const words = useText(memosText);
  const element = useRef<HTMLDivElement>(null);
  const { writing, form, isBlank, picksLink, setPicksLink, image, setImage } = useWriting(element, props);
  useGoneLinks(element, links, words.gone);
  const focus = () => writing.current?.editor.focus();
  return (
    <div className={classes('rich-editor', isCompact && 'rich-editor-compact')}>
      {isReadOnly ? null : (
        <EditorToolbar
          form={form}
          isCompact={isCompact}
          onBlock={(kind) => writing.current?.editor.update(() => $setBlock(kind), { onUpdate: focus })}
          onFormat={(format) => (writing.current?.editor.dispatchCommand(FORMAT_TEXT_COMMAND, format), focus())}
          onLink={() => setPicksLink(true)}
          onPicture={(file) => void writing.current?.insertPictures([file])}
        />
      )}
      <div className="rich-editor-page">
        <div
          ref={element}
          contentEditable={!isReadOnly}
          suppressContentEditableWarning
          role="textbox"
          tabIndex={0}
          aria-multiline
          aria-readonly={isReadOnly}
          aria-label={label}
          aria-placeholder={placeholder}
          aria-description={words.editorKeys}
          className="rich-editor-text"
          spellCheck
        />
        <CaretPicker
          text={element}
          isOpen={picksLink}
          onPick={(target) => (setPicksLink(false), writing.current?.insertLink(target))}
          onClose={() => (setPicksLink(false), focus())}
        />
        {isBlank ? (
          <div className="rich-editor-placeholder" aria-hidden>
            {placeholder}
          </div>
        ) : null}
      </div>
      {image ? (
        <ImageWords
          near={element}
          alt={image.__alt}
          onKeep={(alt) => writing.current?.editor.update(() => image.setAlt(alt))}
          onClose={() => (setImage(null), focus())}
        />
      ) : null}
    </div>
  );
}

function useWriting(element: RefObject<HTMLDivElement | null>, props: RichEditorProps) {
  const { document, isReadOnly, focusOn = 0 } = props;
  const writing = useRef<MemoWriting | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [form, setForm] = useState(PLAIN_FORM);
  const [isBlank, setIsBlank] = useState(true);
  const [picksLink, setPicksLink] = useState(false);
  const [image, setImage] = useState<MemoImageNode | null>(null);

  useEffect(() => {
    if (!element.current) return undefined;
    const made = new MemoWriting({
      root: element.current,
      document: latest.current.document,
      isReadOnly,
      listener: () => ({
        ...latest.current,
        onLeave: latest.current.onLeave,
        onCaret: (now, blank) => {
          setForm((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
          setIsBlank(blank);
        },
        onAskLink: () => setPicksLink(true),
        onImage: setImage,
      }),
    });
    writing.current = made;
    return () => {
      made.end();
      writing.current = null;
    };
  }, [element, isReadOnly]);

  useEffect(() => writing.current?.take(document), [document]);

  const firstFocus = useRef(focusOn);
  useEffect(() => {
    if (focusOn > firstFocus.current) writing.current?.editor.focus();
  }, [focusOn]);
  return { writing, form, isBlank, picksLink, setPicksLink, image, setImage };
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

interface CaretPickerProps {
  text: RefObject<HTMLDivElement | null>;
  isOpen: boolean;
  onPick: (target: LinkTarget) => void;
  onClose: () => void;
}

/** The picker opens beside the caret. */
function CaretPicker({ text, isOpen, onPick, onClose }: CaretPickerProps) {
  const caret = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (isOpen && text.current && caret.current) placeAtCaret(caret.current, text.current);
  }, [isOpen, text]);
  return (
    <>
      <span ref={caret} className="rich-editor-caret" aria-hidden />
      <LinkPicker near={caret} isOpen={isOpen} onPick={onPick} onClose={onClose} />
    </>
  );
}

const LINE_PX = 26;

function placeAtCaret(mark: HTMLElement, text: HTMLElement): void {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 && text.contains(selection.anchorNode) ? selection.getRangeAt(0) : null;
  const inText = range?.getBoundingClientRect();
  const isInLine = inText !== undefined && inText.height > 0;
  const node = range?.startContainer;
  // an empty line has no box of its own
  const box = isInLine ? inText : (node instanceof HTMLElement ? node : text).getBoundingClientRect();
  const page = mark.offsetParent?.getBoundingClientRect() ?? box;
  mark.style.top = `${box.top - page.top}px`;
  mark.style.left = `${(isInLine ? box.right : box.left) - page.left}px`;
  mark.style.height = `${Math.min(box.height, LINE_PX)}px`;
}
