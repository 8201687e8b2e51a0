// Where a hand puts the categories of a network: kept in the analysis's setting once it lets go of them.
import { useState } from 'react';
import type { NetworkFigure } from '../../../shared/figure/network-figure.ts';
import type { Point } from '../../../shared/figure/network-layout.ts';
import type { Placement } from './relation-pictures.ts';

type Pins = Readonly<Record<string, Point>>;

interface PlacementActs {
  readonly placement: Placement;
  readonly onMoving: (figure: NetworkFigure, id: string, by: Point) => void;
  readonly onMoved: (figure: NetworkFigure, id: string, by: Point) => void;
  readonly onLetGo: (id: string) => void;
}

/** Half of the margin that a network's layout keeps. */
const RIM = 30;

export function usePlacement(pins: Pins, onPins: (pins: Record<string, Point>) => void): PlacementActs {
  const [held, setHeld] = useState<{ id: string; from: Point; at: Point } | null>(null);
  const placeOf = (figure: NetworkFigure, id: string): Point => {
    if (held?.id === id) return held.from;
    return figure.points[figure.nodes.findIndex((node) => node.id === id)] ?? { x: 0, y: 0 };
  };
  const moved = ({ width, height }: NetworkFigure, from: Point, by: Point): Point => ({
    x: Math.max(RIM, Math.min(width - RIM, from.x + by.x)),
    y: Math.max(RIM, Math.min(height - RIM, from.y + by.y)),
  });
  return {
    placement: { pins, held },
    onMoving: (figure, id, by) => {
      const from = placeOf(figure, id);
      setHeld({ id, from, at: moved(figure, from, by) });
    },
    onMoved: (figure, id, by) => {
      const at = moved(figure, placeOf(figure, id), by);
      setHeld(null);
      onPins({ ...pins, [id]: at });
    },
    onLetGo: (id) => onPins(Object.fromEntries(Object.entries(pins).filter(([each]) => each !== id))),
  };
}
