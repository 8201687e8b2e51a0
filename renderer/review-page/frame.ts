// What the parts of the page ask of its frame.
import type { Desk, Spot } from './desk.ts';
import type { Panel } from './panel.ts';

export interface Frame {
  readonly desk: Desk;
  readonly panel: Panel;
  /** What the part that is shown does when a comment was written. */
  readonly onComments: (listener: () => void) => void;
  readonly go: (spot: Spot) => void;
  /** Draws the present part anew where it is. */
  readonly redraw: () => void;
  readonly say: (sentence: string) => void;
  readonly askName: () => void;
  /** The parts that this pack has, with how much each holds. */
  readonly parts: () => { view: Spot['view']; label: string; count: number }[];
  /** A choice among several of one kind; nothing for one alone. */
  readonly pickOne: (label: string, names: readonly string[], at: number, onPick: (at: number) => void) => HTMLElement | null;
}
