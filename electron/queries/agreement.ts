// Agreement between coders, from the codings of the sources that all of them coded; and the places where they differ.
import type {
  Agreement,
  AgreementScope,
  AgreementSetting,
  Disagreement,
  DisagreementScope,
  Disagreements,
  GammaAgreement,
} from '../../shared/domain/agreement.ts';
import { groundOf, measureAgreement } from '../../shared/domain/agreement-figures.ts';
import type { CountUnits } from '../../shared/domain/agreement-figures.ts';
import { agreementOfGrids } from '../../shared/domain/agreement-grids.ts';
import { asOtherPrograms } from '../../shared/domain/agreement-programs.ts';
import { disagreementsIn } from '../../shared/domain/disagreements.ts';
import { doubleCoding } from '../../shared/domain/double-coding.ts';
import type { DoubleCodedSource, DoubleCoding } from '../../shared/domain/double-coding.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { markedCharacters, markedUnits } from '../../shared/statistics/agreement-spans.ts';
import { gammaOf } from '../../shared/statistics/agreement-gamma.ts';
import type { Gamma, GammaText } from '../../shared/statistics/agreement-gamma.ts';
import { coderPairs } from '../../shared/statistics/agreement-ratings.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { standingDecisions } from './disagreement-decisions.ts';
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

export type Steps<T> = Generator<{ done: number; total: number }, T>;

/** Step by step, as it draws. */
export function* agreementSteps(project: Project, setting: AgreementSetting): Steps<Agreement | Undefined> {
  const coding = readDoubleCoding(project, setting);
  if (isUndefined(coding)) return coding;
  const unitsIn = unitsOf(project);
  const lengthOf = ({ id }: DoubleCodedSource): number => unitsIn(id).lengthUtf16;
  const ground = groundOf(coding, counting(setting.unit, unitsIn), lengthOf);
  const { categories, sources, ...measured } = yield* measureAgreement(ground, setting);
  const { unit, coefficient, draws, seed } = setting;
  return {
    ...measured,
    unit,
    coefficient,
    draws,
    seed,
    coders: coding.coders,
    passages: coding.sources.reduce((sum, { marks }) => sum + [...marks.values()].flat(2).length, 0),
    unused: coding.unused,
    outside: coding.outside,
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

export function readAgreement(project: Project, setting: AgreementSetting): Agreement | Undefined {
  const steps = agreementSteps(project, setting);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Of what is shown of one place. */
const LONGEST_UTF16 = 600;
/** On either side of it. */
const CONTEXT_UTF16 = 160;

/** Whole words, as far as the context goes. */
function wordsBefore(text: string, at: number): string {
  const from = Math.max(0, at - CONTEXT_UTF16);
  const words = text.slice(from, at).toWellFormed();
  return from === 0 ? words : `…${words.replace(/^\S*\s/u, ' ')}`;
}

function wordsAfter(text: string, at: number): string {
  const words = text.slice(at, at + CONTEXT_UTF16).toWellFormed();
  return at + CONTEXT_UTF16 >= text.length ? words : `${words.replace(/\s\S*$/u, ' ')}…`;
}

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
  const decisionOn = standingDecisions(project);
  const shown = found.slice(0, scope.most).map((place): Disagreement => {
    const end = Math.min(place.end, place.start + LONGEST_UTF16);
    const text = textOf(place.sourceId);
    return {
      ...place,
      text: text.slice(place.start, end).toWellFormed(),
      isCut: end < place.end,
      before: wordsBefore(text, place.start),
      after: end < place.end ? '' : wordsAfter(text, end),
      decision: decisionOn(place),
    };
  });
  return { total: found.length, decided: found.filter((place) => decisionOn(place) !== null).length, shown };
}

/** What coders marked with the categories of one grid, source by source; passages may overlap. */
function unitsOfGrid(coding: DoubleCoding, gridId: string, lengthOf: (source: DoubleCodedSource) => number): GammaText[] {
  const numbers = coding.categories.flatMap((category, number) => (category.gridId === gridId ? [number] : []));
  return coding.sources.map((source) => ({
    length: lengthOf(source),
    coders: coding.coders.map((_, coder) =>
      numbers.flatMap((value) => (source.marks.get(value)?.[coder] ?? []).map(({ start, end }) => ({ start, end, value }))),
    ),
  }));
}

/** Of all pairs of coders; undefined where it is so of each. */
function* meanOfPairs(texts: readonly GammaText[], coders: number, seed: number): Steps<Gamma | Undefined> {
  const found: Gamma[] = [];
  for (const [a, b] of coderPairs(coders)) {
    const pair = texts.map(({ length, coders: all }) => ({ length, coders: [all[a] ?? [], all[b] ?? []] }));
    const gamma = yield* gammaOf(pair, seed);
    if (!isUndefined(gamma)) found.push(gamma);
  }
  const [first] = found;
  if (!first) return undefinedFor('noVariation');
  const mean = (of: (gamma: Gamma) => number): number => found.reduce((sum, gamma) => sum + of(gamma), 0) / found.length;
  const units = texts.reduce((sum, { coders: all }) => sum + all.reduce((count, own) => count + own.length, 0), 0);
  return { ...first, gamma: mean((one) => one.gamma), observed: mean((one) => one.observed), expected: mean((one) => one.expected), units };
}

/** Gamma grid by grid; a step per sample drawn, so that it can be told how far it is and stopped. */
export function* readGamma(project: Project, { seed, ...scope }: AgreementScope & { readonly seed: number }): Steps<GammaAgreement | Undefined> {
  const coding = readDoubleCoding(project, scope);
  if (isUndefined(coding)) return coding;
  const unitsIn = unitsOf(project);
  const grids: GammaAgreement['grids'][number][] = [];
  for (const grid of coding.grids.filter(({ id }) => coding.categories.some(({ gridId }) => gridId === id))) {
    const texts = unitsOfGrid(coding, grid.id, ({ id }) => unitsIn(id).lengthUtf16);
    const gamma = yield* gammaOf(texts, seed);
    const isTooLarge = isUndefined(gamma) && gamma.because === 'tooLarge';
    grids.push({ ...grid, gamma: isTooLarge ? yield* meanOfPairs(texts, coding.coders.length, seed) : gamma, isMeanOfPairs: isTooLarge });
  }
  return { grids };
}

/** When the codings compared were made, how many sources there are in all, and when coders did not see each other's work. */
export interface CodedWhen {
  readonly first: string;
  readonly last: string;
  readonly sources: number;
  readonly blind: readonly { readonly from: string; readonly until: string | null }[];
}

const WHEN = `
  SELECT min(c.created_at) AS first, max(c.created_at) AS last, (SELECT count(*) FROM source) AS sources
  FROM coding c JOIN passage p ON p.id = c.passage_id
  WHERE c.coder_id IN (SELECT value FROM json_each(?)) AND p.source_id IN (SELECT value FROM json_each(?))`;
const BLIND = 'SELECT began_at AS "from", ended_at AS until FROM blind_period ORDER BY began_at';

export function readCodedWhen({ sqlite }: Project, { coders, sources }: Pick<Agreement, 'coders' | 'sources'>): CodedWhen {
  const ids = (things: readonly { readonly id: string }[]): string => JSON.stringify(things.map(({ id }) => id));
  const {
    first = '',
    last = '',
    ...all
  } = statement<[string, string], Omit<CodedWhen, 'blind'>>(sqlite, WHEN).get(ids(coders), ids(sources)) ??
  ({ sources: 0 } as Partial<CodedWhen> & { sources: number });
  const blind = statement<[], CodedWhen['blind'][number]>(sqlite, BLIND).all();
  return { first, last, ...all, blind: blind.filter(({ from, until }) => from <= last && (until === null || until >= first)) };
}
