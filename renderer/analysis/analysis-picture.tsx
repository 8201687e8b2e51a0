// An analysis's picture: every mark is a button, arrows lead from one to the next, Enter opens the passages behind it.
import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { Scene, SceneNode } from '../../shared/figure/scene.ts';
import { markAfterKey } from '../matrices/figure-keys.ts';
import { SceneSvg } from '../matrices/scene-svg.tsx';

/** Below this share of its size a picture of 11 px letters is not read any more: it is scrolled instead. */
export const LEGIBLE = 0.86;

interface AnalysisPictureProps {
  scene: Scene;
  label: string;
  /** The mark whose passages are listed. */
  chosenKey: string | null;
  onMark: (key: string) => void;
}

export function AnalysisPicture({ scene, label, chosenKey, onMark }: AnalysisPictureProps) {
  const root = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const keys = marksOf(scene);
  const reached = current !== null && keys.includes(current) ? current : (keys[0] ?? null);

  // one handler for all the marks, however many: it reads which from the element
  const latest = useRef(onMark);
  latest.current = onMark;
  const handle = useCallback((event: MouseEvent<SVGElement> | KeyboardEvent<SVGElement>) => {
    const key = event.currentTarget.dataset['mark'] ?? '';
    if (!('key' in event) || event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setCurrent(key);
      latest.current(key);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...(root.current?.querySelectorAll<SVGElement>('[data-mark]') ?? [])];
    const next = markAfterKey(centreOf(event.currentTarget), all.map(centreOf), event.key);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    all.find((other) => other.dataset['mark'] === next)?.focus();
  }, []);

  return (
    <figure ref={root} className="analysis-picture">
      <SceneSvg scene={scene} label={label} currentKey={reached} chosenKey={chosenKey} onMark={handle} smallest={LEGIBLE} />
    </figure>
  );
}

function marksOf(node: SceneNode): string[] {
  return [...(node.key === undefined ? [] : [node.key]), ...node.children.flatMap(marksOf)];
}

function centreOf(mark: SVGElement): { key: string; x: number; y: number } {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return { key: mark.dataset['mark'] ?? '', x: left + width / 2, y: top + height / 2 };
}
