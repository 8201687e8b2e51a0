// Axes and cells as people write them on the command line (CLI.md, "AXIS").
import { canonicalValue } from '../../shared/domain/attribute-value.ts';
import { categoryAt, findCategory } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { entityKeysIn } from '../../shared/domain/matrix.ts';
import type { AxisSpec } from '../../shared/domain/matrix.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axes.ts';

const FLAT = ['case', 'source', 'participant', 'coder'] as const;
const CASE_GROUP = 'case-group';
const AXIS_START = /^(grid:|category:|attribute:|(case|case-group|source|participant|coder)$)/;

function gridAxis(text: string, frame: StudyFrame): AxisSpec {
  const [, name = '', level] = /^grid:(.*?)(?:@(\d+))?$/su.exec(text) ?? [];
  const grid = frame.codebook.find((candidate) => candidate.key === name || candidate.title === name);
  if (!grid) throw new Refusal('matrix.axisUnknown', { axis: text });
  return { kind: 'grid', gridId: grid.id, level: level === undefined ? null : Math.max(1, Number(level)) };
}

function attributeAxis(text: string, frame: StudyFrame): AxisSpec & { readonly kind: 'attribute' } {
  const name = text.slice('attribute:'.length);
  const scoped = /^(case|source|participant)\/(.+)$/su.exec(name);
  const found = frame.attributes.filter((attribute) =>
    scoped ? attribute.scope === scoped[1] && attribute.name === scoped[2] : attribute.name === name,
  );
  const [first, second] = found;
  if (!first) throw new Refusal('matrix.axisUnknown', { axis: text });
  if (second)
    throw new Refusal('matrix.axisInvalid', {
      axis: `${text} (${found.map((attribute) => `attribute:${attribute.scope}/${attribute.name}`).join(', ')})`,
    });
  return { kind: 'attribute', attributeId: first.id };
}

function parseAxis(text: string, frame: StudyFrame): AxisSpec {
  const flat = FLAT.find((kind) => kind === text);
  if (flat) return { kind: flat };
  if (text === CASE_GROUP) return { kind: 'caseGroup' };
  if (text.startsWith('grid:')) return gridAxis(text, frame);
  if (text.startsWith('category:')) return { kind: 'category', categoryId: categoryAt(frame.codebook, text.slice('category:'.length)).category.id };
  if (text.startsWith('attribute:')) return attributeAxis(text, frame);
  throw new Refusal('matrix.axisInvalid', { axis: text });
}

/** `grid:outils-de-gestion@1,case`: commas separate axes only where an axis begins, since names may hold commas. */
export function parseAxes(text: string, frame: StudyFrame): AxisSpec[] {
  const parts: string[] = [];
  for (const piece of text.split(',')) {
    const trimmed = piece.trim();
    if (parts.length > 0 && !AXIS_START.test(trimmed) && /^(category|attribute|grid):/.test(parts.at(-1) ?? ''))
      parts.push(`${parts.pop()},${piece}`);
    else parts.push(trimmed);
  }
  return parts.map((part) => parseAxis(part.trim(), frame));
}

const KEY = /^(category|case|caseGroup|source|participant|coder):[0-9a-f-]{36}$|^attribute:[0-9a-f-]{36}=/;

interface NamedKey {
  readonly kind: string;
  readonly key: string;
}

/** Everything of this name, of one kind or of any. */
function keysNamed(name: string, kind: string | undefined, frame: StudyFrame): NamedKey[] {
  const lists = { case: frame.cases, caseGroup: frame.groups, source: frame.sources, participant: frame.participants, coder: frame.coders };
  const found = Object.entries(lists).flatMap(([candidate, items]) =>
    kind === undefined || kind === candidate
      ? items.filter((item) => item.name === name).map(({ id }) => ({ kind: candidate, key: `${candidate}:${id}` }))
      : [],
  );
  const category = kind === undefined || kind === 'category' ? findCategory(frame.codebook, name)?.category : undefined;
  return category ? [...found, { kind: 'category', key: `category:${category.id}` }] : found;
}

/** Both languages are read alike, but for a comma before three digits. */
const READ_AS = 'fr';

/** The value as people write it, or as it is kept. */
function attributeKey(text: string, frame: StudyFrame): string {
  const [name = '', value = ''] = text.split(/=(.*)/su);
  const { attributeId } = attributeAxis(`attribute:${name}`, frame);
  const attribute = frame.attributes.find(({ id }) => id === attributeId);
  const kept = attribute && canonicalValue(value, attribute, READ_AS);
  return `attribute:${attributeId}=${kept ?? value}`;
}

/** A key as it stands, `kind:NAME`, or a name that only one thing has: a case, a group of cases, a category, a source, a participant or a coder. */
function entityKey(text: string, frame: StudyFrame): string {
  if (KEY.test(text)) return text;
  const [, word, name = text] = /^(category|case|case-group|source|participant|coder|attribute):(.*)$/su.exec(text) ?? [];
  const kind = word === CASE_GROUP ? 'caseGroup' : word;
  if (kind === 'attribute') return attributeKey(name, frame);
  const found = keysNamed(name, kind, frame);
  const [first] = found;
  if (!first) throw new Refusal('matrix.cellUnknown', { key: text });
  if (found.length === 1) return first.key;
  const isAlone = (item: NamedKey): boolean => found.filter((other) => other.kind === item.kind).length === 1;
  throw new Refusal('matrix.cellAmbiguous', {
    key: text,
    candidates: found.map((item) => (isAlone(item) ? `${item.kind === 'caseGroup' ? CASE_GROUP : item.kind}:${name}` : item.key)),
  });
}

/** The entities that a row's or a column's key names; nested ones are joined with `|` (or commas between names). */
export function entityKeysOf(text: string, frame: StudyFrame): string[] {
  const keys = entityKeysIn(text.trim());
  if (keys.every((key) => KEY.test(key))) return keys;
  const byBar = text.split('|').map((part) => part.trim());
  if (byBar.length > 1) return byBar.map((part) => entityKey(part, frame));
  try {
    return [entityKey(text.trim(), frame)];
  } catch (error) {
    const byComma = text.split(',').map((part) => part.trim());
    if (!(error instanceof Refusal) || error.code !== 'matrix.cellUnknown' || byComma.length === 1) throw error;
    return byComma.map((part) => entityKey(part, frame));
  }
}
