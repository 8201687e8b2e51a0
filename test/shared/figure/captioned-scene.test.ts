// A picture that leaves the window takes along what the window says beside it, in letters that paper shows at one size.
import { expect, test } from 'vitest';
import { captioned } from '../../../shared/figure/captioned-scene.ts';
import { textWidth } from '../../../shared/figure/measure-text.ts';
import { rect, sceneOf } from '../../../shared/figure/scene.ts';
import type { Scene } from '../../../shared/figure/scene.ts';

const picture = (width: number): Scene =>
  sceneOf(width, 300, '#ffffff', 'Cooccurrences', [rect({ x: 0, y: 0, width, height: 300 }, { fill: '#0b3954' })]);
const caption = {
  name: 'Cooccurrences',
  said: ['Les paires de passages qui se recoupent. 219 passages codés en tout.', '', 'Une note.'],
  widthOnPaper: 600,
};
const wordsOf = ({ children }: Scene) => children.filter(({ tag }) => tag === 'text');

test('its name, what it counts and its notes stand below it, one after the other', () => {
  const whole = captioned(picture(900), caption);
  expect(wordsOf(whole).map(({ text }) => text)).toEqual([
    'Cooccurrences',
    'Les paires de passages qui se recoupent. 219 passages codés en tout.',
    'Une note.',
  ]);
  const lines = wordsOf(whole).map(({ attrs }) => Number(attrs['y']));
  expect(Math.min(...lines)).toBeGreaterThan(300);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  expect(whole.height).toBeGreaterThan(Math.max(...lines));
  expect(whole.children[0]).toEqual(picture(900).children[0]);
});

test.each([200, 600, 1800])('a picture %i px wide has a caption as large as any on paper, within the picture', (width) => {
  const whole = captioned(picture(width), caption);
  for (const { text = '', attrs } of wordsOf(whole)) {
    const size = Number(attrs['font-size']);
    expect(size / Math.max(1, width / 600)).toBeCloseTo(10.5, 6);
    expect(Number(attrs['x']) + textWidth(text, size, 'font-weight' in attrs)).toBeLessThanOrEqual(whole.width);
  }
});
