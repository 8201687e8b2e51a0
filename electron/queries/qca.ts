// Calibrates the cases of the study and reads their truth table.
import type { AttributeValue } from '../../shared/domain/corpus.ts';
import type { Crossing } from '../../shared/domain/crosstab.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { crossingKey } from '../../shared/domain/matrix.ts';
import type { AxisEntity, AxisSpec } from '../../shared/domain/matrix.ts';
import { resolveAxis } from '../../shared/domain/matrix-axes.ts';
import type { AxisTitles, StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { CalibratedCase, Calibration, Measure, Qca, QcaHalf, QcaSet, QcaSets, QcaSetting, QcaTable } from '../../shared/domain/qca.ts';
import { crispMembership, directMembership } from '../../shared/statistics/calibration.ts';
import { solutionsOf } from '../../shared/statistics/qca-solutions.ts';
import { necessities, truthTableOf } from '../../shared/statistics/truth-table.ts';
import type { CalibratedCases } from '../../shared/statistics/truth-table.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { CrossedCounts } from './crossed-counts.ts';
import { readStudy } from './matrix-study.ts';
import type { Study } from './matrix-study.ts';

const idOf = ({ key }: AxisEntity): string => key.slice(key.indexOf(':') + 1);

/** « 12,5 » is a number in French. */
function asNumber(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) ? null : value;
}

/** What each case has of a set, before calibration; null: nothing is known. */
class RawValues {
  readonly #project: Project;
  readonly #study: Study;
  readonly #setting: QcaSetting;
  readonly #titles: AxisTitles;
  readonly #cases: readonly AxisEntity[];

  constructor(project: Project, study: Study, setting: QcaSetting, titles: AxisTitles, cases: readonly AxisEntity[]) {
    this.#project = project;
    this.#study = study;
    this.#setting = setting;
    this.#titles = titles;
    this.#cases = cases;
  }

  of(measure: Measure): (string | number | null)[] | Undefined {
    switch (measure.kind) {
      case 'attribute':
        return this.#attribute(measure.attributeId);
      case 'category':
        return this.#isGone(measure.categoryId) ? undefinedFor('gone') : this.#passages(measure.categoryId);
      case 'rating':
        return this.#isGone(measure.categoryId) ? undefinedFor('gone') : this.#ratings(measure);
    }
  }

  #isGone(categoryId: CategoryId): boolean {
    return !this.#study.frame.codebook.some(({ categories }) => categories.some(({ id }) => id === categoryId));
  }

  #attribute(attributeId: AttributeValue['attributeId']): (string | null)[] | Undefined {
    const { attributes, values }: StudyFrame = this.#study.frame;
    if (!attributes.some(({ id }) => id === attributeId)) return undefinedFor('gone');
    const byTarget = new Map(values.filter((value) => value.attributeId === attributeId).map(({ targetId, value }) => [targetId, value]));
    return this.#cases.map((entity) => byTarget.get(idOf(entity)) ?? null);
  }

  #passages(categoryId: CategoryId): number[] {
    const { cases, coderIds, where } = this.#setting;
    const columns: AxisSpec = { kind: 'picked', name: '', of: { kind: 'category', ids: [categoryId] } };
    const crossing: Crossing = { rows: cases, columns, join: { kind: 'overlap' }, coderIds, where };
    const crossed = new CrossedCounts(this.#project, crossing, this.#titles);
    return this.#cases.map((_, row) => crossed.countAt(row, 0, 'passages'));
  }

  #ratings({ categoryId, scaleId }: Measure & { kind: 'rating' }): (number | null)[] {
    return this.#cases.map(({ key }) => {
      const rating = this.#study.written.cells.get(crossingKey([key, `category:${categoryId}`]))?.rating ?? null;
      return rating && (scaleId === null || rating.scaleId === scaleId) ? rating.value : null;
    });
  }
}

/** Null where the value says nothing on this calibration. */
function membershipOf(raw: string | number, calibration: Calibration): number | null {
  if (calibration.kind === 'oneOf') return calibration.values.includes(String(raw)) ? 1 : 0;
  const value = typeof raw === 'number' ? raw : asNumber(raw);
  if (value === null) return null;
  return calibration.kind === 'threshold' ? crispMembership(value, calibration.from) : directMembership(value, calibration);
}

function calibrated(cases: readonly AxisEntity[], sets: readonly QcaSet[], values: readonly (readonly (string | number | null)[])[]) {
  const dropped: QcaSets['dropped'][number][] = [];
  const kept: CalibratedCase[] = [];
  cases.forEach(({ key, label }, at) => {
    const raw = sets.map((_, set) => values[set]?.[at] ?? null);
    const memberships = sets.map(({ calibration }, set) =>
      raw[set] === null || raw[set] === undefined ? null : membershipOf(raw[set], calibration),
    );
    const missing = sets.flatMap(({ name }, set) => (memberships[set] === null ? [name] : []));
    if (missing.length > 0) dropped.push({ key, label, missing });
    else kept.push({ key, label, raw: raw.filter((each) => each !== null), memberships: memberships.filter((each) => each !== null) });
  });
  return { kept, dropped };
}

/** Refuses axes and filters that name nothing; undefined where a set is gone, or where there is no outcome or no condition yet. */
export function readQca(project: Project, setting: QcaSetting, titles: AxisTitles): Qca | Undefined {
  const { conditions, outcome, negates } = setting;
  if (!outcome || conditions.length === 0) return undefinedFor('noSets');
  const study = readStudy(project);
  const { entities } = resolveAxis(setting.cases, study.frame, titles);
  const sets: readonly QcaSet[] = [...conditions, outcome];
  const reader = new RawValues(project, study, setting, titles, entities);
  const values: (readonly (string | number | null)[])[] = [];
  for (const { measure } of sets) {
    const own = reader.of(measure);
    if (isUndefined(own)) return own;
    values.push(own);
  }
  const { kept, dropped } = calibrated(entities, sets, values);
  const answer: QcaSets = { names: conditions.map(({ name }) => name), outcome: outcome.name, negates, cases: kept, dropped };
  const memberships = (at: number): number[] => kept.map((each) => each.memberships[at] ?? 0);
  const present = memberships(conditions.length);
  const cases = { conditions: conditions.map((_, at) => memberships(at)), outcome: negates ? present.map((value) => 1 - value) : present };
  return { sets: answer, ...tableOf(cases, setting, answer) };
}

function tableOf(cases: CalibratedCases, setting: QcaSetting, sets: QcaSets): { readonly table: QcaTable | Undefined; readonly halves: QcaHalf[] } {
  const table = truthTableOf(cases, { consistency: setting.consistency, pri: setting.pri, cases: setting.leastCases });
  if (isUndefined(table)) {
    const halves = 'halves' in table ? table.halves : [];
    return {
      table: undefinedFor(table.because),
      halves: halves.map((half) => ({ caseLabel: sets.cases[half.case]?.label ?? '', set: sets.names[half.condition] ?? sets.outcome })),
    };
  }
  const solutions = solutionsOf(
    table,
    cases,
    setting.conditions.map(({ expects }) => expects),
  );
  return {
    table: { ...table, remainders: 2 ** cases.conditions.length - table.rows.length, necessities: necessities(cases), solutions },
    halves: [],
  };
}
