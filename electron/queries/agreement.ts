// Agreement between coders, from the codings of the sources that all of them coded; and the places where they differ.
import type { Agreement, AgreementScope, AgreementSetting, Disagreement, DisagreementScope, Disagreements } from '../../shared/domain/agreement.ts';
import { groundOf, measureAgreement } from '../../shared/domain/agreement-figures.ts';
import type { CountUnits } from '../../shared/domain/agreement-figures.ts';
import { agreementOfGrids } from '../../shared/domain/agreement-grids.ts';
import { asOtherPrograms } from '../../shared/domain/agreement-programs.ts';
import { disagreementsIn } from '../../shared/domain/disagreements.ts';
import { doubleCoding } from '../../shared/domain/double-coding.ts';
import type { DoubleCodedSource, DoubleCoding } from '../../shared/domain/double-coding.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { markedCharacters, markedUnits } from '../../shared/statistics/agreement-spans.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { readSourceText, unitsOf } from './agreement-units.ts';
import type { SourceUnits } from './agreement-units.ts';
import { readStudy } from './matrix-study.ts';

function readDoubleCoding(project: Project, scope: AgreementScope): DoubleCoding | Undefined {
  const { frame, sources } = readStudy(project);
  return doubleCoding(frame, (id) => sources.get(id)?.passages ?? [], scope);
}

function counting(unit: AgreementSetting['unit'], unitsIn: (id: SourceId) => SourceUnits): CountUnits {
  return ({ id }, marks) => {
    const units = unitsIn(id);
    switch (unit) {
      case 'character':
        return markedCharacters(units.lengthUtf16, marks);
      case 'turn':
        return markedUnits(units.turns, marks);
      case 'sentence':
        return markedUnits(units.sentences(), marks);
      case 'source':
        return markedUnits([{ start: 0, end: units.lengthUtf16 }], marks);
    }
  };
}

export function readAgreement(project: Project, setting: AgreementSetting): Agreement | Undefined {
  const coding = readDoubleCoding(project, setting);
  if (isUndefined(coding)) return coding;
  const unitsIn = unitsOf(project);
  const lengthOf = ({ id }: DoubleCodedSource): number => unitsIn(id).lengthUtf16;
  const ground = groundOf(coding, counting(setting.unit, unitsIn), lengthOf);
  const { categories, sources, ...measured } = measureAgreement(ground, setting);
  const { unit, coefficient, draws, seed } = setting;
  return {
    ...measured,
    unit,
    coefficient,
    draws,
    seed,
    coders: coding.coders,
    unused: coding.unused,
    leftOut: coding.leftOut,
    categories: coding.categories.flatMap((category, at) => {
      const own = categories[at];
      return own ? [{ ...category, ...own }] : [];
    }),
    sources: coding.sources.flatMap(({ id, name }, at) => {
      const own = sources[at];
      return own ? [{ id, name, ...own }] : [];
    }),
    grids: agreementOfGrids(coding, lengthOf),
    programs: asOtherPrograms(
      coding,
      lengthOf,
      categories.map(({ figures }) => figures.barU),
    ),
  };
}

/** Of what is shown of one place. */
const LONGEST_UTF16 = 600;

/** In corpus order, the first of them with their words; `total` counts all. */
export function readDisagreements(project: Project, scope: DisagreementScope): Disagreements | Undefined {
  const coding = readDoubleCoding(project, scope);
  if (isUndefined(coding)) return coding;
  const found = disagreementsIn(coding, scope);
  const texts = new Map<SourceId, string>();
  const textOf = (id: SourceId): string => {
    let text = texts.get(id);
    if (text === undefined) texts.set(id, (text = readSourceText(project, id)));
    return text;
  };
  const shown = found.slice(0, scope.most).map((place): Disagreement => {
    const end = Math.min(place.end, place.start + LONGEST_UTF16);
    return { ...place, text: textOf(place.sourceId).slice(place.start, end).toWellFormed(), isCut: end < place.end };
  });
  return { total: found.length, shown };
}
