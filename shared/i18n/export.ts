// The words of everything that leaves Trame as a file or a picture: captions, notes, sheet names, legends.
import type { JoinRule, MatrixTotals, StanceBalance } from '../domain/matrix.ts';
import type { Stance } from '../domain/source.ts';
import type { Language } from '../domain/project.ts';
import type { FigureLabels } from '../figure/figure-labels.ts';
import { figureLabels } from './figure-labels.ts';
import { stanceText } from './stance.ts';

/** What a note under a table says about how its cells were made. */
export interface MethodFacts {
  readonly join: JoinRule;
  /** Categories stand on both sides, so that the join rule matters. */
  readonly crossesCategories: boolean;
  /** Names, or how many where the names are not known; null: everybody. */
  readonly coders: readonly string[] | number | null;
  readonly totals: MatrixTotals;
  readonly omittedCodings: number;
  readonly showsCounts: boolean;
  readonly showsContrast: boolean;
  /** Verbatims left out of cells because the synthesis above quotes them. */
  readonly saidAbove: number;
}

export interface ExportLabels {
  /** Caption label, and the name of Word's sequence: the list of tables is built from it. */
  readonly table: string;
  /** The same of pictures. */
  readonly figureLabel: string;
  readonly captionSeparator: string;
  readonly continued: (part: number, parts: number) => string;
  readonly countLine: (passages: number, sources: number) => string;
  readonly draft: string;
  readonly contrastMark: string;
  readonly stances: Readonly<Record<Stance, string>>;
  /** What the passages of a cell do to its claim: « 2 soutiennent · 1 contredit »; null where no stance was taken. */
  readonly stanceLine: (balance: StanceBalance) => string | null;
  readonly statuses: Readonly<Record<'ready' | 'reviewed', string>>;
  readonly outdated: string;
  readonly remark: string;
  /** The table of a scale's steps: its lead and its columns. */
  readonly scaleKey: (scale: string) => string;
  readonly scaleStep: string;
  readonly scaleRule: string;
  readonly noRule: string;
  /** Where a table would have nothing in it. */
  readonly emptyTable: string;
  readonly methodNote: (facts: MethodFacts) => string;
  readonly sourceLine: (author: string | null, sources: number) => string;
  readonly comparisonTitle: (title: string, cases: readonly string[]) => string;
  readonly comparisonNote: string;
  readonly comparedAxis: string;
  readonly sheets: { readonly matrix: string; readonly verbatims: string; readonly comparison: string; readonly scales: string };
  readonly columns: {
    readonly row: string;
    readonly column: string;
    readonly reference: string;
    readonly speaker: string;
    readonly case: string;
    readonly stance: string;
    readonly categories: string;
    readonly source: string;
    readonly verbatim: string;
  };
  readonly verbatims: string;
  /** Spreadsheets: at the end of a cell that goes on in the row below, and at the start of that row's cell. */
  readonly continuesBelow: string;
  readonly continuesAbove: string;
  /** LaTeX: the comment above what the preamble needs. */
  readonly texPreamble: string;
  readonly figure: FigureLabels;
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

/** Making one takes longer than writing a thousand numbers with it. */
const NUMBERS = { fr: new Intl.NumberFormat(LOCALES.fr), en: new Intl.NumberFormat(LOCALES.en) } as const;

function number(language: Language, value: number): string {
  return NUMBERS[language].format(value);
}

function list(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(names);
}

/** Those that are any, or nothing said at all. */
function said(parts: readonly (readonly [count: number, words: string])[]): string | null {
  const some = parts.filter(([count]) => count > 0).map(([, words]) => words);
  return some.length > 0 ? some.join(' · ') : null;
}

/** French counts 0 and 1 in the singular, English 1 only. */
const fr = (count: number, one: string, many: string): string => `${number('fr', count)} ${count < 2 ? one : many}`;
const en = (count: number, one: string, many: string): string => `${number('en', count)} ${count === 1 ? one : many}`;

function joinInFrench(join: JoinRule): string {
  switch (join.kind) {
    case 'passage':
      return 'les passages (même source, mêmes bornes) qui portent à la fois la catégorie de la ligne et celle de la colonne';
    case 'overlap':
      return 'les passages de la ligne qui recouvrent, même en partie, un passage de la colonne';
    case 'turn':
      return 'les passages de la ligne qui partagent un tour de parole avec un passage de la colonne';
    case 'near':
      return `les passages de la ligne situés, dans une même source, à au plus ${fr(join.withinUtf16, 'caractère', 'caractères')} d’un passage de la colonne`;
  }
}

function joinInEnglish(join: JoinRule): string {
  switch (join.kind) {
    case 'passage':
      return 'the passages (same source, same ends) that carry both the row’s and the column’s category';
    case 'overlap':
      return 'the row’s passages that overlap, even in part, a passage of the column';
    case 'turn':
      return 'the row’s passages that share a speaking turn with a passage of the column';
    case 'near':
      return `the row’s passages that stand, in one source, at most ${en(join.withinUtf16, 'character', 'characters')} from a passage of the column`;
  }
}

function noteInFrench(facts: MethodFacts): string {
  const { coders, totals, omittedCodings } = facts;
  const who = coders === null ? 'tous les codeurs' : typeof coders === 'number' ? fr(coders, 'codeur', 'codeurs') : list('fr', coders);
  const counted = `${fr(totals.codings, 'codage', 'codages')}, ${fr(totals.passages, 'passage', 'passages')}, ${fr(totals.sources, 'source', 'sources')}`;
  return [
    `Note : une cellule réunit ${facts.crossesCategories ? joinInFrench(facts.join) : 'les passages distincts (même source, mêmes bornes) qui relèvent de la ligne et de la colonne'}.`,
    `Codages de ${who} : ${counted}.`,
    ...(omittedCodings > 0
      ? [
          `${fr(omittedCodings, 'codage posé', 'codages posés')} sur des catégories que le tableau ne montre pas n’y ${omittedCodings < 2 ? 'figure' : 'figurent'} pas.`,
        ]
      : []),
    ...(facts.showsCounts ? ['Un effectif dit combien de fois une catégorie a été relevée, non son importance.'] : []),
    ...(facts.saidAbove > 0
      ? [
          `${fr(facts.saidAbove, 'verbatim', 'verbatims')} déjà ${facts.saidAbove < 2 ? 'cité' : 'cités'} dans une synthèse ${facts.saidAbove < 2 ? 'n’est pas répété' : 'ne sont pas répétés'} sous elle.`,
        ]
      : []),
    ...(facts.showsContrast ? ['≠ : verbatim qui contredit la catégorie.'] : []),
  ].join(' ');
}

function noteInEnglish(facts: MethodFacts): string {
  const { coders, totals, omittedCodings } = facts;
  const who = coders === null ? 'all coders' : typeof coders === 'number' ? en(coders, 'coder', 'coders') : list('en', coders);
  const counted = `${en(totals.codings, 'coding', 'codings')}, ${en(totals.passages, 'passage', 'passages')}, ${en(totals.sources, 'source', 'sources')}`;
  return [
    `Note: a cell gathers ${facts.crossesCategories ? joinInEnglish(facts.join) : 'the distinct passages (same source, same ends) that belong to the row and the column'}.`,
    `Codings by ${who}: ${counted}.`,
    ...(omittedCodings > 0
      ? [`${en(omittedCodings, 'coding', 'codings')} of categories that the table does not show ${omittedCodings === 1 ? 'is' : 'are'} left out.`]
      : []),
    ...(facts.showsCounts ? ['A count says how often a category was found, not how much it matters.'] : []),
    ...(facts.saidAbove > 0
      ? [`${en(facts.saidAbove, 'quote', 'quotes')} quoted in a synthesis ${facts.saidAbove === 1 ? 'is' : 'are'} not repeated under it.`]
      : []),
    ...(facts.showsContrast ? ['≠: a quote that contrasts with the category.'] : []),
  ].join(' ');
}

export const exportText = {
  fr: {
    table: 'Tableau',
    figureLabel: 'Figure',
    captionSeparator: '\u00a0: ',
    continued: (part, parts) => `suite, ${part} sur ${parts}`,
    countLine: (passages, sources) => `${fr(passages, 'passage', 'passages')} · ${fr(sources, 'source', 'sources')}`,
    draft: 'brouillon',
    contrastMark: '≠',
    stances: stanceText.fr,
    stanceLine: ({ supports, contrasts, mentions }) =>
      said([
        [supports, `${number('fr', supports)} ${supports < 2 ? 'soutient' : 'soutiennent'}`],
        [contrasts, `${number('fr', contrasts)} ${contrasts < 2 ? 'contredit' : 'contredisent'}`],
        [mentions, `${number('fr', mentions)} ${mentions < 2 ? 'mentionne' : 'mentionnent'}`],
      ]),
    statuses: { ready: 'prêt', reviewed: 'relu' },
    outdated: 'à revoir : les passages ont changé depuis',
    remark: 'Remarque : ',
    scaleKey: (scale) => `Clé des appréciations, échelle « ${scale} »`,
    scaleStep: 'Appréciation',
    scaleRule: 'Règle de décision',
    noRule: 'règle à écrire',
    emptyTable: 'Rien à montrer : aucun passage codé ne répond à ce choix. Élargissez les filtres, les grilles ou les codeurs choisis.',
    methodNote: noteInFrench,
    sourceLine: (author, sources) => `Source : ${author ?? 'élaboration personnelle'}, d’après ${fr(sources, 'source codée', 'sources codées')}.`,
    comparisonTitle: (title, cases) => `${title} : ce qui est commun et ce qui est propre à ${list('fr', cases)}`,
    comparisonNote: 'Note : entre parenthèses, le nombre de passages distincts où l’élément a été relevé.',
    comparedAxis: 'Présence dans les cas',
    sheets: { matrix: 'Matrice', verbatims: 'Verbatims', comparison: 'Comparaison', scales: 'Échelles' },
    columns: {
      row: 'Ligne',
      column: 'Colonne',
      reference: 'Référence',
      speaker: 'Locuteur',
      case: 'Cas',
      stance: 'Position',
      categories: 'Catégories',
      source: 'Source',
      verbatim: 'Verbatim',
    },
    verbatims: 'Verbatims',
    continuesBelow: '[… suite à la ligne suivante]',
    continuesAbove: '[suite de la ligne précédente …]',
    texPreamble: 'À placer dans le préambule (compiler de préférence avec LuaLaTeX ou XeLaTeX) :',
    figure: figureLabels.fr,
  },
  en: {
    table: 'Table',
    figureLabel: 'Figure',
    captionSeparator: ': ',
    continued: (part, parts) => `continued, ${part} of ${parts}`,
    countLine: (passages, sources) => `${en(passages, 'passage', 'passages')} · ${en(sources, 'source', 'sources')}`,
    draft: 'draft',
    contrastMark: '≠',
    stances: stanceText.en,
    stanceLine: ({ supports, contrasts, mentions }) =>
      said([
        [supports, `${number('en', supports)} ${supports === 1 ? 'supports' : 'support'}`],
        [contrasts, `${number('en', contrasts)} ${contrasts === 1 ? 'contrasts' : 'contrast'}`],
        [mentions, `${number('en', mentions)} ${mentions === 1 ? 'mentions' : 'mention'}`],
      ]),
    statuses: { ready: 'ready', reviewed: 'reviewed' },
    outdated: 'to be seen again: the passages have changed since',
    remark: 'Remark: ',
    scaleKey: (scale) => `Key of the ratings, scale “${scale}”`,
    scaleStep: 'Rating',
    scaleRule: 'Decision rule',
    noRule: 'rule to be written',
    emptyTable: 'Nothing to show: no coded passage answers this choice. Widen the filters, the grids or the coders chosen.',
    methodNote: noteInEnglish,
    sourceLine: (author, sources) => `Source: ${author ?? 'own elaboration'}, from ${en(sources, 'coded source', 'coded sources')}.`,
    comparisonTitle: (title, cases) => `${title}: what is common and what is particular to ${list('en', cases)}`,
    comparisonNote: 'Note: in brackets, the number of distinct passages in which the item was found.',
    comparedAxis: 'Presence in the cases',
    sheets: { matrix: 'Matrix', verbatims: 'Quotes', comparison: 'Comparison', scales: 'Scales' },
    columns: {
      row: 'Row',
      column: 'Column',
      reference: 'Reference',
      speaker: 'Speaker',
      case: 'Case',
      stance: 'Stance',
      categories: 'Categories',
      source: 'Source',
      verbatim: 'Quote',
    },
    verbatims: 'Quotes',
    continuesBelow: '[… continues in the next row]',
    continuesAbove: '[continued from the row above …]',
    texPreamble: 'To put in the preamble (best compiled with LuaLaTeX or XeLaTeX):',
    figure: figureLabels.en,
  },
} as const satisfies Record<Language, ExportLabels>;
