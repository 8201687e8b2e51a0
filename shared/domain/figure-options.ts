// How a figure is set: its width on paper, its tones, its order, what is written on it.
import { z } from 'zod';

/** An upright page, and one laid across: what a thesis leaves between its margins. Centimetres. */
export const FIGURE_WIDTHS = [16, 25] as const;
export const FIGURE_TONES = ['color', 'grey', 'pattern'] as const;
export const FIGURE_ORDERS = ['given', 'most', 'alphabet'] as const;
export const PROFILE_SHAPES = ['bars', 'radar'] as const;
export const PROFILE_MEASURES = ['passages', 'share'] as const;
export type FigureTone = (typeof FIGURE_TONES)[number];
export type FigureOrder = (typeof FIGURE_ORDERS)[number];
export type ProfileShape = (typeof PROFILE_SHAPES)[number];
export type ProfileMeasure = (typeof PROFILE_MEASURES)[number];

export const figureOptions = z.object({
  widthCm: z.literal(FIGURE_WIDTHS),
  tone: z.enum(FIGURE_TONES),
  /** Of rows and columns inside what stands above them; `most`: where most passages are first. */
  order: z.enum(FIGURE_ORDERS),
  showsLegend: z.boolean(),
  /** Numbers on the marks, names beside them. */
  showsLabels: z.boolean(),
  profile: z.enum(PROFILE_SHAPES),
  /** Passages, or their share of all that the case says of these themes: cases differ in how much was heard of them. */
  measure: z.enum(PROFILE_MEASURES),
  /** Entity keys of the cases that are compared; null: every one. */
  caseKeys: z.array(z.string().min(1).max(2100)).max(2000).nullable(),
});
export type FigureOptions = z.infer<typeof figureOptions>;

export const USUAL_FIGURE: FigureOptions = {
  widthCm: 16,
  tone: 'color',
  order: 'given',
  showsLegend: true,
  showsLabels: true,
  profile: 'bars',
  measure: 'passages',
  caseKeys: null,
};
