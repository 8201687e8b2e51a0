// Typed links between categories, passages and memos, and the types themselves.
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { LinkId, LinkTypeId, PassageId } from '../../shared/domain/ids.ts';
import { isSameEnd } from '../../shared/domain/typed-link.ts';
import type { LinkEnd } from '../../shared/domain/typed-link.ts';
import { endWords } from '../queries/typed-links.ts';
import type { Row } from '../storage/schema.ts';
import { removeLinkRow, twinOf, writeEvidence } from './link-rows.ts';
import { idsWhere, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

/** One that there is, or one by its name: made where there is none of this name. */
export type TypeChoice = { readonly typeId: LinkTypeId } | { readonly name: string; readonly color: string; readonly isDirected: boolean };

function typeNamed(session: Session, name: string): string | undefined {
  const types = session.project.sqlite.prepare<[], { id: string; name: string }>('SELECT id, name FROM link_type ORDER BY position, rowid').all();
  return types.find((type) => isSameName(type.name, name))?.id;
}

function insertType({ project, writer }: CommandContext, type: { name: string; color: string; isDirected: boolean }): LinkTypeId {
  const id = newId<LinkTypeId>();
  const position = project.sqlite.prepare<[], { next: number }>('SELECT coalesce(max(position) + 1, 0) AS next FROM link_type').get()?.next ?? 0;
  writer.insert('link_type', { id, name: type.name.trim(), color: type.color, isDirected: Number(type.isDirected), position });
  return id;
}

function chosenType(context: CommandContext, choice: TypeChoice): string {
  if ('typeId' in choice) return requireRow(context, 'link_type', choice.typeId, 'linkType.unknown').id;
  return typeNamed(context, choice.name) ?? insertType(context, choice);
}

/** Refuses (`category.unknown`, `passage.unknown`, `memo.unknown`) what is not there. */
function assertStands(session: Session, { kind, id }: LinkEnd): void {
  const unknown = { category: 'category.unknown', passage: 'passage.unknown', memo: 'memo.unknown' } as const;
  requireRow(session, kind, id, unknown[kind]);
}

/** The columns of a link's end. */
function columnsOf(side: 'from' | 'to', { kind, id }: LinkEnd): Partial<Row<'link'>> {
  const of = (wanted: LinkEnd['kind']): string | null => (kind === wanted ? id : null);
  const columns = { CategoryId: of('category'), PassageId: of('passage'), MemoId: of('memo') };
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [`${side}${name}`, value]));
}

export interface NewLink {
  readonly type: TypeChoice;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly note: string;
  readonly passageIds: readonly PassageId[];
}

function assertNew(context: Pick<CommandContext, 'project'>, typeId: string, from: string, to: string, except = ''): void {
  if (twinOf(context, typeId, from, to, except) !== undefined) throw new Refusal('typedLink.exists');
}

/** Refuses (`typedLink.toItself`) one that leads back to where it begins, and (`typedLink.exists`) one that there is. */
export function makeLink(session: Session, input: NewLink): LinkId {
  const { from, to } = input;
  for (const end of [from, to]) assertStands(session, end);
  if (isSameEnd(from, to)) throw new Refusal('typedLink.toItself');
  for (const passageId of input.passageIds) requireRow(session, 'passage', passageId, 'passage.unknown');
  const subject = { name: endWords(session.project, from)?.label ?? '', into: endWords(session.project, to)?.label ?? '' };
  return runCommand(session, { name: 'typedLink.make', input, subject }, (context) => {
    const linkTypeId = chosenType(context, input.type);
    assertNew(context, linkTypeId, from.id, to.id);
    const id = newId<LinkId>();
    const ends = { ...columnsOf('from', from), ...columnsOf('to', to) };
    const { coderId, at } = context;
    context.writer.insert('link', { id, linkTypeId, ...ends, note: input.note.trim(), coderId, createdAt: at });
    writeEvidence(context, id, input.passageIds, newId);
    return id;
  });
}

const END_KINDS = ['category', 'passage', 'memo'] as const;

function endsOf(row: Row<'link'>): [LinkEnd, LinkEnd] {
  const values = { from: [row.fromCategoryId, row.fromPassageId, row.fromMemoId], to: [row.toCategoryId, row.toPassageId, row.toMemoId] };
  const end = (ids: readonly (string | null)[]): LinkEnd => {
    const at = ids.findIndex((id) => id !== null);
    return { kind: END_KINDS[at], id: ids[at] } as LinkEnd;
  };
  return [end(values.from), end(values.to)];
}

function subjectOf(session: Session, row: Row<'link'>): { name: string; into: string } {
  const [from, to] = endsOf(row).map((end) => endWords(session.project, end)?.label ?? '');
  return { name: from ?? '', into: to ?? '' };
}

export interface LinkUpdate {
  readonly linkId: LinkId;
  readonly type?: TypeChoice | undefined;
  readonly note?: string | undefined;
  /** It leads the other way from now on. */
  readonly turns?: boolean | undefined;
}

/** Refuses (`typedLink.exists`) to say what another link says. */
export function updateLink(session: Session, input: LinkUpdate): void {
  const row = requireRow(session, 'link', input.linkId, 'typedLink.unknown');
  const [before, after] = endsOf(row);
  const [from, to] = input.turns ? [after, before] : [before, after];
  runCommand(session, { name: 'typedLink.update', input, subject: subjectOf(session, row) }, (context) => {
    const linkTypeId = input.type ? chosenType(context, input.type) : row.linkTypeId;
    assertNew(context, linkTypeId, from.id, to.id, row.id);
    const ends = input.turns ? { ...columnsOf('from', from), ...columnsOf('to', to) } : {};
    context.writer.update('link', row.id, { linkTypeId, note: input.note?.trim(), ...ends });
  });
}

/** The passages that a link rests on from now on, in this order. */
export function setLinkEvidence(session: Session, input: { linkId: LinkId; passageIds: readonly PassageId[] }): void {
  const row = requireRow(session, 'link', input.linkId, 'typedLink.unknown');
  for (const passageId of input.passageIds) requireRow(session, 'passage', passageId, 'passage.unknown');
  const subject = { ...subjectOf(session, row), count: new Set(input.passageIds).size };
  runCommand(session, { name: 'typedLink.setEvidence', input, subject }, (context) => writeEvidence(context, row.id, input.passageIds, newId));
}

export function removeLink(session: Session, input: { linkId: LinkId }): void {
  const row = requireRow(session, 'link', input.linkId, 'typedLink.unknown');
  runCommand(session, { name: 'typedLink.remove', input, subject: subjectOf(session, row) }, (context) => removeLinkRow(context, row.id));
}

export interface LinkTypeInput {
  /** Null makes a new one. */
  readonly typeId: LinkTypeId | null;
  readonly name: string;
  readonly color: string;
  readonly isDirected: boolean;
}

const OF_TYPE = `SELECT id, coalesce(from_category_id, from_passage_id, from_memo_id) AS a, coalesce(to_category_id, to_passage_id, to_memo_id) AS b
  FROM link WHERE link_type_id = ? ORDER BY rowid`;

/** Once its ends are equals, two links that led both ways say the same. */
function assertStaysDistinct(session: Session, typeId: string): void {
  const links = session.project.sqlite.prepare<[string], { a: string; b: string }>(OF_TYPE).all(typeId);
  const pairs = new Set(links.map(({ a, b }) => [a, b].sort().join(' ')));
  if (pairs.size < links.length) throw new Refusal('linkType.bothWays');
}

/** Refuses (`linkType.nameTaken`) a name that another has, and (`linkType.bothWays`) to take the direction from links that lead both ways. */
export function saveLinkType(session: Session, input: LinkTypeInput): LinkTypeId {
  const known = input.typeId && requireRow(session, 'link_type', input.typeId, 'linkType.unknown');
  const named = typeNamed(session, input.name);
  if (named !== undefined && named !== input.typeId) throw new Refusal('linkType.nameTaken', { name: input.name });
  if (known && known.isDirected === 1 && !input.isDirected) assertStaysDistinct(session, known.id);
  return runCommand(session, { name: 'linkType.save', input, subject: { name: input.name.trim() } }, (context) => {
    if (!known) return insertType(context, input);
    context.writer.update('link_type', known.id, { name: input.name.trim(), color: input.color, isDirected: Number(input.isDirected) });
    return known.id as LinkTypeId;
  });
}

/** With its links; refused (`linkType.inUse`) while there are any, unless `withLinks`. */
export function removeLinkType(session: Session, input: { typeId: LinkTypeId; withLinks: boolean }): void {
  const row = requireRow(session, 'link_type', input.typeId, 'linkType.unknown');
  const links = idsWhere(session, 'link', 'link_type_id', row.id);
  if (links.length > 0 && !input.withLinks) throw new Refusal('linkType.inUse', { name: row.name, links: links.length });
  runCommand(session, { name: 'linkType.remove', input, subject: { name: row.name, count: links.length } }, (context) => {
    for (const id of links) removeLinkRow(context, id);
    context.writer.remove('link_type', row.id);
  });
}
