// Calls about grids and their categories.
import { z } from 'zod';
import { ORIGINS, STAGES, STATUSES } from '../domain/category.ts';
import type { Codebook } from '../domain/category.ts';
import type { CategoryPassage, CodingsMoved } from '../domain/category-passage.ts';
import type { ShippedGrid } from '../domain/grid-file.ts';
import { categoryId, gridId, passageId } from '../domain/ids.ts';
import type { CategoryId, GridId } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/project.ts';
import { returns } from './endpoint.ts';
import { color, fileIn, longText, nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

const MOST_PASSAGES = 200_000;

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
  /** json keeps everything, xlsx is for filling in, qdc for other programs. */
  'grid.export': returns<FileOut>().from(z.object({ gridId, format: z.enum(['json', 'xlsx', 'qdc']) })),

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
      stage: z.enum(STAGES).nullable().optional(),
      status: z.enum(STATUSES).nullable().optional(),
      /** Refused while codings have weights off it. */
      scale: z.object({ min: z.number(), max: z.number(), step: z.number() }).nullable().optional(),
      /** The passage that the example quotes from now on; words given instead are nobody's passage. */
      examplePassageId: passageId.nullable().optional(),
    }),
  ),
  /** `position` counts among the new siblings, the moved category left out. */
  'category.move': returns<null>().from(z.object({ categoryId, parentId: categoryId.nullable(), position: z.number().int().min(0) })),
  /** The codings and children of `from` go to `into`; `from` goes away. */
  'category.merge': returns<null>().from(z.object({ from: categoryId, into: categoryId })),
  /** Passages sorted by hand go to new categories, or to others of the grid; those that are not named stay. One act. */
  'category.split': returns<CategoryId[]>().from(
    z.object({
      categoryId,
      targets: z
        .array(z.union([z.object({ name: title }), z.object({ categoryId })]))
        .min(1)
        .max(20),
      /** New ones go below the category; else beside it. */
      below: z.boolean(),
      sorted: z.array(z.object({ passageId, target: z.number().int().min(0) })).max(MOST_PASSAGES),
    }),
  ),
  /** The parents under which it is seen besides its own one. */
  'category.setPlaces': returns<null>().from(z.object({ categoryId, parentIds: z.array(categoryId).max(50) })),
  /** Passages that carry this very category, in corpus order. */
  'category.passages': returns<CategoryPassage[]>().from(z.object({ categoryId })),
  /** Gives passages of one category another one, instead or as well; nothing is doubled. */
  'coding.moveMany': returns<CodingsMoved>().from(
    z.object({ from: categoryId, into: categoryId, passageIds: z.array(passageId).min(1).max(MOST_PASSAGES), copies: z.boolean() }),
  ),
  /** With its descendants. Refused while codings name one of them, unless `withCodings`. */
  'category.remove': returns<null>().from(z.object({ categoryId, withCodings: z.boolean() })),
};
