// Guides as people paste them: headings, numbers, bullets, indents, or nothing but question marks.
import { describe, expect, it } from 'vitest';
import { draftOf, outlineOf } from '../../../shared/domain/guide-outline.ts';
import { guideDraft } from '../../../shared/domain/guide.ts';

/** `# theme` and `- question`, one a line. */
const shape = (text: string): string[] => outlineOf(text).lines.map(({ kind, text: words }) => `${kind === 'theme' ? '#' : '-'} ${words}`);

const EXPECTED = [
  '# Parcours',
  '- Comment êtes-vous arrivé au pôle ?',
  '- Racontez-moi une journée ordinaire.',
  '# Gouvernance',
  '- Qui décide ?',
  '- Comment s’écrit la feuille de route ?',
];

describe('a pasted guide', () => {
  it.each([
    [
      'headings without a mark, questions below',
      'Parcours\nComment êtes-vous arrivé au pôle ?\nRacontez-moi une journée ordinaire.\n\nGouvernance\nQui décide ?\nComment s’écrit la feuille de route ?\n',
    ],
    [
      'numbered themes, bulleted questions',
      '1. Parcours\n- Comment êtes-vous arrivé au pôle ?\n- Racontez-moi une journée ordinaire.\n2. Gouvernance\n• Qui décide ?\n• Comment s’écrit la feuille de route ?',
    ],
    [
      'themes and questions numbered in two levels',
      '1 Parcours\n1.1 Comment êtes-vous arrivé au pôle ?\n1.2 Racontez-moi une journée ordinaire.\n2 Gouvernance\n2.1 Qui décide ?\n2.2 Comment s’écrit la feuille de route ?',
    ],
    [
      'named themes, questions numbered through',
      'Thème 1 : Parcours\n1) Comment êtes-vous arrivé au pôle ?\n2) Racontez-moi une journée ordinaire.\nThème 2 – Gouvernance\n3) Qui décide ?\n4) Comment s’écrit la feuille de route ?',
    ],
    [
      'Markdown',
      '## Parcours\n* Comment êtes-vous arrivé au pôle ?\n* Racontez-moi une journée ordinaire.\n## Gouvernance\n* Qui décide ?\n* Comment s’écrit la feuille de route ?',
    ],
    [
      'questions set in by a tab, as Word and spreadsheets copy them',
      'Parcours\r\n\tComment êtes-vous arrivé au pôle ?\r\n\tRacontez-moi une journée ordinaire.\r\nGouvernance\r\n\tQui décide ?\r\n\tComment s’écrit la feuille de route ?\r\n',
    ],
    [
      'roman numbers and letters',
      'I. Parcours\na) Comment êtes-vous arrivé au pôle ?\nb) Racontez-moi une journée ordinaire.\nII. Gouvernance\na) Qui décide ?\nb) Comment s’écrit la feuille de route ?',
    ],
    [
      'headings that end in a colon',
      'Parcours :\nComment êtes-vous arrivé au pôle ?\nRacontez-moi une journée ordinaire.\nGouvernance :\nQui décide ?\nComment s’écrit la feuille de route ?',
    ],
  ])('is read with %s', (_how, text) => {
    expect(shape(text)).toEqual(EXPECTED);
  });

  it('may begin with its title', () => {
    const outline = outlineOf('Guide d’entretien – dirigeants\n\nParcours\nQui êtes-vous ?');
    expect(outline).toEqual({
      title: 'Guide d’entretien – dirigeants',
      lines: [
        { kind: 'theme', text: 'Parcours' },
        { kind: 'question', text: 'Qui êtes-vous ?' },
      ],
    });
  });

  it('keeps topics below a theme as questions, though nothing asks', () => {
    expect(shape('Parcours\n- formation\n- arrivée au pôle\nGouvernance\n- conseil')).toEqual([
      '# Parcours',
      '- formation',
      '- arrivée au pôle',
      '# Gouvernance',
      '- conseil',
    ]);
    expect(shape('Thème : Gouvernance\n1. le conseil\n2. la feuille de route')).toEqual(['# Gouvernance', '- le conseil', '- la feuille de route']);
  });

  it('is all questions where no line stands out', () => {
    expect(shape('le conseil\nla feuille de route\nles salons')).toEqual(['- le conseil', '- la feuille de route', '- les salons']);
    expect(shape('Qui décide ?\nPourquoi ?')).toEqual(['- Qui décide ?', '- Pourquoi ?']);
  });

  it('keeps a word that merely begins like a number or a bullet', () => {
    expect(shape('À quels besoins répondez-vous ?\nY a-t-il un salon ?\n2019, qu’est-ce que cela a changé ?')).toEqual([
      '- À quels besoins répondez-vous ?',
      '- Y a-t-il un salon ?',
      '- 2019, qu’est-ce que cela a changé ?',
    ]);
  });
});

it('becomes a guide that the boundary accepts, whatever was pasted', () => {
  const long = 'mot '.repeat(2000);
  for (const text of ['', '\n \n', long, `${long}?`, '?\n?', '# \n- ', 'Thème 1\nThème 2\n', '1.\n2.\n', 'Qui ?\n'.repeat(600)]) {
    const draft = draftOf(outlineOf(text), 'Guide');
    expect(guideDraft.safeParse(draft).success).toBe(true);
  }
  expect(draftOf(outlineOf('Qui décide ?\nSuites\n- Et après ?'), 'Guide')).toEqual({
    title: 'Guide',
    themes: [
      { name: '', questions: [{ text: 'Qui décide ?', categoryIds: [] }] },
      { name: 'Suites', questions: [{ text: 'Et après ?', categoryIds: [] }] },
    ],
  });
});
