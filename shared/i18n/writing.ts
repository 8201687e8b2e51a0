// Words of the editor that memos, and other texts with a form, are written in.
import { MEMO_TARGET_WORDS } from './memo-words.ts';
import type { Texts } from './text.ts';

const fr = {
  editorKeys: 'Ctrl+L insère un lien, Alt+Entrée ouvre le lien sous le curseur, Alt+Maj+→ imbrique un point de liste.',
  toolbar: 'Mise en forme',
  tools: {
    bold: 'Gras',
    italic: 'Italique',
    underline: 'Souligné',
    h1: 'Titre',
    h2: 'Sous-titre',
    h3: 'Intertitre',
    bullet: 'Liste',
    number: 'Liste numérotée',
    quote: 'Citation',
    link: 'Lien vers un passage, une catégorie, un cas…',
    picture: 'Image',
  },
  picture: 'image',
  linkTo: 'Lien vers',
  linkSearch: 'Chercher un passage, une catégorie, un cas, une cellule, un mémo…',
  noLink: 'Rien ne correspond à ces mots.',
  imageWords: 'Ce que montre l’image',
  imageHint: 'Pour les personnes qui ne voient pas l’image.',
  keep: 'Enregistrer',
  gone: 'ce qui n’est plus dans le projet',
  kinds: { ...MEMO_TARGET_WORDS.fr, memo: 'Mémo' },
  address: 'Adresse sur le web',
  unkeepable: 'Ce texte est trop long ou trop imbriqué pour être enregistré\u00a0: ses derniers changements ne le sont pas.',
};

const en: typeof fr = {
  editorKeys: 'Ctrl+L inserts a link, Alt+Enter opens the link at the caret, Alt+Shift+→ nests a list item.',
  toolbar: 'Formatting',
  tools: {
    bold: 'Bold',
    italic: 'Italic',
    underline: 'Underlined',
    h1: 'Heading',
    h2: 'Second heading',
    h3: 'Third heading',
    bullet: 'List',
    number: 'Numbered list',
    quote: 'Quote',
    link: 'Link to a passage, a category, a case…',
    picture: 'Picture',
  },
  picture: 'picture',
  linkTo: 'Link to',
  linkSearch: 'Find a passage, a category, a case, a cell, a memo…',
  noLink: 'Nothing matches these words.',
  imageWords: 'What the picture shows',
  imageHint: 'For people who cannot see the picture.',
  keep: 'Save',
  gone: 'what is no longer in the project',
  kinds: { ...MEMO_TARGET_WORDS.en, memo: 'Memo' },
  address: 'Web address',
  unkeepable: 'This text is too long or too deeply nested to be saved: its last changes are not.',
};

export const writingText: Texts<typeof fr> = { fr, en };
