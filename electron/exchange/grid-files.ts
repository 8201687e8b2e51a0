// A grid out of a file and into one: json keeps everything, a workbook is for filling in, qdc for other programs.
import { keyForTitle } from '../../shared/domain/category.ts';
import type { Grid } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { GridFile } from '../../shared/domain/grid-file.ts';
import type { Language } from '../../shared/domain/project.ts';
import { extensionOf } from '../../shared/domain/readable-formats.ts';
import { sourceNameFromFile } from '../../shared/domain/source.ts';
import { toGridFile } from '../queries/codebook.ts';
import { checkedGridFile, parseGridFile } from './shipped-grids.ts';

export const GRID_FORMATS = ['json', 'xlsx', 'qdc'] as const;
export type GridFormat = (typeof GRID_FORMATS)[number];

/** The format that a file's name announces, or a refusal that names those there are. */
export function gridFormatOf(fileName: string): GridFormat {
  const format = extensionOf(fileName).replace(/^\./, '').toLowerCase();
  const known = GRID_FORMATS.find((each) => each === format);
  if (!known) throw new Refusal('file.formatUnknown', { format, known: GRID_FORMATS });
  return known;
}

/** Where a file names no grid, its own name does; a key that is taken then gets a number. */
export async function readGridFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  isTaken: (key: string) => boolean,
): Promise<GridFile> {
  const format = gridFormatOf(file.name);
  if (format === 'json') return parseGridFile(file.bytes);
  // the libraries behind are large
  const read =
    format === 'xlsx'
      ? await (await import('./grid-xlsx.ts')).gridFromXlsx(file.bytes, file.name)
      : { categories: (await import('./refi/codebook-file.ts')).categoriesFromQdc(file.bytes) };
  const title = 'title' in read ? String(read.title) : sourceNameFromFile(file.name);
  return checkedGridFile({ id: keyForTitle(title, isTaken), ...read, title });
}

export async function writeGridFile(grid: Grid, format: GridFormat, language: Language): Promise<Uint8Array | string> {
  if (format === 'xlsx') return (await import('./grid-xlsx.ts')).gridToXlsx(toGridFile(grid), language);
  if (format === 'qdc') return (await import('./refi/codebook-file.ts')).gridToQdc(grid, language);
  return `${JSON.stringify(toGridFile(grid), null, 2)}\n`;
}
