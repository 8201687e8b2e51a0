// The paint under the words.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CATEGORY_COLORS } from '../../../shared/domain/category.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { PURITY, highlightRules } from '../../../renderer/reader/highlight-painter.ts';

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
type Rgb = readonly [number, number, number];

function token(theme: Theme, name: string): string {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`));
  const value = new RegExp(`${name}:\\s*([^;]+);`).exec(block)?.[1];
  if (value === undefined) throw new Error(`no ${name} in the ${theme} theme`);
  return value;
}

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const mixed = (a: Rgb, b: Rgb, share: number): Rgb => a.map((value, i) => value * share + (b[i] ?? 0) * (1 - share)) as unknown as Rgb;

/** WCAG 2.1, relative luminance and contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (color: Rgb) => {
    const [r = 0, g = 0, bl = 0] = color.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

test.each(THEMES)('words under four overlapping categories keep their contrast (%s theme)', (theme) => {
  const share = Number.parseFloat(token(theme, '--tint')) / 100;
  const purity = Number.parseFloat(PURITY[theme]) / 100;
  const ink = rgb(token(theme, '--ink'));
  for (const first of CATEGORY_COLORS) {
    for (const second of CATEGORY_COLORS) {
      const layers = [first, second, first, second].map((color) => mixed(rgb(color), [0, 0, 0], purity));
      const under = layers.reduce<Rgb>((below, layer) => mixed(layer, below, share), rgb(token(theme, '--paper')));
      expect(contrast(ink, under), `${first} over ${second}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('a category put forward is painted strongly, the others faintly, and rules bind the paragraphs alone', () => {
  const paint = { tint: '26%', strongTint: '44%', faintTint: '10%', purity: '100%', ink: '#111111', accent: '#006666', selection: '#bfe0dd' };
  const categories = [
    { id: 'a' as CategoryId, color: '#3f8f6b' },
    { id: 'b' as CategoryId, color: '#c07a2c' },
  ];
  const shareOf = (rules: string, id: string) => new RegExp(`trame-${id}\\)\\{background-color:.*?black\\) (\\d+%)`).exec(rules)?.[1];
  const alike = highlightRules('.turn', categories, null, paint);
  expect([shareOf(alike, 'a'), shareOf(alike, 'b')]).toEqual(['26%', '26%']);
  const forward = highlightRules('.turn', categories, 'b' as CategoryId, paint);
  expect([shareOf(forward, 'a'), shareOf(forward, 'b')]).toEqual(['10%', '44%']);
  const [onPaper, ...onScreen] = forward.split('\n').toReversed();
  expect(onScreen.every((rule) => rule.startsWith('.turn::highlight('))).toBe(true);
  expect(onPaper).toMatch(/^@media print\{\.turn::highlight\(/);
});

test('on paper the words are black whatever the theme, and what a filter leaves out is plain', () => {
  const paint = { tint: '26%', strongTint: '44%', faintTint: '10%', purity: '80%', ink: '#eeeeee', accent: '#006666', selection: '#bfe0dd' };
  const rules = highlightRules('.turn', [{ id: 'a' as CategoryId, color: '#3f8f6b' }], null, paint, 'trame2');
  const paper = rules.slice(rules.indexOf('@media print'));
  expect(paper).not.toContain('#eeeeee');
  expect(paper).toContain('.turn::highlight(trame2-a-faint){background-color:transparent;color:#000}');
  expect(highlightRules('.turn', [], null, paint)).not.toContain('@media');
});
