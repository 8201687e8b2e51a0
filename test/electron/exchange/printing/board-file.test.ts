// The board of cards leaves as a picture: every card and group where it lies, on white, in svg and png.
import { describe, expect, it } from 'vitest';
import { groupCards, placeCards } from '../../../../electron/commands/board.ts';
import { createCategory } from '../../../../electron/commands/codebook.ts';
import { boardFile } from '../../../../electron/exchange/printing/board-file.ts';
import { readBoard } from '../../../../electron/queries/board.ts';
import { readCodebook } from '../../../../electron/queries/codebook.ts';
import type { Grid } from '../../../../shared/domain/category.ts';
import { aProject } from '../../../support/project.ts';
import type { TestProject } from '../../../support/project.ts';
import { aStudy } from '../../../support/study.ts';

function drawn(project: TestProject, format: 'svg' | 'png'): Uint8Array | string {
  const gridId = project.grid('outils');
  const grid = readCodebook(project.project).find(({ id }) => id === gridId) as Grid;
  return boardFile(grid, readBoard(project.project, gridId), format, 'fr');
}

/** A loose card far from a group of one. */
function aBoard(): TestProject {
  const { project } = aStudy();
  const gridId = project.grid('outils');
  const loose = createCategory(project.session, { gridId, parentId: null, name: 'café < « 8 h »', origin: 'in-vivo' });
  placeCards(project.session, { places: [{ categoryId: loose, x: -900, y: 1200 }] });
  const grouped = createCategory(project.session, { gridId, parentId: null, name: 'goûter', origin: 'emergent' });
  project.codedBy('AB', 'goûter', 'La charte');
  groupCards(project.session, { gridId, name: 'Rites & fêtes', categoryIds: [grouped], x: 40, y: -50 });
  return project;
}

describe('the picture of a board', () => {
  it('shows its title, groups and cards with their passages, all within its edges', () => {
    const svg = String(drawn(aBoard(), 'svg'));
    for (const words of ['Tri de cartes, Outils', 'Rites &amp; fêtes', 'goûter', 'café &lt; «\u00a08 h\u00a0»', '1 passage'])
      expect(svg).toContain(words);
    const [width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? [];
    const [dx = 0, dy = 0] = /translate\((-?\d+) (-?\d+)\)/.exec(svg)?.slice(1).map(Number) ?? [];
    const [, within = ''] = svg.split('translate(');
    const boxes = [...within.matchAll(/<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(boxes.length).toBeGreaterThan(3);
    for (const [x = 0, y = 0, w = 0, h = 0] of boxes) {
      expect([x + dx >= 0, y + dy >= 0, x + dx + w <= width, y + dy + h <= height]).toEqual([true, true, true, true]);
    }
  });

  it('is a png too', () => {
    const png = drawn(aBoard(), 'png') as Uint8Array;
    expect(new TextDecoder().decode(png.slice(1, 4))).toBe('PNG');
  });

  it('of an empty board is refused', () => {
    expect(() => drawn(aProject().withOwnGrid('Outils', {}), 'svg')).toThrow('board.empty');
  });
});
