// A picture as it leaves the window: below it its name, what it counts and what must be known of it, which the window says beside it.
import { textWidth, wrapText } from './measure-text.ts';
import { paletteOf } from './palette.ts';
import { sceneOf, textLines } from './scene.ts';
import type { Scene } from './scene.ts';

/** On paper, whatever the picture's own scale: px of 96 to the inch. */
const SIZE = 10.5;
const LINE = 14;
const MARGIN = 12;
/** Between the picture and its name. */
const GAP = 6;

export interface SceneCaption {
  readonly name: string;
  /** One paragraph each; empty ones are left out. */
  readonly said: readonly string[];
  /** A picture is shrunk to this width on paper, px: its caption is not. */
  readonly widthOnPaper: number;
}

/** For paper, in the light theme. */
export function captioned(scene: Scene, { name, said, widthOnPaper }: SceneCaption): Scene {
  const shrunk = Math.max(1, scene.width / widthOnPaper);
  const [size, line, margin, gap] = [SIZE * shrunk, LINE * shrunk, MARGIN * shrunk, GAP * shrunk];
  const { ink, ink2 } = paletteOf('light');
  const width = Math.max(scene.width, textWidth(name, size, true) + 2 * margin);
  const wrapped = (text: string, bold = false): string[] => (text === '' ? [] : wrapText(text, width - 2 * margin, size, bold));
  const [head, body] = [wrapped(name, true), said.flatMap((text) => wrapped(text))];
  const top = scene.height + gap + size;
  const nodes = [
    ...textLines(head, margin, top, { size, fill: ink, bold: true }, line),
    ...textLines(body, margin, top + head.length * line, { size, fill: ink2 }, line),
  ];
  const { children, background, title = '' } = scene;
  return sceneOf(width, scene.height + gap + (head.length + body.length) * line + margin, background, title, [...children, ...nodes]);
}
