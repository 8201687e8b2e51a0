// What a thesis prints of its own making: the saturation table, the history of the grids, the audit summary, the map of the guide.
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  createCategory,
  createGrid,
  mergeCategories,
  moveCategory,
  removeCategory,
  removeGrid,
  updateCategory,
} from '../../../../electron/commands/codebook.ts';
import { keepVersion, restoreVersion } from '../../../../electron/commands/grid-versions.ts';
import { splitCategory } from '../../../../electron/commands/split-category.ts';
import { undo } from '../../../../electron/commands/undo.ts';
import { plainText } from '../../../../electron/exchange/printing/formats/document-words.ts';
import { auditDocument, auditSheets } from '../../../../electron/exchange/printing/print-audit.ts';
import { codebookHistoryDocument, codebookHistorySheets } from '../../../../electron/exchange/printing/print-codebook-history.ts';
import { dataStructureDocument } from '../../../../electron/exchange/printing/print-data-structure.ts';
import { guideMapDocument, guideMapSheets } from '../../../../electron/exchange/printing/print-guide-map.ts';
import { memosDocument } from '../../../../electron/exchange/printing/print-memos.ts';
import { monographDocument } from '../../../../electron/exchange/printing/print-monograph.ts';
import { transcriptDocument } from '../../../../electron/exchange/printing/print-transcript.ts';
import { saturationDocument, saturationSheets } from '../../../../electron/exchange/printing/print-saturation.ts';
import type { PrintedDocument, TableBlock } from '../../../../electron/exchange/printing/formats/printed-document.ts';
import type { PrintedSheets } from '../../../../electron/exchange/printing/formats/printed-sheet.ts';
import { readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { fillSample } from '../../../../electron/exchange/sample-project.ts';
import { writeDocument } from '../../../../electron/exchange/printing/formats/write-document.ts';
import { writeSheets } from '../../../../electron/exchange/printing/formats/write-sheets.ts';
import { readCodebook } from '../../../../electron/queries/codebook.ts';
import { listSources } from '../../../../electron/queries/corpus.ts';
import { listGuides, readCoverage } from '../../../../electron/queries/guide.ts';
import { readCodings } from '../../../../electron/queries/sources.ts';
import type { PrintStyle } from '../../../../shared/domain/print.ts';
import { citationCode } from '../../../../shared/domain/source.ts';
import { typeset } from '../../../../shared/domain/typography.ts';
import { withGuide } from '../../../support/guide.ts';
import { aProject } from '../../../support/project.ts';
import type { TestProject } from '../../../support/project.ts';
import { aStudy } from '../../../support/study.ts';

const STYLE: PrintStyle = { language: 'fr', author: 'Claire Aubert', sourceLine: null, reference: { who: 'label' }, links: false };

async function aSample(): Promise<TestProject> {
  const project = aProject();
  await fillSample(project.session);
  return project;
}

const wordsIn = async (document: PrintedDocument): Promise<string> =>
  (await readDocument({ name: 'annexe.docx', bytes: await writeDocument(document, 'docx') })).text;
const tablesOf = ({ sections }: PrintedDocument): TableBlock[] => sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

/** The rows of a workbook's sheet that stand below its headers, as far as their first cell says something. */
async function sheetRows(sheets: PrintedSheets, name: string, firstHeader: string): Promise<ExcelJS.CellValue[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeSheets(sheets, 'xlsx')).buffer as ArrayBuffer);
  const rows: ExcelJS.CellValue[][] = [];
  book.getWorksheet(name)?.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)));
  const head = rows.findIndex(([first]) => first === firstHeader);
  return rows.slice(head + 1).filter((row) => row.length > 1 && new Set(row.map((cell) => String(cell))).size > 1);
}

describe('saturation', () => {
  /** Nested loops over the codings of each source, in order. */
  function naive(project: TestProject, order: 'date' | 'import', gridId: string | null): { code: string; added: number; cumulative: number }[] {
    const gridOf = new Map(readCodebook(project.project).flatMap((grid) => grid.categories.map(({ id }) => [id, grid.id as string])));
    const sources = listSources(project.project);
    const ordered = order === 'import' ? sources : sources.toSorted((a, b) => String(a.date ?? '9').localeCompare(String(b.date ?? '9')));
    const known = new Set<string>();
    return ordered.flatMap(({ id, name }) => {
      const codings = readCodings(project.project, id).filter(({ categoryId }) => gridId === null || gridOf.get(categoryId) === gridId);
      const before = known.size;
      for (const { categoryId } of codings) known.add(categoryId);
      return codings.length === 0 ? [] : [{ code: citationCode(name), added: known.size - before, cumulative: known.size }];
    });
  }

  it('counts as nested loops do, in both orders, of all grids or one', async () => {
    const project = await aSample();
    const [, tools] = readCodebook(project.project);
    for (const order of ['date', 'import'] as const)
      for (const gridIds of [null, [tools?.id as never]]) {
        const expected = naive(project, order, gridIds?.[0] ?? null);
        const rows = await sheetRows(saturationSheets(project.project, { kind: 'saturation', gridIds, order }, STYLE), 'Saturation', 'Entretien');
        expect(rows.map(([code, , , , added, , cumulative]) => ({ code, added, cumulative }))).toEqual(expected);
        expect(rows.at(-1)?.at(7)).toBe(1);
      }
  }, 30_000);

  it('says what it does not prove, and draws the curve with every interview on it', async () => {
    const project = await aSample();
    const document = saturationDocument(project.project, { kind: 'saturation', gridIds: null, order: 'date' }, STYLE);
    const text = await wordsIn(document);
    expect(text).toContain('Ce que ce tableau ne prouve pas');
    expect(text).toContain('Répondre à un besoin social');
    const figure = document.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'figure');
    expect(JSON.stringify(figure)).toContain('"E12"');
  }, 30_000);

  it('of a project without codings there is no curve', async () => {
    const { project } = aProject();
    expect(await wordsIn(saturationDocument(project, { kind: 'saturation', gridIds: null, order: 'date' }, STYLE))).toContain('Aucun codage');
  });
});

/** A grid that is worked on in every way. */
function worked(): TestProject {
  const { project, shared } = aStudy();
  const { session } = project;
  const gridId = project.grid('outils');
  const [coordination, regulation, salon] = ['Coordination', 'Régulation', 'salon'].map((name) => project.category(name)) as [never, never, never];
  keepVersion(session, { gridId, reason: 'Après deux entretiens' });
  updateCategory(session, { categoryId: coordination, definition: 'Ce qui met ensemble.' });
  updateCategory(session, { categoryId: coordination, definition: 'Ce qui tient ensemble.', status: 'stable' });
  updateCategory(session, { categoryId: regulation, name: 'Règles' });
  moveCategory(session, { categoryId: salon, parentId: regulation, position: 0 });
  for (const name of ['ateliers', 'clubs', 'oubliée']) createCategory(session, { gridId, parentId: coordination, name, origin: 'emergent' });
  createCategory(session, { gridId, parentId: null, name: 'Annulée', origin: 'emergent' });
  undo(session);
  mergeCategories(session, { from: project.category('clubs'), into: project.category('ateliers') });
  splitCategory(session, { categoryId: coordination, targets: [{ name: 'pilotage' }], below: true, sorted: [{ passageId: shared, target: 0 }] });
  removeCategory(session, { categoryId: project.category('oubliée'), withCodings: false });
  const version = keepVersion(session, { gridId, reason: '' });
  updateCategory(session, { categoryId: regulation, name: 'Normes' });
  restoreVersion(session, { versionId: version }, 'Retirées');
  removeGrid(session, { gridId: createGrid(session, { title: 'Brouillon' }), withCodings: false });
  return project;
}

describe('the history of the grids', () => {
  it('tells each move in words, in order, without what was undone', async () => {
    const project = worked();
    const piece = { kind: 'codebookHistory' as const, gridIds: [project.grid('outils')] };
    const rows = await sheetRows(codebookHistorySheets(project.project, piece, STYLE), 'Mouvements', 'Grille');
    expect(rows.map(([, , , act, what]) => `${String(act)} : ${String(what)}`)).toEqual([
      'grille : Grille mise dans le projet',
      'création : Coordination\u202f; Régulation\nSous Coordination\u00a0: feuille de route\u202f; salon\nSous Régulation\u00a0: charte',
      'version gardée : Version 1 gardée',
      'redéfinition : Coordination\ndéfinition\u00a0: «\u00a0Ce qui met ensemble.\u00a0»',
      'redéfinition : Coordination\ndéfinition\u00a0: «\u00a0Ce qui met ensemble.\u00a0» devient «\u00a0Ce qui tient ensemble.\u00a0»',
      'état : Coordination\nstatut\u00a0: stable',
      'changement de nom : Régulation devient Règles',
      'déplacement : salon\u00a0: de Coordination vers Règles',
      'création : Sous Coordination\u00a0: ateliers\u202f; clubs\u202f; oubliée',
      'fusion : clubs fondue dans ateliers',
      'scission : Coordination répartie entre Coordination et pilotage',
      'suppression : oubliée',
      'version gardée : Version 2 gardée',
      'changement de nom : Règles devient Normes',
      'retour à une version : Retour à la version 2',
    ]);
  });

  it('says what changed from version to version, with reasons, and keeps the memory of a grid that is gone', async () => {
    const project = worked();
    const document = codebookHistoryDocument(project.project, { kind: 'codebookHistory', gridIds: null }, STYLE);
    const text = await wordsIn(document);
    for (const words of [
      'Après deux entretiens',
      'sans raison notée',
      'première version gardée',
      'Ajoutées\u00a0: Coordination › ateliers\u202f; Coordination › pilotage',
      'Renommées\u00a0: Régulation → Règles',
      'Déplacées\u00a0: salon (vers Règles)',
      'Redéfinies\u00a0: Coordination (définition)',
      'Brouillon (grille supprimée)',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Annulée');
    const one = codebookHistoryDocument(project.project, { kind: 'codebookHistory', gridIds: [project.grid('innovation-sociale')] }, STYLE);
    expect(await wordsIn(one)).toContain('Aucune version de cette grille');
    expect(() => codebookHistoryDocument(project.project, { kind: 'codebookHistory', gridIds: ['x' as never] }, STYLE)).toThrow('grid.unknown');
  });
});

describe('the audit summary', () => {
  it('counts acts, codings and memos as the log and the tables have them', async () => {
    const project = worked();
    const sheets = auditSheets(project.project, { kind: 'audit' }, STYLE);
    const taken = new Set(project.log().flatMap(({ kind, target_id: target }) => (kind === 'undo' ? [target] : [])));
    const acts = new Set(project.log().flatMap(({ id, act, kind }) => (kind === 'do' && !taken.has(id) ? [act ?? id] : [])));
    const months = await sheetRows(sheets, 'Par mois', 'Mois');
    expect(months.reduce((sum, row) => sum + (row[0] === 'Total' ? 0 : Number(row.at(-1))), 0)).toBe(acts.size);
    const coders = await sheetRows(sheets, 'Codages', 'Codeur');
    const { sqlite } = project.project;
    for (const [name, codings, , passages] of coders) {
      const own = sqlite
        .prepare<[string], { passage_id: string }>('SELECT passage_id FROM coding c JOIN coder k ON k.id = c.coder_id WHERE k.name = ?')
        .all(String(name));
      expect([name, codings, passages]).toEqual([name, own.length, new Set(own.map((row) => row.passage_id)).size]);
    }
    const text = await wordsIn(auditDocument(project.project, { kind: 'audit' }, STYLE));
    for (const words of [
      'Fusion de «\u00a0clubs\u00a0» dans «\u00a0ateliers\u00a0»',
      'Scission de «\u00a0Coordination\u00a0» vers 1 catégorie',
      'Retour de «\u00a0Outils\u00a0» à sa version 2',
      'Suppression de la grille «\u00a0Brouillon\u00a0»',
      '1 acte annulé n’est pas compté.',
      'Le nombre d’actes ne mesure ni l’effort ni la qualité',
    ])
      expect(text).toContain(words);
  });

  it('tells how the sample’s corpus grew', async () => {
    const project = await aSample();
    const [month] = await sheetRows(auditSheets(project.project, { kind: 'audit' }, STYLE), 'Corpus', 'Mois');
    const sources = listSources(project.project);
    const words = sources.reduce((sum, source) => sum + source.words, 0);
    expect(month?.slice(1)).toEqual([sources.length, words, sources.length, words]);
  }, 30_000);
});

describe('the map of the guide', () => {
  it('has every question under its theme, what it was meant for, what it fed, where it was answered', async () => {
    const project = await aSample();
    const [guide] = listGuides(project.project);
    if (!guide) throw new Error('no guide');
    const { coverage } = readCoverage(project.project, guide.id);
    const rows = await sheetRows(guideMapSheets(project.project, { kind: 'guideMap', guideId: null }, STYLE), 'Guide', 'Thème');
    const names = new Map<string, string>(listSources(project.project).map(({ id, name }) => [id, citationCode(name)]));
    const expected = guide.themes.flatMap((theme) =>
      theme.questions.map((question) => {
        const answers = coverage.filter(({ questionId }) => questionId === question.id);
        const codings = answers.flatMap(({ fed }) => fed).reduce((sum, { codings: own }) => sum + own, 0);
        const words = answers.reduce((sum, answer) => sum + answer.words, 0);
        return [theme.name, typeset(question.text, 'fr'), codings, new Set(answers.map(({ sourceId }) => names.get(sourceId))), words];
      }),
    );
    const told = rows.map(([theme, , question, , fed, answered, words]) => [
      theme,
      question,
      [...String(fed ?? '').matchAll(/\((\d+)\)/gu)].reduce((sum, [, n]) => sum + Number(n), 0),
      new Set(String(answered).match(/E\d+/gu) ?? []),
      words,
    ]);
    expect(told).toEqual(expected);
    const document = guideMapDocument(project.project, { kind: 'guideMap', guideId: guide.id }, STYLE);
    const text = await wordsIn(document);
    for (const { questions } of guide.themes) for (const question of questions) expect(text).toContain(typeset(question.text, 'fr'));
    expect(tablesOf(document)[0]?.rows.flatMap(({ band }) => band ?? [])).toEqual(guide.themes.map(({ name }) => typeset(name, 'fr')));
    expect(plainText(tablesOf(document)[0]?.rows[0]?.label ?? [])).toBe('Q1');
  }, 30_000);

  it('of a project without a guide it says so', async () => {
    const { project } = aProject();
    expect(await wordsIn(guideMapDocument(project, { kind: 'guideMap', guideId: null }, STYLE))).toContain('Aucun guide d’entretien.');
    expect(() => guideMapDocument(project, { kind: 'guideMap', guideId: 'x' as never }, STYLE)).toThrow('guide.unknown');
  });
});

it('every piece speaks English where it is asked to', async () => {
  const project = worked();
  const style: PrintStyle = { ...STYLE, language: 'en', author: null };
  const documents = [
    saturationDocument(project.project, { kind: 'saturation', gridIds: null, order: 'date' }, style),
    codebookHistoryDocument(project.project, { kind: 'codebookHistory', gridIds: null }, style),
    auditDocument(project.project, { kind: 'audit' }, style),
    transcriptDocument(project.project, { kind: 'transcript', sourceIds: null, coderIds: null, gridIds: null }, style),
    monographDocument(project.project, { kind: 'monograph', caseIds: null, gridIds: null }, style),
    memosDocument(project.project, { kind: 'memos', kinds: null }, style),
    dataStructureDocument(project.project, { kind: 'dataStructure', gridId: project.grid('outils') }, style),
    guideMapDocument(project.project, { kind: 'guideMap', guideId: withGuide(project) }, style),
  ];
  const text = (await Promise.all(documents.map(wordsIn))).join('\n');
  expect(text.match(/Tableau|Catégories|Source\u00a0|élaboration|Codages|Entretien|Mémos|« /gu)).toBeNull();
  for (const words of [
    'What this table does not prove',
    'Merge of “clubs” into “ateliers”',
    'How to read this',
    'Case sheet',
    'On: Category',
    'Aggregate dimensions',
  ])
    expect(text).toContain(words);
});
