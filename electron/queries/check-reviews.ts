// What must hold of packs and of comments.

/** SQL answers with one row per violation; `place` says where. */
export const REVIEW_RULES = [
  { what: 'reviewPack.json', sql: `SELECT file_name AS place FROM review_pack WHERE NOT json_valid(content)` },
  {
    what: 'reviewComment.threadInThread',
    sql: `SELECT c.id AS place FROM review_comment c JOIN review_comment t ON t.id = c.thread_id WHERE t.thread_id <> t.id`,
  },
  {
    what: 'reviewComment.otherPlace',
    sql: `SELECT c.id AS place FROM review_comment c JOIN review_comment t ON t.id = c.thread_id
      WHERE c.target_kind <> t.target_kind OR c.target_id <> t.target_id`,
  },
  {
    what: 'reviewComment.passageOfOtherKind',
    sql: `SELECT id AS place FROM review_comment WHERE passage_id IS NOT NULL AND (target_kind NOT IN ('passage', 'coding')
      OR (target_kind = 'passage' AND target_id <> passage_id))`,
  },
] as const;
