// The grids that ship: data that a thesis will cite. Their labels are the field's own, both languages are whole, nothing is ambiguous.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGridFile, shippedGridFile, shippedGridFiles, shippedGrids } from '../../../electron/exchange/shipped-grids.ts';
import { isSameName } from '../../../shared/domain/category-path.ts';
import { gridFile, inLanguage, walkGridFile } from '../../../shared/domain/grid-file.ts';
import type { GridFileCategory, Localised } from '../../../shared/domain/grid-file.ts';
import { STANCES } from '../../../shared/domain/source.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/grids');

/** Names as the publications have them, children after their parent, indented by `> `. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  'innovation-sociale': [
    'Résultat / Missions',
    '> Répondre à un besoin social',
    "> Génération d'effets positifs",
    'Processus / Fonctionnement',
    '> Lien avec le territoire',
    '> Dimension collective',
    '> Gouvernance',
    "> Influence d'acteurs",
    '> Changement',
  ],
  'outils-de-gestion': [
    'Coordination',
    "> Formulation d'une stratégie explicite",
    '> Formalisation de la communauté',
    '> Projets collaboratifs',
    '> Intégration de la communauté scientifique',
    'Régulation',
    '> Représentation des intérêts des membres',
    "> Partage de l'autorité",
    "> Lobbying auprès de l'État et des collectivités",
    'Management des connaissances',
    '> Connaissances communes des membres',
    '> Niveau interorganisationnel',
  ],
  'cooperation-ingredients': [
    'Ingrédients',
    '> Vision commune du projet',
    '> Choix des acteurs, coportage, coordination et animation',
    '> Prise de décision et communication claires et transparentes',
    '> Dynamiques et rythmes de la coopération et de son apprentissage',
    '> Cadre de confiance',
    '> Valorisation de la coopération',
    'Processus transverses',
    '> Valorisation et capitalisation des apprentissages',
    '> Anticipation',
    '> Réinterrogation régulière du projet',
    'Garde-fous',
    "> Absence de partage transparent et équitable d'un projet commun",
    '> Absence de dynamique collective et manque de transparence',
    '> Temporalités non prises en compte',
    '> Mauvaise qualité des relations, posture non coopérative',
    "> Absence d'adaptation et d'évolution",
    '> Moyens insuffisants',
  ],
  'protocole-partenariat': [
    'Étapes',
    '> 0 Étude des grands acteurs du marché',
    '> 1 Enjeux et objectifs',
    '> 2 Indicateurs de suivi et de décision',
    '> 3 Conventionnement officiel',
    "> 4 Réunions de travail et d'échanges",
    '> 5 Actions concrètes en partenariat',
    '> 6 Suivi du partenariat et des indicateurs',
    'Invention et innovation',
    '> Invention',
    '> Innovation',
    'Inventaire par acteur',
    '> Besoins',
    '> Ressources',
  ],
  'communaute-de-pratique': [
    'Phases',
    '> Leadership et vision partagée',
    '> Culture organisationnelle propice et gouvernance partagée',
    '> Planification des échanges',
    '> Plateforme technologique commune',
    '> Pilotage vers la collaboration',
    'Conditions de succès',
    '> Ententes entre organisations et valeur ajoutée reconnue',
    '> Leadership respectueux des communautés',
    'Bénéfices',
    '> Bonnes pratiques partagées',
    '> Résolution de problèmes',
    '> Innovation',
  ],
  'alliances-territoriales': [
    'Besoins identifiés en territoire',
    "> Qualifier l'innovation",
    '> Connaître son écosystème',
    '> Apprendre à faire alliances',
    '> Définir sa stratégie',
    '> Évaluer sa pertinence',
    '> Mobiliser les compétences',
    '> Transformer son modèle socio-économique',
    'Logiques de partenariat',
    "> Logique d'échange",
    '> > Avec contrepartie',
    '> > Sans contrepartie',
    '> Logique de co-construction',
    "Marches vers l'action",
    '> Comprendre',
    "> S'approprier",
    '> Agir',
    'Freins techniques',
    '> Juridique',
    '> Fiscal',
    '> Social',
    '> Accès au financement',
    "Étapes d'une alliance stratégique",
    '> Initialisation de la relation',
    "> Expérimentation d'une solution co-construite",
    '> Co-développement de la solution',
    'Enjeux partagés',
    '> Hybridation des modèles économiques',
    '> Digitalisation',
    '> Transformation des compétences',
    "> Évolution des modes d'évaluation",
    'Impacts',
    '> Performance des organisations',
    '> Confiance',
    '> Innovation',
    "Prismes de l'engagement",
    '> Gouvernance',
    '> Intrapreneurs',
    '> Salariés',
  ],
  'posture-de-preuve': ['Soutient', 'Contredit', 'Mentionne'],
};

const labelsOf = (key: string): string[] => {
  const labels: string[] = [];
  walkGridFile(shippedGridFile(key), 'fr', (_category, path) => labels.push('> '.repeat(path.length - 1) + path.at(-1)));
  return labels;
};

/** Names that a sibling before them has, in one language. */
function namesTwice(categories: readonly GridFileCategory[], language: 'fr' | 'en'): string[] {
  const names = categories.map(({ name }) => inLanguage(name, language));
  const twice = names.filter((name, index) => names.slice(0, index).some((other) => isSameName(other, name)));
  return [...twice, ...categories.flatMap(({ children }) => namesTwice(children ?? [], language))];
}

it('are all there, each under the name of its file', () => {
  expect(
    shippedGridFiles()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(
    readdirSync(FOLDER)
      .map((file) => file.replace('.json', ''))
      .sort(),
  );
  expect(Object.keys(LABELS).sort()).toEqual(
    shippedGridFiles()
      .map(({ id }) => id)
      .sort(),
  );
});

it('a grid that does not ship is refused by its name', () => {
  expect(() => shippedGridFile('Innovation-Sociale')).toThrow('grid.unknown');
});

describe.each(Object.keys(LABELS))('%s', (key) => {
  const file = shippedGridFile(key);
  const bytes = readFileSync(join(FOLDER, `${key}.json`));

  it('is a grid file as anybody could write one, and nothing in it is lost when it is read', () => {
    expect(parseGridFile(bytes)).toEqual(file);
    expect(gridFile.parse(file)).toEqual(JSON.parse(bytes.toString('utf8')));
  });

  it('has the labels of the publication, word for word', () => expect(labelsOf(key)).toEqual(LABELS[key]));

  it('speaks both languages all through, and cites its source', () => {
    const both = (text: Localised | undefined, what: string): void => {
      expect(text, `${what}`).toBeTypeOf('object');
      for (const language of ['fr', 'en'] as const) expect(inLanguage(text, language).trim(), `${what} ${language}`).not.toBe('');
    };
    both(file.title, 'title');
    both(file.source, 'source');
    both(file.description, 'description');
    expect(inLanguage(file.source, 'fr')).toMatch(/\b(19|20)\d\d\b/);
    walkGridFile(file, 'fr', (category, path) => {
      for (const field of ['name', 'definition', 'inclusion', 'exclusion', 'example'] as const) both(category[field], `${path.join(' > ')} ${field}`);
    });
  });

  it('has no two siblings of one name, in either language', () => {
    expect([...namesTwice(file.categories, 'fr'), ...namesTwice(file.categories, 'en')]).toEqual([]);
  });

  it('is told the same way in the gallery', () => {
    for (const language of ['fr', 'en'] as const) {
      const shown = shippedGrids(language).find((grid) => grid.key === key);
      expect(shown?.categories).toHaveLength(LABELS[key]?.length ?? 0);
      expect(shown?.categories.every(({ name, definition, depth }) => name !== '' && definition !== '' && depth >= 1)).toBe(true);
    }
  });
});

it('the evidence stance names its three values, and is no grid of categories', () => {
  const file = shippedGridFile('posture-de-preuve');
  expect(file.kind).toBe('stance');
  expect(file.categories.map(({ stance }) => stance)).toEqual([...STANCES]);
  expect(shippedGridFiles().filter(({ kind }) => kind === 'stance')).toEqual([file]);
});

describe('a grid file written by hand', () => {
  const parse = (value: unknown) => parseGridFile(new TextEncoder().encode(JSON.stringify(value)));

  it('needs an id, a title and names; any text may be one string or one per language', () => {
    expect(
      parse({ id: 'g', title: 'G', categories: [{ name: 'A' }, { name: { fr: 'B', en: 'C' }, children: [{ name: 'D', definition: 'd' }] }] }),
    ).toMatchObject({ categories: [{ name: 'A' }, { children: [{ name: 'D' }] }] });
  });

  it('may begin with a byte order mark', () => {
    expect(parseGridFile(new TextEncoder().encode(`\ufeff${JSON.stringify({ id: 'g', title: 'G', categories: [] })}`)).id).toBe('g');
  });

  it('keeps long texts whole', () => {
    const definition = 'x'.repeat(30_000);
    expect(inLanguage(parse({ id: 'g', title: 'G', categories: [{ name: 'A', definition }] }).categories[0]?.definition, 'fr')).toBe(definition);
  });

  it.each([
    ['id', { title: 'G', categories: [] }],
    ['title', { id: 'g', categories: [] }],
    ['title', { id: 'g', title: ' ', categories: [] }],
    ['categories', { id: 'g', title: 'G' }],
    ['categories.0.name', { id: 'g', title: 'G', categories: [{ name: '' }] }],
    ['categories.0.name', { id: 'g', title: 'G', categories: [{ name: { fr: 'A' } }] }],
    ['categories.0.children.0.color', { id: 'g', title: 'G', categories: [{ name: 'A', children: [{ name: 'B', color: 'red' }] }] }],
    ['version', { id: 'g', title: 'G', version: 0, categories: [] }],
  ])('is refused with the field that is wrong: %s', (field, value) => {
    expect(() => parse(value)).toThrow(`grid.invalidFile {"message":"${field}`);
  });
});
