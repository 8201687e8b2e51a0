// Annotations of Hypothes.is: what its export and its service's search give as JSON, and its table; an annotation is a row of a table of codings.
import { z } from 'zod';
import type { TableRecord } from '../reading/read-table.ts';

const list = (schema: z.ZodType<string>) => z.union([schema.transform((one) => [one]), z.array(schema)]);
const words = z.string().catch('');
const selector = z.looseObject({ type: words, exact: words, prefix: words, suffix: words });

/** As much of an annotation as is read; the rest may be anything. */
const annotation = z.looseObject({
  id: words,
  created: words,
  user: words,
  user_info: z.looseObject({ display_name: words }).nullish().catch(null),
  uri: words,
  text: words,
  tags: z.array(words).catch([]),
  references: z.array(words).catch([]),
  document: z
    .looseObject({ title: list(words).catch([]) })
    .nullish()
    .catch(null),
  target: z.array(z.looseObject({ selector: z.array(selector).catch([]) })).catch([]),
});
type Annotation = z.infer<typeof annotation>;

/** `acct:anne@hypothes.is` is Anne's account; the name that she shows goes before it. */
function nameOf({ user, user_info: shown }: Annotation): string {
  return shown?.display_name || user.replace(/^acct:/, '').replace(/@[^@]*$/, '');
}

/** The list of annotations in the file's JSON; null where it is something else. */
function annotationsIn(data: unknown): unknown[] | null {
  const inside: unknown = Array.isArray(data)
    ? data
    : ((data as { annotations?: unknown } | null)?.annotations ?? (data as { rows?: unknown } | null)?.rows);
  if (!Array.isArray(inside) || inside.length === 0) return null;
  const isOne = (one: unknown): boolean => typeof one === 'object' && one !== null && 'uri' in one && 'target' in one;
  return inside.every(isOne) ? inside : null;
}

/** What the file says as rows of a table of codings, with the words around each quote; null where it is no such file. */
export function readHypothesis(data: unknown): TableRecord[] | null {
  const all = annotationsIn(data)?.map((one) => annotation.parse(one));
  if (!all) return null;
  const known = new Map(all.map((one) => [one.id, one]));
  // an answer names what it answers last, what that answers before
  const questionOf = ({ references }: Annotation): Annotation | undefined =>
    references.map((id) => known.get(id)).find((one) => one?.references.length === 0);
  const answers = Map.groupBy(all, questionOf);
  return all.flatMap((one, index) => {
    if (questionOf(one)) return [];
    const quote = one.target.flatMap((target) => target.selector).find(({ type }) => type === 'TextQuoteSelector');
    const said = (answers.get(one) ?? []).filter(({ text }) => text.trim() !== '').map((answer) => `${nameOf(answer)}\u00a0: ${answer.text.trim()}`);
    const fields = {
      source: one.document?.title[0]?.trim() || one.uri,
      quote: quote?.exact ?? '',
      prefix: quote?.prefix ?? '',
      suffix: quote?.suffix ?? '',
      category: one.tags.map((tag) => tag.replace(/\|/g, '/').trim()).join('|'),
      coder: nameOf(one),
      memo: [one.text.trim(), ...said].filter((text) => text !== '').join('\n\n'),
      createdAt: one.created,
    };
    return [{ line: index + 1, fields }];
  });
}

const TABLE = ['Creation Date', 'URL', 'Group', 'Annotation/Reply Type', 'Quote', 'User', 'Body', 'Tags', 'Page'];

/** True of the table that its export writes; its rows' tags are set apart by commas. */
export function isHypothesisTable(columns: readonly string[]): boolean {
  return TABLE.every((name) => columns.includes(name));
}

/** Its rows as rows of a table of codings; answers have no place of their own there and no word of what they answer. */
export function fromHypothesisTable(records: readonly TableRecord[]): TableRecord[] {
  return records
    .filter(({ fields }) => fields['Annotation/Reply Type'] !== 'Reply')
    .map(({ line, fields }) => ({
      line,
      fields: {
        source: fields['URL'] ?? '',
        quote: fields['Quote'] ?? '',
        category: (fields['Tags'] ?? '')
          .split(',')
          .map((tag) => tag.trim())
          .filter((tag) => tag !== '')
          .join('|'),
        coder: fields['User'] ?? '',
        memo: fields['Body'] ?? '',
      },
    }));
}
