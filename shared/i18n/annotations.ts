// Words of comments and highlights in a word processor's file: what they would become, and what they are called then.
import type { CommentUse, HighlightUse, Hue } from '../domain/document-annotation.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

interface Taken {
  readonly codings: number;
  readonly memos: number;
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

const fr = {
  /** Title of the grid that their categories are made in. */
  grid: 'Commentaires et surlignages',
  hues: {
    red: 'rouge',
    orange: 'orange',
    yellow: 'jaune',
    green: 'vert',
    turquoise: 'turquoise',
    blue: 'bleu',
    violet: 'violet',
    pink: 'rose',
    grey: 'gris',
    black: 'noir',
  } satisfies Record<Hue, string>,
  highlighted: (hue: string, number: number) => `Surligné ${hue}${number > 1 ? ` ${number}` : ''}`,
  reply: (author: string, text: string) => (author === '' ? `Réponse : ${text}` : `${author} : ${text}`),

  title: 'Commentaires et surlignages',
  offer: (comments: number, highlights: number) =>
    `Reprendre ${[
      comments === 0 ? '' : comments === 1 ? 'le commentaire' : `les ${formatNumber('fr', comments)} commentaires`,
      highlights === 0 ? '' : highlights === 1 ? 'le surlignage' : `les ${formatNumber('fr', highlights)} surlignages`,
    ]
      .filter((part) => part !== '')
      .join(' et ')} comme codages ?`,
  comments: (n: number) => plural('fr', n, 'commentaire', 'commentaires'),
  highlights: (n: number) => plural('fr', n, 'surlignage', 'surlignages'),
  commentUses: { leave: 'Laisser', category: 'Comme codages', memo: 'Comme mémos' } satisfies Record<CommentUse, string>,
  highlightUses: { leave: 'Laisser', category: 'Une catégorie par couleur' } satisfies Record<HighlightUse, string>,
  commentHint: (short: number, long: number) =>
    long === 0
      ? 'Le texte de chaque commentaire nomme la catégorie ; son auteur en est le codeur.'
      : short === 0
        ? 'Ces commentaires sont longs : chacun devient un mémo sur son passage.'
        : `${plural('fr', short, 'commentaire court nomme', 'commentaires courts nomment')} une catégorie ; ${plural('fr', long, 'plus long devient', 'plus longs deviennent')} un mémo sur le passage. L’auteur est le codeur.`,
  memoHint: 'Chaque commentaire devient un mémo sur son passage, de la main de son auteur.',
  authors: (names: readonly string[]) => `Par ${names.join(', ')}`,
  unplaced: (n: number) =>
    n === 1
      ? '1 commentaire porte sur des mots supprimés ou hors du texte : il ne peut pas être repris.'
      : `${formatNumber('fr', n)} commentaires portent sur des mots supprimés ou hors du texte : ils ne peuvent pas être repris.`,
  onParagraph: (n: number) =>
    n === 1
      ? '1 commentaire n’entoure aucun mot : il est mis sur tout son paragraphe. À vérifier.'
      : `${formatNumber('fr', n)} commentaires n’entourent aucun mot : ils sont mis sur tout leur paragraphe. À vérifier.`,
  color: 'Couleur',
  category: 'Catégorie',
  categoryOf: (hue: string) => `Catégorie pour le surlignage ${hue}`,
  count: 'Passages',
  example: 'Exemple',
  everywhere: (n: number) => `Appliquer à ${plural('fr', n, 'autre fichier', 'autres fichiers')}`,
  taken: ({ codings, memos }: Taken) =>
    joined(
      codings > 0 ? plural('fr', codings, 'codage repris', 'codages repris') : '',
      memos > 0 ? plural('fr', memos, 'mémo repris', 'mémos repris') : '',
    ),
  notTaken: (words: readonly string[]) => `Commentaires sans mots dans le texte : ${words.map((one) => `« ${one} »`).join(', ')}`,
};

const en: typeof fr = {
  grid: 'Comments and highlights',
  hues: {
    red: 'red',
    orange: 'orange',
    yellow: 'yellow',
    green: 'green',
    turquoise: 'turquoise',
    blue: 'blue',
    violet: 'violet',
    pink: 'pink',
    grey: 'grey',
    black: 'black',
  },
  highlighted: (hue, number) => `Highlighted ${hue}${number > 1 ? ` ${number}` : ''}`,
  reply: (author, text) => (author === '' ? `Reply: ${text}` : `${author}: ${text}`),

  title: 'Comments and highlights',
  offer: (comments, highlights) =>
    `Take over ${[
      comments === 0 ? '' : comments === 1 ? 'the comment' : `the ${formatNumber('en', comments)} comments`,
      highlights === 0 ? '' : highlights === 1 ? 'the highlight' : `the ${formatNumber('en', highlights)} highlights`,
    ]
      .filter((part) => part !== '')
      .join(' and ')} as codings?`,
  comments: (n) => plural('en', n, 'comment', 'comments'),
  highlights: (n) => plural('en', n, 'highlight', 'highlights'),
  commentUses: { leave: 'Leave', category: 'As codings', memo: 'As memos' },
  highlightUses: { leave: 'Leave', category: 'One category per colour' },
  commentHint: (short, long) =>
    long === 0
      ? 'Each comment’s text names the category; its author is the coder.'
      : short === 0
        ? 'These comments are long: each becomes a memo on its passage.'
        : `${plural('en', short, 'short comment names', 'short comments name')} a category; ${plural('en', long, 'longer one becomes', 'longer ones become')} a memo on the passage. The author is the coder.`,
  memoHint: 'Each comment becomes a memo on its passage, in its author’s name.',
  authors: (names) => `By ${names.join(', ')}`,
  unplaced: (n) =>
    n === 1
      ? '1 comment is on words deleted since or outside the text: it cannot be taken over.'
      : `${formatNumber('en', n)} comments are on words deleted since or outside the text: they cannot be taken over.`,
  onParagraph: (n) =>
    n === 1
      ? '1 comment encloses no words: it is put on its whole paragraph. To be checked.'
      : `${formatNumber('en', n)} comments enclose no words: they are put on their whole paragraphs. To be checked.`,
  color: 'Colour',
  category: 'Category',
  categoryOf: (hue) => `Category for what is highlighted ${hue}`,
  count: 'Passages',
  example: 'Example',
  everywhere: (n) => `Apply to ${plural('en', n, 'other file', 'other files')}`,
  taken: ({ codings, memos }) =>
    joined(
      codings > 0 ? plural('en', codings, 'coding taken over', 'codings taken over') : '',
      memos > 0 ? plural('en', memos, 'memo taken over', 'memos taken over') : '',
    ),
  notTaken: (words) => `Comments without words in the text: ${words.map((one) => `“${one}”`).join(', ')}`,
};

export const annotationsText: Texts<typeof fr> = { fr, en };
