// Words of the lists that the matrices screen chooses from (contents, figures, formats), and of a cell's balance.
import type { FigureKind, MatrixFormat } from '../contract/matrix.ts';
import type { CellContent, StanceBalance } from '../domain/matrix.ts';
import { formatNumber } from './text.ts';

/** `a`, `a et b`, `a, b et c`. */
export function listed(language: 'fr' | 'en', items: readonly string[]): string {
  return new Intl.ListFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' }).format(items);
}

export const frContents: Record<CellContent, string> = {
  counts: 'le nombre de passages',
  categories: 'les catégories trouvées',
  passages: 'les verbatims',
  synthesis: 'la synthèse',
};
export const enContents: Record<CellContent, string> = {
  counts: 'the number of passages',
  categories: 'the categories found',
  passages: 'the quotes',
  synthesis: 'the synthesis',
};

export const frFigures: Record<FigureKind, { name: string; when: string }> = {
  toolsByCase: {
    name: 'Commun et propre à un cas',
    when: 'Pour montrer ce que les cas ont en commun et ce qu’un seul possède : la figure d’une comparaison inter-cas.',
  },
  bubble: { name: 'Bulles', when: 'Pour voir où le matériau est dense : une bulle par croisement, son aire suit le nombre de passages.' },
  heat: { name: 'Carte de chaleur', when: 'Pour une grande matrice : la teinte fait ressortir les lignes et les colonnes fortes, et les vides.' },
};
export const enFigures: Record<FigureKind, { name: string; when: string }> = {
  toolsByCase: {
    name: 'Shared and case-specific',
    when: 'To show what the cases share and what only one of them has: the figure of a cross-case comparison.',
  },
  bubble: { name: 'Bubbles', when: 'To see where the material is dense: one bubble per crossing, its area follows the number of passages.' },
  heat: { name: 'Heat map', when: 'For a large matrix: the shade brings out strong rows and columns, and the empty ones.' },
};

export const frFormats: Record<MatrixFormat, string> = {
  docx: 'Word (.docx), tableaux modifiables',
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV (.csv)',
  html: 'Page web (.html)',
  md: 'Markdown (.md)',
  tex: 'LaTeX (.tex)',
  json: 'Données (.json)',
  svg: 'Figure vectorielle (.svg)',
  png: 'Figure en image (.png)',
};
export const enFormats: Record<MatrixFormat, string> = {
  docx: 'Word (.docx), editable tables',
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV (.csv)',
  html: 'Web page (.html)',
  md: 'Markdown (.md)',
  tex: 'LaTeX (.tex)',
  json: 'Data (.json)',
  svg: 'Vector figure (.svg)',
  png: 'Figure as an image (.png)',
};

export function frBalance({ supports, contrasts, mentions }: StanceBalance): string[] {
  return [
    supports > 0 ? `${formatNumber('fr', supports)} ${supports < 2 ? 'soutient' : 'soutiennent'}` : '',
    contrasts > 0 ? `${formatNumber('fr', contrasts)} ${contrasts < 2 ? 'contredit' : 'contredisent'}` : '',
    mentions > 0 ? `${formatNumber('fr', mentions)} ${mentions < 2 ? 'mentionne' : 'mentionnent'}` : '',
  ].filter((part) => part !== '');
}
export function enBalance({ supports, contrasts, mentions }: StanceBalance): string[] {
  return [
    supports > 0 ? `${formatNumber('en', supports)} ${supports === 1 ? 'supports' : 'support'}` : '',
    contrasts > 0 ? `${formatNumber('en', contrasts)} ${contrasts === 1 ? 'contrasts' : 'contrast'}` : '',
    mentions > 0 ? `${formatNumber('en', mentions)} ${mentions === 1 ? 'mentions' : 'mention'}` : '',
  ].filter((part) => part !== '');
}
