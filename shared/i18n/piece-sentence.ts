// What a thesis prints, in words: each piece's name, and the sentence that says how it is set, with the words that can be chosen otherwise.
import type { AxisSpec, MatrixDefinition } from '../domain/matrix.ts';
import type { MemoKind } from '../domain/memo.ts';
import type { Language } from '../domain/project.ts';
import type { FigureKind, PieceKind, PieceOf, PrintPiece } from '../domain/print.ts';
import { axisTitles } from './axes.ts';
import { MEMO_KIND_WORDS } from './memo-words.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

/** Names of what pieces may be of, by id. */
export interface PieceNames {
  readonly grids: ReadonlyMap<string, string>;
  readonly cases: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
  readonly coders: ReadonlyMap<string, string>;
  readonly guides: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What of a piece can be chosen. */
export type PieceSlot =
  | 'matrix'
  | 'shape'
  | 'compare'
  | 'repeats'
  | 'grids'
  | 'grid'
  | 'most'
  | 'where'
  | 'by'
  | 'examples'
  | 'counts'
  | 'cases'
  | 'rows'
  | 'columns'
  | 'measures'
  | 'sources'
  | 'coders'
  | 'guide'
  | 'order'
  | 'memoKinds'
  | 'unit'
  | 'figure';

export type SentencePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: PieceSlot; readonly text: string };

interface PieceWords {
  readonly kinds: Readonly<Record<PieceKind, string>>;
  readonly figures: Readonly<Record<FigureKind, string>>;
  readonly measures: Readonly<Record<PieceOf<'counts'>['measures'][number], string>>;
  readonly memoKinds: Readonly<Record<MemoKind, string>>;
  readonly shape: Readonly<Record<PieceOf<'matrix'>['shape'], string>>;
  readonly compares: (isCompared: boolean) => string;
  readonly repeats: (isRepeated: boolean) => string;
  readonly titled: (title: string) => string;
  readonly untitled: string;
  readonly allGrids: string;
  readonly gone: string;
  readonly most: (most: number | null) => string;
  readonly where: (where: readonly string[]) => string;
  readonly by: Readonly<Record<PieceOf<'quoteBook'>['by'], string>>;
  readonly examples: (has: boolean) => string;
  readonly counts: (has: boolean) => string;
  readonly allCases: string;
  readonly allSources: string;
  readonly sources: (count: number) => string;
  readonly allCoders: string;
  readonly allGuides: string;
  readonly allMemos: string;
  readonly order: Readonly<Record<PieceOf<'saturation'>['order'], string>>;
  readonly corpusTable: string;
  readonly audit: string;
  readonly nearestCoders: string;
  readonly units: Readonly<Record<PieceOf<'agreement'>['unit'], string>>;
  readonly of: string;
  readonly level: (grid: string, level: number) => string;
}

const fr: PieceWords = {
  kinds: {
    matrix: 'Matrice',
    verbatims: 'Tableau de verbatims',
    quoteBook: 'Recueil de verbatims',
    codebook: 'Dictionnaire des thèmes',
    corpusTable: 'Tableau des entretiens',
    monograph: 'Monographies de cas',
    counts: 'Tableau d’occurrences',
    transcript: 'Transcriptions codées',
    dataStructure: 'Structure des données',
    guideMap: 'Guide et catégories',
    saturation: 'Saturation',
    codebookHistory: 'Évolution de la grille',
    dataProtection: 'Fiche de protection des données',
    erasureCertificate: 'Certificat d’effacement',
    agreement: 'Accord entre codeurs',
    audit: 'Journal de l’analyse',
    memos: 'Mémos',
    figure: 'Figure',
  },
  figures: {
    toolsByCase: 'comparaison des cas',
    bubble: 'matrice à bulles',
    heat: 'carte de chaleur',
    ratings: 'cotations',
    coPresence: 'co-présence des cas',
    caseProfiles: 'profils de cas',
    dataStructure: 'structure des données',
  },
  measures: { presence: 'présence (0/1)', passages: 'passages', words: 'mots' },
  memoKinds: MEMO_KIND_WORDS.fr,
  shape: { whole: 'en un tableau', perTheme: 'un tableau par thème' },
  compares: (isCompared) => (isCompared ? 'puis les cas comparés' : 'sans comparaison des cas'),
  repeats: (isRepeated) => (isRepeated ? 'tous les verbatims sous les synthèses' : 'sans répéter les verbatims que les synthèses citent'),
  titled: (title) => `«\u00a0${title}\u00a0»`,
  untitled: 'sans titre',
  allGrids: 'toutes les grilles',
  gone: '(retiré du projet)',
  most: (most) => (most === null ? 'tous les verbatims' : `${plural('fr', most, 'verbatim', 'verbatims')} au plus`),
  where: (where) => (where.length === 0 ? 'sans filtre' : `là où ${where.join('\u00a0; ')}`),
  by: { category: 'par catégorie', respondent: 'par répondant' },
  examples: (has) => (has ? 'avec un exemple' : 'sans exemple'),
  counts: (has) => (has ? 'avec les comptages' : 'sans comptage'),
  allCases: 'tous les cas',
  allSources: 'tous les entretiens',
  sources: (count) => plural('fr', count, 'entretien', 'entretiens'),
  allCoders: 'tous les codeurs',
  allGuides: 'tous les guides',
  allMemos: 'tous les mémos',
  order: { date: 'par date d’entretien', import: 'par ordre d’import' },
  corpusTable: 'les entretiens et leurs attributs',
  audit: 'ce qui a été fait, par qui, quand',
  nearestCoders: 'les deux codeurs qui ont le plus de sources en commun',
  units: { character: 'par caractère', sentence: 'par phrase', turn: 'par tour de parole', source: 'par source' },
  of: 'de ',
  level: (grid, level) => `${grid}, niveau ${level}`,
};

const en: PieceWords = {
  kinds: {
    matrix: 'Matrix',
    verbatims: 'Table of quotes',
    quoteBook: 'Quote book',
    codebook: 'Codebook',
    corpusTable: 'Table of interviews',
    monograph: 'Case monographs',
    counts: 'Table of counts',
    transcript: 'Coded transcripts',
    dataStructure: 'Data structure',
    guideMap: 'Guide and categories',
    saturation: 'Saturation',
    codebookHistory: 'History of the codebook',
    dataProtection: 'Data-protection sheet',
    erasureCertificate: 'Certificate of erasure',
    agreement: 'Agreement between coders',
    audit: 'Audit summary',
    memos: 'Memos',
    figure: 'Figure',
  },
  figures: {
    toolsByCase: 'comparison of cases',
    bubble: 'bubble matrix',
    heat: 'heat map',
    ratings: 'ratings',
    coPresence: 'co-presence of cases',
    caseProfiles: 'case profiles',
    dataStructure: 'data structure',
  },
  measures: { presence: 'presence (0/1)', passages: 'passages', words: 'words' },
  memoKinds: MEMO_KIND_WORDS.en,
  shape: { whole: 'in one table', perTheme: 'one table per theme' },
  compares: (isCompared) => (isCompared ? 'then the cases compared' : 'without comparing cases'),
  repeats: (isRepeated) => (isRepeated ? 'all quotes under the syntheses' : 'without repeating the quotes that syntheses quote'),
  titled: (title) => `“${title}”`,
  untitled: 'untitled',
  allGrids: 'all grids',
  gone: '(removed from the project)',
  most: (most) => (most === null ? 'all quotes' : `${plural('en', most, 'quote', 'quotes')} at most`),
  where: (where) => (where.length === 0 ? 'unfiltered' : `where ${where.join('; ')}`),
  by: { category: 'by category', respondent: 'by respondent' },
  examples: (has) => (has ? 'with an example' : 'without example'),
  counts: (has) => (has ? 'with counts' : 'without counts'),
  allCases: 'all cases',
  allSources: 'all interviews',
  sources: (count) => plural('en', count, 'interview', 'interviews'),
  allCoders: 'all coders',
  allGuides: 'all guides',
  allMemos: 'all memos',
  order: { date: 'by date of interview', import: 'by order of import' },
  corpusTable: 'the interviews and their attributes',
  audit: 'what was done, by whom, when',
  nearestCoders: 'the two coders with most sources in common',
  units: { character: 'by character', sentence: 'by sentence', turn: 'by turn', source: 'by source' },
  of: 'of ',
  level: (grid, level) => `${grid}, level ${level}`,
};

export const pieceText: Texts<PieceWords> = { fr, en };

const AND = ', ';
/** At most so many names are listed before they are counted. */
const MOST_NAMED = 3;

const words = (text: string): SentencePart => ({ kind: 'words', text });
const slot = (name: PieceSlot, text: string): SentencePart => ({ kind: 'slot', slot: name, text });
const and = words(AND);

/** What pieces are of, by their names. */
class Naming {
  readonly words: PieceWords;
  readonly #language: Language;
  readonly #names: PieceNames;

  constructor(language: Language, names: PieceNames) {
    this.words = pieceText[language];
    this.#language = language;
    this.#names = names;
  }

  one(of: keyof PieceNames, id: string): string {
    return this.#names[of].get(id) ?? this.words.gone;
  }

  many(of: keyof PieceNames, ids: readonly string[] | null, all: string): string {
    if (ids === null) return all;
    const named = ids
      .slice(0, MOST_NAMED)
      .map((id) => this.one(of, id))
      .join(AND);
    return ids.length > MOST_NAMED ? `${named} + ${ids.length - MOST_NAMED}` : named;
  }

  title(title: string): string {
    return title === '' ? this.words.untitled : this.words.titled(title);
  }

  axis(spec: AxisSpec): string {
    const titles = axisTitles[this.#language];
    switch (spec.kind) {
      case 'grid': {
        const grid = this.one('grids', spec.gridId);
        return spec.level === null ? grid : this.words.level(grid, spec.level);
      }
      case 'attribute':
        return this.one('attributes', spec.attributeId);
      case 'period':
        return titles.date;
      case 'guide':
        return spec.level === 'theme' ? titles.theme : titles.question;
      case 'picked':
        return spec.name === '' ? titles.category : spec.name;
      default:
        return titles[spec.kind];
    }
  }
}

/** True where a comparison of cases can be made of it. */
export function showsCases({ rows, columns }: MatrixDefinition): boolean {
  return [...rows, ...columns].some(({ kind }) => kind === 'case');
}

/** Where a passage may stand twice in a cell. */
function quotesUnderSyntheses({ contents }: MatrixDefinition): boolean {
  return contents.includes('synthesis') && (contents.includes('passages') || contents.includes('pinned'));
}

function partsOf(piece: PrintPiece, say: Naming): SentencePart[] {
  const text = say.words;
  const grids = (ids: readonly string[] | null): SentencePart => slot('grids', say.many('grids', ids, text.allGrids));
  const where = (given: readonly string[]): SentencePart => slot('where', text.where(given));
  switch (piece.kind) {
    case 'matrix': {
      const compare = slot('compare', text.compares(piece.compareCaseKeys !== null));
      const repeats = slot('repeats', text.repeats(piece.repeatsQuoted === true));
      const ofMatrix = [
        slot('matrix', say.title(piece.title)),
        and,
        slot('shape', text.shape[piece.shape]),
        ...(quotesUnderSyntheses(piece.definition) ? [and, repeats] : []),
      ];
      return showsCases(piece.definition) ? [...ofMatrix, and, compare] : ofMatrix;
    }
    case 'verbatims':
      return [grids(piece.gridIds), and, slot('most', text.most(piece.most)), and, where(piece.where)];
    case 'quoteBook':
      return [slot('by', text.by[piece.by]), and, grids(piece.gridIds), and, where(piece.where)];
    case 'codebook':
      return [grids(piece.gridIds), and, slot('examples', text.examples(piece.withExamples)), and, slot('counts', text.counts(piece.withCounts))];
    case 'corpusTable':
      return [words(text.corpusTable)];
    case 'monograph':
      return [slot('cases', say.many('cases', piece.caseIds, text.allCases)), and, grids(piece.gridIds)];
    case 'counts': {
      const measures = piece.measures.map((measure) => text.measures[measure]).join(AND);
      return [slot('rows', say.axis(piece.rows)), words(' × '), slot('columns', say.axis(piece.columns)), and, slot('measures', measures)];
    }
    case 'transcript': {
      const { sourceIds } = piece;
      const many = sourceIds !== null && sourceIds.length > MOST_NAMED;
      const sources = slot('sources', many ? text.sources(sourceIds.length) : say.many('sources', sourceIds, text.allSources));
      return [sources, and, slot('coders', say.many('coders', piece.coderIds, text.allCoders)), and, grids(piece.gridIds)];
    }
    case 'dataStructure':
      return [words(text.of), slot('grid', say.one('grids', piece.gridId))];
    case 'guideMap':
      return [slot('guide', piece.guideId === null ? text.allGuides : say.one('guides', piece.guideId))];
    case 'saturation':
      return [slot('order', text.order[piece.order]), and, grids(piece.gridIds)];
    case 'agreement': {
      const ids = piece.coderIds.length > 0 ? piece.coderIds : null;
      return [words(say.many('coders', ids, text.nearestCoders)), and, grids(piece.gridIds), and, slot('unit', text.units[piece.unit])];
    }
    case 'codebookHistory':
      return [grids(piece.gridIds)];
    case 'audit':
      return [words(text.audit)];
    case 'dataProtection':
    case 'erasureCertificate':
      return [];
    case 'memos':
      return [slot('memoKinds', piece.kinds === null ? text.allMemos : piece.kinds.map((kind) => text.memoKinds[kind]).join(AND))];
    case 'figure':
      return [slot('figure', text.figures[piece.figure]), words(` ${text.of}`), slot('matrix', say.title(piece.title))];
  }
}

/** How a piece is set, in one sentence; its slots are what can be chosen otherwise. */
export function pieceSentence(piece: PrintPiece, names: PieceNames, language: Language): SentencePart[] {
  return partsOf(piece, new Naming(language, names));
}

/** What a piece is called in a list and as a file. */
export function pieceTitle(piece: PrintPiece, language: Language): string {
  const { kinds, figures } = pieceText[language];
  if (piece.kind === 'matrix') return `${kinds.matrix} ${piece.title}`.trim();
  if (piece.kind === 'figure') return `${kinds.figure} ${figures[piece.figure]}`;
  return kinds[piece.kind];
}
