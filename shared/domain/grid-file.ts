// The form of a grid outside a project: a shipped one, an exported one, one written by hand (CLI.md).
import { z } from 'zod';
import { ORIGINS, STAGES, STATUSES } from './category.ts';
import type { CategoryStatus, Origin, Stage } from './category.ts';
import { STANCES } from './source.ts';
import type { Language } from './project.ts';
import { isScale } from './weight-scale.ts';
import type { WeightScale } from './weight-scale.ts';

/** A text in both languages, or one that serves both. */
function localisedText(text: z.ZodString) {
  return z.union([text, z.object({ fr: text, en: text })]);
}

const name = localisedText(z.string().trim().min(1).max(300));
const longText = localisedText(z.string().max(1_000_000));
const ruleText = longText.optional();
export type Localised = z.infer<typeof longText>;

interface GridFileCategory {
  name: Localised;
  definition?: Localised | undefined;
  inclusion?: Localised | undefined;
  exclusion?: Localised | undefined;
  example?: Localised | undefined;
  color?: string | undefined;
  stance?: (typeof STANCES)[number] | undefined;
  origin?: Origin | undefined;
  stage?: Stage | undefined;
  status?: CategoryStatus | undefined;
  scale?: WeightScale | undefined;
  /** Other parents, each by the names that lead to it from the top. */
  alsoUnder?: string[][] | undefined;
  children?: GridFileCategory[] | undefined;
}

const category: z.ZodType<GridFileCategory> = z.object({
  name,
  definition: ruleText,
  inclusion: ruleText,
  exclusion: ruleText,
  example: ruleText,
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional(),
  stance: z.enum(STANCES).optional(),
  origin: z.enum(ORIGINS).optional(),
  stage: z.enum(STAGES).optional(),
  status: z.enum(STATUSES).optional(),
  scale: z.object({ min: z.number(), max: z.number(), step: z.number() }).refine(isScale, 'scale').optional(),
  alsoUnder: z.array(z.array(z.string().max(300)).min(1)).optional(),
  get children() {
    return z.array(category).optional();
  },
});

export const gridFile = z.object({
  id: z.string().min(1).max(80),
  title: name,
  version: z.number().int().min(1).optional(),
  kind: z.enum(['categories', 'stance']).optional(),
  source: ruleText,
  description: ruleText,
  categories: z.array(category),
});
export type GridFile = z.infer<typeof gridFile>;
export type { GridFileCategory };

/** The text in one language; a plain string serves every language. */
export function inLanguage(text: Localised | undefined, language: Language): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : text[language];
}

/** One shipped grid as the gallery shows it, in one language. */
export interface ShippedGrid {
  readonly key: string;
  readonly kind: 'categories' | 'stance';
  readonly title: string;
  readonly source: string;
  readonly description: string;
  readonly version: number;
  /** Depth first. */
  readonly categories: readonly { readonly name: string; readonly depth: number; readonly definition: string; readonly color: string }[];
}

/** Depth-first walk of a grid file; `path` holds the names from the top down, the category's own last. */
export function walkGridFile(grid: GridFile, language: Language, visit: (category: GridFileCategory, path: readonly string[]) => void): void {
  const walk = (categories: readonly GridFileCategory[], above: readonly string[]): void => {
    for (const item of categories) {
      const path = [...above, inLanguage(item.name, language)];
      visit(item, path);
      walk(item.children ?? [], path);
    }
  };
  walk(grid.categories, []);
}
