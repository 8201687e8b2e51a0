// Texts that projects hold open in the editor, and leave it as they came; what it takes in from elsewhere can be kept.
import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { expect, it, vi } from 'vitest';
import { TEXT_NODES, registerRichBehaviour } from '../../../renderer/writing/rich-behaviour.ts';
import { wordsOf, writtenText } from '../../../shared/domain/written-text.ts';
import type { WrittenText } from '../../../shared/domain/written-text.ts';

// pictures are asked for when they are shown, and nothing is shown here
vi.mock('../../../renderer/core.ts', () => ({ call: () => Promise.reject(new Error('no core')) }));

function anEditor(): LexicalEditor {
  const editor = createEditor({
    namespace: 'trame',
    nodes: TEXT_NODES,
    onError: (error) => {
      throw error;
    },
  });
  registerRichBehaviour(editor, () => undefined);
  return editor;
}

/** What the editor makes of a stored text and gives back to be kept. */
function through(stored: string): WrittenText {
  const editor = anEditor();
  editor.setEditorState(editor.parseEditorState(stored));
  return writtenText.parse(editor.getEditorState().toJSON());
}

function written($write: () => void): WrittenText {
  const editor = anEditor();
  editor.update($write, { discrete: true });
  return writtenText.parse(editor.getEditorState().toJSON());
}

/** Every kind of node, as the window wrote them before it used the library’s own headings and quotes (November 2026). */
const STORED = `{"root":{"type":"root","version":1,"direction":null,"format":"","indent":0,"children":[
  {"type":"heading","version":1,"direction":null,"format":"","indent":0,"tag":"h1","children":[{"type":"text","version":1,"text":"Ce qui se joue","format":0,"detail":0,"mode":"normal","style":""}]},
  {"type":"paragraph","version":1,"direction":null,"format":"","indent":0,"textFormat":0,"textStyle":"","children":[
    {"type":"text","version":1,"text":"Un ","format":0,"detail":0,"mode":"normal","style":""},
    {"type":"text","version":1,"text":"mot fort","format":1,"detail":0,"mode":"normal","style":""},
    {"type":"linebreak","version":1},
    {"type":"memo-link","version":1,"kind":"passage","id":"5c1a","label":"Les petits suivent (E02 §2)"},
    {"type":"tab","version":1,"text":"\\t","format":0,"detail":2,"mode":"normal","style":""},
    {"type":"memo-image","version":1,"sha256":"${'a'.repeat(64)}","alt":"Schéma","width":40}]},
  {"type":"list","version":1,"direction":null,"format":"","indent":0,"listType":"number","start":3,"tag":"ol","children":[
    {"type":"listitem","version":1,"direction":null,"format":"","indent":0,"value":3,"children":[{"type":"text","version":1,"text":"trois","format":0,"detail":0,"mode":"normal","style":""}]},
    {"type":"listitem","version":1,"direction":null,"format":"","indent":0,"value":4,"children":[
      {"type":"list","version":1,"direction":null,"format":"","indent":0,"listType":"bullet","start":1,"tag":"ul","children":[
        {"type":"listitem","version":1,"direction":null,"format":"","indent":1,"value":1,"children":[{"type":"text","version":1,"text":"dessous","format":0,"detail":0,"mode":"normal","style":""}]}]}]}]},
  {"type":"quote","version":1,"direction":null,"format":"","indent":0,"children":[{"type":"text","version":1,"text":"Dit-elle","format":2,"detail":0,"mode":"normal","style":""}]}]}}`;

it('a text that a project holds opens, and leaves the editor as it came', () => {
  const kept = writtenText.parse(JSON.parse(STORED));
  expect(through(STORED)).toEqual(kept);
  expect(wordsOf(kept)).toBe('Ce qui se joue\nUn mot fort\nLes petits suivent (E02 §2)\tSchéma\ntrois\ndessous\nDit-elle');
});

it('a link to the web goes through the editor too', () => {
  const made = written(() =>
    $getRoot().append($createParagraphNode().append($createLinkNode('https://example.org/a').append($createTextNode('le site')))),
  );
  expect(made.root.children[0]).toMatchObject({ children: [{ type: 'link', url: 'https://example.org/a', children: [{ text: 'le site' }] }] });
  expect(through(JSON.stringify(made))).toEqual(made);
});

it('what pages bring that no text keeps becomes what it can be: small headings, ticked lists, addresses that run something', () => {
  const made = written(() => {
    const item = $createListItemNode(true).append($createTextNode('fait'));
    const link = $createLinkNode('javascript:alert(1)').append($createTextNode('ici'));
    $getRoot().append(
      $createHeadingNode('h6').append($createTextNode('Petit')),
      $createListNode('check').append(item),
      $createParagraphNode().append($createTextNode('Voir '), link),
    );
  });
  expect(made.root.children).toMatchObject([
    { type: 'heading', tag: 'h3' },
    { type: 'list', listType: 'bullet', tag: 'ul' },
    { type: 'paragraph', children: [{ type: 'text', text: 'Voir ici' }] },
  ]);
});
