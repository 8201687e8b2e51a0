// Which columns hold words that people wrote or said, and which hold what only the program reads: what is rewritten when names are replaced.
import { entityKeysIn, crossingKey } from '../../shared/domain/matrix.ts';
import { parseWrittenText, wordsOf } from '../../shared/domain/written-text.ts';
import type { ColumnValue, Columns } from './writer.ts';

/** Columns, and parts of JSON, that never hold words: choices of this program, times, hashes, colours. */
const WORDLESS = new Set(
  `id kind status stage color origin language scope stance mime sha256 original_sha256 originalSha256 date due at type method decision level verdict
   target_kind targetKind choice form role words_hash format mode style direction tag listType table op join cell op`.split(/\s+/u),
);
const isId = (name: string): boolean => name.endsWith('_at') || /[a-z](?:Id|At)$/u.test(name) || (name.endsWith('_id') && name !== 'target_id');

/** Coders are the researchers: their names stay. */
const CODER_NAMES = new Set([
  'coder.name',
  'coder.initials',
  'review_comment.author',
  'team_member.name',
  'team_member.public_key',
  'change_log.coder_name',
]);

export function holdsWords(table: string, column: string): boolean {
  return !WORDLESS.has(column) && !isId(column) && !CODER_NAMES.has(`${table}.${column}`);
}

/** What a text becomes. */
export type Wording = (text: string) => string;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface TextNode {
  readonly type: 'text';
  readonly text: string;
}
const isTextNode = (value: Json): value is TextNode & Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && (value as { type?: unknown }).type === 'text';

/** A name may be set partly in bold: what is said together is read together; what stands for it takes the form of its beginning. */
function rewordRun(nodes: readonly (TextNode & Record<string, Json>)[], word: Wording): Json[] {
  const whole = nodes.map(({ text }) => text).join('');
  const after = word(whole);
  if (after === whole) return [...nodes];
  const apart = nodes.map(({ text }) => word(text));
  if (apart.join('') === after) return nodes.map((node, index) => ({ ...node, text: apart[index] ?? '' })).filter(({ text }) => text !== '');
  const [first] = nodes;
  return first ? [{ ...first, text: after }] : [];
}

function rewordNodes(nodes: readonly Json[], word: Wording): Json[] {
  const written: Json[] = [];
  for (let at = 0; at < nodes.length; ) {
    let end = at;
    while (end < nodes.length && isTextNode(nodes[end] as Json)) end += 1;
    if (end > at) written.push(...rewordRun(nodes.slice(at, end) as (TextNode & Record<string, Json>)[], word));
    else written.push(rewordJson(nodes[end] as Json, word));
    at = Math.max(end, at + 1);
  }
  return written;
}

/** A crossing's key holds values of attributes, in an order of its own. */
function rewordText(text: string, word: Wording): string {
  if (!/^[a-zA-Z]+:(?:[0-9a-f]{8}-|=)/u.test(text)) return word(text);
  const keys = entityKeysIn(text);
  const after = keys.map(word);
  return crossingKey(keys) === text ? crossingKey(after) : after.join('|');
}

/** Names of properties are this program's; what has signs besides letters may be a thing's own name. */
const wordKey = (key: string, word: Wording): string => (/^[a-z][a-zA-Z0-9_]*$/u.test(key) ? key : word(key));

export function rewordJson(value: Json, word: Wording): Json {
  if (typeof value === 'string') return rewordText(value, word);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part: Json) => rewordJson(part, word));
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).map(([key, part]) => {
      if (key === 'children' && Array.isArray(part)) return [key, rewordNodes(part as Json[], word)];
      return [wordKey(key, word), WORDLESS.has(key) || (isId(key) && typeof part === 'string') ? part : rewordJson(part, word)];
    }),
  );
}

function parsed(text: string): Json | undefined {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** JSON inside a column stays JSON, and as it was where nothing in it changes. */
export function reword(text: string, word: Wording): string {
  const json = parsed(text);
  if (json === undefined) return rewordText(text, word);
  const [before, after] = [JSON.stringify(json), JSON.stringify(rewordJson(json, word))];
  return before === after ? text : after;
}

export function rewordColumn(table: string, column: string, value: ColumnValue, word: Wording): ColumnValue {
  return typeof value === 'string' && holdsWords(table, column) ? reword(value, word) : value;
}

/** The words of a text with a form are those of its form. */
const WORDS_OF_DOCUMENT: Readonly<Record<string, string>> = { memo: 'text', cell: 'synthesis' };

export function rewordColumns(table: string, columns: Columns, word: Wording): Columns {
  const after = Object.fromEntries(Object.entries(columns).map(([column, value]) => [column, rewordColumn(table, column, value, word)]));
  const words = WORDS_OF_DOCUMENT[table];
  if (words !== undefined && typeof after.document === 'string' && after.document !== columns.document && words in after) {
    const document = parseWrittenText(after.document);
    if (document) after[words] = wordsOf(document);
  }
  return after;
}
