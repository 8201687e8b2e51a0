// Where the synthesis of a crossing is written: plain text with its own undo, kept when the writer leaves it or presses Ctrl+Enter.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  BLUR_COMMAND,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  HISTORY_MERGE_TAG,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  createEditor,
  mergeRegister,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Ref } from 'react';
import { citationAt } from './citation.ts';

export interface SynthesisHandle {
  /** Puts a citation at the caret (at the end before the first one), and the caret after it. */
  insert: (citation: string) => void;
}

interface SynthesisEditorProps {
  ref: Ref<SynthesisHandle>;
  label: string;
  placeholder: string;
  /** What is kept; while the writer has not changed anything, a newer one replaces what is shown. */
  text: string;
  onKeep: (text: string) => void;
  onLeave: () => void;
}

const BURST_MS = 400;

export function SynthesisEditor({ ref, label, placeholder, text, onKeep, onLeave }: SynthesisEditorProps) {
  const element = useRef<HTMLDivElement>(null);
  const editor = useRef<LexicalEditor | null>(null);
  const kept = useRef(text);
  const latest = useRef({ onKeep, onLeave });
  latest.current = { onKeep, onLeave };
  const [isEmpty, setIsEmpty] = useState(text === '');

  useEffect(() => {
    if (!element.current) return undefined;
    const made = createEditor({ namespace: 'synthesis', onError: (error) => console.error(error) });
    editor.current = made;
    made.setRootElement(element.current);
    const keep = () => {
      const written = read(made);
      if (written === kept.current) return;
      kept.current = written;
      latest.current.onKeep(written);
    };
    const stop = mergeRegister(
      registerPlainText(made),
      registerHistory(made, createEmptyHistoryState(), BURST_MS),
      made.registerTextContentListener((written) => setIsEmpty(written === '')),
      made.registerCommand(BLUR_COMMAND, () => (keep(), false), COMMAND_PRIORITY_LOW),
      made.registerCommand(KEY_ENTER_COMMAND, (event) => keepOnControl(event, keep), COMMAND_PRIORITY_HIGH),
      made.registerCommand(KEY_ESCAPE_COMMAND, () => (keep(), latest.current.onLeave(), true), COMMAND_PRIORITY_LOW),
    );
    write(made, kept.current);
    return () => {
      keep();
      stop();
      made.setRootElement(null);
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    const made = editor.current;
    if (!made || text === kept.current) return;
    const isUntouched = read(made) === kept.current;
    kept.current = text;
    if (isUntouched) write(made, text);
  }, [text]);

  useImperativeHandle(ref, () => ({
    insert: (citation) => {
      editor.current?.update(() => insertAtCaret(citation), { discrete: true });
      editor.current?.focus();
    },
  }));

  return (
    <div className="matrices-synthesis">
      <div
        ref={element}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline
        aria-label={label}
        aria-placeholder={placeholder}
        className="matrices-synthesis-text"
        spellCheck
      />
      {isEmpty ? (
        <div className="matrices-synthesis-placeholder" aria-hidden>
          {placeholder}
        </div>
      ) : null}
    </div>
  );
}

function keepOnControl(event: KeyboardEvent | null, keep: () => void): boolean {
  if (!event || !(event.ctrlKey || event.metaKey)) return false;
  event.preventDefault();
  keep();
  return true;
}

function read(editor: LexicalEditor): string {
  return editor.getEditorState().read(() => $getRoot().getTextContent());
}

/** Shows this text and forgets the steps before it: what others wrote is not the writer's to undo. */
function write(editor: LexicalEditor, text: string): void {
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  editor.update(
    () => {
      const paragraph = $createParagraphNode();
      text.split('\n').forEach((line, at) => {
        if (at > 0) paragraph.append($createLineBreakNode());
        if (line !== '') paragraph.append($createTextNode(line));
      });
      $getRoot().clear().append(paragraph);
    },
    { tag: HISTORY_MERGE_TAG, discrete: true },
  );
}

function insertAtCaret(citation: string): void {
  const held = $getSelection();
  const selection = $isRangeSelection(held) ? held : $getRoot().selectEnd();
  const { anchor, focus } = selection;
  const node = anchor.getNode();
  // Elsewhere than in one run of text the neighbours are line ends or nothing.
  const isInText = $isTextNode(node) && anchor.key === focus.key;
  const [from, to] = [Math.min(anchor.offset, focus.offset), Math.max(anchor.offset, focus.offset)];
  const before = isInText ? node.getTextContent().slice(0, from) : '';
  const after = isInText ? node.getTextContent().slice(to) : '';
  selection.insertRawText(citationAt(before, after, citation));
}
