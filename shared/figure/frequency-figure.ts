// The commonest words as bars, most said first.
import { textWidth } from './measure-text.ts';
import { mark, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { CloudOptions, CloudWord } from './cloud-figure.ts';
import { writtenWord } from './word-look.ts';

const WIDTH = 860;
const [LINE, BAR, SIZE, MARGIN] = [22, 13, 12.5, 16];

export function frequencyFigure(words: readonly CloudWord[], { palette, title, times, most, number }: CloudOptions): Scene {
  const shown = words.slice(0, most);
  const label = Math.min(240, Math.max(60, ...shown.map(({ word }) => textWidth(writtenWord(word), SIZE))));
  const figures = Math.max(20, ...shown.map(({ count }) => textWidth(number(count), SIZE)));
  const room = WIDTH - 2 * MARGIN - label - figures - 20;
  const largest = Math.max(1, ...shown.map(({ count }) => count));
  const nodes = shown.map(({ word, count }, at): SceneNode => {
    const y = MARGIN + at * LINE;
    const length = Math.max(1, (room * count) / largest);
    const x = MARGIN + label + 10;
    return mark(word, `${writtenWord(word)} — ${times(count)}`, [
      rect({ x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: LINE }, { fill: 'none', 'pointer-events': 'all' }),
      ...textLines([writtenWord(word)], MARGIN + label, y + 15.5, { size: SIZE, fill: palette.ink, anchor: 'end' }, LINE),
      rect({ x, y: y + (LINE - BAR) / 2, width: length, height: BAR }, { fill: palette.bubble, rx: 1.5 }),
      ...textLines([number(count)], x + length + 6, y + 15.5, { size: SIZE, fill: palette.ink2 }, LINE),
    ]);
  });
  return sceneOf(WIDTH, shown.length * LINE + 2 * MARGIN, palette.paper, title, nodes);
}
