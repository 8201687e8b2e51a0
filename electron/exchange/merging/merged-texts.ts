// Texts that the two copies have otherwise: what becomes of their turns, and where everything anchored in them is then.
import type { SourceId, TurnId } from '../../../shared/domain/ids.ts';
import { mergeRow } from '../../../shared/domain/merge-row.ts';
import { countWords } from '../../../shared/domain/source.ts';
import { RewrittenText, movedLayouts } from '../../../shared/domain/text-rewrite.ts';
import type { TurnLayout } from '../../../shared/domain/text-rewrite.ts';
import { keptMarks, keptStyles, marksOf, stylesOf } from '../../../shared/domain/turn-layout.ts';
import { alignTexts } from '../../queries/text-diff.ts';
import type { Columns } from '../../storage/writer.ts';
import { rowKey } from './common-ground.ts';
import type { MergedStudy } from './merged-study.ts';
import { joinWords } from './three-way.ts';
import { areSameTurns, mergeTurnLists, turnTextOf } from './turn-lists.ts';
import type { TurnVersions } from './turn-lists.ts';
import type { SideName } from './two-copies.ts';

type Version = SideName | 'base';
const VERSIONS: readonly Version[] = ['ours', 'theirs', 'base'];
const DERIVED = ['position', 'number'];
/** What is said of a turn besides its words. */
const ABOUT = ['speaker_id', 'start_ms', 'end_ms', 'styles', 'marks'] as const;

const byPosition = (turns: readonly Columns[]): Columns[] => turns.toSorted((one, other) => Number(one.position) - Number(other.position));

/** How one version of a text becomes the merged one; null where it is the same. */
class TextMove {
  readonly text: RewrittenText;
  readonly #turns: ReadonlyMap<string, Columns>;
  readonly layouts: readonly TurnLayout[];

  constructor(before: readonly Columns[], after: readonly Columns[]) {
    const rewrite = {
      before: before.map(turnTextOf),
      after: after.map(turnTextOf),
      edits: alignTexts(before.map(turnTextOf), after.map(turnTextOf)).edits,
    };
    this.text = new RewrittenText(rewrite);
    this.layouts = movedLayouts(rewrite, before.map(layoutOf));
    this.#turns = new Map(before.map((turn) => [String(turn.id), turn]));
  }

  passage(row: Columns): Columns {
    const start = { turnId: String(row.start_turn_id) as TurnId, offsetUtf16: Number(row.start_utf16) };
    const end = { turnId: String(row.end_turn_id) as TurnId, offsetUtf16: Number(row.end_utf16) };
    const { ends, words } = this.text.move({ start, end }, () => false);
    const lost = words === 'none' && row.lost_quote === null ? this.text.quoteBefore({ start, end }) : row.lost_quote;
    return {
      ...row,
      start_turn_id: ends.start.turnId,
      start_utf16: ends.start.offsetUtf16,
      end_turn_id: ends.end.turnId,
      end_utf16: ends.end.offsetUtf16,
      lost_quote: lost ?? null,
    };
  }

  question(row: Columns): Columns | null {
    const turn = this.#turns.get(String(row.turn_id));
    const into = turn && this.text.turnOf(turnTextOf(turn));
    return into ? { ...row, turn_id: into } : null;
  }

  part(row: Columns): Columns | null {
    const last = this.#turns.get(String(row.last_turn_id));
    const start = { turnId: String(row.first_turn_id) as TurnId, offsetUtf16: 0 };
    const moved = this.text.moveTurns({ start, end: { turnId: String(row.last_turn_id) as TurnId, offsetUtf16: String(last?.text ?? '').length } });
    return moved && { ...row, first_turn_id: moved.first, last_turn_id: moved.last };
  }
}

function layoutOf({ styles, marks }: Columns): TurnLayout {
  return { styles: stylesOf(styles as string | null), marks: marksOf(marks as string | null) };
}

/** What became of one text. */
interface MergedText {
  readonly turns: readonly Columns[];
  readonly moves: Readonly<Record<Version, TextMove | null>>;
}

export class MergedTexts {
  readonly #study: MergedStudy;
  readonly #texts = new Map<string, MergedText>();
  readonly #sourceOfTurn = new Map<string, string>();

  constructor(study: MergedStudy) {
    this.#study = study;
    study.move = (side, table, row) => this.#move(side, table, row);
  }

  get sources(): Iterable<string> {
    return this.#texts.keys();
  }

  #turns(side: Version, sourceId: string): Columns[] {
    const { copies, ground } = this.#study;
    return byPosition(side === 'base' ? ground.rowsWhere('turn', 'source_id', sourceId) : copies.rowsWhere(side, 'turn', ['source_id'], [sourceId]));
  }

  #later({ base, ours, theirs }: TurnVersions): SideName {
    const { tails } = this.#study.ground;
    const last = (side: SideName, turns: readonly Columns[]): string =>
      [...base, ...turns].reduce((latest, { id }) => {
        const at = tails[side].touches.get(rowKey('turn', String(id)))?.at ?? '';
        return at > latest ? at : latest;
      }, '');
    const [mine, other] = [last('ours', ours), last('theirs', theirs)];
    if (mine !== other) return mine > other ? 'ours' : 'theirs';
    const said = (turns: readonly Columns[]): string => JSON.stringify(turns.map(({ id, text }) => [id, text]));
    return said(ours) >= said(theirs) ? 'ours' : 'theirs';
  }

  #choose(versions: TurnVersions): SideName {
    const { base, ours, theirs } = versions;
    const row = base[0] ?? ours[0] ?? theirs[0];
    if (!row) return 'ours';
    const said = (turns: readonly Columns[]): string => turns.map(({ text }) => text).join('');
    const proposed = this.#later(versions);
    const conflict = {
      id: `turn/${String(row.id)}/text`,
      kind: 'text',
      ours: said(ours),
      theirs: said(theirs),
      proposed,
      choices: ['ours', 'theirs'],
    } as const;
    const source = this.#study.copies.row('ours', 'source', String(row.source_id)) ?? { id: row.source_id ?? null };
    const choice = this.#study.settle(conflict, 'source', source, 'text');
    return choice === 'both' ? proposed : choice;
  }

  /** Takes up a text that differs. */
  add(sourceId: string): void {
    const versions = { base: this.#turns('base', sourceId), ours: this.#turns('ours', sourceId), theirs: this.#turns('theirs', sourceId) };
    const isThere = { ours: this.#has('ours', sourceId), theirs: this.#has('theirs', sourceId) };
    let turns: readonly Columns[];
    if (isThere.ours && isThere.theirs)
      turns = mergeTurnLists(
        versions,
        (each) => this.#later(each),
        (each) => this.#choose(each),
      );
    else {
      const left = isThere.ours ? versions.ours : versions.theirs;
      // removed there, and nobody corrected it here: it goes, unless something new hangs on it
      turns = versions.base.length > 0 && areSameTurns(left, versions.base) ? [] : left;
    }
    this.#lay(sourceId, versions, turns);
  }

  /** A text of theirs that is ours: our words stand, and what is anchored in theirs is where ours say the same. */
  addMatched(oursId: string, theirsId: string): void {
    const turns = this.#turns('ours', oursId);
    this.#lay(oursId, { base: [], ours: turns, theirs: this.#turns('theirs', theirsId) }, turns);
    const laid = this.#texts.get(oursId);
    if (laid) this.#texts.set(theirsId, laid);
  }

  #has(side: SideName, sourceId: string): boolean {
    return this.#study.copies.row(side, 'source', sourceId) !== undefined;
  }

  /** The turns are these from now on, and everything anchored in any version of them is in these. */
  #lay(sourceId: string, versions: TurnVersions, turns: readonly Columns[]): void {
    const moveOf = (before: readonly Columns[]): TextMove | null =>
      before.length === 0 || turns.length === 0 || areSameTurns(before, turns) ? null : new TextMove(before, turns);
    const moves = { ours: moveOf(versions.ours), theirs: moveOf(versions.theirs), base: moveOf(versions.base) };
    for (const version of VERSIONS) for (const { id } of versions[version]) this.#sourceOfTurn.set(String(id), sourceId);
    const about = VERSIONS.map((version) => this.#about(versions[version], turns, moves[version]));
    const laid = turns.map((turn) =>
      this.#withAbout(
        turn,
        about.map((rows) => rows.get(String(turn.id))),
      ),
    );
    this.#texts.set(sourceId, { turns: laid, moves });
    for (const version of VERSIONS) for (const { id } of versions[version]) this.#study.set('turn', String(id), null);
    let number = 0;
    laid.forEach((turn, position) => {
      if (Number(turn.body_end_utf16) > Number(turn.body_start_utf16)) number += 1;
      const isSpoken = Number(turn.body_end_utf16) > Number(turn.body_start_utf16);
      this.#study.set('turn', String(turn.id), { ...turn, source_id: sourceId, position, number: isSpoken ? number : null });
    });
  }

  /** What a version says of turns besides their words, as it would stand in the merged text. */
  #about(before: readonly Columns[], turns: readonly Columns[], move: TextMove | null): Map<string, Columns> {
    const rows = new Map(before.map((turn) => [String(turn.id), turn]));
    if (!move) return rows;
    const layouts = new Map(turns.map(({ id }, index) => [String(id), move.layouts[index]]));
    return new Map(
      [...rows].map(([id, row]) => {
        const layout = layouts.get(id);
        return [id, layout ? { ...row, styles: keptStyles(layout.styles), marks: keptMarks(layout.marks) } : row];
      }),
    );
  }

  #withAbout(turn: Columns, [ours, theirs, base]: readonly (Columns | undefined)[]): Columns {
    const one = ours ?? theirs;
    if (!one) return turn;
    const pick = (row: Columns): Columns =>
      Object.fromEntries([['id', turn.id ?? null], ...ABOUT.map((name) => [name, row[name] ?? null])]) as Columns;
    if (!ours || !theirs) return { ...turn, ...pick(one) };
    const later = this.#study.ground.later('turn', String(turn.id), pick(ours), pick(theirs));
    const rule = { groups: [['start_ms', 'end_ms']] };
    const { row } = mergeRow(rule, ['id', ...ABOUT], { base: base && pick(base), ours: pick(ours), theirs: pick(theirs), later }, joinWords);
    return { ...turn, ...row };
  }

  #move(side: Version, table: string, row: Columns): Columns | null {
    if (table === 'passage') return this.#texts.get(String(row.source_id))?.moves[side]?.passage(row) ?? row;
    if (table === 'case_part') {
      const move = this.#texts.get(String(row.source_id))?.moves[side];
      return move ? move.part(row) : row;
    }
    if (table !== 'question_turn') return row;
    const move = this.#texts.get(this.#sourceOfTurn.get(String(row.turn_id)) ?? '')?.moves[side];
    return move ? move.question(row) : row;
  }

  /** The rows that are anchored in texts that differ: where they are depends on both copies. */
  anchored(table: 'passage' | 'case_part' | 'question_turn'): string[] {
    const { copies } = this.#study;
    const ids = new Set<string>();
    const find = (column: string, value: string): void => {
      for (const side of ['ours', 'theirs'] as const) for (const { id } of copies.rowsWhere(side, table, [column], [value])) ids.add(String(id));
    };
    if (table === 'question_turn') for (const turnId of this.#sourceOfTurn.keys()) find('turn_id', turnId);
    else for (const sourceId of this.sources) find('source_id', sourceId);
    return [...ids].sort();
  }

  /** Sources whose turns the copies have otherwise. */
  static differing(study: MergedStudy): SourceId[] {
    const { copies } = study;
    const sources = new Set<string>();
    for (const id of copies.differing('turn', DERIVED))
      for (const side of ['ours', 'theirs'] as const) {
        const source = copies.row(side, 'turn', id)?.source_id;
        if (typeof source === 'string') sources.add(source);
      }
    return [...sources].sort() as SourceId[];
  }

  /** Counts of words and turns, where the turns are others now. */
  count(): void {
    for (const sourceId of this.sources) {
      const turns = this.#study.where('turn', ['source_id'], [sourceId]);
      const said = turns.map(turnTextOf).filter(({ bodyStart, bodyEnd }) => bodyEnd > bodyStart);
      const words = turns.map(turnTextOf).reduce((sum, { text, bodyStart, bodyEnd }) => sum + countWords(text.slice(bodyStart, bodyEnd)), 0);
      this.#study.patch('source', sourceId, { words, turns: said.length });
    }
  }
}
