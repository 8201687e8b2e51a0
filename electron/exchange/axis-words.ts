// Axes and cells as people write them on the command line (CLI.md, "AXIS").
import { canonicalValue } from '../../shared/domain/attribute-value.ts';
import { categoryAt, findCategory } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { entityKeysIn, periodRule } from '../../shared/domain/matrix.ts';
import type { AxisSpec, OrderKey } from '../../shared/domain/matrix.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';

/** Axes that a word alone names. */
const FLAT: Readonly<Record<string, AxisSpec>> = {
  case: { kind: 'case' },
  'case-group': { kind: 'caseGroup' },
  source: { kind: 'source' },
  sourceKind: { kind: 'sourceKind' },
  participant: { kind: 'participant' },
  speaker: { kind: 'speaker' },
  coder: { kind: 'coder' },
  guide: { kind: 'guide', level: 'question' },
  'guide:question': { kind: 'guide', level: 'question' },
  'guide:theme': { kind: 'guide', level: 'theme' },
  question: { kind: 'researchQuestion' },
};
/** As the issue and the program's own kinds spell it. */
const SAME_WORD: Readonly<Record<string, string>> = { caseGroup: 'case-group', 'source-kind': 'sourceKind' };
const CASE_GROUP = 'case-group';
const NAMED = /^(grid|category|attribute|period|list|cases|case-groups|sources|participants|coders):/;

function beginsAxis(text: string): boolean {
  return NAMED.test(text) || Object.hasOwn(FLAT, SAME_WORD[text] ?? text);
}

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

const STEPS = ['day', 'month', 'quarter', 'year'] as const;
const PHASE = /^(\d{4}-\d{2}-\d{2})\s+(.+)$/su;

/** `period:month`, `period:Entrée:year`; phases by their first days: `period:2019-01-01 Avant|2020-03-17 Après`. */
function periodAxis(text: string, frame: StudyFrame): AxisSpec {
  const [, rest = ''] = text.split(/^period:/su);
  const [, name, words = rest] = /^(.*):([^:]*)$/su.exec(rest) ?? [];
  const attributeId = name === undefined ? null : attributeAxis(`attribute:${name}`, frame).attributeId;
  const by = STEPS.find((step) => step === words.trim());
  if (by) return { kind: 'period', attributeId, rule: { by } };
  const phases = words.split('|').map((phase) => PHASE.exec(phase.trim()));
  const read = phases.flatMap((phase) => (phase ? [{ from: phase[1] ?? '', name: phase[2] ?? '' }] : []));
  const rule = periodRule.safeParse({ by: 'phases', phases: read });
  if (read.length < phases.length || !rule.success) throw new Refusal('matrix.axisInvalid', { axis: text });
  return { kind: 'period', attributeId, rule: rule.data };
}

/** `list:PATH|PATH` picks categories; `cases:Pôle 1|Pôle 2` and its like pick the others, in the order given. */
function pickedAxis(text: string, frame: StudyFrame): AxisSpec {
  const [, kind = '', rest = ''] = /^([a-z-]+):(.*)$/su.exec(text) ?? [];
  const names = rest
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new Refusal('matrix.axisInvalid', { axis: text });
  const named = <T extends { readonly id: string; readonly name: string }>(things: readonly T[]): T['id'][] =>
    names.map((name) => {
      const thing = things.find((candidate) => candidate.name === name);
      if (!thing) throw new Refusal('matrix.axisUnknown', { axis: name });
      return thing.id;
    });
  const pick = (of: (AxisSpec & { kind: 'picked' })['of']): AxisSpec => ({ kind: 'picked', name: '', of });
  switch (kind) {
    case 'cases':
      return pick({ kind: 'case', ids: named(frame.cases) });
    case 'case-groups':
      return pick({ kind: 'caseGroup', ids: named(frame.groups) });
    case 'sources':
      return pick({ kind: 'source', ids: named(frame.sources) });
    case 'participants':
      return pick({ kind: 'participant', ids: named(frame.participants) });
    case 'coders':
      return pick({ kind: 'coder', ids: named(frame.coders) });
    default:
      return pick({ kind: 'category', ids: names.map((path) => categoryAt(frame.codebook, path).category.id) });
  }
}

function parseAxis(text: string, frame: StudyFrame): AxisSpec {
  const flat = FLAT[SAME_WORD[text] ?? text];
  if (flat && beginsAxis(text)) return flat;
  if (text.startsWith('grid:')) return gridAxis(text, frame);
  if (text.startsWith('category:')) return { kind: 'category', categoryId: categoryAt(frame.codebook, text.slice('category:'.length)).category.id };
  if (text.startsWith('attribute:')) return attributeAxis(text, frame);
  if (text.startsWith('period:')) return periodAxis(text, frame);
  if (NAMED.test(text)) return pickedAxis(text, frame);
  throw new Refusal('matrix.axisInvalid', { axis: text });
}

/** `grid:outils-de-gestion@1,case`: commas separate axes only where an axis begins, since names may hold commas. */
export function parseAxes(text: string, frame: StudyFrame): AxisSpec[] {
  const parts: string[] = [];
  for (const piece of text.split(',')) {
    const trimmed = piece.trim();
    if (parts.length > 0 && !beginsAxis(trimmed) && NAMED.test(parts.at(-1) ?? '')) parts.push(`${parts.pop()},${piece}`);
    else parts.push(trimmed);
  }
  return parts.map((part) => parseAxis(part.trim(), frame));
}

/** Words of `--row-order` and `--col-order`: `label`, `count`, `rating`, `attribute:NAME`, each with a minus before it to turn it round. */
export function parseOrder(text: string, frame: StudyFrame): OrderKey {
  const descending = text.startsWith('-');
  const word = text.replace(/^-/, '').trim();
  if (word === 'label') return { by: 'label', descending };
  if (word === 'count' || word === 'rating') return { by: word, of: null, descending };
  if (word.startsWith('attribute:')) return { by: 'attribute', attributeId: attributeAxis(word, frame).attributeId, descending };
  throw new Refusal('matrix.orderInvalid', { order: text });
}

const KEY =
  /^(category|case|caseGroup|source|participant|coder|theme|question|researchQuestion):[0-9a-f-]{36}$|^(attribute|period):[0-9a-f-]{36}=|^(sourceKind|speaker|period):=/;

interface NamedKey {
  readonly kind: string;
  readonly key: string;
}

/** Everything of this name, of one kind or of any. */
function keysNamed(name: string, kind: string | undefined, frame: StudyFrame): NamedKey[] {
  const themes = frame.guides.flatMap((guide) => guide.themes);
  const questions = themes.flatMap((theme) => theme.questions.map(({ id, text }) => ({ id, name: text })));
  const lists = {
    case: frame.cases,
    caseGroup: frame.groups,
    source: frame.sources,
    participant: frame.participants,
    coder: frame.coders,
    theme: themes,
    question: questions,
    researchQuestion: frame.researchQuestions.map(({ id, text }) => ({ id, name: text })),
  };
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
  const [, word, name = text] =
    /^(category|case|case-group|source|participant|coder|theme|question|researchQuestion|attribute):(.*)$/su.exec(text) ?? [];
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
