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

/** The lanes of a cluster, filled in any order: each holds its intervals by start. */
class Lanes {
  readonly #lanes: Interval[][] = [];

  get count(): number {
    return this.#lanes.length;
  }

  /** Index of the first lane in which an interval touches no other; it stands there from then on. */
  put(interval: Interval): number {
    for (let lane = 0; ; lane += 1) {
      const standing = (this.#lanes[lane] ??= []);
      let low = 0;
      let high = standing.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((standing[middle]?.start ?? 0) < interval.start) low = middle + 1;
        else high = middle;
      }
      const isFree = (standing[low - 1]?.end ?? interval.start) <= interval.start && (standing[low]?.start ?? interval.end) >= interval.end;
      if (!isFree) continue;
      standing.splice(low, 0, interval);
      return lane;
    }
  }
}

/** The same, but among those that overlap a lower rank stands nearer to the text: may use more lanes than are needed. */
export function assignRankedLanes(intervals: readonly Interval[], rankOf: (index: number) => number): Lane[] {
  const order = intervals.map((_, index) => index).sort((a, b) => compareIntervals(intervals[a], intervals[b]) || a - b);
  const lanes: Lane[] = intervals.map(() => ({ lane: 0, of: 1 }));
  let cluster: number[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  const closeCluster = (): void => {
    const held = new Lanes();
    const placed = cluster.toSorted((a, b) => rankOf(a) - rankOf(b)).map((index) => [index, held.put(intervals[index] as Interval)] as const);
    for (const [index, lane] of placed) lanes[index] = { lane, of: held.count };
    cluster = [];
  };
  for (const index of order) {
    const interval = intervals[index] as Interval;
    if (interval.start >= clusterEnd) closeCluster();
    cluster.push(index);
    clusterEnd = Math.max(clusterEnd, interval.end);
  }
  closeCluster();
  return lanes;
}

/** Earliest first, the longer before the shorter. */
function compareIntervals(a: Interval | undefined, b: Interval | undefined): number {
  return a && b ? a.start - b.start || b.end - a.end : 0;
}
