// A picture whose nodes a hand moves: dragged, or with Shift and the arrows; the arrows alone lead from mark to mark.
import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { nodeInKey } from '../../../shared/figure/network-figure.ts';
import type { Point } from '../../../shared/figure/network-layout.ts';
import type { Scene, SceneNode } from '../../../shared/figure/scene.ts';
import { markAfterKey } from '../../matrices/figure-keys.ts';
import { SceneSvg } from '../../matrices/scene-svg.tsx';
import { LEGIBLE } from '../analysis-picture.tsx';
import './relations.css';

interface MovableProps {
  scene: Scene;
  label: string;
  hint: string;
  chosenKey: string | null;
  onMark: (key: string) => void;
  /** While a hand holds a node, by how much it is away from where it was, px of the scene. */
  onMoving: (id: string, by: Point) => void;
  /** Let go of, or moved by a key. */
  onMoved: (id: string, by: Point) => void;
  /** Delete on a node. */
  onLetGo: (id: string) => void;
}

interface Held {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  hasMoved: boolean;
}

const STEP = 12;
const FAR_STEP = 48;
/** A click that trembles is no drag, px. */
const TREMBLE = 4;
const MOVES: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function MovablePicture({ scene, label, hint, chosenKey, onMark, onMoving, onMoved, onLetGo }: MovableProps) {
  const root = useRef<HTMLElement>(null);
  const held = useRef<Held | null>(null);
  const wasDragged = useRef(false);
  const [current, setCurrent] = useState<string | null>(null);
  const keys = marksOf(scene);
  const reached = current !== null && keys.includes(current) ? current : (keys.find((key) => nodeInKey(key) !== null) ?? keys[0] ?? null);
  const acts = useRef({ onMark, onMoving, onMoved, onLetGo });
  acts.current = { onMark, onMoving, onMoved, onLetGo };

  const handle = useCallback((event: MouseEvent<SVGElement> | KeyboardEvent<SVGElement>) => {
    const key = event.currentTarget.dataset['mark'] ?? '';
    if (!('key' in event)) {
      if (wasDragged.current) return;
      setCurrent(key);
      acts.current.onMark(key);
      return;
    }
    const id = nodeInKey(key);
    const move = MOVES[event.key];
    if (event.key === 'Enter' || event.key === ' ') acts.current.onMark(key);
    else if (id !== null && move && event.shiftKey) {
      const step = event.ctrlKey || event.metaKey ? FAR_STEP : STEP;
      acts.current.onMoved(id, { x: move.x * step, y: move.y * step });
    } else if (id !== null && (event.key === 'Delete' || event.key === 'Backspace')) acts.current.onLetGo(id);
    else if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    else {
      const all = [...(root.current?.querySelectorAll<SVGElement>('[data-mark]') ?? [])];
      const next = markAfterKey(centreOf(event.currentTarget), all.map(centreOf), event.key);
      if (next === null) return;
      setCurrent(next);
      all.find((other) => other.dataset['mark'] === next)?.focus();
    }
    event.preventDefault();
  }, []);

  const take = (event: PointerEvent<HTMLElement>) => {
    wasDragged.current = false;
    const mark = (event.target as Element).closest<SVGElement>('[data-mark]');
    const id = mark && nodeInKey(mark.dataset['mark'] ?? '');
    const svg = mark?.ownerSVGElement ?? root.current?.querySelector('svg');
    if (!id || !svg || event.button !== 0) return;
    held.current = { id, x: event.clientX, y: event.clientY, scale: scene.width / Math.max(1, svg.getBoundingClientRect().width), hasMoved: false };
  };
  const byOf = (event: PointerEvent<HTMLElement>, { x, y, scale }: Held): Point => ({
    x: Math.round((event.clientX - x) * scale),
    y: Math.round((event.clientY - y) * scale),
  });
  const move = (event: PointerEvent<HTMLElement>) => {
    const hand = held.current;
    if (!hand) return;
    if (!hand.hasMoved && Math.hypot(event.clientX - hand.x, event.clientY - hand.y) < TREMBLE) return;
    if (!hand.hasMoved) event.currentTarget.setPointerCapture(event.pointerId);
    hand.hasMoved = true;
    onMoving(hand.id, byOf(event, hand));
  };
  const drop = (event: PointerEvent<HTMLElement>) => {
    const hand = held.current;
    held.current = null;
    if (!hand?.hasMoved) return;
    wasDragged.current = true;
    onMoved(hand.id, byOf(event, hand));
  };

  return (
    <>
      <figure ref={root} className="relations-movable" onPointerDown={take} onPointerMove={move} onPointerUp={drop}>
        <SceneSvg scene={scene} label={label} currentKey={reached} chosenKey={chosenKey} onMark={handle} smallest={LEGIBLE} />
      </figure>
      <p className="relations-hint">{hint}</p>
    </>
  );
}

function marksOf(node: SceneNode): string[] {
  return [...(node.key === undefined ? [] : [node.key]), ...node.children.flatMap(marksOf)];
}

function centreOf(mark: SVGElement): { key: string; x: number; y: number } {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return { key: mark.dataset['mark'] ?? '', x: left + width / 2, y: top + height / 2 };
}
