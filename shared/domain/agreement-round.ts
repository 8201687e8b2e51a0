// Agreement as it was measured one day, kept to be compared with later ones: the setting, and what was found.
import { z } from 'zod';
import type { DrawnInterval } from '../statistics/agreement-bootstrap.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { agreementSetting } from './agreement.ts';
import type { Agreement, AgreementFigures, AgreementSetting } from './agreement.ts';
import type { AgreementRoundId, CategoryId } from './ids.ts';

export const roundInput = z.object({ name: z.string().trim().min(1).max(120), setting: agreementSetting });

/** As the project keeps it, as JSON. */
export interface RoundFigures {
  readonly coders: readonly string[];
  readonly sources: readonly string[];
  readonly units: number;
  readonly disagreements: number;
  readonly overall: { readonly figures: AgreementFigures; readonly interval: DrawnInterval | Undefined };
  readonly categories: readonly {
    readonly id: CategoryId;
    readonly path: readonly string[];
    readonly value: number | Undefined;
    readonly interval: DrawnInterval | Undefined;
  }[];
}

export interface AgreementRound {
  readonly id: AgreementRoundId;
  readonly name: string;
  readonly setting: AgreementSetting;
  readonly figures: RoundFigures;
  readonly measuredBy: string;
  readonly createdAt: string;
}

export function roundOf(found: Agreement, disagreements: number): RoundFigures {
  return {
    coders: found.coders.map(({ name }) => name),
    sources: found.sources.map(({ name }) => name),
    units: found.units,
    disagreements,
    overall: found.overall,
    categories: found.categories.map(({ id, path, figures, interval }) => ({ id, path, value: figures[found.coefficient], interval })),
  };
}
