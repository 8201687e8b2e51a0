// Working in the matrix' grid, through the real interface: order, fold, freeze, transpose, compare, snapshots, and a table of 300 × 100 cells.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { addGrid } from '../../electron/commands/codebook.ts';
import { createCase } from '../../electron/commands/corpus.ts';
import { createProject } from '../../electron/commands/create-project.ts';
import { saveMatrix } from '../../electron/commands/matrices.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { coderIds } from '../../electron/queries/corpus.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { CellStatus } from '../../shared/domain/cell.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import { violations } from '../support/axe.ts';
import { aWindow } from './window.ts';

/** The project behind the window, written and read as the window itself does. */
function call<T>(page: Page, channel: string, input: unknown): Promise<T> {
  return page.evaluate(
    ([name, given]) =>
      new Promise<T>((done, fail) => {
        const socket = new WebSocket(`ws://${location.host}/ws`);
        socket.onopen = () => socket.send(JSON.stringify({ kind: 'call', id: 1, channel: name, input: given }));
        socket.onmessage = (message) => {
          const told = JSON.parse(String(message.data)) as { kind: string; reply: { value: T; failure?: unknown } };
          if (told.kind !== 'reply') return;
          socket.close();
          if ('value' in told.reply) done(told.reply.value);
          else fail(new Error(JSON.stringify(told.reply)));
        };
      }),
    [channel, input] as const,
  );
}

interface Packed {
  readonly rows: readonly { key: string; label: string; entities: readonly { key: string }[] }[];
  readonly columns: Packed['rows'];
  readonly at: readonly number[];
}

const table = (page: Page): Locator => page.getByRole('grid', { name: /×/ });
const rowLabels = (page: Page): Promise<string[]> => page.getByRole('rowheader').locator('.matrices-row-name .matrices-name').allTextContents();
const columnLabels = (page: Page): Promise<string[]> => page.locator('.matrices-column-head[data-cell^="-1 "] .matrices-name').allTextContents();
const columnHead = (page: Page, at: number): Locator => page.locator(`.matrices-column-head[data-cell="-1 ${at}"]`);
const focusedCell = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);

/** Opens a head's menu by keyboard, and does what it says. */
async function fromMenu(page: Page, head: Locator, act: string | RegExp): Promise<void> {
  await head.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu', { name: 'Actions de l’en-tête' }).getByRole('menuitem', { name: act }).first().click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

describe('working in the grid', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;
  let definition: MatrixDefinition;
  let matrix: Packed;

  const keysAt = (cell: number): string[] => {
    const [row, column] = [matrix.rows[Math.floor(cell / matrix.columns.length)], matrix.columns[cell % matrix.columns.length]];
    return [...new Set([...(row?.entities ?? []), ...(column?.entities ?? [])].map(({ key }) => key))];
  };
  const write = (cell: number, text: string, status: CellStatus = 'ready') =>
    call(page, 'cell.writeSynthesis', { entityKeys: keysAt(cell), text, status });

  beforeAll(async () => {
    page = desk.page;
    const book = await call<{ id: string; title: string }[]>(page, 'codebook.read', {});
    const gridId = (title: RegExp) => book.find((grid) => title.test(grid.title))?.id as never;
    definition = {
      rows: [{ kind: 'grid', gridId: gridId(/^Dimensions/u), level: null }],
      columns: [{ kind: 'grid', gridId: gridId(/^Familles/u), level: 1 }, { kind: 'case' }],
      join: { kind: 'overlap' },
      coderIds: null,
      contents: ['rating', 'counts', 'stance', 'categories', 'synthesis', 'status'],
      hidesEmpty: false,
    };
    matrix = await call<Packed>(page, 'matrix.compute', { definition });
    const scaleId = await call<string>(page, 'scale.save', {
      scaleId: null,
      name: 'Force',
      steps: ['faible', 'moyen', 'fort'].map((label, value) => ({ label, value, rule: '' })),
    });
    // the first column is rated from the bottom up, so that no order there was shows it
    const width = matrix.columns.length;
    const ratings = [0, 1, 2].map((value) => ({ cell: value * width, value }));
    for (const { cell, value } of ratings) await call(page, 'cell.rate', { entityKeys: keysAt(cell), rating: { scaleId, value } });
    const matrixId = await call<string>(page, 'matrix.save', { matrixId: null, name: 'Pôle à pôle', definition });
    await page.evaluate((id) => (location.hash = `#/matrices?matrixId=${id}`), matrixId);
    await table(page).waitFor();
  });

  test('rows are sorted by the rating of a column, and back', async () => {
    const before = await rowLabels(page);
    await fromMenu(page, columnHead(page, 0), 'Par cote, la plus forte d’abord');
    await expect.poll(async () => (await rowLabels(page)).slice(0, 3)).toEqual([before[2], before[1], before[0]]);
    expect(await columnHead(page, 0).getAttribute('aria-sort')).toBe('descending');
    await fromMenu(page, page.locator('.matrices-corner[data-cell]'), 'Ordre de l’axe');
    await expect.poll(() => rowLabels(page)).toEqual(before);
  });

  test('a column is dragged before another, by mouse and by keyboard', async () => {
    const before = await columnLabels(page);
    const from = await columnHead(page, 1).locator('.matrices-name').boundingBox();
    const to = await columnHead(page, 0).boundingBox();
    if (!from || !to) throw new Error('no columns');
    await page.mouse.move(from.x + 4, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(to.x + 30, to.y + 10, { steps: 6 });
    await page.locator('.matrices-drop-before').waitFor();
    await page.mouse.up();
    await expect.poll(async () => (await columnLabels(page)).slice(0, 2)).toEqual([before[1], before[0]]);
    await columnHead(page, 0).focus();
    await page.keyboard.press('Control+Shift+ArrowRight');
    await expect.poll(() => columnLabels(page)).toEqual(before);
  });

  test('a column is made wider by its edge, by keyboard, and fitted', async () => {
    const width = async () => (await columnHead(page, 0).boundingBox())?.width ?? 0;
    const before = await width();
    await columnHead(page, 0).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(width).toBeCloseTo(before + 16, 0);
    const edge = await columnHead(page, 0).locator('.matrices-handle').boundingBox();
    if (!edge) throw new Error('no edge');
    await page.mouse.move(edge.x + 4, edge.y + 5);
    await page.mouse.down();
    await page.mouse.move(edge.x + 44, edge.y + 5, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBeCloseTo(before + 56, 0);
    await columnHead(page, 0).locator('.matrices-handle').dblclick();
    await expect.poll(width).not.toBeCloseTo(before + 56, 0);
    await fromMenu(page, page.locator('.matrices-corner[data-cell]'), 'Colonnes de même largeur');
    await expect.poll(width).toBeCloseTo(before, 0);
  });

  test('a head folds its columns into one, whose number is their sum', async () => {
    const sum = async (at: number) => Number((await columnHead(page, at).locator('.matrices-total').textContent()) ?? 0);
    const [first, second] = [await sum(0), await sum(1)];
    await page.getByRole('button', { name: 'Replier « Coordination »' }).click();
    await expect.poll(() => columnHead(page, 0).textContent()).toContain('2 colonnes repliées');
    expect(await sum(0)).toBe(first + second);
    await fromMenu(page, columnHead(page, 0), 'Déplier « Coordination »');
    await expect.poll(() => sum(0)).toBe(first);
  });

  test('frozen columns stay while the others scroll by', async () => {
    await page.setViewportSize({ width: 760, height: 800 });
    await fromMenu(page, columnHead(page, 0), 'Figer jusqu’ici');
    const scroller = page.locator('.matrices-scroll');
    // between the row's head and the frozen cell
    const gap = () =>
      scroller.evaluate((element) => {
        const [head, cell] = ['0 -1', '0 0'].map((at) => element.querySelector(`[data-cell="${at}"]`)?.getBoundingClientRect());
        return Math.round((cell?.left ?? 0) - (head?.right ?? 0));
      });
    await page.locator('.matrices-cell.matrices-frozen').first().waitFor();
    await expect.poll(gap).toBe(0);
    await scroller.evaluate((element) => element.scrollTo({ left: 300 }));
    await expect.poll(() => scroller.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    expect(await gap()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await fromMenu(page, columnHead(page, 0), 'Libérer les colonnes figées');
  });

  test('a column is hidden, said to be, and shown again', async () => {
    const before = await columnLabels(page);
    await fromMenu(page, columnHead(page, 0), 'Masquer');
    await expect.poll(() => columnLabels(page)).toEqual(before.slice(1));
    await page.getByText('1 colonne masquée').waitFor();
    await page.getByRole('button', { name: 'Tout remontrer' }).click();
    await expect.poll(() => columnLabels(page)).toEqual(before);
  });

  test('the way to the next cell to write, from where the keyboard is', async () => {
    await page.locator('.matrices-cell[data-cell="0 0"]').focus();
    await page.keyboard.press('n');
    await expect.poll(() => focusedCell(page)).not.toBe('0 0');
    await page.getByText(/cellules? écrites? sur \d+/u).waitFor();
    await page.keyboard.press('Escape');
  });

  test('axe finds nothing wrong with it, shaded and with its sparklines', async () => {
    await page.getByRole('button', { name: 'Teinter selon le nombre de passages' }).click();
    await page.getByRole('button', { name: 'Montrer la répartition de chaque ligne' }).click();
    await page.locator('.matrices-sparkline').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('a snapshot is taken, and says later what has changed', async () => {
    await page.getByRole('button', { name: 'Instantanés' }).click();
    await page.getByRole('button', { name: 'Prendre un instantané' }).click();
    await page.getByRole('button', { name: /^Ouvrir «\sÉtat du / }).waitFor();
    await page.keyboard.press('Escape');
    await write(matrix.at[0] ?? 0, 'Écrite après l’instantané.');
    await page.getByRole('gridcell', { name: /Écrite après l’instantané/u }).waitFor();
    await page.getByRole('button', { name: 'Instantanés' }).click();
    await page.getByRole('button', { name: /^Comparer .* avec maintenant$/u }).click();
    await page.getByText('1 cellule changée').waitFor();
    expect(await page.getByRole('table').textContent()).toContain('Écrite après l’instantané.');
    await page.getByRole('button', { name: /^Ouvrir «\sÉtat du / }).click();
    await page.getByText(/à lire seulement/u).waitFor();
    expect(await page.getByRole('gridcell', { name: /Écrite après l’instantané/u }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Revenir à maintenant' }).click();
    await page.getByRole('gridcell', { name: /Écrite après l’instantané/u }).waitFor();
  });

  test('cases are compared by keyboard: where their ratings contrast', async () => {
    const width = matrix.columns.length;
    const [first, second] = [width, width + 1];
    const scale = (await call<{ id: string }[]>(page, 'scale.list', {})).at(-1)?.id;
    await call(page, 'cell.rate', { entityKeys: keysAt(first), rating: { scaleId: scale, value: 0 } });
    await call(page, 'cell.rate', { entityKeys: keysAt(second), rating: { scaleId: scale, value: 2 } });
    await page.getByRole('radio', { name: 'Comparer les cas' }).click();
    const comparison = page.getByRole('grid', { name: /^Comparaison de/u });
    await comparison.waitFor();
    await page.getByRole('radio', { name: 'Les contrastes' }).click();
    await page.locator('.matrices-contrast').first().waitFor();
    await page.locator('[data-box="0 0"]').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Tableau' }).click();
  });

  test('rows and columns change sides', async () => {
    await page.getByRole('button', { name: 'Échanger lignes et colonnes' }).click();
    await expect.poll(async () => (await columnLabels(page)).length).toBe(matrix.rows.length);
    await page.getByRole('button', { name: 'Échanger lignes et colonnes' }).click();
    await expect.poll(async () => (await rowLabels(page)).length).toBe(matrix.rows.length);
  });
});

const ORIGIN = '00000000-0000-4000-8000-000000000000';
const LARGE = { rows: 300, columns: 100 } as const;

/** 300 cases against 100 categories. */
async function aLargeProject(home: string): Promise<string> {
  const path = join(home, 'grand.trame');
  createProject(path, { title: 'Grand', question: '', language: 'fr', coderName: 'Anne Berger' }, ORIGIN);
  const project = openProject(path, { origin: ORIGIN });
  const [coderId] = coderIds(project);
  if (!coderId) throw new Error('no coder');
  const session = { project, coderId };
  const categories = Array.from({ length: LARGE.columns }, (_, at) => ({ name: `Catégorie ${at + 1}` }));
  addGrid(session, { id: 'cent', title: 'Cent catégories', categories }, 'fr', null);
  for (let at = 1; at <= LARGE.rows; at += 1) createCase(session, { name: `Cas ${at}` });
  const gridId = readCodebook(project)[0]?.id as never;
  const definition: MatrixDefinition = {
    rows: [{ kind: 'case' }],
    columns: [{ kind: 'grid', gridId, level: null }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts', 'synthesis'],
    hidesEmpty: false,
  };
  saveMatrix(session, { matrixId: null, name: 'Grande', definition });
  closeProject(project);
  return path;
}

describe('a table of 300 × 100 cells', () => {
  const desk = aWindow({ on: aLargeProject });

  test('draws what is in view, and keeps the keyboard in view to its far corner', async () => {
    const { page } = desk;
    const [saved] = await call<{ id: string; definition: MatrixDefinition }[]>(page, 'matrix.list', {});
    const packed = await call<Packed>(page, 'matrix.compute', { definition: saved?.definition });
    const written = [packed.rows[299], packed.columns[99]].flatMap((header) => header?.entities.map(({ key }) => key) ?? []);
    await call(page, 'cell.writeSynthesis', { entityKeys: written, text: 'Tout au bout.', status: 'ready' });
    await page.evaluate((id) => (location.hash = `#/matrices?matrixId=${id}`), saved?.id);
    await table(page).waitFor();
    await page.locator('.matrices-cell[data-cell="0 0"]').focus();
    await page.keyboard.press('Control+End');
    await page.getByRole('gridcell', { name: /Tout au bout/u }).waitFor();
    await expect.poll(() => focusedCell(page)).toBe('299 99');
    expect(await page.locator('.matrices-cell').count()).toBeLessThan(1500);
    await page.keyboard.press('Control+Home');
    await expect.poll(() => focusedCell(page)).toBe('0 0');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focusedCell(page)).toBe('-1 0');
  });
});
