// What must hold of typed links and of the maps they are drawn on.

const FROM = 'coalesce(l.from_category_id, l.from_passage_id, l.from_memo_id)';
const TO = 'coalesce(l.to_category_id, l.to_passage_id, l.to_memo_id)';

/** SQL answers with one row per violation; `place` says where. */
export const LINK_RULES = [
  { what: 'link.toItself', sql: `SELECT t.name AS place FROM link l JOIN link_type t ON t.id = l.link_type_id WHERE ${FROM} = ${TO}` },
  {
    what: 'link.twice',
    sql: `SELECT t.name AS place FROM link l JOIN link_type t ON t.id = l.link_type_id
      GROUP BY t.id, iif(t.is_directed, ${FROM}, min(${FROM}, ${TO})), iif(t.is_directed, ${TO}, max(${FROM}, ${TO})) HAVING count(*) > 1`,
  },
  {
    what: 'link.evidenceOutOfOrder',
    sql: `SELECT link_id AS place FROM link_evidence GROUP BY link_id HAVING count(DISTINCT position) <> count(*)`,
  },
] as const;
