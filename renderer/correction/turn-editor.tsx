// The words of one turn while they are corrected: Lexical in the place of the static text, gone again when the turn is left.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createRangeSelectionFromDom,
  $onUpdate,
  $setSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  HISTORIC_TAG,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  PASTE_COMMAND,
  createEditor,
  mergeRegister,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { memo, useLayoutEffect, useRef } from 'react';
import type { Turn } from '../../shared/domain/source.ts';
import { correctionText } from '../../shared/i18n/correction.ts';
import { editBetween } from '../../shared/domain/turn-edit.ts';
import { piecesOfTurn } from '../reader/set-words.ts';
import { caretRect } from '../reader/text-dom.ts';
import { useLatest } from '../reader/use-latest.ts';
import { useText } from '../ui/language.tsx';
import { insertWords, onOneLine, putCaret, readSelected, readWords, writeWords } from './turn-words-editor.ts';
import type { Selected } from './turn-words-editor.ts';
import type { CorrectionActs, Editing } from './use-correction.ts';

/** Steps of undo inside the turn: what is typed without a pause this long is one. */
const STEP_MS = 600;

const AT_THE_CARET = ['Enter', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

export interface TurnEditorProps {
  /** As it was when the correction began. */
  readonly turn: Turn;
  readonly editing: Editing;
  readonly label: string;
  readonly acts: CorrectionActs;
  /** The editor is left for the text: by Escape with the caret where it stood, by the arrows for the turn before or after. */
  readonly onLeave: (caret: number, towards: 'here' | 'before' | 'after') => void;
}

/** What one editor knows of the turn it corrects. */
class TurnSession {
  readonly #turn: Turn;
  readonly #acts: () => TurnEditorProps;
  readonly #editor: LexicalEditor;
  #words: string;
  #selected: Selected;
  /** A cut or a joining is under way: letters wait for where they will go. */
  #waits = false;
  #ahead = '';

  constructor(editor: LexicalEditor, props: () => TurnEditorProps) {
    const { turn, editing } = props();
    this.#editor = editor;
    this.#acts = props;
    this.#turn = turn;
    this.#words = turn.text.slice(turn.bodyStart, turn.bodyEnd);
    const within = (offset: number): number => Math.min(offset, this.#words.length);
    this.#selected = { anchor: within(editing.anchor), focus: within(editing.caret) };
  }

  /** After every step of Lexical: sends the one edit that leads from the words before to those now. */
  readonly onUpdate = ({ tags }: { readonly tags: ReadonlySet<string> }): void => {
    if (this.#editor.isComposing()) return;
    const { words, selected } = this.#editor.getEditorState().read(() => ({ words: readWords(), selected: readSelected() ?? this.#selected }));
    const isMoved = selected.anchor !== this.#selected.anchor || selected.focus !== this.#selected.focus;
    const before = this.#words;
    this.#selected = selected;
    this.#words = words;
    const { acts } = this.#acts();
    if (words !== before) {
      const { at, removed, inserted } = editBetween(before, words, selected.focus);
      acts.type(this.#turn.id, { at: this.#turn.bodyStart + at, removed, inserted }, tags.has(HISTORIC_TAG));
    } else if (isMoved) acts.endBurst();
  };

  readonly onBeforeInput = (event: InputEvent): void => {
    if (!this.#waits) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.inputType === 'insertText') this.#ahead += event.data ?? '';
  };

  readonly onPaste = (event: unknown): boolean => {
    if (!(event instanceof ClipboardEvent)) return true;
    event.preventDefault();
    const words = onOneLine(event.clipboardData?.getData('text/plain') ?? '');
    if (words !== '') this.#editor.update(() => insertWords(words));
    return true;
  };

  readonly onKey = (event: KeyboardEvent): boolean => {
    if (event.isComposing || this.#waits) return this.#waits;
    if (AT_THE_CARET.includes(event.key)) this.#catchUp();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'Escape') return this.#leave(event, 'here');
    if (event.key === 'Enter') return this.#split(event);
    const way = plain ? this.#wayOut(event.key) : null;
    return way === null ? false : this.#leave(event, way);
  };

  /** Backspace at the beginning joins the turn with the one before, Delete at the end the next one with it. */
  readonly onErase = (event: KeyboardEvent | null, step: 'back' | 'forth'): boolean => {
    const { anchor, focus } = this.#selected;
    if (anchor !== focus || focus !== (step === 'back' ? 0 : this.#words.length)) return false;
    event?.preventDefault();
    this.#wait(() => this.#acts().acts.join(this.#turn.id, step, () => this.#ahead));
    return true;
  };

  readonly onBlur = (): boolean => {
    // another window in front does not end the correction; the focus comes back to it
    if (document.hasFocus() && !this.#waits) this.#acts().acts.end();
    return false;
  };

  /** The browser tells of a moved caret only after the key that moved it: another key may be there before. */
  #catchUp(): void {
    const now = $createRangeSelectionFromDom(getSelection(), this.#editor);
    if (now) $setSelection(now);
    this.#selected = readSelected() ?? this.#selected;
  }

  #leave(event: KeyboardEvent, towards: 'here' | 'before' | 'after'): boolean {
    event.preventDefault();
    event.stopPropagation();
    this.#acts().onLeave(this.#selected.focus, towards);
    return true;
  }

  #split(event: KeyboardEvent): boolean {
    event.preventDefault();
    event.stopPropagation();
    const { anchor, focus } = this.#selected;
    const at = this.#turn.bodyStart + Math.min(anchor, focus);
    const cut = () => this.#wait(() => this.#acts().acts.split(this.#turn.id, at, () => this.#ahead));
    if (anchor === focus) cut();
    else {
      insertWords('');
      $onUpdate(cut);
    }
    return true;
  }

  #wait(work: () => Promise<void>): void {
    this.#waits = true;
    this.#ahead = '';
    void work().finally(() => {
      this.#waits = false;
    });
  }

  /** The arrows go on in the turn before or after. Left to itself the caret would go into the text around, where nothing is typed. */
  #wayOut(key: string): 'before' | 'after' | null {
    const { anchor, focus } = this.#selected;
    if (anchor !== focus) return null;
    if (key === 'ArrowLeft') return focus === 0 ? 'before' : null;
    if (key === 'ArrowRight') return focus === this.#words.length ? 'after' : null;
    if (key === 'ArrowUp') return this.#isOnEdgeLine('first') ? 'before' : null;
    return key === 'ArrowDown' && this.#isOnEdgeLine('last') ? 'after' : null;
  }

  #isOnEdgeLine(edge: 'first' | 'last'): boolean {
    const root = this.#editor.getRootElement();
    if (!root || this.#words === '') return true;
    const caret = caretRect(new Map([[0, root]]), { turn: 0, offset: this.#selected.focus });
    if (!caret) return true;
    const { top, bottom } = root.getBoundingClientRect();
    return edge === 'first' ? caret.top - top < caret.height : bottom - caret.bottom < caret.height;
  }
}

/** Letters are letters here, whatever they mean in the text around. */
function keepLetters(event: KeyboardEvent): void {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
}

function mount(host: HTMLElement, props: () => TurnEditorProps): () => void {
  const theme = { text: { bold: 'reader-bold', italic: 'reader-italic' } };
  const editor = createEditor({ namespace: 'turn', theme, onError: (error) => console.error(error) });
  const { turn, editing } = props();
  // before Lexical's own listener, which comes with the root element
  const session = new TurnSession(editor, props);
  host.addEventListener('beforeinput', session.onBeforeInput);
  host.addEventListener('keydown', keepLetters);
  editor.setRootElement(host);
  const words = turn.text.slice(turn.bodyStart, turn.bodyEnd);
  const whole = [{ text: words, isBold: false, isItalic: false, isCell: false, start: 0, marks: [] }];
  writeWords(editor, piecesOfTurn(turn) ?? whole, editing.caret);
  const swallow = () => true;
  const stop = mergeRegister(
    registerPlainText(editor),
    registerHistory(editor, createEmptyHistoryState(), STEP_MS),
    editor.registerUpdateListener(session.onUpdate),
    editor.registerCommand(KEY_DOWN_COMMAND, session.onKey, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, (event) => session.onErase(event, 'back'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_DELETE_COMMAND, (event) => session.onErase(event, 'forth'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(PASTE_COMMAND, session.onPaste, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, swallow, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, swallow, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DROP_COMMAND, (event) => (event.preventDefault(), true), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DRAGSTART_COMMAND, (event) => (event.preventDefault(), true), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(BLUR_COMMAND, session.onBlur, COMMAND_PRIORITY_CRITICAL),
  );
  host.focus({ preventScroll: true });
  editor.update(() => putCaret(editing.caret, editing.anchor), { discrete: true });
  if (editing.ahead !== '') editor.update(() => insertWords(editing.ahead), { discrete: true });
  return () => {
    host.removeEventListener('beforeinput', session.onBeforeInput);
    host.removeEventListener('keydown', keepLetters);
    stop();
    editor.setRootElement(null);
  };
}

/** Drawn once per correction: what it shows afterwards is Lexical's. */
export const TurnEditor = memo(
  function TurnEditor(props: TurnEditorProps) {
    const text = useText(correctionText);
    const host = useRef<HTMLSpanElement>(null);
    const latest = useLatest(props);
    useLayoutEffect(() => (host.current ? mount(host.current, () => latest.current) : undefined), [latest]);
    return (
      <span
        ref={host}
        className="reader-editor"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline
        aria-readonly={false}
        aria-label={text.editor(props.label)}
        spellCheck
        tabIndex={0}
      />
    );
  },
  (before, after) => before.editing === after.editing,
);
