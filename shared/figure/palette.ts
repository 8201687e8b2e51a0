// The colours of figures in both themes; ink is always chosen against what it stands on.
import { color, interpolateHcl, rgb } from 'd3';
import type { FigureTone } from '../domain/figure-options.ts';

export type FigureTheme = 'light' | 'dark';

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly band: string;
  /** Of the sequential scale, from nearly nothing to most. Their luminance runs one way, so that grey prints keep the order. */
  readonly low: string;
  readonly high: string;
  readonly bubble: string;
  /** By position. Chosen so that they stay apart to eyes without red or green; on a grey print shapes and names tell cases apart. */
  readonly cases: readonly string[];
  /** Shades become lines, closer together where there is more: for printers and photocopies without greys. */
  readonly isHatched: boolean;
}

const PALETTES: Readonly<Record<FigureTheme, Palette>> = {
  light: {
    paper: '#ffffff',
    ink: '#1d1b18',
    ink2: '#565147',
    ink3: '#6c665a',
    line: '#e2ded5',
    lineStrong: '#c9c2b4',
    band: '#f4f2ed',
    low: '#eaf2f4',
    high: '#0c3c55',
    bubble: '#4a7fa5',
    cases: ['#1f4fa0', '#a65f00', '#642c44', '#0b3800', '#585f87', '#201b46'],
    isHatched: false,
  },
  dark: {
    paper: '#191817',
    ink: '#ece8e0',
    ink2: '#bcb5a8',
    ink3: '#9f978a',
    line: '#35322d',
    lineStrong: '#4d4841',
    band: '#22201e',
    low: '#1e2f38',
    high: '#bfe3f2',
    bubble: '#5d93ba',
    cases: ['#84aef0', '#f2b865', '#f8cde6', '#5c8e79', '#e17b18', '#f8f1ac'],
    isHatched: false,
  },
};

/** Inks and lines without a hue, the same in both themes as far as their paper lets them. */
const GREYS: Readonly<Record<FigureTheme, Palette>> = {
  light: {
    paper: '#ffffff',
    ink: '#1a1a1a',
    ink2: '#4f4f4f',
    ink3: '#666666',
    line: '#dddddd',
    lineStrong: '#bbbbbb',
    band: '#f2f2f2',
    low: '#ededed',
    high: '#2b2b2b',
    bubble: '#7d7d7d',
    cases: ['#333333', '#6e6e6e', '#1a1a1a', '#595959', '#444444', '#757575'],
    isHatched: false,
  },
  dark: {
    paper: '#191919',
    ink: '#e8e8e8',
    ink2: '#b8b8b8',
    ink3: '#9a9a9a',
    line: '#333333',
    lineStrong: '#4a4a4a',
    band: '#222222',
    low: '#2c2c2c',
    high: '#e2e2e2',
    bubble: '#8f8f8f',
    cases: ['#dddddd', '#9c9c9c', '#f2f2f2', '#b8b8b8', '#c9c9c9', '#8c8c8c'],
    isHatched: false,
  },
};

export function paletteOf(theme: FigureTheme, tone: FigureTone = 'color'): Palette {
  if (tone === 'color') return PALETTES[theme];
  return tone === 'grey' ? GREYS[theme] : { ...GREYS[theme], isHatched: true };
}

/** Relative luminance, 0 … 1 (WCAG 2.2). */
export function luminance(of: string): number {
  const { r, g, b } = rgb(of);
  const linear = (channel: number): number => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio, 1 … 21 (WCAG 2.2); 4.5 is enough for text. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const SOFT_BLACK = '#1d1b18';

/** Soft black or white, whichever reads better on this; full black on the middle tones where neither reads well. */
export function inkOn(background: string): string {
  const better = contrast(background, SOFT_BLACK) >= contrast(background, '#ffffff') ? SOFT_BLACK : '#ffffff';
  return contrast(background, better) >= 4.5 ? better : '#000000';
}

/** `share` of the colour over the paper, as an opaque `#rrggbb`. */
export function tint(of: string, paper: string, share: number): string {
  const from = rgb(paper);
  const to = rgb(of);
  const mixed = (a: number, b: number): number => Math.round(a + (b - a) * share);
  return rgb(mixed(from.r, to.r), mixed(from.g, to.g), mixed(from.b, to.b)).formatHex();
}

/** The colour itself, or as much nearer to black or white as it takes to be read on this background. */
export function legibleOn(background: string, wanted: string): string {
  if (!color(wanted)) return inkOn(background);
  const towards = inkOn(background);
  for (let share = 0; share < 1; share += 0.1) {
    const candidate = tint(towards, wanted, share);
    if (contrast(candidate, background) >= 4.5) return candidate;
  }
  return towards;
}

/** 0 … 1 → `#rrggbb`. */
export function sequential({ low, high }: Palette): (share: number) => string {
  const mix = interpolateHcl(low, high);
  return (share) => rgb(mix(share)).formatHex();
}
