// Two people wrote in one text at the same time: both texts become updates of one Yjs document, which holds what both wrote. The document is
// seeded from the text that both began with, so that it need not be kept: the same texts give the same document everywhere.
import { createHeadlessEditor } from '@lexical/headless';
import { createBindingV2__EXPERIMENTAL, syncLexicalUpdateToYjsV2__EXPERIMENTAL, syncYjsStateToLexicalV2__EXPERIMENTAL } from '@lexical/yjs';
import type { BindingV2, Provider } from '@lexical/yjs';
import type { LexicalEditor } from 'lexical';
import { Doc, applyUpdate, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { parseWrittenText, writtenText, writtenTextOfWords, wordsOf } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import { WRITTEN_NODES } from './text-nodes.ts';

/** Nobody's cursor is shown here. */
const NO_PROVIDER: Provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    off: () => undefined,
    on: () => undefined,
    setLocalState: () => undefined,
    setLocalStateField: () => undefined,
  },
  connect: () => undefined,
  disconnect: () => undefined,
  off: () => undefined,
  on: () => undefined,
};

/** Yjs breaks ties by these: of two insertions at one place the first one's stands first. */
const WRITERS = { base: 1, theirs: 2, mine: 3 } as const;

interface Bound {
  readonly doc: Doc;
  readonly editor: LexicalEditor;
  readonly binding: BindingV2;
}

function bound(writer: number, updates: readonly Uint8Array[]): Bound {
  const doc = new Doc();
  doc.clientID = writer;
  for (const update of updates) applyUpdate(doc, update);
  const editor = createHeadlessEditor({
    nodes: [...WRITTEN_NODES],
    onError: (error) => {
      throw error;
    },
  });
  return { doc, editor, binding: createBindingV2__EXPERIMENTAL(editor, 'text', doc, new Map([['text', doc]])) };
}

/** Writes the text into the document as the change that leads there from what the document holds. */
function write({ editor, binding }: Bound, text: WrittenText): void {
  const before = editor.getEditorState();
  editor.setEditorState(editor.parseEditorState(JSON.stringify(text)));
  const after = editor.getEditorState();
  const everything = new Map([...after._nodeMap.keys()].map((key) => [key, true]));
  syncLexicalUpdateToYjsV2__EXPERIMENTAL(binding, NO_PROVIDER, before, after, everything, new Set(), new Set(), new Set());
}

/** What leads from the one text to the other, as a Yjs update on the document seeded from the first. */
export function textUpdate(base: WrittenText, text: WrittenText, writer: 'theirs' | 'mine'): Uint8Array {
  const side = bound(WRITERS[writer], [seedOf(base)]);
  const from = encodeStateVector(side.doc);
  write(side, text);
  return encodeStateAsUpdate(side.doc, from);
}

function seedOf(base: WrittenText): Uint8Array {
  const seed = bound(WRITERS.base, []);
  write(seed, base);
  return encodeStateAsUpdate(seed.doc);
}

/** The text in which both updates were made. */
export function withUpdates(base: WrittenText, updates: readonly Uint8Array[]): WrittenText {
  const { editor, binding } = bound(0, [seedOf(base), ...updates]);
  syncYjsStateToLexicalV2__EXPERIMENTAL(binding, NO_PROVIDER);
  editor.update(() => undefined, { discrete: true });
  return writtenText.parse(editor.getEditorState().toJSON());
}

/** A text as rows hold it: its words, and its form where it has any beyond them. */
export interface HeldText {
  readonly document: string | null;
  readonly words: string;
}

const asWritten = ({ document, words }: HeldText): WrittenText => parseWrittenText(document) ?? writtenTextOfWords(words);

/** What both wrote, given what both began with; `update` is what `mine` did to it. */
export function mergeTexts(base: HeldText, theirs: HeldText, mine: HeldText): HeldText & { readonly update: Uint8Array } {
  const [began, mineNow] = [asWritten(base), asWritten(mine)];
  const update = textUpdate(began, mineNow, 'mine');
  const merged = withUpdates(began, [textUpdate(began, asWritten(theirs), 'theirs'), update]);
  const isPlain = [base, theirs, mine].every(({ document }) => document === null);
  return { words: wordsOf(merged), document: isPlain ? null : JSON.stringify(merged), update };
}
