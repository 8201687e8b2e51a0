// One burst of typing is one entry of the log and one undo.
import { describe, expect, it } from 'vitest';
import { applyCategories } from '../../../electron/commands/codings.ts';
import type { Session } from '../../../electron/commands/run-command.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readRevisions } from '../../../electron/queries/revisions.ts';
import { readText } from '../../../electron/queries/sources.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TEXT = 'Enquêtrice : Qui décide ?\nDirectrice : Tout le monde décide.\n';

class Typist {
  readonly project: TestProject = aProject().withSource('E01', TEXT).withGrid('innovation-sociale').codedBy('AB', 'Gouvernance', 'le monde');
  readonly turnId = this.project.range('le monde').start.turnId;
  readonly #entries = this.project.log().length;
  #at = this.project.range(' décide.').start.offsetUtf16;
  entryId: EntryId | null = null;

  /** One letter after the other, each going on from the last. */
  type(letters: string, session: Session = this.project.session): void {
    for (const letter of letters) {
      const edits = [{ at: this.#at, removed: 0, inserted: letter }];
      this.entryId = editTurn(session, { turnId: this.turnId, edits, continues: this.entryId }).entryId;
      this.#at += letter.length;
    }
  }

  backspace(times: number): void {
    for (let left = times; left > 0; left -= 1) {
      this.#at -= 1;
      const edits = [{ at: this.#at, removed: 1, inserted: '' }];
      this.entryId = editTurn(this.project.session, { turnId: this.turnId, edits, continues: this.entryId }).entryId;
    }
  }

  get text(): string {
    return readText(this.project.project, this.project.source('E01'));
  }

  /** Entries written since the typist sat down. */
  get entries(): number {
    return this.project.log().length - this.#entries;
  }
}

describe('a burst of typing', () => {
  it('is one entry that says all that was typed, and one undo, also after a restart', () => {
    const typist = new Typist();
    typist.type(' ici');
    expect([typist.text, typist.entries]).toEqual([TEXT.replace('le monde', 'le monde ici'), 1]);
    const { input } = typist.project.log().at(-1) as { input: string };
    expect((JSON.parse(input) as { edits: { inserted: string }[] }).edits.map(({ inserted }) => inserted)).toEqual([' ', 'i', 'c', 'i']);
    undo(typist.project.reopen().session);
    expect(typist.text).toBe(TEXT);
    redo(typist.project.session);
    expect(typist.text).toBe(TEXT.replace('le monde', 'le monde ici'));
    expect(readRevisions(typist.project.project, typist.project.source('E01')).map(({ kind, added }) => [kind, added])).toEqual([
      ['redo', 1],
      ['undo', 0],
      ['do', 1],
    ]);
    expect(checkProject(typist.project.project)).toEqual([]);
  });

  it('that ends where it began has never been', () => {
    const typist = new Typist();
    typist.type('abc');
    typist.backspace(3);
    expect([typist.text, typist.entries]).toEqual([TEXT, 0]);
    typist.type('x');
    expect(typist.entries).toBe(1);
    expect(checkProject(typist.project.project)).toEqual([]);
  });

  it('ends with another command in between', () => {
    const typist = new Typist();
    typist.type('a');
    const { project } = typist;
    applyCategories(project.session, { ...project.range('Qui décide'), categoryIds: [project.category('Gouvernance')] });
    typist.type('b');
    expect(typist.entries).toBe(3);
    undo(project.session);
    expect(typist.text).toBe(TEXT.replace('le monde', 'le mondea'));
  });

  it('ends when somebody else types', () => {
    const typist = new Typist();
    typist.type('a');
    const other = typist.project.as('AB');
    typist.type('b', other);
    expect(typist.project.log().slice(-2)).toMatchObject([{ coder_name: 'Anne Berger' }, { coder_name: 'AB' }]);
  });

  it('ends when the next word is typed in another turn', () => {
    const typist = new Typist();
    typist.type('a');
    const { project } = typist;
    const { turnId, offsetUtf16 } = project.range('Qui').start;
    editTurn(project.session, { turnId, edits: [{ at: offsetUtf16, removed: 0, inserted: 'Mais ' }], continues: typist.entryId });
    expect(typist.entries).toBe(2);
    undo(project.session);
    expect(typist.text).toBe(TEXT.replace('le monde', 'le mondea'));
  });

  it('ends with an undo in between', () => {
    const typist = new Typist();
    typist.type('a');
    undo(typist.project.session);
    redo(typist.project.session);
    typist.type('b');
    expect(typist.entries).toBe(4);
    undo(typist.project.session);
    expect(typist.text).toBe(TEXT.replace('le monde', 'le mondea'));
  });

  it('says which entry holds it, and none where nothing changed', () => {
    const typist = new Typist();
    const nothing = editTurn(typist.project.session, { turnId: typist.turnId, edits: [{ at: 13, removed: 0, inserted: '' }] });
    expect(nothing.entryId).toBeNull();
    typist.type('a');
    expect(typist.entryId).toBe(typist.project.log().at(-1)?.['id']);
  });
});
