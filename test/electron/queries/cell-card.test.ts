// A cell as it is opened: its synthesis with what it quotes, what became of its passages since, what its members say; typed in bursts.
import { describe, expect, it } from 'vitest';
import { confirmSynthesis, cutQuote, pinQuote, writeSynthesis } from '../../../electron/commands/cells.ts';
import { applyCategories, removeOneCoding } from '../../../electron/commands/codings.ts';
import { starPassage } from '../../../electron/commands/passages.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { readCellCard } from '../../../electron/queries/cell-card.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readPassageUses } from '../../../electron/queries/passage-uses.ts';
import type { CellCard } from '../../../shared/domain/cell-card.ts';
import { evidenceRule, fingerprintsOf } from '../../../shared/domain/cell-evidence.ts';
import type { CodingId, PassageId } from '../../../shared/domain/ids.ts';
import type { MatrixDefinition } from '../../../shared/domain/matrix.ts';
import { paragraphOf, runOf, writtenTextOf } from '../../../shared/domain/written-text.ts';
import type { WrittenText } from '../../../shared/domain/written-text.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TEXT = 'Enquêtrice : Qui décide ?\nDirectrice : Tout le monde décide ici. On vote.\n';

class Researcher {
  readonly project: TestProject = aProject()
    .withCase('Pôle 1')
    .withSource('E01', TEXT, { case: 'Pôle 1' })
    .withOwnGrid('Dimensions', { Gouvernance: ['Écoute'], Changement: [] });
  readonly passageId: PassageId = this.project.coding('AB', 'Écoute', 'Tout le monde décide');
  readonly entityKeys = [`category:${this.project.category('Gouvernance')}`, `case:${this.project.case('Pôle 1')}`];

  get definition(): MatrixDefinition {
    const rows = [{ kind: 'grid' as const, gridId: this.project.grid('dimensions'), level: 1 }];
    return { rows, columns: [{ kind: 'case' }], join: { kind: 'overlap' }, coderIds: null, contents: ['counts'], hidesEmpty: false };
  }

  get card(): CellCard {
    const [rowKey = '', columnKey = ''] = this.entityKeys;
    return readCellCard(this.project.project, this.definition, axisTitles.fr, { rowKey, columnKey });
  }

  get evidence() {
    const [rowKey = '', columnKey = ''] = this.entityKeys;
    return { rule: evidenceRule(this.definition, rowKey, columnKey), passages: fingerprintsOf(this.card.quotes) };
  }

  write(words: string, entityKeys: readonly string[] = this.entityKeys): void {
    const document = this.quoting(words);
    writeSynthesis(this.project.session, { entityKeys, text: '', document, status: 'draft', evidence: this.evidence });
  }

  quoting(words: string): WrittenText {
    const label = '«\u00a0Tout le monde décide\u00a0» (E01\u00a0§2)';
    return writtenTextOf([paragraphOf([runOf(`${words} `), { type: 'memo-link', version: 1, kind: 'passage', id: this.passageId, label }])]);
  }

  get entries(): number {
    return this.project.log().length;
  }
}

describe('an open cell', () => {
  it('says what was quoted, what is starred, and names what its synthesis leads to', () => {
    const researcher = new Researcher();
    researcher.write('Chacun a sa voix :');
    starPassage(researcher.project.session, { passageId: researcher.passageId, isStarred: true });
    const { card } = researcher;
    expect(card.synthesis).toBe('Chacun a sa voix : «\u00a0Tout le monde décide\u00a0» (E01\u00a0§2)');
    expect([card.starred, card.links.map(({ id, ref }) => [id, ref]), card.wordless, card.changes]).toEqual([
      [researcher.passageId],
      [[researcher.passageId, 'E01 §2']],
      [],
      null,
    ]);
  });

  it('tells new passages from those that were reworded and those that went, until somebody says that it still holds', () => {
    const researcher = new Researcher();
    const { project } = researcher;
    researcher.write('Chacun a sa voix :');
    const added = project.coding('AB', 'Gouvernance', 'On vote');
    const { turnId } = project.range('Tout le monde').start;
    editTurn(project.session, { turnId, edits: [{ at: 'Directrice : Tout le monde'.length, removed: 0, inserted: ' ou presque' }] });
    expect(researcher.card).toMatchObject({ isOutdated: true, changes: { added: [added], reworded: [researcher.passageId], gone: 0 } });
    confirmSynthesis(project.session, { entityKeys: researcher.entityKeys, evidence: researcher.evidence });
    expect(researcher.card).toMatchObject({ isOutdated: false, changes: null });
    undo(project.session);
    expect(researcher.card.changes?.added).toEqual([added]);
  });

  it('keeps the words of a quoted passage that is gone, and says that it is', () => {
    const researcher = new Researcher();
    const { project } = researcher;
    researcher.write('Chacun a sa voix :');
    const codings = project.project.sqlite.prepare<[], { id: CodingId }>('SELECT id FROM coding').all();
    for (const { id } of codings) removeOneCoding(project.session, { codingId: id });
    const { card } = researcher;
    expect([card.links, card.changes?.gone, card.synthesis?.includes('Tout le monde décide')]).toEqual([[], 1, true]);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('tells a quoted passage whose words were corrected away', () => {
    const researcher = new Researcher();
    const { project } = researcher;
    researcher.write('Chacun a sa voix :');
    const { turnId } = project.range('Tout le monde').start;
    editTurn(project.session, { turnId, edits: [{ at: 'Directrice : '.length, removed: 'Tout le monde décide'.length, inserted: '' }] });
    expect([researcher.card.wordless, researcher.card.links.map(({ label }) => label)]).toEqual([[researcher.passageId], ['Tout le monde décide']]);
  });

  it('brings the form of its members’ syntheses along', () => {
    const researcher = new Researcher();
    const child = [`category:${researcher.project.category('Écoute')}`, `case:${researcher.project.case('Pôle 1')}`];
    researcher.write('Ici :', child);
    expect(researcher.card.members.map(({ label, document }) => [label, document])).toEqual([['Écoute', researcher.quoting('Ici :')]]);
  });

  it('is named among the uses of what it quotes or pins', () => {
    const researcher = new Researcher();
    const { project, passageId, entityKeys } = researcher;
    researcher.write('Chacun a sa voix :');
    const other = [`category:${project.category('Changement')}`, `case:${project.case('Pôle 1')}`];
    pinQuote(project.session, { entityKeys: other, passageId, position: null });
    const uses = readPassageUses(project.project, passageId).cells.map(({ label }) => label);
    expect(uses).toEqual(['Gouvernance × Pôle 1', 'Changement × Pôle 1']);
    expect(entityKeys).toHaveLength(2);
  });
});

describe('a synthesis typed on and on', () => {
  it('is one entry of the log and one undo', () => {
    const researcher = new Researcher();
    const before = researcher.entries;
    for (const words of ['Ch', 'Chacun', 'Chacun a sa voix :']) researcher.write(words);
    expect(researcher.entries).toBe(before + 1);
    undo(researcher.project.reopen().session);
    expect(researcher.card.synthesis).toBeNull();
    expect(checkProject(researcher.project.project)).toEqual([]);
  });

  it('begins anew after anything else, in another cell, and after an undo', () => {
    const researcher = new Researcher();
    const { project } = researcher;
    const before = researcher.entries;
    researcher.write('Ch');
    researcher.write('Ici', [`case:${project.case('Pôle 1')}`, `category:${project.category('Changement')}`]);
    researcher.write('Chacun');
    applyCategories(project.session, { ...project.range('On vote'), categoryIds: [project.category('Changement')] });
    researcher.write('Chacun a sa voix');
    expect(researcher.entries).toBe(before + 5);
    undo(project.session);
    expect(researcher.card.synthesis).toMatch(/^Chacun «/u);
    researcher.write('Chacun sa voix');
    undo(project.session);
    expect(researcher.card.synthesis).toMatch(/^Chacun «/u);
  });
});

it('cuts count from the passage’s own first letter, spaces included', () => {
  const researcher = new Researcher();
  const { project, entityKeys } = researcher;
  const passageId = project.coding('AB', 'Gouvernance', ' On vote.');
  pinQuote(project.session, { entityKeys, passageId, position: null });
  cutQuote(project.session, { entityKeys, passageId, cuts: [[1, 3]] });
  expect(researcher.card.pinned.map(({ text, cuts }) => cuts.map(([from, to]) => text.slice(from, to)))).toEqual([['On']]);
  expect(() => cutQuote(project.session, { entityKeys, passageId, cuts: [[1, 9]] })).toThrow('cell.cutInvalid');
});
