// What a ready-made display is: its choices, its shape, what it builds. The displays themselves are in matrix-displays.ts.
import type { ChoiceRule, DisplayOption } from './display-choices.ts';
import type { AxisSpec, CellContent, JoinRule, OrderKey } from './matrix.ts';

export const DISPLAYS = [
  'caseComparison',
  'frameworkChart',
  'conceptuallyClustered',
  'roleOrdered',
  'timeOrdered',
  'caseOrdered',
  'predictorOutcome',
  'variableByVariable',
  'checklist',
  'contrastTable',
  'leversGuardrails',
  'brakesSteps',
  'needsResources',
  'metaMatrix',
  'constructTable',
  'evidenceTable',
] as const;
export type DisplayId = (typeof DISPLAYS)[number];

/** What a researcher is after; the gallery's groups, in its order. */
export const DISPLAY_FAMILIES = ['compare', 'describe', 'order', 'explain', 'evidence'] as const;
export type DisplayFamily = (typeof DISPLAY_FAMILIES)[number];

/** Publications that displays come from; cited in full in the words. */
export const REFERENCES = [
  'milesHubermanSaldana2014',
  'ritchieSpencer1994',
  'gale2013',
  'eisenhardtGraebner2007',
  'gioia2013',
  'pratt2009',
  'peres2021',
  'ballon2022',
  'mira2021',
  'rameau2019',
] as const;
export type Reference = (typeof REFERENCES)[number];

/** What a thumbnail shows in its cells. */
export type DisplayMark = 'words' | 'numbers' | 'quotes' | 'ratings' | 'stances';

/** How many lines stand under each outer head; one number: no outer heads. */
export interface DisplayShape {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly mark: DisplayMark;
  readonly isOrdered?: boolean;
}

export const CHOICES = [
  'dimensions',
  'tools',
  'themes',
  'theme',
  'condition',
  'constructs',
  'predictors',
  'outcome',
  'levers',
  'guardrails',
  'brakes',
  'steps',
  'needs',
  'resources',
  'when',
  'cases',
  'people',
  'units',
  'roles',
  'actors',
  'order',
  'first',
  'second',
] as const;
export type ChoiceId = (typeof CHOICES)[number];

export interface Display {
  readonly id: DisplayId;
  readonly family: DisplayFamily;
  readonly references: readonly Reference[];
  readonly shape: DisplayShape;
  /** In the order in which they are filled: later ones may look at earlier ones. */
  readonly choices: readonly (readonly [ChoiceId, ChoiceRule])[];
  /** Says more once cells are rated. */
  readonly rates?: boolean;
  readonly build: (taken: Chosen) => Plan;
}

/** What its choices took, once all of them did. */
export type Chosen = Readonly<Partial<Record<ChoiceId, DisplayOption>>>;

export interface Plan {
  readonly rows: readonly (AxisSpec | null | undefined)[];
  readonly columns: readonly (AxisSpec | null | undefined)[];
  readonly contents: readonly CellContent[];
  readonly join?: JoinRule;
  readonly rowOrder?: OrderKey | null | undefined;
  readonly hidesEmpty?: boolean;
}
