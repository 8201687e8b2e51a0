// A figure's scene as live SVG: the same tree that the export writes to a file, with marks one can point at and walk through.
import { createElement, memo } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { Scene, SceneNode } from '../../shared/figure/scene.ts';

/** A wide figure shrinks to its place down to this share of its size, then scrolls. */
const SMALLEST = 0.62;

interface SceneSvgProps {
  scene: Scene;
  /** Read aloud as the figure's name. */
  label: string;
  /** The mark that Tab reaches; the others are reached by arrows. */
  currentKey: string | null;
  /** The open cell's mark, which stands out. */
  chosenKey: string | null;
  onMark: (event: MouseEvent<SVGElement> | KeyboardEvent<SVGElement>) => void;
  /** Down to which share of its size; for want of another, `SMALLEST`. */
  smallest?: number;
}

export const SceneSvg = memo(function SceneSvg({ scene, label, smallest = SMALLEST, ...marks }: SceneSvgProps) {
  const attributes = { ...properties(scene.attrs), role: 'group', 'aria-label': label, style: { minWidth: scene.width * smallest } };
  return createElement('svg', attributes, ...scene.children.map((child, at) => rendered(child, at, marks)));
});

function rendered(node: SceneNode, at: number, marks: Pick<SceneSvgProps, 'currentKey' | 'chosenKey' | 'onMark'>): ReactNode {
  const { tag, attrs, children, text, key, title } = node;
  const reach =
    key === undefined
      ? {}
      : {
          'data-mark': key,
          role: 'button',
          'aria-label': title,
          'aria-current': key === marks.chosenKey,
          tabIndex: key === marks.currentKey ? 0 : -1,
          onClick: marks.onMark,
          onKeyDown: marks.onMark,
        };
  return createElement(
    tag,
    { key: at, ...properties(attrs), ...reach },
    title === undefined ? null : createElement('title', null, title),
    text ?? null,
    ...children.map((child, index) => rendered(child, index, marks)),
  );
}

/** React names SVG's attributes without hyphens: `font-size` → `fontSize`. Classes are for the file; here they would meet the window's own. */
function properties(attrs: SceneNode['attrs']): Record<string, string | number> {
  const named = Object.entries(attrs).filter(([name]) => name !== 'class');
  return Object.fromEntries(
    named.map(([name, value]) => [/^(?:aria|data)-/.test(name) ? name : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
}
