// The guide as an outline of lines: what each key makes of it, and the guide that the lines say.
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../shared/domain/guide-outline.ts';
import { guideDraft } from '../../../shared/domain/guide.ts';
import type { Guide } from '../../../shared/domain/guide.ts';
import {
  draftOf,
  moved,
  printOf,
  printOfGuide,
  textOf,
  withKind,
  withPasted,
  withQuestionAfter,
  withText,
  without,
} from '../../../renderer/guide/guide-lines.ts';
import type { GuideLine } from '../../../renderer/guide/guide-lines.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const idsFrom = (first: number): (() => string) => {
  let next = first;
  return () => {
    next += 1;
    return id(next - 1);
  };
};

const GUIDE = {
  id: id(1),
  title: 'Guide',
  themes: [
    { id: id(10), name: '', questions: [{ id: id(11), text: 'Qui êtes-vous ?', categoryIds: [] }] },
    {
      id: id(20),
      name: 'Gouvernance',
      questions: [
        { id: id(21), text: 'Qui décide ?', categoryIds: [id(92), id(91)] },
        { id: id(22), text: 'Comment ?', categoryIds: [] },
      ],
    },
    { id: id(30), name: 'Suites', questions: [] },
  ],
} as unknown as Guide;

const shown = (lines: readonly GuideLine[]): string[] => lines.map(({ kind, text }) => `${kind === 'theme' ? '# ' : ''}${text}`);
const text = textOf(GUIDE, idsFrom(100));

describe('lines and guide', () => {
  it('say the same thing', () => {
    expect(shown(text.lines)).toEqual(['Qui êtes-vous ?', '# Gouvernance', 'Qui décide ?', 'Comment ?', '# Suites']);
    expect(printOf(draftOf(text, GUIDE))).toBe(printOfGuide(GUIDE));
    expect(guideDraft.safeParse(draftOf(text, GUIDE)).success).toBe(true);
  });

  it('an emptied question keeps its words until its line goes, an emptied title too; empty new lines are not there yet', () => {
    const emptied = { ...text, title: ' ', lines: withQuestionAfter(withText(text.lines, id(21), '  '), 3, id(200)) };
    expect(printOf(draftOf(emptied, GUIDE))).toBe(printOfGuide(GUIDE));
    const gone = { ...text, lines: without(text.lines, 2) };
    expect(draftOf(gone, GUIDE).themes[1]?.questions.map((question) => question.text)).toEqual(['Comment ?']);
  });

  it('a theme without a name holds what stands before the first theme, the same one each time', () => {
    const bare = textOf({ ...GUIDE, themes: [] }, idsFrom(100));
    const first = { ...bare, lines: [{ id: id(40), kind: 'question' as const, text: 'Et ?', categoryIds: [] }] };
    expect(draftOf(first, GUIDE).themes).toEqual([{ id: bare.leadId, name: '', questions: [{ id: id(40), text: 'Et ?', categoryIds: [] }] }]);
  });
});

describe('a line', () => {
  it('moves among all lines when it is a question, with its questions when it is a theme', () => {
    expect(shown(moved(text.lines, 2, -1))).toEqual(['Qui êtes-vous ?', 'Qui décide ?', '# Gouvernance', 'Comment ?', '# Suites']);
    expect(shown(moved(text.lines, 1, 1))).toEqual(['Qui êtes-vous ?', '# Suites', '# Gouvernance', 'Qui décide ?', 'Comment ?']);
    expect(shown(moved(text.lines, 4, -1))).toEqual(['Qui êtes-vous ?', '# Suites', '# Gouvernance', 'Qui décide ?', 'Comment ?']);
    for (const [at, by] of [
      [0, -1],
      [1, -1],
      [4, 1],
    ] as const)
      expect(moved(text.lines, at, by)).toBe(text.lines);
  });

  it('becomes something else when it changes kind', () => {
    const theme = withKind(text.lines, 2, 'theme', id(300));
    expect(theme[2]).toEqual({ id: id(300), kind: 'theme', text: 'Qui décide ?', categoryIds: [] });
    expect(withKind(text.lines, 1, 'theme', id(300))).toEqual(text.lines);
  });

  it('gives its place to what is pasted while it is empty', () => {
    const outline = outlineOf('Réseau\n- Avec qui ?\n- Où ?');
    const blank = withQuestionAfter(text.lines, 4, id(200));
    expect(shown(withPasted(blank, 5, outline, idsFrom(400))).slice(4)).toEqual(['# Suites', '# Réseau', 'Avec qui ?', 'Où ?']);
    expect(shown(withPasted(text.lines, 0, outline, idsFrom(400))).slice(0, 4)).toEqual(['Qui êtes-vous ?', '# Réseau', 'Avec qui ?', 'Où ?']);
  });
});
