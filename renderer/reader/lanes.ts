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
  const order = intervals.map((_, index) => index).sort((a, b) => compareIntervals(intervals[a], intervals[b]) || a - b);
  const lanes: { lane: number; of: number }[] = intervals.map(() => ({ lane: 0, of: 1 }));
  let laneEnds: number[] = [];
  let cluster: { lane: number; of: number }[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;

  const closeCluster = (): void => {
    for (const member of cluster) member.of = laneEnds.length;
    cluster = [];
    laneEnds = [];
  };
  for (const index of order) {
    const interval = intervals[index];
    const member = lanes[index];
    if (!interval || !member) continue;
    if (interval.start >= clusterEnd) closeCluster();
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= interval.start);
    member.lane = free === -1 ? laneEnds.length : free;
    laneEnds[member.lane] = interval.end;
    cluster.push(member);
    clusterEnd = Math.max(clusterEnd, interval.end);
  }
  closeCluster();
  return lanes;
}

/** Earliest first, the longer before the shorter. */
function compareIntervals(a: Interval | undefined, b: Interval | undefined): number {
  return a && b ? a.start - b.start || b.end - a.end : 0;
}
