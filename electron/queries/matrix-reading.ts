// A matrix with what its cells show: numbers, quotes, what was written. Cells stay as they were built until something in them changes.
import { evidenceRule, fingerprintOf, isOutdated } from '../../shared/domain/cell-evidence.ts';
import type { MemberCell } from '../../shared/domain/cell.ts';
import type { CoderId, PassageId } from '../../shared/domain/ids.ts';
import { crossingKey } from '../../shared/domain/matrix.ts';
import type { FoundCategory, MatrixCell, MatrixHeader, MatrixQuote, UnitKind } from '../../shared/domain/matrix.ts';
import { caseNamesOf, headersOf } from '../../shared/domain/matrix-axes.ts';
import type { AxisTitles, PlacedCoding, PlacedPassage } from '../../shared/domain/matrix-axis.ts';
import { blankCell, unwrittenCell } from '../../shared/domain/matrix-cell.ts';
import type { CellPreview } from '../../shared/domain/matrix-delta.ts';
import { markedPassage, markedStances, stanceIn } from '../../shared/domain/matrix-fill.ts';
import { KeptMatrix } from '../../shared/domain/matrix-kept.ts';
import type { Crossing, Share, SourceReading } from '../../shared/domain/matrix-kept.ts';
import { givenOr, tallyOf } from '../../shared/domain/matrix-tally.ts';
import type { GivenStances } from '../../shared/domain/matrix-tally.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { MatrixMembers } from './matrix-members.ts';
import { MatrixUnits } from './matrix-units.ts';
import type { Study } from './matrix-study.ts';
import type { Written, WrittenCell } from './matrix-written.ts';

/** One for all the cells that have none. */
const NONE: readonly never[] = [];

const TEXT = "SELECT group_concat(text, '' ORDER BY position) AS text FROM turn WHERE source_id = ?";

/** As `crossingKey`, for the many cells of two plain axes without lists and sorting. */
function keyOf(row: MatrixHeader, column: MatrixHeader): string {
  if (row.entities.length > 1 || column.entities.length > 1) return crossingKey([...row.entities, ...column.entities].map(({ key }) => key));
  if (row.key === column.key) return row.key;
  return row.key < column.key ? `${row.key}|${column.key}` : `${column.key}|${row.key}`;
}

export class MatrixReading {
  readonly kept: KeptMatrix;
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  readonly #project: Project;
  readonly #crossing: Crossing;
  /** Quotes that each cell shows. */
  readonly #mostQuotes: number;
  readonly #members: MatrixMembers;
  readonly #units: MatrixUnits;
  readonly #categories: ReadonlyMap<string, { name: string; color: string; order: number }>;
  readonly #sourceNames: ReadonlyMap<string, string>;
  readonly #namesOf: ReturnType<typeof caseNamesOf>;
  /** By turn, for the passages that lie in one alone: most do. */
  readonly #caseNames = new WeakMap<SourceReading, (readonly string[])[]>();
  readonly #caseLists = new Map<string, readonly string[]>();
  readonly #fingerprints = new WeakMap<PlacedPassage, string>();
  readonly #codes = new Map<string, string>();
  /** Texts of the sources that are being quoted; let go of afterwards. */
  readonly #texts = new Map<string, string>();
  #study: Study | null = null;
  #cells: (readonly MatrixCell[])[] = [];

  /** @param shown who is named in the cells; how many quotes each shows, in matrices of up to so many cells */
  constructor(
    project: Project,
    crossing: Crossing,
    study: Study,
    titles: AxisTitles,
    shown: { units: readonly UnitKind[]; most: number; upToCells: number },
  ) {
    this.#project = project;
    this.#crossing = crossing;
    this.kept = new KeptMatrix(crossing, study.frame, titles);
    this.rows = headersOf(this.kept.rowAxes);
    this.columns = headersOf(this.kept.columnAxes);
    this.#mostQuotes = this.rows.length * this.columns.length <= shown.upToCells ? shown.most : 0;
    this.#members = new MatrixMembers(this.kept, crossing, titles);
    this.#units = new MatrixUnits(this.kept, shown.units);
    const inOrder = study.frame.codebook.flatMap((grid) => grid.categories);
    this.#categories = new Map(inOrder.map((category, order) => [category.id as string, { name: category.name, color: category.color, order }]));
    this.#sourceNames = new Map(study.frame.sources.map((source) => [source.id as string, source.name]));
    this.#namesOf = caseNamesOf(study.frame);
  }

  /** Takes in what changed since it was last asked. */
  refresh(study: Study): void {
    const touched = this.kept.update(study);
    const before = this.#study;
    this.#study = study;
    if (!before) this.#cells = this.rows.map((_, row) => this.columns.map((__, column) => this.#build(row, column, this.#mostQuotes)));
    else {
      if (before.written !== study.written) this.#touchWritten(before.written, study.written, touched);
      this.#rebuild(touched);
    }
    this.#texts.clear();
  }

  #touchWritten(before: Written, after: Written, touched: Set<number>): void {
    const has = ({ cells, stances }: Written, key: string): boolean => cells.has(key) || stances.has(key);
    this.#cells.forEach((line, row) =>
      line.forEach(({ key }, column) => {
        if (has(before, key) || has(after, key)) touched.add(row * this.columns.length + column);
      }),
    );
  }

  #rebuild(touched: ReadonlySet<number>): void {
    const count = this.columns.length;
    const byRow = Map.groupBy(touched, (cell) => Math.floor(cell / count));
    if (byRow.size > 0) this.#cells = [...this.#cells];
    for (const [row, cells] of byRow) {
      const line = [...(this.#cells[row] ?? [])];
      for (const cell of cells) line[cell % count] = this.#build(row, cell % count, this.#mostQuotes);
      this.#cells[row] = line;
    }
  }

  get #written(): Written {
    if (!this.#study) throw new Error('read before it was refreshed');
    return this.#study.written;
  }

  get extents(): Written['extents'] {
    return this.#written.extents;
  }

  get hasQuotes(): boolean {
    return this.#mostQuotes > 0;
  }

  get hasMembers(): boolean {
    return this.#members.isNeeded;
  }

  /** Without members: those come with `membersOf`, since they are other cells'. */
  get cells(): readonly (readonly MatrixCell[])[] {
    return this.#cells;
  }

  /** One cell with everything. */
  whole(row: number, column: number): MatrixCell {
    const cell = { ...this.#build(row, column, Number.POSITIVE_INFINITY), members: this.membersOf(row, column) };
    this.#texts.clear();
    return cell;
  }

  /** The first quotes where these lines cross. */
  previews(rows: readonly number[], columns: readonly number[], most: number): CellPreview[] {
    const previews = rows.flatMap((row) =>
      columns.map((column): CellPreview => {
        const key = this.#cells[row]?.[column]?.key ?? '';
        const shares = this.kept.sharesOf(row * this.columns.length + column);
        return { key, quotes: this.#quotesIn(shares, this.#written.stances.get(key), most) };
      }),
    );
    this.#texts.clear();
    return previews;
  }

  membersOf(row: number, column: number): readonly MemberCell[] {
    return this.#study ? this.#members.of(row * this.columns.length + column, this.#study) : [];
  }

  #build(row: number, column: number, mostQuotes: number): MatrixCell {
    const [rowHeader, columnHeader] = [this.rows[row] as MatrixHeader, this.columns[column] as MatrixHeader];
    const key = keyOf(rowHeader, columnHeader);
    const shares = this.kept.sharesOf(row * this.columns.length + column);
    const written = this.#written.cells.get(key);
    const numbers = shares.length === 0 ? blankCell(key) : this.#counted(key, shares, mostQuotes);
    const units = this.#units.isAskedFor ? this.#units.of(row * this.columns.length + column, shares) : NONE;
    const cell = units.length === 0 ? numbers : { ...numbers, units };
    if (!written) return cell;
    const { evidence, ...shown } = written;
    return { ...cell, ...shown, isOutdated: evidence !== null && this.#isOutdated(written, rowHeader, columnHeader, shares) };
  }

  #counted(key: string, shares: readonly Share[], mostQuotes: number): MatrixCell {
    const given = this.#written.stances.get(key);
    const { found, ...counts } = tallyOf(shares, given);
    const quotes = mostQuotes === 0 ? NONE : this.#quotesIn(shares, given, mostQuotes);
    return unwrittenCell(key, {
      ...counts,
      cases: this.#countCases(shares),
      categories: found ? this.#foundCategories(found) : NONE,
      units: NONE,
      quotes,
    });
  }

  /** Passages of the same turns of a source belong to the same cases. The same names are the same list. */
  #casesOf(reading: SourceReading, passage: PlacedPassage): readonly string[] {
    return this.#casesIn(this.#caseNamesIn(reading), passage);
  }

  #caseNamesIn(reading: SourceReading): (readonly string[])[] {
    let known = this.#caseNames.get(reading);
    if (!known) this.#caseNames.set(reading, (known = []));
    return known;
  }

  #casesIn(known: (readonly string[])[], passage: PlacedPassage): readonly string[] {
    const { firstTurn, lastTurn } = passage;
    if (firstTurn !== lastTurn) return this.#sameNames(this.#namesOf(passage));
    return (known[firstTurn] ??= this.#sameNames(this.#namesOf(passage)));
  }

  #sameNames(names: readonly string[]): readonly string[] {
    const key = JSON.stringify(names);
    const known = this.#caseLists.get(key);
    if (!known) this.#caseLists.set(key, names);
    return known ?? names;
  }

  #countCases(shares: readonly Share[]): number {
    let all: Set<string> | null = null;
    let only: readonly string[] | null = null;
    for (const { reading, contribution } of shares) {
      const known = this.#caseNamesIn(reading);
      for (const mark of contribution.marks) {
        const names = this.#casesIn(known, reading.passages[markedPassage(mark)] as PlacedPassage);
        if (names === only) continue;
        if (only !== null) for (const name of names) (all ??= new Set(only)).add(name);
        else only = names;
      }
    }
    return all?.size ?? only?.length ?? 0;
  }

  #foundCategories(found: ReadonlyMap<string, number>): readonly FoundCategory[] {
    return [...found]
      .map(([id, passages]) => ({ id: id as FoundCategory['id'], known: this.#categories.get(id), passages }))
      .sort((a, b) => (a.known?.order ?? 0) - (b.known?.order ?? 0))
      .map(({ id, known, passages }) => ({ id, name: known?.name ?? '', color: known?.color ?? '#808080', passages }));
  }

  #textOf(sourceId: string): string {
    let text = this.#texts.get(sourceId);
    if (text === undefined)
      this.#texts.set(sourceId, (text = statement<[string], { text: string }>(this.#project.sqlite, TEXT).get(sourceId)?.text ?? ''));
    return text;
  }

  #quotesIn(shares: readonly Share[], given: GivenStances | undefined, most: number): MatrixQuote[] {
    const quotes: MatrixQuote[] = [];
    for (const share of shares) {
      if (quotes.length >= most) break;
      quotes.push(...this.#quotesOf(share, given, most - quotes.length));
    }
    return quotes;
  }

  /** The first of one source. */
  #quotesOf(share: Share, given: GivenStances | undefined, most: number): readonly MatrixQuote[] {
    const { contribution, reading, quotes: known } = share;
    const { marks } = contribution;
    const count = Math.min(most, marks.length);
    const more = marks.slice(known.length, count).map((mark) => this.#quote(share, mark));
    const quotes = more.length > 0 ? (share.quotes = [...known, ...more]) : known.slice(0, count);
    if (!given) return quotes;
    return quotes.map((quote, at) => ({
      ...quote,
      stance: givenOr(given, reading.passages[markedPassage(marks[at] ?? 0)]?.ids ?? [], markedStances(marks[at] ?? 0)),
    }));
  }

  #quote({ reading, fill, contribution }: Share, mark: number): MatrixQuote {
    const index = markedPassage(mark);
    const passage = reading.passages[index] as PlacedPassage;
    const source = this.#sourceNames.get(passage.sourceId) ?? '';
    const found = contribution.found ? [...contribution.found].filter(([, carriers]) => carriers.includes(index)) : [];
    return {
      passageId: passage.ids[0] as PassageId,
      sourceId: passage.sourceId,
      source,
      speaker: passage.speaker,
      start: passage.start,
      end: passage.end,
      text: this.#textOf(passage.sourceId).slice(passage.start, passage.end),
      ref: this.#refOf(passage, source),
      caseNames: this.#casesOf(reading, passage),
      stance: stanceIn(markedStances(mark)),
      coderIds: this.#codersOf(fill.world[index] ?? []),
      categories: found
        .map(([id]) => this.#categories.get(id))
        .sort((a, b) => (a?.order ?? 0) - (b?.order ?? 0))
        .map((category) => category?.name ?? ''),
    };
  }

  /** In the order of the project's coders, in whatever order they coded. */
  #codersOf(codings: readonly PlacedCoding[]): CoderId[] {
    const present = new Set(codings.map(({ coderId }) => coderId));
    return this.kept.frame.coders.flatMap(({ id }) => (present.has(id) ? [id] : []));
  }

  /** The code at the head of a name is looked for once per source. */
  #refOf({ sourceId, turnNumber }: PlacedPassage, source: string): string {
    let code = this.#codes.get(sourceId);
    if (code === undefined) this.#codes.set(sourceId, (code = citationOf(source, null)));
    return turnNumber === null ? code : `${code} §${turnNumber}`;
  }

  #isOutdated({ evidence }: WrittenCell, row: MatrixHeader, column: MatrixHeader, shares: readonly Share[]): boolean {
    const rule = evidenceRule(this.#crossing, row.key, column.key);
    if (evidence?.rule !== rule) return false;
    const passages = shares.flatMap(({ reading, contribution }) =>
      contribution.marks.map((mark) => reading.passages[markedPassage(mark)] as PlacedPassage),
    );
    if (passages.length !== Object.keys(evidence.passages).length) return true;
    return isOutdated(evidence, rule, Object.fromEntries(passages.map((passage) => [passage.ids[0] ?? '', this.#fingerprint(passage)])));
  }

  #fingerprint(passage: PlacedPassage): string {
    let print = this.#fingerprints.get(passage);
    if (print === undefined)
      this.#fingerprints.set(passage, (print = fingerprintOf(this.#textOf(passage.sourceId).slice(passage.start, passage.end))));
    return print;
  }
}
