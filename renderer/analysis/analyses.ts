// The analyses that the screen offers, group by group.
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

export const ANALYSIS_GROUPS = ['relations', 'tables', 'words', 'coverage', 'help'] as const;
export type AnalysisGroup = (typeof ANALYSIS_GROUPS)[number];

export interface AnalysisEntry {
  /** In addresses (`#/analysis?view=…`), in kept settings and among the names in shared/i18n/analyses.ts. */
  readonly id: string;
  readonly group: AnalysisGroup;
  readonly icon: LucideIcon;
  /** Loaded when it is first shown. */
  readonly Screen: ComponentType;
}

export const ANALYSES: readonly AnalysisEntry[] = [];
