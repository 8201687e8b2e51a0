// The cheapest way to give each of some things one of others, each at most once (Kuhn 1955; Munkres 1957), by shortest augmenting paths.

/** @param cost rows × columns, no more rows than columns. Answers with the column of each row. */
export function cheapestAssignment(cost: readonly (readonly number[])[]): number[] {
  const rows = cost.length;
  const columns = cost[0]?.length ?? 0;
  if (rows > columns) throw new Error('more rows than columns');
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  /** Of each column the row that has it, from 1; 0 for none. */
  const takenBy = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    takenBy[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(columns + 1);
    do {
      done[column] = 1;
      const at = takenBy[column] ?? 0;
      const own = cost[at - 1] ?? [];
      let [delta, next] = [Number.POSITIVE_INFINITY, 0];
      for (let other = 1; other <= columns; other += 1) {
        if (done[other]) continue;
        const reduced = (own[other - 1] ?? 0) - (rowPrice[at] ?? 0) - (columnPrice[other] ?? 0);
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced;
          before[other] = column;
        }
        if ((least[other] ?? 0) < delta) [delta, next] = [least[other] ?? 0, other];
      }
      for (let other = 0; other <= columns; other += 1) {
        if (done[other]) {
          const holder = takenBy[other] ?? 0;
          rowPrice[holder] = (rowPrice[holder] ?? 0) + delta;
          columnPrice[other] = (columnPrice[other] ?? 0) - delta;
        } else least[other] = (least[other] ?? 0) - delta;
      }
      column = next;
    } while (takenBy[column] !== 0);
    do {
      const previous = before[column] ?? 0;
      takenBy[column] = takenBy[previous] ?? 0;
      column = previous;
    } while (column !== 0);
  }
  const found = Array.from({ length: rows }, () => 0);
  for (let column = 1; column <= columns; column += 1) {
    const row = takenBy[column] ?? 0;
    if (row > 0) found[row - 1] = column - 1;
  }
  return found;
}
