// Where stripes stand side by side. Lanes follow from the text alone, so that they do not jump as the view scrolls.

/** Half-open interval in any one unit. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

export interface Lane {
  /** 0-based, from the text outwards. */
  readonly lane: number;
  /** Lanes in use among the intervals that overlap this one, directly or through others. */
  readonly of: number;
}

/**
 * Greedy interval colouring: earliest first, the longer before the shorter, each in the first lane that is free. Uses as few
 * lanes as the deepest overlap needs. The answer is in the order of the input.
 */
export function assignLanes(intervals: readonly Interval[]): Lane[] {
  const order = intervals.map((interval, index) => ({ ...interval, index }));
  order.sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const lanes = new Array<number>(intervals.length).fill(0);
  const counts = new Array<number>(intervals.length).fill(1);
  let laneEnds: number[] = [];
  let cluster: number[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;

  const closeCluster = (): void => {
    for (const index of cluster) counts[index] = laneEnds.length;
    cluster = [];
    laneEnds = [];
  };
  for (const { start, end, index } of order) {
    if (start >= clusterEnd) closeCluster();
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = end;
    lanes[index] = lane;
    cluster.push(index);
    clusterEnd = Math.max(clusterEnd, end);
  }
  closeCluster();
  return lanes.map((lane, index) => ({ lane, of: counts[index] ?? 1 }));
}
