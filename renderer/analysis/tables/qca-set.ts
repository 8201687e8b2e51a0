// A set of a comparative analysis while it is being described: what is typed, and what comes of it.
import type { Attribute } from '../../../shared/domain/corpus.ts';
import type { AxisSpec } from '../../../shared/domain/matrix.ts';
import type { Calibration, Measure, QcaCondition, QcaSetting } from '../../../shared/domain/qca.ts';
import { qcaSetting } from '../../../shared/domain/qca.ts';
import { valuesOf } from '../../matrices/frame.ts';
import type { ProjectFrame } from '../../matrices/frame.ts';
import type { Term } from '../../../shared/statistics/boolean-minimisation.ts';

export interface SetDraft {
  readonly name: string;
  readonly kind: Measure['kind'];
  readonly attributeId: string | null;
  readonly categoryId: string | null;
  readonly calibration: Calibration['kind'];
  readonly from: string;
  readonly out: string;
  readonly crossover: string;
  readonly in: string;
  readonly values: readonly string[];
  readonly expects: QcaCondition['expects'];
}

/** Attributes that the cases compared can have. */
export function attributesFor(cases: AxisSpec, frame: ProjectFrame): Attribute[] {
  const kind = cases.kind === 'picked' ? cases.of.kind : cases.kind;
  return frame.corpus.attributes.filter(({ scope }) => scope === kind);
}

const BLANK: SetDraft = {
  name: '',
  kind: 'category',
  attributeId: null,
  categoryId: null,
  calibration: 'threshold',
  from: '1',
  out: '',
  crossover: '',
  in: '',
  values: [],
  expects: 'either',
};

const said = (value: number): string => String(value);

export function draftOf(set: (Omit<QcaCondition, 'expects'> & { expects?: QcaCondition['expects'] }) | null): SetDraft {
  if (!set) return BLANK;
  const { measure, calibration } = set;
  return {
    ...BLANK,
    name: set.name,
    kind: measure.kind,
    attributeId: measure.kind === 'attribute' ? measure.attributeId : null,
    categoryId: measure.kind === 'attribute' ? null : measure.categoryId,
    calibration: calibration.kind,
    ...(calibration.kind === 'threshold' ? { from: said(calibration.from) } : {}),
    ...(calibration.kind === 'anchors' ? { out: said(calibration.out), crossover: said(calibration.crossover), in: said(calibration.in) } : {}),
    ...(calibration.kind === 'oneOf' ? { values: calibration.values } : {}),
    expects: set.expects ?? 'either',
  };
}

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

/** Null while something is missing. */
export function setOf(draft: SetDraft): QcaCondition | null {
  const { kind, attributeId, categoryId } = draft;
  const measure = kind === 'attribute' ? { kind, attributeId } : kind === 'category' ? { kind, categoryId } : { kind, categoryId, scaleId: null };
  const calibration =
    draft.calibration === 'threshold'
      ? { kind: draft.calibration, from: number(draft.from) }
      : draft.calibration === 'anchors'
        ? { kind: draft.calibration, out: number(draft.out), crossover: number(draft.crossover), in: number(draft.in) }
        : { kind: draft.calibration, values: [...draft.values] };
  if (draft.calibration === 'oneOf' && draft.values.length === 0) return null;
  const parsed = qcaSetting.shape.conditions.safeParse([{ name: draft.name, measure, calibration, expects: draft.expects }]);
  return parsed.success ? (parsed.data[0] ?? null) : null;
}

/** Another attribute or category: its name, and a calibration that suits it. */
export function withObject(draft: SetDraft, chosen: Pick<SetDraft, 'attributeId' | 'categoryId'>, frame: ProjectFrame): SetDraft {
  const attribute = frame.corpus.attributes.find(({ id }) => id === chosen.attributeId);
  const category = frame.codebook.flatMap(({ categories }) => categories).find(({ id }) => id === chosen.categoryId);
  const name = (attribute?.name ?? category?.name ?? draft.name).slice(0, 60);
  if (!attribute) return { ...draft, ...chosen, name, calibration: draft.calibration === 'oneOf' ? 'threshold' : draft.calibration };
  const values = valuesOf(attribute.id, frame);
  const numbers = values.map(number).filter((value) => !Number.isNaN(value));
  if (numbers.length < values.length || numbers.length === 0) return { ...draft, ...chosen, name, calibration: 'oneOf', values: values.slice(0, 1) };
  const middle = numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  return { ...draft, ...chosen, name, calibration: 'threshold', from: said(middle) };
}

/** `DEV*~URB*LIT`; the first condition is the highest bit. */
export function termWords({ care, value }: Term, names: readonly string[], always: string): string {
  const words = names.flatMap((name, at) => {
    const bit = 2 ** (names.length - 1 - at);
    return care & bit ? [value & bit ? name : `~${name}`] : [];
  });
  return words.length === 0 ? always : words.join(' * ');
}

/** The axis of all categories whose passages stand behind a configuration; null where attributes alone make it. */
export function categoriesBehind({ conditions, outcome }: QcaSetting): AxisSpec | null {
  const sets = outcome ? [...conditions, outcome] : conditions;
  const ids = [...new Set(sets.flatMap(({ measure }) => (measure.kind === 'attribute' ? [] : [measure.categoryId])))];
  return ids.length === 0 ? null : { kind: 'picked', name: '', of: { kind: 'category', ids } };
}
