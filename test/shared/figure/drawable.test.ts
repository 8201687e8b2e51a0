// What every format can draw, and what none need try.
import { expect, it } from 'vitest';
import { isDrawable } from '../../../shared/figure/drawable.ts';
import { node, sceneOf } from '../../../shared/figure/scene.ts';
import type { SceneNode } from '../../../shared/figure/scene.ts';

const drawn = (child: SceneNode) => sceneOf(100, 50, '#ffffff', 'Figure', [node('g', {}, [child])]);

it.each<[string, SceneNode]>([
  ['a rectangle', node('rect', { x: 1, y: '2.5', width: 3, height: 4, fill: '#abc', stroke: 'none', rx: '50%' })],
  ['a path with an arc, written tightly', node('path', { d: 'M10-5.5A5,5 0 1,1 20,1e-3L.5.5h-3Z', fill: 'rgb(1, 2, 3)' })],
  ['a turned word', { ...node('text', { transform: 'rotate(-90 12.5 3)', 'font-size': 12, fill: 'currentColor' }), text: 'Écoute' }],
  ['a polygon', node('polygon', { points: '1,2 3,4 -5,6.5', 'stroke-dasharray': '4 2' })],
])('%s is drawable', (_what, child) => {
  expect(isDrawable(drawn(child))).toBe(true);
});

it.each<[string, SceneNode]>([
  ['a width that is no number', node('rect', { width: 'large' })],
  ['a number that is none', node('circle', { r: Number.NaN })],
  ['a colour that is none', node('rect', { fill: "'; --" })],
  ['a colour of another document', node('rect', { fill: 'url(#ailleurs)' })],
  ['a path that begins nowhere', node('path', { d: 'L1 2' })],
  ['a path that breaks off', node('path', { d: 'M1 2C3 4 5' })],
  ['a path of words', node('path', { d: 'Mémo' })],
  ['a transformation that nobody knows', node('g', { transform: 'tourner(3)' })],
])('%s is not', (_what, child) => {
  expect(isDrawable(drawn(child))).toBe(false);
});
