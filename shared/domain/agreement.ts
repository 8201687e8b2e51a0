// Agreement between coders: what is asked, and what is answered. Every figure names its unit, its sources and its coders.
import { z } from 'zod';
import { BINARY_COEFFICIENTS } from '../statistics/agreement-binary.ts';
import type { BinaryCoefficient } from '../statistics/agreement-binary.ts';
import { USUAL_DRAWING } from '../statistics/agreement-bootstrap.ts';
import type { DrawnInterval } from '../statistics/agreement-bootstrap.ts';
import type { Gamma } from '../statistics/agreement-gamma.ts';
import { MOST_CODERS } from '../statistics/agreement-spans.ts';
import type { Undefined } from '../statistics/undefined.ts';
import type { DisagreementDecision } from './disagreement-decision.ts';
import { categoryId, coderId, gridId, sourceId } from './ids.ts';
import type { CategoryId, CoderId, GridId, PassageId, SourceId } from './ids.ts';

/** What two coders are compared on, one by one. */
export const AGREEMENT_UNITS = ['character', 'sentence', 'turn', 'source'] as const;
export type AgreementUnit = (typeof AGREEMENT_UNITS)[number];

/** `barU` (|u-alpha) looks at where passages begin and end, in characters whatever the unit. */
export const AGREEMENT_COEFFICIENTS = [...BINARY_COEFFICIENTS, 'barU'] as const;
export type AgreementCoefficient = BinaryCoefficient | 'barU';

const MOST_DRAWS = 10_000;
const MOST_SEED = 2 ** 31 - 1;

export const agreementScope = z.object({
  /** None: the two who coded most sources in common. In this order. */
  coderIds: z.array(coderId).max(MOST_CODERS),
  /** Null: all grids. */
  gridIds: z.array(gridId).min(1).max(200).nullable(),
});
export type AgreementScope = z.infer<typeof agreementScope>;

export const agreementSetting = agreementScope.extend({
  unit: z.enum(AGREEMENT_UNITS),
  coefficient: z.enum(AGREEMENT_COEFFICIENTS),
  draws: z.number().int().min(100).max(MOST_DRAWS),
  seed: z.number().int().min(0).max(MOST_SEED),
});
export type AgreementSetting = z.infer<typeof agreementSetting>;

export const USUAL_AGREEMENT: AgreementSetting = { coderIds: [], gridIds: null, unit: 'character', coefficient: 'alpha', ...USUAL_DRAWING };

export type AgreementFigures = Readonly<Record<AgreementCoefficient, number | Undefined>>;

/** Units: those that all coders applied the category to, some of them, none of them. */
export interface AgreementCounts {
  readonly all: number;
  readonly some: number;
  readonly none: number;
}

export interface CategoryAgreement {
  readonly id: CategoryId;
  readonly gridId: GridId;
  readonly name: string;
  /** From the grid's title down to the name. */
  readonly path: readonly string[];
  readonly counts: AgreementCounts;
  /** Of two coders: applied by the first alone, by the second alone. */
  readonly alone: readonly [number, number] | null;
  readonly figures: AgreementFigures;
  /** Of the coefficient asked for. */
  readonly interval: DrawnInterval | Undefined;
}

/** Of all categories together, each counting the same. */
export interface SourceAgreement {
  readonly id: SourceId;
  readonly name: string;
  readonly units: number;
  readonly figures: AgreementFigures;
}

export interface LeftOutSource {
  readonly id: SourceId;
  readonly name: string;
  /** Coders who coded nothing of these grids in it. */
  readonly without: readonly string[];
}

/** A category whose codings all lie in sources that not all coders coded: there is no figure of it, and why. */
export interface OutsideCategory {
  readonly id: CategoryId;
  readonly path: readonly string[];
  /** Of the coders compared, in the sources left out. */
  readonly codings: number;
  readonly value: Undefined;
}

/** Categories of one grid as values of one variable: the u-alphas ask that no coder gave the same words two of them. */
export interface GridAgreement {
  readonly id: GridId;
  readonly title: string;
  /** Coders who applied nothing of it in the sources compared. */
  readonly without: readonly string[];
  readonly u: number | Undefined;
  readonly barU: number | Undefined;
  readonly cu: number | Undefined;
  /** Share of the text on which cu stands. */
  readonly coverage: number;
  readonly categories: readonly { readonly id: CategoryId; readonly alpha: number | Undefined; readonly coverage: number }[];
}

/** What other programs would print for the same codings; of two coders. */
export interface OtherPrograms {
  /** Means over categories and sources of what its coding comparison prints: plain, and weighted by the length of sources. */
  readonly nvivo: { readonly percent: number; readonly kappa: number; readonly weightedKappa: number };
  /** Its binary alpha, one category against the rest: mean over the categories in which it exists. */
  readonly atlas: { readonly alpha: number | Undefined };
  /** Sources in which both or neither applied a category; passages matched by so much overlap, and their kappa. */
  readonly maxqda: {
    readonly existence: number;
    readonly overlap: number;
    readonly passages: number | Undefined;
    readonly kappa: number | Undefined;
  };
}

export interface Agreement {
  readonly unit: AgreementUnit;
  readonly coefficient: AgreementCoefficient;
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[];
  /** Units in the sources compared. */
  readonly units: number;
  readonly categories: readonly CategoryAgreement[];
  /** Of all coders in these sources. */
  readonly passages: number;
  /** Categories of the grids that none of these coders applied: they count for nothing. */
  readonly unused: number;
  readonly outside: readonly OutsideCategory[];
  readonly sources: readonly SourceAgreement[];
  readonly leftOut: readonly LeftOutSource[];
  readonly overall: { readonly figures: AgreementFigures; readonly interval: DrawnInterval | Undefined };
  /** What was drawn again for the intervals. */
  readonly drawn: 'sources' | 'units';
  readonly draws: number;
  readonly seed: number;
  readonly grids: readonly GridAgreement[];
  readonly programs: OtherPrograms | null;
}

export interface DisagreementSide {
  readonly id: CoderId;
  readonly name: string;
  readonly marked: readonly { readonly start: number; readonly end: number }[];
  /** Other categories of the same grid that this coder gave some of these words. */
  readonly instead: readonly string[];
}

/** A stretch of text that somebody gave a category, and the others not, or not to the same words. */
export interface Disagreement {
  readonly sourceId: SourceId;
  readonly source: string;
  readonly categoryId: CategoryId;
  readonly category: string;
  /** Whole-document UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The words were too many to be shown. */
  readonly isCut: boolean;
  /** What each coder gave the category to, by offsets in `text`; nothing where a coder did not apply it there. */
  readonly coders: readonly DisagreementSide[];
  /**
   * `ends`: all applied it there, to more or fewer words; `other`: somebody gave these words another category of the grid instead; `applied`: somebody
   * gave them none of it.
   */
  readonly about: DisagreementKind;
  /** One of these passages, to open the reader at. */
  readonly passageId: PassageId;
  /** The words around it. */
  readonly before: string;
  readonly after: string;
  /** What was decided or said of it, where it still stands. */
  readonly decision: DisagreementDecision | null;
}

export interface Disagreements {
  readonly total: number;
  /** Those among them that were decided to stay, or are being talked over. */
  readonly decided: number;
  readonly shown: readonly Disagreement[];
}

export const DISAGREEMENT_KINDS = ['applied', 'other', 'ends'] as const;
export type DisagreementKind = (typeof DISAGREEMENT_KINDS)[number];

export const disagreementScope = agreementScope.extend({
  categoryId: categoryId.nullable(),
  sourceId: sourceId.nullable(),
  /** Those in which this coder did not have what another one had; null: all. */
  coderId: coderId.nullable(),
  about: z.enum(['all', ...DISAGREEMENT_KINDS]),
  most: z.number().int().min(1).max(500),
});
export type DisagreementScope = z.infer<typeof disagreementScope>;

/** `job`: what progress is told under, and what is stopped by. */
export const gammaScope = agreementScope.extend({ seed: z.number().int().min(0).max(MOST_SEED), job: z.string().min(1).max(80) });

/** Gamma of each grid, its categories as the values of the units. */
export interface GammaAgreement {
  readonly grids: readonly {
    readonly id: GridId;
    readonly title: string;
    readonly gamma: Gamma | Undefined;
    /** With too many units of three coders or more to align them all at once: the mean of all pairs of coders. */
    readonly isMeanOfPairs: boolean;
  }[];
}
