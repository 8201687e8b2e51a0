// Counts of a crossing of two axes in the unit asked for, and the passages behind them: what cross tables, maps and trees start from.
import type { CountUnit, CountedTable, Crossing, TableLine } from '../../shared/domain/crosstab.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { Axis, AxisTitles, StudyFrame } from '../../shared/domain/matrix-axis.ts';
import { assertReadable } from '../../shared/domain/matrix-axes.ts';
import { markedPassage } from '../../shared/domain/matrix-fill.ts';
import { casesOf } from '../../shared/domain/matrix-holder-axes.ts';
import type { Project } from '../storage/open-project.ts';
import { KeptMatrix } from '../../shared/domain/matrix-kept.ts';
import type { Share } from '../../shared/domain/matrix-kept.ts';
import type { SourceReading } from '../../shared/domain/matrix-kept.ts';
import { readStudy } from './matrix-study.ts';

/** Crossings looked at last: a table, the map and the tree beside it, their supplementary axes. */
const MOST_KEPT = 8;
const keptCrossings = new WeakMap<Project, Map<string, KeptMatrix>>();

/** Refuses (`matrix.…`, `expression.…`) axes and filters that name nothing. */
function keptCrossing(project: Project, { rows, columns, join, coderIds, where }: Crossing, titles: AxisTitles): KeptMatrix {
  const study = readStudy(project);
  let known = keptCrossings.get(project);
  if (!known) keptCrossings.set(project, (known = new Map()));
  for (const [key, { frame }] of known) if (frame !== study.frame) known.delete(key);
  const key = JSON.stringify([rows, columns, join, coderIds, where, titles.language]);
  const kept = known.get(key) ?? new KeptMatrix({ rows: [rows], columns: [columns], join, coderIds, where }, study.frame, titles);
  assertReadable([...kept.rowAxes, ...kept.columnAxes]);
  kept.update(study);
  // the one used last stands last
  known.delete(key);
  known.set(key, kept);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  return kept;
}

/** Cases of each passage; the same cases are the same list. */
class CasesOfPassages {
  readonly #casesOf: ReturnType<typeof casesOf>;
  readonly #known = new WeakMap<SourceReading, readonly (readonly string[])[]>();

  constructor(frame: StudyFrame) {
    this.#casesOf = casesOf(frame);
  }

  /** By the passages' places in the source. */
  of(reading: SourceReading): readonly (readonly string[])[] {
    let cases = this.#known.get(reading);
    if (!cases) this.#known.set(reading, (cases = this.#read(reading)));
    return cases;
  }

  #read({ passages }: SourceReading): (readonly string[])[] {
    const lists = new Map<string, readonly string[]>();
    return passages.map((passage) => {
      const cases = [...this.#casesOf(passage)];
      const key = cases.join();
      const same = lists.get(key);
      if (!same) lists.set(key, cases);
      return same ?? cases;
    });
  }
}

const casesKnown = new WeakMap<StudyFrame, CasesOfPassages>();

/** Kept as long as the frame is: sources that did not change keep their readings, and so what is known of them. */
function casesOfPassages(frame: StudyFrame): CasesOfPassages {
  let known = casesKnown.get(frame);
  if (!known) casesKnown.set(frame, (known = new CasesOfPassages(frame)));
  return known;
}

/** The cases that an entity of this axis is about: itself, or those it gathers. Null: the entity says nothing of cases. */
function casesUnder(axis: Axis): ReadonlySet<string>[] | null {
  const [first] = axis.entities;
  if (first?.kind === 'case') return axis.entities.map(({ key }) => new Set([key.slice('case:'.length)]));
  const members = axis.kind === 'holders' ? axis.members : null;
  if (members?.spec.kind !== 'case') return null;
  return members.keys.map((keys) => new Set(keys.map((key) => key.slice('case:'.length))));
}

const linesOf = ({ entities }: Axis): TableLine[] => entities.map(({ key, label, path, color }) => ({ key, label, path, color }));

export class CrossedCounts {
  readonly kept: KeptMatrix;
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  readonly #cases: CasesOfPassages;
  readonly #found = new Map<number, ReadonlySet<string>>();
  readonly #casesUnder: { readonly rows: ReadonlySet<string>[] | null; readonly columns: ReadonlySet<string>[] | null };

  constructor(project: Project, crossing: Crossing, titles: AxisTitles) {
    this.kept = keptCrossing(project, crossing, titles);
    const [rowAxis, columnAxis] = [this.kept.rowAxes[0], this.kept.columnAxes[0]];
    if (!rowAxis || !columnAxis) throw new Error('a crossing has two axes');
    this.rowAxis = rowAxis;
    this.columnAxis = columnAxis;
    this.#cases = casesOfPassages(this.kept.frame);
    this.#casesUnder = { rows: casesUnder(rowAxis), columns: casesUnder(columnAxis) };
  }

  get rowLines(): TableLine[] {
    return linesOf(this.rowAxis);
  }

  sharesAt(row: number, column: number): readonly Share[] {
    return this.kept.sharesOf(row * this.columnAxis.entities.length + column);
  }

  /** The cases that have something in a cell: a case of another column stays out, even where both share a source. */
  casesAt(row: number, column: number): ReadonlySet<string> {
    const cell = row * this.columnAxis.entities.length + column;
    let cases = this.#found.get(cell);
    if (!cases) this.#found.set(cell, (cases = this.#findCases(row, column)));
    return cases;
  }

  #findCases(row: number, column: number): Set<string> {
    const found = new Set<string>();
    for (const { reading, contribution } of this.sharesAt(row, column)) {
      const cases = this.#cases.of(reading);
      let last: readonly string[] | undefined;
      for (const mark of contribution.marks) {
        const own = cases[markedPassage(mark)];
        if (own !== last) for (const id of own ?? []) found.add(id);
        last = own;
      }
    }
    for (const allowed of [this.#casesUnder.rows?.[row], this.#casesUnder.columns?.[column]])
      if (allowed) for (const id of found) if (!allowed.has(id)) found.delete(id);
    return found;
  }

  countAt(row: number, column: number, unit: CountUnit): number {
    if (unit === 'cases') return this.casesAt(row, column).size;
    const shares = this.sharesAt(row, column);
    return unit === 'sources' ? shares.length : shares.reduce((sum, { contribution }) => sum + contribution.marks.length, 0);
  }

  /** Distinct units of the whole table. */
  #distinct(unit: CountUnit): number {
    if (unit === 'passages') return this.kept.totals().passages;
    const units = new Set<unknown>();
    this.rowAxis.entities.forEach((_, row) =>
      this.columnAxis.entities.forEach((__, column) => {
        if (unit === 'cases') for (const id of this.casesAt(row, column)) units.add(id);
        else for (const { reading } of this.sharesAt(row, column)) units.add(reading.sourceId);
      }),
    );
    return units.size;
  }

  table(unit: CountUnit): CountedTable {
    return {
      unit,
      rowTitle: this.rowAxis.title,
      columnTitle: this.columnAxis.title,
      rows: this.rowLines,
      columns: linesOf(this.columnAxis),
      counts: this.rowAxis.entities.map((_, row) => this.columnAxis.entities.map((__, column) => this.countAt(row, column, unit))),
      units: this.#distinct(unit),
    };
  }

  /**
   * How many units each column could count: its sources or cases, coded or not. Null where columns do not hold sources as a whole, or where
   * a filter leaves it open which ones are looked at.
   */
  unitsOfColumns(unit: CountUnit): number[] | null {
    const { columnAxis: axis, kept } = this;
    if (unit === 'passages' || axis.kind !== 'holders' || axis.entitiesIn || kept.plan.filter) return null;
    if (unit === 'cases') return this.#casesUnder.columns?.map(({ size }) => size) ?? null;
    const counts = axis.entities.map(() => 0);
    const speakers = Map.groupBy(kept.frame.speakers, ({ sourceId }) => sourceId);
    for (const { id } of kept.frame.sources) {
      const spoken = speakers.get(id) ?? [];
      const people = { participantIds: spoken.map(({ participantId }) => participantId), labels: spoken.map(({ label }) => label) };
      const whole = { sourceId: id, firstTurn: 0, lastTurn: Number.MAX_SAFE_INTEGER, ...people, answers: [] };
      for (const entity of axis.entitiesOf(whole)) counts[entity] = (counts[entity] ?? 0) + 1;
    }
    return counts;
  }

  /** In corpus order; of a whole line where the other key is null, of the table where both are. Lines that are gone have none. */
  passagesAt(rowKey: string | null, columnKey: string | null): PassageId[] {
    const places = ({ entities }: Axis, key: string | null): number[] =>
      entities.flatMap((entity, at) => (key === null || entity.key === key ? [at] : []));
    const marked = new Map<number, { readonly reading: SourceReading; readonly marks: Set<number> }>();
    for (const row of places(this.rowAxis, rowKey))
      for (const column of places(this.columnAxis, columnKey))
        for (const { order, reading, contribution } of this.sharesAt(row, column)) {
          const own = marked.get(order) ?? { reading, marks: new Set<number>() };
          marked.set(order, own);
          for (const mark of contribution.marks) own.marks.add(markedPassage(mark));
        }
    return [...marked]
      .sort(([a], [b]) => a - b)
      .flatMap(([, { reading, marks }]) => [...marks].sort((a, b) => a - b).flatMap((at) => reading.passages[at]?.ids.slice(0, 1) ?? []));
  }
}
