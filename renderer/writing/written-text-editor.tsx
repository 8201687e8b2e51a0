// Where a text with a form is written: headings, lists, links and pictures, its own undo, kept by itself and never lost on leaving.
import { FORMAT_TEXT_COMMAND } from 'lexical';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Ref, RefObject } from 'react';
import type { LinkKind, LinkTarget, TextLink } from '../../shared/domain/text-link.ts';
import { wordsOf } from '../../shared/domain/written-text.ts';
import type { BlockNode, WrittenText } from '../../shared/domain/written-text.ts';
import { writingText } from '../../shared/i18n/writing.ts';
import { classes } from '../ui/classes.ts';
import { useSaidKeys } from '../frame/said-keys.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { ImageWords } from './image-words.tsx';
import type { DraggedLink } from './link-drag.ts';
import { LinkPicker } from './link-picker.tsx';
import { $setBlock, PLAIN_FORM } from './rich-behaviour.ts';
import type { PictureNode } from './text-nodes.ts';
import { Writing } from './writing.ts';
import './writing.css';

/** What others can put into the text at its caret. */
export interface WrittenTextHandle {
  readonly focus: () => void;
  readonly insertText: (words: string) => void;
  /** `words`: what the link shows; else the target's own, with its citation. */
  readonly insertLink: (target: LinkTarget, words?: string) => void;
  /** A link at the caret, with the spaces that its neighbours call for: a verbatim in its quotation marks. */
  readonly putLink: (link: DraggedLink) => void;
  /** Puts blocks under the text and keeps it. */
  readonly append: (blocks: readonly BlockNode[]) => void;
}

export interface WrittenTextEditorProps {
  ref?: Ref<WrittenTextHandle>;
  /** Read aloud as the field's name. */
  label: string;
  placeholder: string;
  /** What is kept; while the writer has not changed anything, a newer one replaces what is shown. */
  document: WrittenText;
  /** Of the links in the text, what is still in the project; undefined until that is known. */
  links?: readonly LinkTarget[] | undefined;
  /** Brought into view and shown once, where the text has it. */
  showLink?: TextLink | undefined;
  isReadOnly: boolean;
  /** In a narrow panel: a small toolbar below the words, while they are written. */
  isCompact?: boolean;
  /** What links can be made to; all that a text can point to where it is absent. */
  linkKinds?: readonly LinkKind[];
  /** Takes the focus whenever this number grows. */
  focusOn?: number;
  /** Something was typed that is not kept yet. */
  onTyping?: () => void;
  /** The text is to be kept: after a rest, on leaving, on Ctrl+Enter; never while it says what was kept. `words`: the plain words. */
  onChange: (document: WrittenText, words: string) => void;
  onOpenLink: (link: TextLink) => void;
  /** Takes a picture in; null when it was refused. Absent: the text takes none. */
  onPicture?: (file: File) => Promise<string | null>;
  /** Escape leads here. */
  onLeave?: () => void;
}

export function WrittenTextEditor(props: WrittenTextEditorProps) {
  const { label, placeholder, links, showLink, isReadOnly, isCompact = false, linkKinds, onPicture } = props;
  const said = useSaidKeys();
  const words = useText(writingText);
  const element = useRef<HTMLDivElement>(null);
  const { writing, form, isBlank, picksLink, setPicksLink, image, setImage } = useWriting(element, props);
  useGoneLinks(element, links, words.gone);
  useShownLink(element, showLink);
  const focus = () => writing.current?.editor.focus();
  return (
    <div className={classes('written-text', isCompact && 'written-text-compact')}>
      {isReadOnly ? null : (
        <EditorToolbar
          form={form}
          isCompact={isCompact}
          onBlock={(kind) => writing.current?.editor.update(() => $setBlock(kind), { onUpdate: focus })}
          onFormat={(format) => (writing.current?.editor.dispatchCommand(FORMAT_TEXT_COMMAND, format), focus())}
          onLink={() => setPicksLink(true)}
          onPicture={onPicture && ((file) => void writing.current?.insertPictures([file]))}
        />
      )}
      <div className="written-text-page">
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
          aria-description={said(words.editorKeys)}
          className="written-text-words"
          spellCheck
        />
        <CaretPicker
          text={element}
          isOpen={picksLink}
          kinds={linkKinds}
          onPick={(target) => (setPicksLink(false), writing.current?.insertLink(target))}
          onAddress={(address) => (setPicksLink(false), writing.current?.insertAddress(address))}
          onClose={() => (setPicksLink(false), focus())}
        />
        {isBlank ? (
          <div className="written-text-placeholder" aria-hidden>
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

function useWriting(element: RefObject<HTMLDivElement | null>, props: WrittenTextEditorProps) {
  const { document, isReadOnly, focusOn = 0 } = props;
  const writing = useRef<Writing | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const words = useText(writingText);
  const notify = useNotify();
  const sayUnkeepable = useRef<() => void>(() => undefined);
  sayUnkeepable.current = () => notify({ text: words.unkeepable, kind: 'failure' });
  const [form, setForm] = useState(PLAIN_FORM);
  const [isBlank, setIsBlank] = useState(true);
  const [picksLink, setPicksLink] = useState(false);
  const [image, setImage] = useState<PictureNode | null>(null);

  useEffect(() => {
    if (!element.current) return undefined;
    const made = new Writing({
      root: element.current,
      document: latest.current.document,
      isReadOnly,
      listener: () => ({
        onTyping: () => latest.current.onTyping?.(),
        onKeep: (written) => latest.current.onChange(written, wordsOf(written)),
        onUnkeepable: () => sayUnkeepable.current(),
        onOpenLink: latest.current.onOpenLink,
        onPicture: latest.current.onPicture,
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

  useImperativeHandle(props.ref, () => ({
    focus: () => writing.current?.editor.focus(),
    insertText: (words) => writing.current?.insertText(words),
    insertLink: (target, words) => writing.current?.insertLink(target, words),
    putLink: (link) => writing.current?.putLink(link),
    append: (blocks) => writing.current?.append(blocks),
  }));

  const firstFocus = useRef(focusOn);
  useEffect(() => {
    if (focusOn > firstFocus.current) writing.current?.editor.focus();
  }, [focusOn]);
  return { writing, form, isBlank, picksLink, setPicksLink, image, setImage };
}

/** The link that somebody followed backwards: where it stands in the text. */
function useShownLink(element: RefObject<HTMLDivElement | null>, link: TextLink | undefined): void {
  const { kind, id } = link ?? {};
  useEffect(() => {
    if (kind === undefined || id === undefined) return;
    const chip = element.current?.querySelector<HTMLElement>(`[data-link-kind="${kind}"][data-link-id="${CSS.escape(id)}"]`);
    if (!chip) return;
    chip.scrollIntoView({ block: 'center' });
    chip.dataset.shown = '';
    const onEnd = () => delete chip.dataset.shown;
    chip.addEventListener('animationend', onEnd, { once: true });
    return () => chip.removeEventListener('animationend', onEnd);
  }, [element, kind, id]);
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
  kinds: readonly LinkKind[] | undefined;
  onPick: (target: LinkTarget) => void;
  onAddress: (address: string) => void;
  onClose: () => void;
}

/** The picker opens beside the caret. */
function CaretPicker({ text, isOpen, ...picker }: CaretPickerProps) {
  const caret = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (isOpen && text.current && caret.current) placeAtCaret(caret.current, text.current);
  }, [isOpen, text]);
  return (
    <>
      <span ref={caret} className="written-text-caret" aria-hidden />
      <LinkPicker near={caret} isOpen={isOpen} {...picker} />
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
