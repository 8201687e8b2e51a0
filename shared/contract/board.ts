// Calls about the board of loose categories, and about the keys that a coder has put categories under.
import { z } from 'zod';
import { BOARD_REACH } from '../domain/board.ts';
import type { BoardCard } from '../domain/board.ts';
import { categoryId, gridId } from '../domain/ids.ts';
import type { CategoryId } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/project.ts';
import { QUICK_DIGITS } from '../domain/quick-list.ts';
import type { QuickKey } from '../domain/quick-list.ts';
import { returns } from './endpoint.ts';
import { nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

const coordinate = z.number().min(-BOARD_REACH).max(BOARD_REACH);
const place = z.object({ categoryId, x: coordinate, y: coordinate });
const cards = z.array(categoryId).min(1).max(500);

export const boardContract = {
  /** The acting coder's, by digit. */
  'quickKey.list': returns<QuickKey[]>().from(nothing),
  /** A category has one key and a key one category: what was there goes. Null frees the key. */
  'quickKey.set': returns<null>().from(z.object({ digit: z.literal(QUICK_DIGITS), categoryId: categoryId.nullable() })),

  /** One card for each category of the grid. */
  'board.read': returns<BoardCard[]>().from(z.object({ gridId })),
  /** As it lies, on white paper. */
  'board.picture': returns<FileOut>().from(z.object({ gridId, format: z.enum(['svg', 'png']), language: z.enum(LANGUAGES) })),
  'board.place': returns<null>().from(z.object({ places: z.array(place).min(1).max(500) })),
  /** Puts categories of one grid at the end of another parent's, or loose on top (null), and lays them where they were let go: one act. */
  'board.move': returns<null>().from(z.object({ categoryIds: cards, parentId: categoryId.nullable(), places: z.array(place).max(500) })),
  /** Makes a category and puts these under it: one act. */
  'board.group': returns<CategoryId>().from(z.object({ gridId, name: title, categoryIds: cards, x: coordinate, y: coordinate })),
};
