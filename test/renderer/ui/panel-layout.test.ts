// How wide the panels are, and what is remembered of them.
import { expect, test } from 'vitest';
import { DEFAULT_LAYOUT, MAX_PANEL, MIN_PANEL, parsedLayout, resized, toggled } from '../../../renderer/ui/panel-layout.ts';
import { percentOf } from '../../../renderer/ui/percent.ts';

test('a panel stays between its limits, and closes when it is pushed to the edge', () => {
  expect(resized(DEFAULT_LAYOUT, 'left', 300).leftWidth).toBe(300);
  expect(resized(DEFAULT_LAYOUT, 'left', 150).leftWidth).toBe(MIN_PANEL);
  expect(resized(DEFAULT_LAYOUT, 'right', 5000).rightWidth).toBe(MAX_PANEL);
  expect(resized(DEFAULT_LAYOUT, 'left', 40)).toEqual({ ...DEFAULT_LAYOUT, isLeftOpen: false });
});

test('a panel that opens again has the width it had', () => {
  const wide = resized(DEFAULT_LAYOUT, 'right', 420);
  expect(toggled(resized(wide, 'right', 10), 'right')).toEqual(wide);
});

test('what was remembered comes back; what is broken does not', () => {
  const layout = { leftWidth: 222, rightWidth: 333, isLeftOpen: false, isRightOpen: true };
  expect(parsedLayout(JSON.stringify(layout))).toEqual(layout);
  for (const broken of [null, '', '{', 'null', '[]', '{"leftWidth":"wide","isLeftOpen":1}']) expect(parsedLayout(broken)).toEqual(DEFAULT_LAYOUT);
});

test('a share is never 0 % for something nor 100 % while something is missing', () => {
  expect([percentOf(0, 10), percentOf(1, 1000), percentOf(999, 1000), percentOf(10, 10), percentOf(0, 0)]).toEqual([0, 1, 99, 100, 0]);
  expect(percentOf(62, 100)).toBe(62);
});
