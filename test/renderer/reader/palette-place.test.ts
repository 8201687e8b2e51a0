// Where the palette opens.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { palettePlace } from '../../../renderer/reader/palette-place.ts';

const view = { left: 330, right: 980, top: 100, bottom: 780 };
const sheet = { left: 330, right: 980, top: -4000, bottom: 20000 };
const line = (top: number, left = 450, right = 700) => ({ left, right, top, bottom: top + 22 });

test('the palette opens under the words, and above them near the foot of the view', () => {
  const under = palettePlace({ first: line(200), last: line(200) }, view, sheet);
  expect([under.isAbove, under.top + sheet.top]).toEqual([false, 230]);
  const above = palettePlace({ first: line(700), last: line(700) }, view, sheet);
  expect([above.isAbove, above.top + sheet.top]).toEqual([true, 692]);
});

test('wherever the words are, the palette is in view with room to choose in', () => {
  const place = fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 330, max: 980 }), (top, length, left) => {
      const {
        left: x,
        top: y,
        isAbove,
        maxHeight,
      } = palettePlace({ first: line(top, left, left), last: line(top + length, left, left) }, view, sheet);
      expect(maxHeight).toBeGreaterThanOrEqual(200);
      expect(x + sheet.left).toBeGreaterThanOrEqual(view.left);
      expect(x + sheet.left + 400).toBeLessThanOrEqual(view.right);
      const upper = y + sheet.top - (isAbove ? maxHeight : 0);
      expect(upper).toBeGreaterThanOrEqual(view.top);
      expect(upper + maxHeight).toBeLessThanOrEqual(view.bottom);
    }),
  );
});
