// Figures are printed in grey and read by colour-blind eyes: what must stay apart is measured.
import { lab, rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { CASE_COLORS } from '../../../shared/domain/matrix-holder-axes.ts';
import { contrast, luminance, paletteOf, sequential } from '../../../shared/figure/palette.ts';

const THEMES = ['light', 'dark'] as const;

/** Machado, Oliveira & Fernandes 2009, severity 1, in linear light. */
const BLINDNESS = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
} as const;

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function gamma(value: number): number {
  const within = Math.min(1, Math.max(0, value));
  return within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055;
}

function seenBy(kind: keyof typeof BLINDNESS, color: string): string {
  const { r, g, b } = rgb(color);
  const light = [r, g, b].map((channel) => linear(channel / 255));
  const [red = 0, green = 0, blue = 0] = BLINDNESS[kind].map((row) => gamma(row.reduce((sum, share, at) => sum + share * (light[at] ?? 0), 0)) * 255);
  return rgb(red, green, blue).formatHex();
}

/** CIE76: from about 10 on, two colours are told apart at a glance. */
function distance(a: string, b: string): number {
  const [one, other] = [lab(a), lab(b)];
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

const pairs = <T>(items: readonly T[]): (readonly [T, T])[] => items.flatMap((a, at) => items.slice(at + 1).map((b) => [a, b] as const));

describe.each(THEMES)('in the %s theme', (theme) => {
  const palette = paletteOf(theme);

  test.each(['deuteranopia', 'protanopia'] as const)('two cases are never taken for one another with %s', (kind) => {
    for (const [a, b] of pairs(palette.cases)) expect([a, b, distance(seenBy(kind, a), seenBy(kind, b)) >= 12]).toEqual([a, b, true]);
  });

  test('two cases side by side differ in grey too, and all can be read on their paper', () => {
    const [first, second] = palette.cases;
    expect(Math.abs(lab(first!).l - lab(second!).l)).toBeGreaterThan(8);
    for (const color of palette.cases) expect(contrast(color, palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['color', 'grey'] as const)('shades run one way in grey, in steps that are seen (%s)', (tone) => {
    const own = paletteOf(theme, tone);
    const shades = [0, 0.25, 0.5, 0.75, 1].map((share) => lab(rgb(sequential(own)(share)).formatHex()).l);
    const steps = shades.slice(1).map((lightness, at) => lightness - (shades[at] ?? 0));
    expect(new Set(steps.map(Math.sign)).size).toBe(1);
    for (const step of steps) expect(Math.abs(step)).toBeGreaterThan(8);
    expect(luminance(own.low)).not.toBeCloseTo(luminance(own.high), 1);
  });

  test('grey and hatched figures have no hue at all', () => {
    for (const tone of ['grey', 'pattern'] as const) {
      const { isHatched, cases, ...named } = paletteOf(theme, tone);
      expect(isHatched).toBe(tone === 'pattern');
      for (const color of [...cases, ...Object.values(named)]) {
        const { r, g, b } = rgb(color);
        expect([r, g]).toEqual([g, b]);
      }
    }
  });
});

test('a case has the same colour in a printed table as in a figure', () => {
  expect(paletteOf('light').cases).toEqual([...CASE_COLORS]);
});
