// Where the names beside the stripes stand: at the top of their stripe, or a little lower where another name stands already.

export interface StripeBox {
  readonly key: string;
  /** Pixels from the top of the text. */
  readonly top: number;
  readonly bottom: number;
  readonly lane: number;
  readonly lanes: number;
}

export interface PlacedStripe extends StripeBox {
  readonly barLeft: number;
  /** Null where there is no room: the name is then read from the stripe itself. */
  readonly label: { readonly top: number; readonly left: number } | null;
}

export const BAR_PX = 3;
const LANE_STEP_PX = 8;
const LANES_WIDTH_PX = 56;
const LABEL_GAP_PX = 7;
export const LABEL_PX = 16;
/** A name further than this from its stripe would be taken for another's. */
const DRIFT_PX = 3 * LABEL_PX;

function laneLeft(lane: number, lanes: number): number {
  return Math.round(lane * Math.min(LANE_STEP_PX, LANES_WIDTH_PX / Math.max(lanes, 1)));
}

/** Names keep the order of their stripes; each stands right of every bar that crosses its line. */
export function placeStripes(boxes: readonly StripeBox[]): PlacedStripe[] {
  const ordered = boxes.toSorted((a, b) => a.top - b.top || a.lane - b.lane);
  let freeFrom = Number.NEGATIVE_INFINITY;
  let crossing: StripeBox[] = [];
  return ordered.map((box, index) => {
    const barLeft = laneLeft(box.lane, box.lanes);
    crossing = crossing.filter((other) => other.bottom > box.top);
    crossing.push(box);
    const top = Math.max(box.top, freeFrom);
    if (top - box.top > DRIFT_PX) return { ...box, barLeft, label: null };
    freeFrom = top + LABEL_PX;
    const beside = [...crossing];
    for (let next = index + 1; next < ordered.length; next += 1) {
      const other = ordered[next];
      if (!other || other.top >= freeFrom) break;
      beside.push(other);
    }
    const bars = beside.filter((other) => other.top < freeFrom && other.bottom > top);
    const left = Math.max(barLeft, ...bars.map((other) => laneLeft(other.lane, other.lanes))) + BAR_PX + LABEL_GAP_PX;
    return { ...box, barLeft, label: { top, left } };
  });
}
