// Builds computed matrices as the engine returns them, with the texts that break exports: long, quoted, accented, emoji, markup.
import { CATEGORY_COLORS } from '../../shared/domain/category.ts';
import type { CategoryId, CoderId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { cellKey } from '../../shared/domain/matrix.ts';
import { blankCell } from '../../shared/domain/matrix-cell.ts';
import type { AxisEntity, CellContent, FoundCategory, MatrixCell, MatrixHeader, MatrixQuote, MatrixTable } from '../../shared/domain/matrix.ts';

/** A UUID made of a number, so that a failing test names what it built. */
export function idOf<T extends string>(number: number): T {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as T;
}

const DIMENSIONS = [
  ['Résultat / Missions', 'Répondre à un besoin social'],
  ['Résultat / Missions', 'Génération d’effets positifs'],
  ['Processus / Fonctionnement', 'Lien avec le territoire'],
  ['Processus / Fonctionnement', 'Dimension collective'],
  ['Processus / Fonctionnement', 'Gouvernance'],
  ['Processus / Fonctionnement', 'Influence d’acteurs'],
  ['Processus / Fonctionnement', 'Changement'],
] as const;

const FAMILIES = [
  {
    name: 'Coordination',
    tools: [
      'Feuille de route stratégique partagée',
      'Appels à projets collaboratifs',
      'Salon annuel des adhérents',
      'Aide au montage de dossiers',
      'Visites croisées de laboratoires',
    ],
  },
  {
    name: 'Régulation',
    tools: [
      'Commission de labellisation',
      'Collège des PME au conseil d’administration',
      'Plaidoyer auprès de la Région',
      'Charte d’engagement des grands groupes',
    ],
  },
  {
    name: 'Management des connaissances',
    tools: [
      'Ateliers de formation aux besoins des entreprises',
      'Accompagnement individuel',
      'Cartographie des compétences',
      'Clubs d’échange de pratiques interorganisationnels',
    ],
  },
] as const;

const SPEAKERS = ['Directrice', 'Président du conseil d’administration', 'Chargé de mission', 'Entrepreneuse', null] as const;

const TEXTS = [
  'on a mis tout le monde autour de la table, les grands groupes comme les PME, et c’est là qu’on a compris que le besoin n’était pas celui qu’on croyait',
  'Le vrai sujet, c\'est "qui décide" : quand une petite entreprise vient avec 50% du projet & aucune voix au conseil, on ne peut pas parler de collectif !',
  'Franchement, la labellisation <prend> trop de temps | on remplit des dossiers $$ et au bout du compte #personne ne lit_rien_ {vraiment} 😀',
  'Nous avons fait une carte de qui sait faire quoi, entreprise par entreprise. Ça a duré deux ans. Aujourd’hui, quand un industriel cherche une compétence, nous savons à 80 % vers qui l’envoyer, et c’est un service que personne ne rendait avant nous sur le territoire.',
  '=SOMME(A1) disait le tableur : « on n’y croyait plus »; puis la Région est revenue',
  'Il y a eu un avant et un après : les réunions du mardi, où l’on vient sans ordre du jour, ont plus changé nos pratiques que tous les appels à projets.',
] as const;

const SYNTHESES = [
  'Le besoin social est reconnu après coup : les outils de coordination l’ont fait apparaître plus qu’ils n’y ont répondu. Les deux collèges en donnent des lectures opposées (les entrepreneurs parlent d’emploi local, la gouvernance d’attractivité).',
  'La gouvernance se dit ouverte ; les petites entreprises siègent, mais elles n’arbitrent pas.',
  'Peu documenté : un seul entretien, à confirmer.',
] as const;

export interface MatrixShape {
  readonly title?: string;
  readonly rows?: number;
  readonly families?: number;
  readonly cases?: number;
  readonly contents?: readonly CellContent[];
  /** Quotes in a full cell. */
  readonly quotes?: number;
  /** Share of empty cells is 1/gap; 0: none. */
  readonly gap?: number;
  readonly withCases?: boolean;
}

function entity(kind: 'category' | 'case', number: number, path: readonly string[], color: string | null): AxisEntity {
  return { kind, key: `${kind}:${idOf(number)}`, label: path.at(-1) ?? '', path, color };
}

function rowHeaders(count: number): MatrixHeader[] {
  return Array.from({ length: count }, (_, n) => {
    const base = DIMENSIONS[n % DIMENSIONS.length] ?? DIMENSIONS[0];
    const path = n < DIMENSIONS.length ? [...base] : [base[0], `${base[1]} (${Math.floor(n / DIMENSIONS.length) + 1})`];
    const found = entity('category', 100 + n, path, CATEGORY_COLORS[n % CATEGORY_COLORS.length] ?? null);
    return { key: found.key, label: found.label, path, entities: [found] };
  }).sort((a, b) => (b.path[0] ?? '').localeCompare(a.path[0] ?? '', 'fr'));
}

function columnHeaders(shape: Required<MatrixShape>): MatrixHeader[] {
  return Array.from({ length: shape.families }, (_, f) => {
    const family = FAMILIES[f % FAMILIES.length] ?? FAMILIES[0];
    const name = f < FAMILIES.length ? family.name : `${family.name} ${f + 1}`;
    const category = entity('category', 200 + f, [name], CATEGORY_COLORS[f % CATEGORY_COLORS.length] ?? null);
    if (!shape.withCases) return [{ key: category.key, label: name, path: [name], entities: [category] }];
    return Array.from({ length: shape.cases }, (_, c) => {
      const place = entity('case', 300 + c, [`Pôle n° ${c + 1}`], null);
      return { key: `${category.key}|${place.key}`, label: place.label, path: [name, place.label], entities: [category, place] };
    });
  }).flat();
}

function quoteAt(number: number, caseName: string): MatrixQuote {
  const text = TEXTS[number % TEXTS.length] ?? '';
  return {
    passageId: idOf<PassageId>(5000 + number),
    sourceId: idOf<SourceId>(400 + (number % 31)),
    source: `E${(number % 31) + 1} entretien`,
    speaker: SPEAKERS[number % SPEAKERS.length] ?? null,
    start: number * 10,
    end: number * 10 + text.length,
    text,
    ref: `E${(number % 31) + 1} §${(number * 7) % 120}`,
    caseNames: [caseName],
    stance: number % 4 === 2 ? 'contrasts' : number % 4 === 1 ? 'supports' : null,
    coderIds: [idOf<CoderId>(1)],
    categories: [],
  };
}

function cellAt(row: MatrixHeader, column: MatrixHeader, r: number, c: number, shape: Required<MatrixShape>): MatrixCell {
  const family = FAMILIES[Math.floor(c / (shape.withCases ? shape.cases : 1)) % FAMILIES.length] ?? FAMILIES[0];
  const isEmpty = shape.gap > 0 && (r * 5 + c * 3) % shape.gap === 0;
  const seed = r * 7 + c * 11;
  const categories: FoundCategory[] = isEmpty
    ? []
    : family.tools.flatMap((name, tool) =>
        (r * 3 + c * (tool + 2) + tool) % 3 === 0
          ? []
          : [
              {
                id: idOf<CategoryId>(1000 + FAMILIES.indexOf(family) * 10 + tool),
                name,
                color: CATEGORY_COLORS[tool % CATEGORY_COLORS.length] ?? '#808080',
                passages: 1 + ((seed + tool) % 6),
              },
            ],
      );
  const quotes = isEmpty
    ? []
    : Array.from({ length: 1 + (seed % shape.quotes) }, (_, n) => quoteAt(seed * 3 + n, column.entities.at(-1)?.label ?? ''));
  const passages = isEmpty ? 0 : 1 + (seed % 23);
  return {
    ...blankCell(cellKey(row, column)),
    codings: passages + (seed % 3),
    passages,
    sources: Math.ceil(passages / 2),
    cases: isEmpty ? 0 : 1,
    categories,
    stance: { supports: 1, contrasts: 1, mentions: Math.max(0, passages - 2) },
    synthesis: isEmpty ? null : (SYNTHESES[seed % SYNTHESES.length] ?? null),
    status: isEmpty ? null : seed % 3 === 2 ? 'draft' : 'ready',
    quotes,
  };
}

/** Seven dimensions × three families of tools × two cases, unless the shape says otherwise. */
export function aMatrixTable(shape: MatrixShape = {}): MatrixTable {
  const full: Required<MatrixShape> = {
    title: 'Les outils de gestion au service de l’innovation sociale dans deux pôles de compétitivité',
    rows: 7,
    families: 3,
    cases: 2,
    contents: ['counts', 'categories', 'passages', 'synthesis'],
    quotes: 3,
    gap: 9,
    withCases: true,
    ...shape,
  };
  const rows = rowHeaders(full.rows);
  const columns = columnHeaders(full);
  return {
    title: full.title,
    definition: {
      rows: [{ kind: 'grid', gridId: idOf(1), level: null }] as MatrixTable['definition']['rows'],
      columns: [
        { kind: 'grid', gridId: idOf(2), level: 1 },
        ...(full.withCases ? [{ kind: 'case' as const }] : []),
      ] as MatrixTable['definition']['columns'],
      join: { kind: 'passage' },
      coderIds: null,
      contents: [...full.contents],
      hidesEmpty: false,
    },
    rowAxes: ['Dimensions de l’innovation sociale'],
    columnAxes: ['Familles d’outils de gestion', ...(full.withCases ? ['Cas'] : [])],
    rows,
    columns,
    cells: rows.map((row, r) => columns.map((column, c) => cellAt(row, column, r, c, full))),
    totals: { codings: 1214, passages: 987, sources: 31 },
    omittedCodings: 12,
  };
}

/** The same table with one cell changed. */
export function withCell(table: MatrixTable, row: number, column: number, change: Partial<MatrixCell>): MatrixTable {
  return { ...table, cells: table.cells.map((line, r) => line.map((cell, c) => (r === row && c === column ? { ...cell, ...change } : cell))) };
}
