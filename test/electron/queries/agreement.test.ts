// Agreement of coders in a real study: what is compared, what is left out, and where they differ.
import { describe, expect, it } from 'vitest';
import { decideDisagreement } from '../../../electron/commands/disagreements.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { readAgreement, readDisagreements } from '../../../electron/queries/agreement.ts';
import { agreementDocument } from '../../../electron/exchange/printing/print-agreement.ts';
import { usualStyle } from '../../../electron/exchange/printing/print-setting.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listDecisions } from '../../../electron/queries/disagreement-decisions.ts';
import type { Agreement, AgreementSetting, DisagreementScope, Disagreements } from '../../../shared/domain/agreement.ts';
import type { DecisionInput } from '../../../shared/domain/disagreement-decision.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { cohenKappa } from '../../../shared/statistics/agreement-two.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const ONE = 'Claire : Tout le monde décide. La feuille de route vient des membres.\nMarc : On nous écoute au salon. Les petits suivent.\n';
const TWO = 'Claire : Les grands groupes décident. La charte est signée.\nMarc : Nous avons voté la charte.\n';

function aTeam(): TestProject {
  return aProject()
    .withSource('E01', ONE)
    .withSource('E02', TWO)
    .withSource('E03', 'Claire : La charte reste à écrire.\n')
    .withOwnGrid('Outils', { Coordination: [], Régulation: [], Inutile: [] })
    .codedBy('AB', 'Coordination', 'La feuille de route vient des membres')
    .codedBy('CD', 'Coordination', 'La feuille de route')
    .codedBy('AB', 'Coordination', 'On nous écoute au salon')
    .codedBy('CD', 'Régulation', 'Tout le monde décide')
    .codedBy('AB', 'Régulation', 'La charte est signée')
    .codedBy('CD', 'Régulation', 'La charte est signée')
    .codedBy('AB', 'Régulation', 'La charte reste à écrire');
}

const settingOf = (project: TestProject, changes: Partial<AgreementSetting> = {}): AgreementSetting => ({
  coderIds: [project.coder('AB'), project.coder('CD')],
  gridIds: null,
  unit: 'character',
  coefficient: 'kappa',
  draws: 200,
  seed: 1,
  ...changes,
});

function agreementIn(project: TestProject, changes: Partial<AgreementSetting> = {}): Agreement {
  const found = readAgreement(project.project, settingOf(project, changes));
  if (isUndefined(found)) throw new Error(found.because);
  return found;
}

const scopeOf = (project: TestProject, changes: Partial<DisagreementScope> = {}): DisagreementScope => ({
  coderIds: [project.coder('AB'), project.coder('CD')],
  gridIds: null,
  categoryId: null,
  sourceId: null,
  coderId: null,
  about: 'all',
  most: 100,
  ...changes,
});

function disagreementsIn(project: TestProject, changes: Partial<DisagreementScope> = {}): Disagreements {
  const found = readDisagreements(project.project, scopeOf(project, changes));
  if (isUndefined(found)) throw new Error(found.because);
  return found;
}

describe('what is compared', () => {
  it('is the sources that all coders coded, and says which are left out and why', () => {
    const found = agreementIn(aTeam());
    expect(found.sources.map(({ name }) => name)).toEqual(['E01', 'E02']);
    expect(found.leftOut).toEqual([expect.objectContaining({ name: 'E03', without: ['CD'] })]);
    expect(found.categories.map(({ name }) => name)).toEqual(['Coordination', 'Régulation']);
    expect([found.unused, found.outside]).toEqual([1, []]);
    expect(found.units).toBe(ONE.length + TWO.length);
  });

  it('gives no figure to a category that was applied in other sources only, and says why', () => {
    const found = agreementIn(aTeam().codedBy('AB', 'Inutile', 'La charte reste'));
    expect(found.unused).toBe(0);
    expect(found.outside).toMatchObject([{ path: ['Outils', 'Inutile'], codings: 1, value: { kind: 'undefined', because: 'outsideSample' } }]);
    expect(found.categories.map(({ name }) => name)).toEqual(['Coordination', 'Régulation']);
  });

  it('is printed without whole names of sources where nobody is to be named', () => {
    const project = aProject()
      .withSource('E01 Claire Martin', ONE)
      .withSource('E03 Marc Petit', 'Claire : La charte reste à écrire.\n')
      .withOwnGrid('Outils', { Coordination: [], Régulation: [] })
      .codedBy('AB', 'Coordination', 'La feuille de route vient des membres')
      .codedBy('CD', 'Coordination', 'La feuille de route')
      .codedBy('AB', 'Régulation', 'La charte reste à écrire');
    const style = usualStyle(project.project);
    const printed = (who: 'label' | 'nobody'): string =>
      JSON.stringify(
        agreementDocument(project.project, { kind: 'agreement', ...settingOf(project) }, { ...style, reference: { ...style.reference, who } }),
      );
    for (const name of ['Claire Martin', 'Marc Petit']) {
      expect(printed('label')).toContain(name);
      expect(printed('nobody')).not.toContain(name);
    }
    expect(printed('nobody')).toContain('E03');
  });

  it('counts characters as they stand in the texts', () => {
    const [coordination] = agreementIn(aTeam()).categories;
    const both = 'La feuille de route'.length;
    const first = 'La feuille de route vient des membres'.length - both + 'On nous écoute au salon'.length;
    const none = ONE.length + TWO.length - both - first;
    expect(coordination).toMatchObject({ counts: { all: both, some: first, none }, alone: [first, 0] });
    const kappa = cohenKappa([
      [none, 0],
      [first, both],
    ]);
    expect(coordination?.figures.kappa).toBeCloseTo(isUndefined(kappa) ? Number.NaN : kappa.value, 12);
    expect(coordination?.figures.positive).toBeCloseTo((2 * both) / (2 * both + first), 12);
  });

  it.each([
    ['sentence', 7, [1, 1, 5]],
    ['turn', 4, [1, 1, 2]],
    ['source', 2, [1, 0, 1]],
  ] as const)('counts by %s: %i units', (unit, units, [all, some, none]) => {
    const found = agreementIn(aTeam(), { unit });
    expect(found.units).toBe(units);
    expect(found.categories[0]?.counts).toEqual({ all, some, none });
  });

  it('takes the two coders with most sources in common where none are named', () => {
    const project = aTeam().codedBy('EF', 'Coordination', 'Nous avons voté la charte');
    expect(agreementIn(project, { coderIds: [] }).coders.map(({ name }) => name)).toEqual(['AB', 'CD']);
    const three = agreementIn(project, { coderIds: ['AB', 'CD', 'EF'].map((name) => project.coder(name)) });
    expect(three.sources.map(({ name }) => name)).toEqual(['E02']);
    expect(three.programs).toBeNull();
  });

  it('gives the same intervals for the same seed', () => {
    const project = aTeam();
    const [first, second] = [agreementIn(project, { unit: 'sentence' }), agreementIn(project, { unit: 'sentence' })];
    expect(first.drawn).toBe('units');
    expect(isUndefined(first.overall.interval)).toBe(false);
    expect(first).toEqual(second);
    expect(agreementIn(project).drawn).toBe('sources');
  });

  it('gives the u-alphas of a grid, except where one coder gave the same words two categories', () => {
    const project = aTeam();
    const [grid] = agreementIn(project).grids;
    expect(isUndefined(grid?.u)).toBe(false);
    project.codedBy('AB', 'Régulation', 'La feuille');
    expect(agreementIn(project).grids[0]?.u).toEqual({ kind: 'undefined', because: 'overlappingUnits' });
  });

  it('says what other programs would show of two coders', () => {
    const { programs } = agreementIn(aTeam());
    // Coordination in E02: NVivo counts 1
    expect(programs?.maxqda.existence).toBe(3 / 4);
    // of five passages, the two on the charter match
    expect(programs?.maxqda.passages).toBeCloseTo(2 / 6, 12);
    expect(programs?.nvivo.percent).toBeGreaterThan(0.5);
  });
});

describe('what cannot be compared', () => {
  const because = (found: unknown): string | null => (isUndefined(found) ? found.because : null);

  it('says why', () => {
    const project = aTeam();
    const read = (coderIds: CoderId[]): Agreement | Undefined => readAgreement(project.project, settingOf(project, { coderIds }));
    expect(because(read([project.coder('AB')]))).toBe('oneCoder');
    expect(because(read([project.coder('AB'), '00000000-0000-4000-8000-00000000beef' as CoderId]))).toBe('gone');
    project.withSource('E04', 'Claire : Rien.\n').codedBy('EF', 'Coordination', 'Rien');
    expect(because(read([project.coder('AB'), project.coder('EF')]))).toBe('noCommonSource');
  });
});

describe('where coders differ', () => {
  it('is listed in the order of the texts, with who applied what', () => {
    const project = aTeam();
    const { total, shown } = disagreementsIn(project);
    expect(total).toBe(3);
    const said = shown.map(({ text, about, coders }) => [
      text,
      about,
      ...coders.map(({ marked }) => marked.map(({ start, end }) => text.slice(start, end))),
    ]);
    expect(said).toEqual([
      ['Tout le monde décide', 'applied', [], ['Tout le monde décide']],
      ['La feuille de route vient des membres', 'ends', ['La feuille de route vient des membres'], ['La feuille de route']],
      ['On nous écoute au salon', 'applied', ['On nous écoute au salon'], []],
    ]);
    expect(disagreementsIn(project, { about: 'ends' }).total).toBe(1);
    expect(disagreementsIn(project, { categoryId: project.category('Régulation') }).total).toBe(1);
    expect(disagreementsIn(project, { sourceId: project.source('E02') }).total).toBe(0);
    expect(disagreementsIn(project, { most: 1 })).toMatchObject({ total: 3, shown: [expect.anything()] });
  });

  it('goes when the other coder codes the same words', () => {
    const project = aTeam();
    expect(disagreementsIn(project).total).toBe(3);
    project.codedBy('AB', 'Régulation', 'Tout le monde décide');
    expect(disagreementsIn(project).total).toBe(2);
  });
});

describe('what is decided of a disagreement', () => {
  const decide = (project: TestProject, text: string, what: Partial<DecisionInput>): void => {
    const place = disagreementsIn(project).shown.find((each) => each.text === text);
    if (!place) throw new Error(`no disagreement on « ${text} »`);
    const { sourceId, categoryId, start, end, coders } = place;
    const coderIds = coders.map(({ id }) => id);
    decideDisagreement(project.session, {
      sourceId,
      categoryId,
      start,
      end,
      coderIds,
      decision: 'kept',
      adoptedId: null,
      otherCategoryId: null,
      why: '',
      ...what,
    });
  };
  const texts = (project: TestProject): string[] => disagreementsIn(project).shown.map(({ text }) => text);
  const ROADMAP = 'La feuille de route vient des membres';

  it('makes both coders’ codings what one of them had, all of the words, nothing, or another category', () => {
    const adopted = aTeam();
    decide(adopted, ROADMAP, { decision: 'adopted', adoptedId: adopted.coder('CD'), why: 'plus court' });
    expect(texts(adopted)).not.toContain(ROADMAP);
    expect(listDecisions(adopted.project)).toMatchObject([
      {
        decision: 'adopted',
        adopted: 'CD',
        why: 'plus court',
        text: ROADMAP,
        sides: [{ name: 'AB' }, { name: 'CD', marked: [{ start: 0, end: 19 }] }],
      },
    ]);
    expect(agreementIn(adopted).categories[0]?.counts.all).toBe('La feuille de route'.length);
    const merged = aTeam();
    decide(merged, ROADMAP, { decision: 'merged' });
    expect(agreementIn(merged).categories[0]?.counts.all).toBe(ROADMAP.length);
    const withdrawn = aTeam();
    decide(withdrawn, ROADMAP, { decision: 'withdrawn' });
    expect(agreementIn(withdrawn).categories.find(({ name }) => name === 'Coordination')?.counts.all).toBe(0);
    const recoded = aTeam();
    decide(recoded, ROADMAP, { decision: 'recoded', otherCategoryId: recoded.category('Régulation') });
    expect(texts(recoded)).not.toContain(ROADMAP);
    undo(recoded.session);
    expect(texts(recoded)).toContain(ROADMAP);
    expect(checkProject(recoded.project)).toEqual([]);
  });

  it('leaves a place standing that they agree to differ on or talk over, and says so', () => {
    const project = aTeam();
    decide(project, ROADMAP, { decision: 'discussed', why: 'La fin compte-t-elle ?' });
    decide(project, ROADMAP, { decision: 'kept', why: 'Deux lectures' });
    const { total, decided, shown } = disagreementsIn(project);
    expect([total, decided]).toEqual([3, 1]);
    expect(shown.find(({ text }) => text === ROADMAP)?.decision).toMatchObject({ decision: 'kept', thread: [{ text: 'La fin compte-t-elle ?' }] });
  });

  it('names what the other coder gave these words instead, and whose coding lacks', () => {
    const project = aTeam().codedBy('CD', 'Régulation', 'On nous écoute');
    const other = disagreementsIn(project, { about: 'other' }).shown;
    expect(other.map(({ category, coders }) => [category, ...coders.map(({ instead }) => instead)])).toEqual([
      ['Régulation', ['Coordination'], []],
      ['Coordination', [], ['Régulation']],
    ]);
    expect(disagreementsIn(project, { coderId: project.coder('AB') }).shown.map(({ text }) => text)).toEqual([
      'Tout le monde décide',
      'On nous écoute',
    ]);
  });
});
