// Rows as they were written in each form that a project's file has had: every table, every column.

/** Project, coder, case, person, source, links, turn, grid, category, passage, coding, memo, attribute, value, cell, stance, matrix. */
const ROWS_OF_0001 = `
  INSERT INTO project (id, title, question, language, created_at) VALUES ('p', 'Étude', '', 'fr', '2019-01-01T00:00:00.000Z');
  INSERT INTO coder (id, name, initials, color, created_at) VALUES ('w', 'Anne', 'A', '#000000', '2019');
  INSERT INTO study_case (id, name, position) VALUES ('c', 'Pôle 1', 0);
  INSERT INTO participant (id, name, case_id, is_interviewer) VALUES ('h', 'Directrice', 'c', 0);
  INSERT INTO source (id, name, kind, date, position, words, turns, original_name, original_sha256, imported_at) VALUES ('s', 'E01', 'interview', NULL, 0, 1, 1, 'E01.txt', '', '2019');
  INSERT INTO source_case (id, source_id, case_id) VALUES ('l', 's', 'c');
  INSERT INTO speaker (id, source_id, label, participant_id) VALUES ('k', 's', 'Directrice', 'h');
  INSERT INTO turn (id, source_id, position, number, text, length_utf16, body_start_utf16, body_end_utf16, speaker_id) VALUES ('t', 's', 0, 1, 'Oui 😀', 6, 0, 6, 'k');
  INSERT INTO grid (id, key, title, source, description, version, position) VALUES ('g', 'g', 'G', '', '', 1, 0);
  INSERT INTO category (id, grid_id, parent_id, position, name, definition, inclusion, exclusion, example, color, origin, created_at)
    VALUES ('a', 'g', NULL, 0, 'A', '', '', '', '', '#000000', 'a-priori', '2019'), ('b', 'g', 'a', 0, 'B', '', '', '', '', '#000000', 'in-vivo', '2019');
  INSERT INTO passage (id, source_id, start_turn_id, start_utf16, end_turn_id, end_utf16) VALUES ('m', 's', 't', 0, 't', 3);
  INSERT INTO coding (id, passage_id, category_id, coder_id, weight, stance, created_at) VALUES ('d', 'm', 'b', 'w', 1.5, 'contrasts', '2019');
  INSERT INTO memo (id, target_kind, target_id, title, text, coder_id, created_at, updated_at) VALUES ('n', 'coding', 'd', '', 'x', 'w', '2019', '2019');
  INSERT INTO attribute (id, scope, name, position) VALUES ('u', 'case', 'Création', 0);
  INSERT INTO attribute_value (id, attribute_id, target_id, value) VALUES ('v', 'u', 'c', '2005');
  INSERT INTO cell (id, key, synthesis, status, coder_id, updated_at) VALUES ('e', 'case:c', 'x', 'draft', 'w', '2019');
  INSERT INTO cell_stance (id, cell_key, passage_id, stance) VALUES ('f', 'case:c', 'm', 'supports');
  INSERT INTO matrix (id, name, definition, updated_at) VALUES ('x', 'M', '{}', '2019');
  INSERT INTO change_log (id, origin, kind, command, coder_id, coder_name, at, input, subject, diffs) VALUES ('1', 'o', 'do', 'project.create', 'w', 'Anne', '2019', '{}', '{}', '[]');
`;

/** The same, and how a turn is set, what it is heard in, who its parts belong to, which question it answers, and the file itself. */
const ROWS_OF_0002 = `${ROWS_OF_0001}
  UPDATE turn SET styles = '[[0,3,"bold"]]', marks = '[[4,"time",61000]]';
  UPDATE change_log SET act = 'y';
  INSERT INTO original (sha256, bytes) VALUES ('00', x'4f7569');
  INSERT INTO media (id, source_id, sha256, original_name, mime, size_bytes, duration_ms) VALUES ('o', 's', '01', 'E01.mp3', 'audio/mpeg', 3, NULL);
  INSERT INTO attribute (id, scope, name, position, type, choices) VALUES ('i', 'case', 'Taille', 1, 'ordered', '["petite","grande"]');
  INSERT INTO case_group (id, name, position) VALUES ('r', 'Anciens', 0);
  INSERT INTO case_group_member (id, group_id, case_id) VALUES ('j', 'r', 'c');
  INSERT INTO case_part (id, source_id, case_id, first_turn_id, last_turn_id) VALUES ('q', 's', 'c', 't', 't');
  INSERT INTO guide (id, title, position) VALUES ('z', 'Guide', 0);
  INSERT INTO guide_theme (id, guide_id, name, position) VALUES ('z1', 'z', 'Décider', 0);
  INSERT INTO guide_question (id, theme_id, text, position) VALUES ('z2', 'z1', 'Qui décide ?', 0);
  INSERT INTO question_category (id, question_id, category_id) VALUES ('z3', 'z2', 'a');
  INSERT INTO question_turn (id, question_id, turn_id, status) VALUES ('z4', 'z2', 't', 'confirmed');
  INSERT INTO indexed_turn (turn_id) VALUES ('t');
  INSERT INTO turn_words (rowid, words) VALUES (1, 'Oui');
`;

/** The same, and what months of coding add. */
const ROWS_OF_0003 = `${ROWS_OF_0002}
  UPDATE passage SET starred_at = '2019', paraphrase = 'Elle approuve.';
  UPDATE category SET scale = '{"min":-2,"max":2,"step":1}', stage = 'axial', status = 'stable', example_passage_id = 'm' WHERE id = 'b';
  UPDATE memo SET kind = 'diary', document = '{}';
  INSERT INTO category (id, grid_id, parent_id, position, name, definition, inclusion, exclusion, example, color, origin, created_at)
    VALUES ('k1', 'g', NULL, 1, 'C', '', '', '', '', '#000000', 'emergent', '2019');
  INSERT INTO category_place (id, category_id, parent_id) VALUES ('k2', 'b', 'k1');
  INSERT INTO board_place (id, category_id, x, y) VALUES ('k3', 'k1', 0.5, 12);
  INSERT INTO grid_version (id, grid_id, number, reason, coder_id, created_at, content) VALUES ('k4', 'g', 1, 'Avant le terrain', 'w', '2019', '{}');
  INSERT INTO coding_rule (id, name, definition, coder_id, created_at) VALUES ('k5', 'Oui', '{}', 'w', '2019');
  UPDATE coding SET rule_id = 'k5';
  INSERT INTO quick_key (id, coder_id, digit, category_id) VALUES ('k6', 'w', 1, 'b');
  INSERT INTO memo_link (id, memo_id, target_kind, target_id) VALUES ('k7', 'n', 'category', 'b');
  INSERT INTO image (sha256, mime, bytes) VALUES ('02', 'image/png', x'89504e47');
`;

/** The same, and what is written in cells and kept of matrices. */
const ROWS_OF_0004 = `${ROWS_OF_0003}
  INSERT INTO rating_scale (id, name, position, steps) VALUES ('r1', 'Force', 0, '[]');
  INSERT INTO research_question (id, text, expression, position) VALUES ('r2', 'Qui porte le projet ?', NULL, 0);
  UPDATE cell SET document = '{}', evidence = '{}', scale_id = 'r1', rating = 2, remark = 'À revoir', status = 'reviewed';
  INSERT INTO cell_quote (id, cell_key, passage_id, position, cuts, cut_from) VALUES ('r3', 'case:c', 'm', 0, '[[0,1]]', 'Oui');
  UPDATE matrix SET notes = 'Lue avec la directrice', layout = '{}', display = 'framework';
  INSERT INTO matrix_snapshot (id, matrix_id, name, coder_id, created_at, content) SELECT 'r4', id, 'Avant', 'w', '2020', '{}' FROM matrix LIMIT 1;
  INSERT INTO print_settings (id, name, settings, updated_at) VALUES ('r5', 'Thèse', '{}', '2020');
`;

/** The same, and what analyses keep. */
const ROWS_OF_0005 = `${ROWS_OF_0004}
  INSERT INTO saved_search (id, kind, name, setting, updated_at) VALUES ('s1', 'search', 'Écoute', '{}', '2021');
  INSERT INTO saved_analysis (id, kind, name, setting, note, updated_at) VALUES ('s2', 'crosstab', 'Fonctions', '{}', 'Pour le chapitre 5', '2021');
  INSERT INTO link_type (id, name, color, is_directed, position) VALUES ('s3', 'entraîne', '#000000', 1, 0);
  INSERT INTO link (id, link_type_id, from_category_id, to_passage_id, note, coder_id, created_at) VALUES ('s4', 's3', 'a', 'm', '', 'w', '2021');
  INSERT INTO link_evidence (id, link_id, passage_id, position) VALUES ('s5', 's4', 'm', 0);
  INSERT INTO concept_map (id, name, note, updated_at) VALUES ('s6', 'Ressorts', '', '2021');
  INSERT INTO concept_map_node (id, concept_map_id, category_id, x, y) VALUES ('s7', 's6', 'a', 12.5, -3);
  INSERT INTO stop_word (id, word, is_stopped) VALUES ('s8', 'pôle', 1);
  INSERT INTO meaning_mark (id, category_id, source_id, level, note, coder_id, updated_at) VALUES ('s9', 'b', 's', 'nuance', '', 'w', '2021');
  INSERT INTO suggestion_decision (id, category_id, source_id, words_hash, quote, decision, method, score, reasons, coder_id, decided_at)
    VALUES ('s10', 'b', 's', 'h', 'Oui', 'refused', 'centroid', 0.4, '[]', 'w', '2021');
`;

/** The same, and what a reviewer was sent and said. */
const ROWS_OF_0006 = `${ROWS_OF_0005}
  INSERT INTO review_pack (id, form, file_name, message, content, is_pseudonymised, sha256, coder_id, created_at)
    VALUES ('f1', 'page', 'Pôles.html', 'Le chapitre 5', '{}', 0, 'h', 'w', '2022');
  INSERT INTO review_comment (id, thread_id, pack_id, target_kind, target_id, passage_id, label, quote, verdict, text, author, coder_id, created_at, updated_at, resolved_at, resolved_by)
    VALUES ('f2', 'f2', 'f1', 'passage', 'm', 'm', 'E01 §1', 'Oui', 'redo', 'Trop court', 'Mme Durand', NULL, '2022', '2022', '2022', 'w'),
      ('f3', 'f2', NULL, 'passage', 'm', NULL, 'E01 §1', 'Oui', NULL, 'Repris', 'Anne', 'w', '2022', '2022', NULL, NULL);
  INSERT INTO review_copy (pack_id, made_at) VALUES ('f4', '2022');
`;

/** The same, and what several coders are given, hide from each other, settle and measure. */
const ROWS_OF_0007 = `${ROWS_OF_0006}
  INSERT INTO blind_period (id, began_at, began_by, ended_at, ended_by) VALUES ('v1', '2023', 'w', '2023', 'w');
  INSERT INTO assignment (id, title, due, is_blind, revealed_at, coder_id, created_at) VALUES ('v2', 'Premier tour', '2023-05-01', 1, NULL, 'w', '2023');
  INSERT INTO assignment_source (id, assignment_id, source_id) VALUES ('v3', 'v2', 's');
  INSERT INTO assignment_grid (id, assignment_id, grid_id) VALUES ('v4', 'v2', 'g');
  INSERT INTO assignment_coder (id, assignment_id, coder_id, done_at) VALUES ('v5', 'v2', 'w', '2023');
  INSERT INTO disagreement_decision (id, passage_id, category_id, decision, adopted_id, other_category_id, why, sides, coder_id, decided_at)
    VALUES ('v6', 'm', 'b', 'recoded', NULL, 'a', 'Plus large', '[]', 'w', '2023');
  INSERT INTO agreement_round (id, name, setting, figures, coder_id, created_at) VALUES ('v7', 'Premier tour', '{}', '{}', 'w', '2023');
`;

/** The same, in a team of two, with something to settle. */
const ROWS_OF_0008 = `${ROWS_OF_0007}
  INSERT INTO team_state (id, member_id, role, epoch, sequence, shared_number, sent_number, problem) VALUES ('equipe', 'o', 'researcher', 1, 12, 1, 1, NULL);
  INSERT INTO team_member (id, name, role, public_key, joined_at, left_at) VALUES ('o', 'Anne', 'researcher', 'x', '2024', NULL), ('p', 'Brice', 'coder', 'y', '2024', '2025');
  INSERT INTO team_settlement (id, reason, mine, theirs, at, settled_at, choice) VALUES ('t1', 'gone', '[]', '[]', '2024', '2024', 'theirs');
`;

/** The same, with what is promised to the people in it, names that were replaced and somebody who was erased. */
const ROWS_OF_0009 = `${ROWS_OF_0008}
  INSERT INTO confidentiality (id, keep_until, sheet) VALUES ('p', '2030-06-30', '{}');
  INSERT INTO pseudonymisation (id, entities, replaced, coder_id, at) VALUES ('n1', 3, 12, 'w', '2026');
  INSERT INTO erasure (id, label, scope, removed, coder_id, at, state_hash) VALUES ('n2', 'Personne A', 'turns', '{}', 'w', '2026', 'h');
`;

/** Per migration: rows for a file that has taken this step and no later one. A new migration needs a line. */
export const ROWS_AFTER: Readonly<Record<string, string>> = {
  '0001-initial.sql': ROWS_OF_0001,
  '0002-whole-sources.sql': ROWS_OF_0002,
  '0003-coding-at-length.sql': ROWS_OF_0003,
  '0004-written-cells.sql': ROWS_OF_0004,
  '0005-analysis.sql': ROWS_OF_0005,
  '0006-review.sql': ROWS_OF_0006,
  '0007-coders.sql': ROWS_OF_0007,
  '0008-team.sql': ROWS_OF_0008,
  '0009-confidentiality.sql': ROWS_OF_0009,
};
