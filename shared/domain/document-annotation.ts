// What a word processor's file holds besides its words and their form: comments in the margin and colours laid over stretches.
import { z } from 'zod';
import type { Utf16 } from './text-offset.ts';

/** `text.slice(start, end)` of the whole document is what it is about. */
interface Stretch {
  readonly start: Utf16;
  readonly end: Utf16;
}

export interface CommentWords {
  /** Empty for nobody. */
  readonly author: string;
  /** ISO time; null where none was kept. */
  readonly at: string | null;
  readonly text: string;
}

export interface DocumentComment extends Stretch, CommentWords {
  readonly replies: readonly CommentWords[];
  /** The file says no words, only where the comment's mark stands: it is on that paragraph. */
  readonly isOnParagraph: boolean;
}

export interface DocumentHighlight extends Stretch {
  /** `#rrggbb`, lower case. */
  readonly color: string;
}

export interface DocumentAnnotations {
  /** In the order of the text, like the highlights. */
  readonly comments: readonly DocumentComment[];
  readonly highlights: readonly DocumentHighlight[];
  /** Comments on words that the text has not: deleted since, or in a part that is not read. */
  readonly unplaced: readonly CommentWords[];
}

/** Of one file as the window is told. */
export interface AnnotationOffer {
  readonly comments: number;
  /** Of the comments, those short enough to name a category. */
  readonly shortComments: number;
  readonly unplaced: number;
  readonly onParagraph: number;
  readonly authors: readonly string[];
  /** The first ones. */
  readonly sample: readonly { readonly quote: string; readonly text: string; readonly author: string }[];
  readonly colors: readonly { readonly color: string; readonly count: number; readonly quote: string }[];
}

export const COMMENT_USES = ['leave', 'category', 'memo'] as const;
export const HIGHLIGHT_USES = ['leave', 'category'] as const;
export type CommentUse = (typeof COMMENT_USES)[number];
export type HighlightUse = (typeof HIGHLIGHT_USES)[number];

/** What is to become of them; `names`: by colour, the category's name where it is not the proposed one. */
export const annotationChoice = z.object({
  comments: z.enum(COMMENT_USES),
  highlights: z.enum(HIGHLIGHT_USES),
  names: z.record(z.string().regex(/^#[0-9a-f]{6}$/), z.string().trim().min(1).max(300)).optional(),
});
export type AnnotationChoice = z.infer<typeof annotationChoice>;

/** What came of one source's. */
export interface TakenAnnotations {
  readonly codings: number;
  readonly memos: number;
  /** Comments that stayed outside, in their own words. */
  readonly unplaced: readonly string[];
  /** Comments that are on their whole paragraph for want of words. */
  readonly onParagraph: number;
}

const LONGEST_NAME = 60;

/** A comment of one short line names what it is about; a longer one says something of it. */
export function isCategoryName(comment: string): boolean {
  const text = comment.trim();
  return text !== '' && text.length <= LONGEST_NAME && !text.includes('\n');
}

export const HUES = ['red', 'orange', 'yellow', 'green', 'turquoise', 'blue', 'violet', 'pink', 'grey', 'black'] as const;
export type Hue = (typeof HUES)[number];

/** Where each hue begins on the colour wheel, in degrees. */
const WHEEL: readonly (readonly [from: number, hue: Hue])[] = [
  [345, 'red'],
  [290, 'pink'],
  [255, 'violet'],
  [195, 'blue'],
  [160, 'turquoise'],
  [70, 'green'],
  [45, 'yellow'],
  [16, 'orange'],
  [0, 'red'],
];

/** Hue in degrees, how grey it is (0 … 1) and how light (0 … 1) of `#rrggbb`. */
function partsOf(color: string): { readonly degrees: number; readonly chroma: number; readonly light: number } {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const most = Math.max(r, g, b);
  const chroma = most - Math.min(r, g, b);
  const sector = chroma === 0 ? 0 : most === r ? ((g - b) / chroma + 6) % 6 : most === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  return { degrees: sector * 60, chroma, light: (most + Math.min(r, g, b)) / 2 };
}

const LEAST_CHROMA = 0.08;
const DARK = 0.15;

/** What people call a colour. */
export function hueOf(color: string): Hue {
  const { degrees, chroma, light } = partsOf(color);
  if (chroma < LEAST_CHROMA) return light < DARK ? 'black' : 'grey';
  return WHEEL.find(([from]) => degrees >= from)?.[1] ?? 'red';
}

const PAPER = 0.92;

/** White and what is nearly so: text pasted from a web page brings its background along. */
export function isPaper(color: string): boolean {
  const { chroma, light } = partsOf(color);
  return chroma < LEAST_CHROMA && light > PAPER;
}

/** Each colour with its hue, and a number where an earlier one is called the same. */
export function numberedHues(colors: readonly string[]): { readonly color: string; readonly hue: Hue; readonly number: number }[] {
  const counts = new Map<Hue, number>();
  return colors.map((color) => {
    const hue = hueOf(color);
    const number = (counts.get(hue) ?? 0) + 1;
    counts.set(hue, number);
    return { color, hue, number };
  });
}
