// Projects by chance, with what makes exchanges fail: emoji, line ends of every kind, combining marks, two coders on the same words, three levels of codes.
import { applyCodingTable, updateCoding } from '../../../../electron/commands/codings.ts';
import { createCategory, createGrid } from '../../../../electron/commands/codebook.ts';
import { placeOnMap, saveMap } from '../../../../electron/commands/concept-maps.ts';
import { writeMemo } from '../../../../electron/commands/memos.ts';
import { makeLink } from '../../../../electron/commands/typed-links.ts';
import type { CategoryId, CodingId, SourceId } from '../../../../shared/domain/ids.ts';
import { isInsideSurrogatePair } from '../../../../shared/domain/text-offset.ts';
import { readText } from '../../../../electron/queries/sources.ts';
import { aProject } from '../../../support/project.ts';
import type { TestProject } from '../../../support/project.ts';
import { chance } from '../../../support/seeded.ts';

const PIECES = [
  'Oui 😀 ',
  'e\u0301te\u0301 ',
  'coopération ',
  '👩‍🔬',
  '« non » ',
  '\r\n',
  '\n',
  '\n\n',
  '<&>"\'',
  'é',
  '𝒳 ',
  'Marie : ',
  '\t',
  '\r\n\r\n',
];
const NAMES = ['Gouvernance', 'Pôle 1', 'A & B', 'Très <vrai>', '😀', '"cité"', 'e\u0301'];

export function randomProject(seed: number): TestProject {
  const luck = chance(seed);
  const p = aProject();
  const { session } = p;
  const categories: CategoryId[] = [];
  for (let g = 0; g < 1 + luck.below(2); g += 1) {
    const gridId = createGrid(session, { title: `Grille ${g} ${luck.pick(NAMES)}` });
    let parents: (CategoryId | null)[] = [null];
    for (let level = 0; level < 3; level += 1) {
      parents = parents.flatMap((parentId) =>
        [0, 1]
          .slice(luck.below(2))
          .map((n) => createCategory(session, { gridId, parentId, name: `${luck.pick(NAMES)} ${level}.${n}`, origin: 'a-priori' })),
      );
      categories.push(...(parents as CategoryId[]));
    }
  }
  for (let c = 0; c < luck.below(3); c += 1)
    p.withCase(`Cas ${c} ${luck.pick(NAMES)}`, luck.below(2) === 0 ? { Taille: String(luck.below(90)), Lieu: luck.pick(NAMES) } : {});
  const cases = p.project.sqlite.prepare<[], string>('SELECT name FROM study_case').pluck().all();
  for (let s = 0; s < 1 + luck.below(3); s += 1) {
    const text = Array.from({ length: 3 + luck.below(30) }, () => luck.pick(PIECES)).join('');
    const name = cases[luck.below(cases.length + 1)];
    p.withSource(`E${s} ${luck.pick(NAMES)}`, `${text}fin`, name === undefined ? {} : { case: name });
    if (luck.below(2) === 0) p.withAttribute('source', sourceNamed(p, s), 'Durée', `${luck.below(90)} min`);
  }
  const coders = [p.session.coderId, p.as('Béatrice 😀').coderId];
  const sources = p.project.sqlite.prepare<[], SourceId>('SELECT id FROM source').pluck().all();
  const rows = Array.from({ length: luck.below(25) }, () => {
    const sourceId = luck.pick(sources);
    const text = readText(p.project, sourceId);
    const [a, b] = [luck.below(text.length), luck.below(text.length)].map((at) =>
      isInsideSurrogatePair(text, at) || text.slice(at - 1, at + 1) === '\r\n' ? at - 1 : at,
    ) as [number, number];
    const [start, end] = a < b ? [a, b] : [b, a];
    return { start, end, text, sourceId };
  })
    .filter(({ start, end, text }) => text.slice(start, end).trim() !== '')
    .flatMap(({ sourceId, start, end }) => {
      const range = p.rangeAt(sourceId, start, end);
      const memo = luck.below(3) === 0 ? { memo: `Note ${luck.pick(NAMES)}\nà lire` } : {};
      return coders
        .slice(luck.below(2))
        .map((coderId) => ({ ...range, ...memo, coderId, categories: [luck.pick(categories)], createdAt: '2024-03-05T10:00:00.000Z' }));
    });
  applyCodingTable(session, { rows, newCategories: [], newCoders: [] });
  for (const id of p.project.sqlite.prepare<[], CodingId>('SELECT id FROM coding').pluck().all())
    if (luck.below(5) === 0) updateCoding(session, { codingId: id, stance: 'supports' });
  const about = { targetKind: 'category', targetId: luck.pick(categories) } as const;
  writeMemo(session, { memoId: null, ...about, title: luck.pick(NAMES), text: 'Une idée\n\tdeux lignes 😀' });
  drawMap(p, categories, luck);
  return p;
}

/** Some categories on a map, two of them tied. */
function drawMap({ session }: TestProject, categories: readonly CategoryId[], luck: ReturnType<typeof chance>): void {
  const [from, to] = categories;
  if (from === undefined || to === undefined) return;
  const type = { name: luck.pick(NAMES), color: '#123456', isDirected: luck.below(2) === 0 };
  makeLink(session, { type, from: { kind: 'category', id: from }, to: { kind: 'category', id: to }, note: '', passageIds: [] });
  const mapId = saveMap(session, { mapId: null, name: luck.pick(NAMES), note: '' });
  const nodes = categories.slice(0, 2 + luck.below(3)).map((categoryId) => ({ categoryId, x: luck.below(900) - 400, y: luck.below(900) - 400 }));
  placeOnMap(session, { mapId, nodes });
}

function sourceNamed(p: TestProject, position: number): string {
  return p.project.sqlite.prepare<[number], string>('SELECT name FROM source WHERE position = ?').pluck().get(position) ?? '';
}

const lines = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

/** What the exchange format can hold of a project, without ids, in an order that ids do not decide. */
export function exchanged({ sqlite }: TestProject['project'], textOf: (sourceId: string) => string): Record<string, unknown> {
  const all = (sql: string): Record<string, string>[] => sqlite.prepare<[], Record<string, string>>(sql).all();
  const path = `WITH RECURSIVE path(id, at) AS (SELECT c.id, g.title || ' > ' || c.name FROM category c JOIN grid g ON g.id = c.grid_id WHERE parent_id IS NULL
      UNION ALL SELECT c.id, path.at || ' > ' || c.name FROM category c JOIN path ON path.id = c.parent_id)`;
  const sorted = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
  return {
    coders: sorted(all('SELECT name, initials FROM coder')),
    categories: sorted(all(`${path} SELECT path.at, definition, inclusion, exclusion, example, color FROM path JOIN category c ON c.id = path.id`)),
    sources: sorted(all('SELECT id, name FROM source').map(({ id = '', name }) => [name, lines(textOf(id))])),
    cases: sorted(
      all('SELECT c.name, s.name AS source FROM study_case c LEFT JOIN source_case x ON x.case_id = c.id LEFT JOIN source s ON s.id = x.source_id'),
    ),
    values: sorted(
      all(
        `SELECT a.scope, a.name, v.value, coalesce(c.name, s.name) AS target FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id
         LEFT JOIN study_case c ON c.id = v.target_id LEFT JOIN source s ON s.id = v.target_id WHERE a.scope <> 'participant'`,
      ),
    ),
    codings: sorted(
      all(
        `${path} SELECT p.source_id AS source, s.name, path.at, k.created_at AS createdAt, d.name AS coder,
           (SELECT coalesce(sum(length_utf16), 0) FROM turn WHERE source_id = s.id AND position < a.position) + p.start_utf16 AS start,
           (SELECT coalesce(sum(length_utf16), 0) FROM turn WHERE source_id = s.id AND position < b.position) + p.end_utf16 AS "end"
         FROM coding k JOIN path ON path.id = k.category_id JOIN coder d ON d.id = k.coder_id JOIN passage p ON p.id = k.passage_id
         JOIN source s ON s.id = p.source_id JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id`,
      ).map(({ source = '', start, end, ...rest }) => {
        const text = textOf(source);
        return { ...rest, before: lines(text.slice(0, Number(start))).length, words: lines(text.slice(Number(start), Number(end))) };
      }),
    ),
    maps: sorted(
      all(
        `${path} SELECT m.name, path.at, n.x, n.y FROM concept_map_node n JOIN concept_map m ON m.id = n.concept_map_id JOIN path ON path.id = n.category_id`,
      ),
    ),
    links: sorted(
      all(`${path} SELECT t.name, t.color, t.is_directed AS isDirected, a.at AS "from", b.at AS "to" FROM link l JOIN link_type t ON t.id = l.link_type_id
        JOIN path a ON a.id = l.from_category_id JOIN path b ON b.id = l.to_category_id`),
    ),
    memos: sorted(
      all("SELECT target_kind, title, text FROM memo WHERE target_kind IN ('project', 'source', 'passage', 'coding', 'category', 'case')"),
    ),
  };
}
