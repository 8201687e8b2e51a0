// One door for every figure of a computed matrix: the window, the exports and the prints draw the same.
import { withCasesInColumns, withRowsAsFindings } from '../domain/case-columns.ts';
import type { RatingScale } from '../domain/cell.ts';
import { compareCases } from '../domain/compare-cases.ts';
import { Refusal } from '../domain/failure.ts';
import type { FigureOptions } from '../domain/figure-options.ts';
import type { AxisEntity, MatrixTable } from '../domain/matrix.ts';
import type { FigureKind } from '../domain/print.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { axisStructure } from './axis-structure.ts';
import { bubbleFigure } from './bubble-figure.ts';
import { chosenCases, findingsOf } from './case-findings.ts';
import { profilesOf } from './case-profiles.ts';
import { coPresenceFigure } from './co-presence-figure.ts';
import { dataStructureFigure } from './data-structure-figure.ts';
import type { FigureLabels } from './figure-labels.ts';
import { PX_PER_CM, orderedTable } from './figure-setting.ts';
import type { FigureSetting } from './figure-setting.ts';
import { heatFigure } from './heat-figure.ts';
import { paletteOf } from './palette.ts';
import type { FigureTheme } from './palette.ts';
import { profilesFigure } from './profiles-figure.ts';
import { RADAR_THEMES, radarFigure } from './radar-figure.ts';
import { ratingsFigure } from './ratings-figure.ts';
import type { Scene } from './scene.ts';
import { toolsByCaseFigure } from './tools-by-case-figure.ts';

export interface MatrixFigureOptions extends FigureOptions {
  /** Empty: none is drawn. */
  readonly title: string;
  readonly language: Language;
  readonly labels: FigureLabels;
  /** Not given: light, as everything printed is. */
  readonly theme?: FigureTheme;
  /** The project's scales, so that a legend shows every step; not given: the steps in use. */
  readonly scales?: readonly RatingScale[];
}

/** More marks than this neither a reader nor a window makes anything of. */
export const MOST_CROSSINGS = 3000;
export const MOST_PRESENT_CASES = 30;
export const MOST_COMPARED_CASES = 12;

function tooLarge(table: MatrixTable, most: number): Refusal {
  return new Refusal('figure.tooLarge', { rows: table.rows.length, columns: table.columns.length, most });
}

function casesOf(turned: MatrixTable | null, caseKeys: readonly string[] | null): { readonly table: MatrixTable; readonly cases: AxisEntity[] } {
  const cases = turned ? chosenCases(turned, caseKeys) : [];
  if (!turned || cases.length < 2) throw new Refusal('figure.needsCases');
  return { table: turned, cases };
}

function atMost(cases: readonly AxisEntity[], most: number): void {
  if (cases.length > most) throw new Refusal('figure.tooManyCases', { cases: cases.length, most });
}

function toolsScene(table: MatrixTable, cases: readonly AxisEntity[], setting: FigureSetting): Scene {
  atMost(cases, MOST_COMPARED_CASES);
  const shown = withRowsAsFindings(table);
  const columnAxes = shown.columnAxes.filter((_, axis) => shown.definition.columns[axis]?.kind !== 'case');
  const keys = cases.map(({ key }) => key);
  return toolsByCaseFigure({
    ...setting,
    comparison: compareCases(shown, keys),
    rowAxis: shown.rowAxes.join(' × '),
    columnAxis: columnAxes.join(' × '),
  });
}

function profilesScene(table: MatrixTable, cases: readonly AxisEntity[], setting: FigureSetting): Scene {
  const figure = {
    ...setting,
    themes: table.rows,
    themeAxis: table.rowAxes.join(' × '),
    profiles: profilesOf(table, cases, setting.measure),
  };
  if (setting.profile === 'bars') return profilesFigure(figure);
  const themes = table.rows.length;
  if (themes < RADAR_THEMES.least || themes > RADAR_THEMES.most) throw new Refusal('figure.radarThemes', { themes, most: RADAR_THEMES.most });
  return radarFigure(figure);
}

function structureScene(table: MatrixTable, theme: FigureTheme, setting: FigureSetting): Scene {
  const found = axisStructure(table);
  if (!found) throw new Refusal('figure.needsCategories');
  const { labels, language } = setting;
  const facts = [...found.boxes].map(([id, { name, passages, behind }]) => {
    const title = `${typeset(name, language)} — ${labels.passages(passages)}`;
    return [id, { title, behind }] as const;
  });
  return dataStructureFigure({ ...setting, structure: found.structure, facts: new Map(facts), labels: labels.structure, theme });
}

/**
 * The picture of a computed matrix, laid out for its width on paper.
 * Refuses (`figure.…`) what cannot be drawn of this matrix, or could not be read.
 */
export function matrixFigure(given: MatrixTable, kind: FigureKind, options: MatrixFigureOptions): Scene {
  const { theme = 'light', tone, widthCm, language, order, scales = [], caseKeys } = options;
  const setting: FigureSetting = { ...options, palette: paletteOf(theme, tone), width: Math.round(widthCm * PX_PER_CM) };
  if (given.rows.length * given.columns.length > MOST_CROSSINGS && kind !== 'coPresence' && kind !== 'dataStructure')
    throw tooLarge(given, MOST_CROSSINGS);
  const table = orderedTable(given, order, language);
  const turned = withCasesInColumns(table)?.table ?? null;
  switch (kind) {
    case 'bubble':
      return bubbleFigure({ ...setting, table });
    case 'heat':
      return heatFigure({ ...setting, table });
    case 'ratings':
      if (!table.cells.some((line) => line.some(({ rating }) => rating !== null))) throw new Refusal('figure.needsRatings');
      return ratingsFigure({ ...setting, table, scales });
    case 'dataStructure':
      return structureScene(table, theme, setting);
    case 'toolsByCase': {
      const { table: own, cases } = casesOf(turned, caseKeys);
      return toolsScene(own, cases, setting);
    }
    case 'caseProfiles': {
      const { table: own, cases } = casesOf(turned, caseKeys);
      return profilesScene(own, cases, setting);
    }
    case 'coPresence': {
      const { table: own, cases } = casesOf(turned, caseKeys);
      atMost(cases, MOST_PRESENT_CASES);
      const findings = findingsOf(own, cases);
      if (findings.length === 0) throw new Refusal('figure.needsFindings');
      return coPresenceFigure({ ...setting, cases, findings });
    }
  }
}

/** A scene's size on paper, in centimetres, and of its smallest words, in points: a scene wider than its paper shrinks. */
export function printedSize(scene: Scene, widthCm: number): { readonly widthCm: number; readonly heightCm: number; readonly smallestPt: number } {
  const share = Math.min(1, (widthCm * PX_PER_CM) / scene.width);
  const width = (scene.width * share) / PX_PER_CM;
  const sizes = (nodes: Scene['children']): number[] =>
    nodes.flatMap((node) => [...(node.tag === 'text' ? [Number(node.attrs['font-size'])] : []), ...sizes(node.children)]);
  const smallest = sizes(scene.children).reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY);
  return { widthCm: width, heightCm: (width * scene.height) / scene.width, smallestPt: Number.isFinite(smallest) ? (smallest * share * 72) / 96 : 0 };
}

/** Below this, words on paper are for a magnifying glass. Points. */
export const LEAST_PT = 6;
/** What is left on a page below its head and a caption, by the figure's width. Centimetres. */
export const TALLEST_CM: Readonly<Record<number, number>> = { 16: 22, 25: 14 };
