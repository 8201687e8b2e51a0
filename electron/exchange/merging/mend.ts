// Makes the merged rows a sound study again: what is named is there, what nothing keeps goes, nothing stands in a circle or out of order.
import { canonicalValue } from '../../../shared/domain/attribute-value.ts';
import type { AttributeType } from '../../../shared/domain/corpus.ts';
import { parseWrittenText, linksOf } from '../../../shared/domain/written-text.ts';
import type { Columns } from '../../storage/writer.ts';
import { rowKey } from './common-ground.ts';
import type { MergedStudy } from './merged-study.ts';
import { referencesOf, renamed } from './references.ts';
import type { Reference } from './references.ts';
import { MERGED_TABLES, otherSide } from './two-copies.ts';
import type { SideName } from './two-copies.ts';

/** Things whose going nobody decides by itself: they went because nothing kept them, or a text took them along. */
const DERIVED = new Set(['passage', 'turn', 'speaker', 'participant']);

/** Passages stand as long as something of this names them. */
const KEEPERS: readonly (readonly [table: string, column: string])[] = [
  ['coding', 'passage_id'],
  ['cell_quote', 'passage_id'],
  ['link', 'from_passage_id'],
  ['link', 'to_passage_id'],
  ['link_evidence', 'passage_id'],
  ['disagreement_decision', 'passage_id'],
  ['review_comment', 'passage_id'],
];

/** Each round follows what the last one brought back. */
const MOST_ROUNDS = 1_000;

export class Mender {
  readonly #study: MergedStudy;
  /** What goes although something hangs on it: somebody chose so, or what it names cannot come back. */
  readonly #doomed = new Set<string>();

  constructor(study: MergedStudy) {
    this.#study = study;
  }

  /** The row as the copy that still has it has it. */
  #survivor(table: string, id: string): readonly [SideName, Columns] | undefined {
    for (const side of ['ours', 'theirs'] as const) {
      const row = this.#study.version(side, table, id);
      if (row) return [side, row];
    }
    return undefined;
  }

  /** A thing that one copy removed comes back, for the other one's sake. Answers whether it did. */
  #bringBack(table: string, id: string): boolean {
    const study = this.#study;
    if (this.#doomed.has(rowKey(table, id))) return false;
    const found = this.#survivor(table, id);
    const base = found ? undefined : study.version('base', table, id);
    const row = found?.[1] ?? base;
    if (!row) return false;
    if (found && study.isOld(table, id) && !DERIVED.has(table)) {
      const [has] = found;
      const told = study.nameOf(table, row);
      const sides = { ours: has === 'ours' ? told : null, theirs: has === 'theirs' ? told : null };
      const conflict = { id: `${table}/${id}/removed`, kind: 'removed', ...sides, proposed: has, choices: [has, otherSide(has)] } as const;
      if (study.settle(conflict, table, row, null) !== has) {
        this.#doomed.add(rowKey(table, id));
        return false;
      }
    }
    this.#restore(table, id, row);
    if (study.rule(table).isWhole) this.#bringBackWith(table, id);
    return true;
  }

  #restore(table: string, id: string, row: Columns): void {
    this.#study.set(
      table,
      id,
      renamed(this.#study, table, row, (each) => this.#study.idNow(each)),
    );
  }

  /** What went with a thing in the same act comes back with it. */
  #bringBackWith(table: string, id: string): void {
    const study = this.#study;
    for (const side of ['ours', 'theirs'] as const) {
      const { removals, removedIn } = study.ground.tails[side];
      const entry = removals.get(rowKey(table, id));
      if (entry === undefined) continue;
      const back = new Set([id]);
      for (let found = true; found; ) {
        found = false;
        for (const diff of removedIn.get(entry) ?? []) {
          if (back.has(diff.id) || study.get(diff.table, diff.id)) continue;
          const row = study.version(otherSide(side), diff.table, diff.id);
          const isOf = row && referencesOf(study, diff.table, row).some((reference) => back.has(reference.id));
          if (!row || !isOf) continue;
          back.add(diff.id);
          this.#restore(diff.table, diff.id, row);
          found = true;
        }
      }
    }
  }

  #follow(table: string, row: Columns, { column, table: target, id, whenGone }: Reference): boolean {
    const study = this.#study;
    if (study.get(target, id)) return false;
    const now = study.idNow(id);
    if (now !== undefined && study.get(target, now)) {
      study.patch(
        table,
        String(row.id),
        renamed(study, table, row, (each) => study.idNow(each)),
      );
      return true;
    }
    if (whenGone === 'keep' && this.#bringBack(target, id)) return true;
    if (whenGone === 'empty') study.patch(table, String(row.id), { [column]: null });
    else {
      study.set(table, String(row.id), null);
      // nor does it come back for the sake of what names it
      this.#doomed.add(rowKey(table, String(row.id)));
    }
    return true;
  }

  /** Whatever is named is there. Answers whether anything had to be done. */
  references(): boolean {
    const study = this.#study;
    let isDone = false;
    let rounds = 0;
    for (let again = true; again; rounds += 1) {
      if (rounds > MOST_ROUNDS) throw new Error('what the merged rows name does not come to rest');
      again = false;
      for (const table of MERGED_TABLES)
        for (const id of [...study.decided(table).keys()].sort()) {
          const row = study.decided(table).get(id);
          if (row && referencesOf(study, table, row).some((reference) => this.#follow(table, row, reference))) again = true;
        }
      isDone ||= again;
    }
    return isDone;
  }

  #isKept(passageId: string): boolean {
    const study = this.#study;
    if (KEEPERS.some(([table, column]) => study.copies.shapes.has(table) && study.where(table, [column], [passageId]).length > 0)) return true;
    return study.where('memo', ['target_kind', 'target_id'], ['passage', passageId]).length > 0;
  }

  /** Passages whose last keeper went with a row that is decided. */
  #passagesToLookAt(): Set<string> {
    const study = this.#study;
    const ids = new Set(study.decided('passage').keys());
    for (const [table, column] of [...KEEPERS, ['memo', 'target_id']] as const) {
      if (!study.copies.shapes.has(table)) continue;
      for (const id of study.decided(table).keys()) {
        const named = study.copies.row('ours', table, id)?.[column];
        if (typeof named === 'string' && study.get('passage', named)) ids.add(named);
      }
    }
    return ids;
  }

  /** Answers whether a passage went. */
  barePassages(): boolean {
    const study = this.#study;
    let isDone = false;
    for (const id of [...this.#passagesToLookAt()].sort()) {
      if (!study.get('passage', id) || this.#isKept(id)) continue;
      study.set('passage', id, null);
      for (const table of ['cell_stance', 'cell_quote'])
        for (const row of study.where(table, ['passage_id'], [id])) study.set(table, String(row.id), null);
      for (const row of study.where('category', ['example_passage_id'], [id])) study.patch('category', String(row.id), { example_passage_id: null });
      isDone = true;
    }
    return isDone;
  }

  /** Categories that each copy put under the other. Answers whether any stood in a circle. */
  circles(): boolean {
    const study = this.#study;
    let isDone = false;
    for (const id of [...study.decided('category').keys()].sort()) {
      const seen: string[] = [];
      let at: string | null = id;
      while (at !== null && !seen.includes(at)) {
        seen.push(at);
        at = (study.get('category', at)?.parent_id as string | null | undefined) ?? null;
      }
      if (at !== id) continue;
      const moved = seen.toSorted().find((each) => study.ground.row('category', each)?.parent_id !== study.get('category', each)?.parent_id) ?? id;
      const row = study.get('category', moved);
      if (!row) continue;
      const told = study.nameOf('category', row);
      study.settle(
        { id: `category/${moved}/circle`, kind: 'circle', ours: told, theirs: told, proposed: 'ours', choices: ['ours'] },
        'category',
        row,
        'parent_id',
      );
      const before = study.ground.row('category', moved)?.parent_id ?? null;
      study.patch('category', moved, { parent_id: before === row.parent_id || seen.includes(String(before)) ? null : before });
      isDone = true;
    }
    return isDone;
  }

  /** Second places that say nothing: of another grid, under an own ancestor, or in a circle. */
  places(): boolean {
    const study = this.#study;
    const parents = (id: string): string[] => {
      const own = study.get('category', id)?.parent_id;
      const seconds = study.where('category_place', ['category_id'], [id]).map(({ parent_id: parent }) => String(parent));
      return [...(typeof own === 'string' ? [own] : []), ...seconds];
    };
    const isAbove = (id: string, wanted: string, next: (id: string) => string[]): boolean => {
      const open = [id];
      const seen = new Set<string>();
      for (let at = open.pop(); at !== undefined; at = open.pop())
        for (const parent of next(at)) {
          if (parent === wanted) return true;
          if (!seen.has(parent)) open.push(parent);
          seen.add(parent);
        }
      return false;
    };
    const ownParent = (id: string): string[] => {
      const own = study.get('category', id)?.parent_id;
      return typeof own === 'string' ? [own] : [];
    };
    let isDone = false;
    const isTouched = study.decided('category_place').size > 0 || study.decided('category').size > 0;
    const all = isTouched ? study.every('category_place') : [];
    for (const { id, category_id: category, parent_id: parent } of all) {
      const [child, above] = [String(category), String(parent)];
      const isOther = study.get('category', child)?.grid_id !== study.get('category', above)?.grid_id;
      if (!isOther && child !== above && !isAbove(child, above, ownParent) && !isAbove(above, child, parents)) continue;
      study.set('category_place', String(id), null);
      isDone = true;
    }
    return isDone;
  }

  /** A cell in which nothing is left goes; one without a synthesis has no form and nothing that it was written on. */
  cells(): void {
    const study = this.#study;
    for (const [id, row] of study.decided('cell')) {
      if (!row || row.synthesis !== '') continue;
      if (row.rating === null && row.remark === '') study.set('cell', id, null);
      else study.patch('cell', id, { document: null, evidence: null, status: 'draft' });
    }
    for (const [id, row] of study.decided('cell')) if (row?.scale_id) this.#keepStep(String(row.scale_id), Number(row.rating), id);
    for (const id of study.decided('rating_scale').keys())
      for (const cell of study.where('cell', ['scale_id'], [id])) this.#keepStep(id, Number(cell.rating), String(cell.id));
  }

  /** A step that somebody rated by stays on its scale. */
  #keepStep(scaleId: string, rating: number, cellId: string): void {
    const study = this.#study;
    type Step = { readonly value: number };
    const stepsOf = (row: Columns | undefined): Step[] => JSON.parse(String(row?.steps ?? '[]')) as Step[];
    const steps = stepsOf(study.get('rating_scale', scaleId));
    if (steps.some(({ value }) => value === rating)) return;
    const versions = (['ours', 'theirs', 'base'] as const).map((side) => stepsOf(study.version(side, 'rating_scale', scaleId)));
    const step = versions.flat().find(({ value }) => value === rating);
    if (step) study.patch('rating_scale', scaleId, { steps: JSON.stringify([...steps, step].sort((one, other) => one.value - other.value)) });
    else study.patch('cell', cellId, { scale_id: null, rating: null });
  }

  /** Values that the other copy gave, under a type or a list of choices that this one changed. */
  values(): void {
    const study = this.#study;
    const attributes = new Set(study.decided('attribute').keys());
    for (const row of study.decided('attribute_value').values()) if (row) attributes.add(String(row.attribute_id));
    for (const id of [...attributes].sort()) {
      const attribute = study.get('attribute', id);
      if (!attribute || attribute.type === 'text') continue;
      for (const row of study.where('attribute_value', ['attribute_id'], [id])) this.#fit(id, row);
    }
  }

  #fit(attributeId: string, { id, value }: Columns): void {
    const study = this.#study;
    const attribute = study.get('attribute', attributeId);
    if (!attribute || attribute.type === 'text') return;
    const type = attribute.type as AttributeType;
    const choices = JSON.parse(String(attribute.choices)) as string[];
    const fitting = canonicalValue(String(value), { type, choices }, 'fr');
    if (fitting === value) return;
    if (fitting !== null) study.patch('attribute_value', String(id), { value: fitting });
    else if (type === 'choice' || type === 'ordered') study.patch('attribute', attributeId, { choices: JSON.stringify([...choices, String(value)]) });
    else study.patch('attribute', attributeId, { type: 'text', choices: '[]' });
  }

  /** Links of a text's own list lead somewhere and stand in the text. */
  memoLinks(): void {
    const study = this.#study;
    for (const [id, row] of study.decided('memo_link')) {
      const memo = row && study.get('memo', String(row.memo_id));
      const document = memo ? parseWrittenText(memo.document as string | null) : null;
      const stands = document && linksOf(document).some(({ kind, id: target }) => kind === row?.target_kind && target === row.target_id);
      if (row && !stands) study.set('memo_link', id, null);
    }
    for (const [id, row] of study.decided('memo')) {
      const document = row && parseWrittenText(row.document as string | null);
      const links = new Set((document ? linksOf(document) : []).map(({ kind, id: target }) => `${kind} ${target}`));
      for (const link of row ? study.where('memo_link', ['memo_id'], [id]) : [])
        if (!links.has(`${String(link.target_kind)} ${String(link.target_id)}`)) study.set('memo_link', String(link.id), null);
    }
  }

  /** Of several times of coding blind that nobody has ended, one is enough: the first, in which the others lie. */
  blindPeriods(): void {
    const study = this.#study;
    if (study.decided('blind_period').size === 0) return;
    const open = study.every('blind_period').filter((row) => row.ended_at === null);
    const inOrder = open.sort((one, other) =>
      `${String(one.began_at)} ${String(one.id)}` < `${String(other.began_at)} ${String(other.id)}` ? -1 : 1,
    );
    for (const { id } of inOrder.slice(1)) study.set('blind_period', String(id), null);
  }

  /** Each copy took sources away until none was left to code twice. Answers whether anything went. */
  emptyAssignments(): boolean {
    const study = this.#study;
    let isDone = false;
    const isTouched = study.decided('assignment_source').size > 0 || study.decided('assignment').size > 0;
    for (const { id } of isTouched ? study.every('assignment') : []) {
      if (study.where('assignment_source', ['assignment_id'], [id ?? null]).length > 0) continue;
      for (const table of ['assignment_grid', 'assignment_coder'])
        for (const row of study.where(table, ['assignment_id'], [id ?? null])) study.set(table, String(row.id), null);
      study.set('assignment', String(id), null);
      isDone = true;
    }
    return isDone;
  }

  /** Rules apply categories that are there. */
  rules(): void {
    const study = this.#study;
    const hasGone = [...study.decided('category').values()].some((row) => row === null);
    for (const row of hasGone || study.decided('coding_rule').size > 0 ? study.every('coding_rule') : []) {
      const definition = JSON.parse(String(row.definition)) as { categoryIds: string[] };
      const categoryIds = [...new Set(definition.categoryIds)].filter((id) => study.get('category', id));
      if (categoryIds.length !== definition.categoryIds.length)
        study.patch('coding_rule', String(row.id), { definition: JSON.stringify({ ...definition, categoryIds }) });
    }
  }

  /** Links that lead to themselves go; of two that say the same one stays, with the evidence of both. */
  links(): boolean {
    const study = this.#study;
    let isDone = false;
    const end = (row: Columns, side: string): string => String(row[`${side}_category_id`] ?? row[`${side}_passage_id`] ?? row[`${side}_memo_id`]);
    const byMeaning = new Map<string, Columns>();
    if (study.decided('link').size === 0 && study.decided('link_type').size === 0) return false;
    for (const row of study.every('link')) {
      const [from, to] = [end(row, 'from'), end(row, 'to')];
      const isDirected = study.get('link_type', String(row.link_type_id))?.is_directed === 1;
      const key = [row.link_type_id, ...(isDirected ? [from, to] : [from, to].sort())].join(' ');
      const twin = byMeaning.get(key);
      if (from !== to && !twin) byMeaning.set(key, row);
      else {
        if (twin) this.#foldLink(row, twin);
        else for (const each of study.where('link_evidence', ['link_id'], [String(row.id)])) study.set('link_evidence', String(each.id), null);
        study.set('link', String(row.id), null);
        isDone = true;
      }
    }
    return isDone;
  }

  #foldLink(row: Columns, twin: Columns): void {
    const study = this.#study;
    const notes = [twin.note, row.note].map(String).filter((note, at, all) => note !== '' && all.indexOf(note) === at);
    study.patch('link', String(twin.id), { note: notes.join('\n') });
    for (const each of study.where('link_evidence', ['link_id'], [String(row.id)])) {
      const has = study.where('link_evidence', ['link_id', 'passage_id'], [String(twin.id), each.passage_id ?? null]).length > 0;
      if (has) study.set('link_evidence', String(each.id), null);
      else study.patch('link_evidence', String(each.id), { link_id: String(twin.id) });
    }
  }
}
