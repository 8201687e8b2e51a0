// The word index follows the turns: whatever is written, taken back or brought back, it finds the words that stand and no others.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { knownMigrations, migrate } from '../../../electron/storage/migrate.ts';
import { foldedForSearch } from '../../../electron/storage/turn-index.ts';
import { aFolder, aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

/** The words of the turns that hold all of these. */
const found = (project: TestProject, words: string): unknown[] =>
  project.project.sqlite
    .prepare(
      `SELECT substr(t.text, 1, 60) FROM turn_words w JOIN indexed_turn i ON i.number = w.rowid JOIN turn t ON t.id = i.turn_id
       WHERE turn_words MATCH ? ORDER BY i.number`,
    )
    .pluck()
    .all(foldedForSearch(words));

const study = (): TestProject => aProject().withSource('E01', 'Directrice : L’innovation a du cœur.\nPrésident : Ici l’on écoute.\n');

it('finds words whatever their accents, capitals, ligatures and elisions; a speaker’s label is no word of theirs', () => {
  const project = study();
  expect(found(project, 'innovation')).toHaveLength(1);
  expect(found(project, 'INNOVATION coeur')).toHaveLength(1);
  expect(found(project, 'Cœur')).toHaveLength(1);
  expect(found(project, 'ecoute')).toHaveLength(1);
  expect(found(project, 'Directrice')).toEqual([]);
});

it('follows a correction, and its undo and redo', () => {
  const project = study();
  const { start } = project.range('innovation');
  editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 'innovation'.length, inserted: 'invention' }] });
  expect([found(project, 'innovation'), found(project, 'invention')].map(({ length }) => length)).toEqual([0, 1]);
  undo(project.session);
  expect([found(project, 'innovation'), found(project, 'invention')].map(({ length }) => length)).toEqual([1, 0]);
  redo(project.session);
  expect([found(project, 'innovation'), found(project, 'invention')].map(({ length }) => length)).toEqual([0, 1]);
  expect(checkProject(project.project)).toEqual([]);
});

it('forgets a source that goes, and knows it again when it comes back', () => {
  const project = study();
  removeSource(project.session, project.source('E01'));
  expect(found(project, 'innovation')).toEqual([]);
  expect(checkProject(project.project)).toEqual([]);
  undo(project.session);
  expect(found(project, 'innovation')).toHaveLength(1);
});

it('survives a file laid out anew', () => {
  const project = study().withSource('E02', 'Rien.\n').withSource('E03', 'Ici l’on écoute encore.\n');
  removeSource(project.session, project.source('E02'));
  project.project.sqlite.exec('VACUUM');
  expect(found(project.reopen(), 'ecoute')).toEqual(['Président : Ici l’on écoute.\n', 'Ici l’on écoute encore.\n']);
  expect(checkProject(project.project)).toEqual([]);
});

it('is made for a file of the time before it', () => {
  const path = join(aFolder(), 'ancienne.trame');
  const sqlite = new Database(path);
  migrate(
    sqlite,
    null,
    knownMigrations().filter(({ number }) => number === 1),
  );
  sqlite.exec(`
    INSERT INTO source (id, name, kind, date, position, words, turns, original_name, original_sha256, imported_at) VALUES ('s', 'E01', 'interview', NULL, 0, 1, 1, 'E01.txt', '', '2019');
    INSERT INTO turn (id, source_id, position, number, text, length_utf16, body_start_utf16, body_end_utf16) VALUES ('t', 's', 0, 1, 'A : Été', 7, 4, 7);
  `);
  migrate(sqlite, null);
  expect(sqlite.prepare(`SELECT count(*) FROM turn_words WHERE turn_words MATCH 'ete'`).pluck().get()).toBe(1);
  sqlite.close();
});

it('a turn that is not in it is a problem that the check names', () => {
  const project = study();
  project.project.sqlite.exec(`DELETE FROM turn_words WHERE rowid = (SELECT max(number) FROM indexed_turn)`);
  expect(checkProject(project.project).map(({ what }) => what)).toEqual(['turn.notIndexed']);
});
