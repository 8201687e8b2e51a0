// Calls about grids and their categories.
import { z } from 'zod';
import { ORIGINS } from '../domain/category.ts';
import type { Codebook } from '../domain/category.ts';
import type { ShippedGrid } from '../domain/grid-file.ts';
import { categoryId, gridId } from '../domain/ids.ts';
import type { CategoryId, GridId } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/project.ts';
import { returns } from './endpoint.ts';
import { color, fileIn, longText, nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

export const codebookContract = {
  'codebook.read': returns<Codebook>().from(nothing),
  /** The grids that ship with Trame; needs no open project. */
  'grid.shipped': returns<ShippedGrid[]>().from(z.object({ language: z.enum(LANGUAGES) })),
  /** Adds a shipped grid, whole or only these top categories (names in the project's language). */
  'grid.add': returns<GridId>().from(z.object({ key: z.string().max(80), onlyTop: z.array(title).max(200).nullable() })),
  'grid.create': returns<GridId>().from(z.object({ title })),
  'grid.update': returns<null>().from(z.object({ gridId, title: title.optional(), source: longText.optional(), description: longText.optional() })),
  /** Refused while codings name its categories, unless `withCodings`. */
  'grid.remove': returns<null>().from(z.object({ gridId, withCodings: z.boolean() })),
  'grid.import': returns<GridId>().from(z.object({ file: fileIn })),
  'grid.export': returns<FileOut>().from(z.object({ gridId })),

  'category.create': returns<CategoryId>().from(
    z.object({ gridId, parentId: categoryId.nullable(), name: title, origin: z.enum(ORIGINS), color: color.optional() }),
  ),
  'category.update': returns<null>().from(
    z.object({
      categoryId,
      name: title.optional(),
      definition: longText.optional(),
      inclusion: longText.optional(),
      exclusion: longText.optional(),
      example: longText.optional(),
      color: color.optional(),
      origin: z.enum(ORIGINS).optional(),
    }),
  ),
  /** `position` counts among the new siblings, the moved category left out. */
  'category.move': returns<null>().from(z.object({ categoryId, parentId: categoryId.nullable(), position: z.number().int().min(0) })),
  /** The codings and children of `from` go to `into`; `from` goes away. */
  'category.merge': returns<null>().from(z.object({ from: categoryId, into: categoryId })),
  /** With its descendants. Refused while codings name one of them, unless `withCodings`. */
  'category.remove': returns<null>().from(z.object({ categoryId, withCodings: z.boolean() })),
};
