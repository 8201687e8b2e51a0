// The analyses that the screen offers, group by group.
import {
  Binary,
  CalendarDays,
  Cloud,
  Combine,
  GitFork,
  LayoutDashboard,
  Lightbulb,
  ListOrdered,
  Network,
  Scale,
  ScanText,
  ScatterChart,
  SearchCheck,
  Sheet,
  Split,
  SquaresIntersect,
  TextSearch,
  TrendingUp,
  UserCheck,
  Users,
  Waypoints,
  Workflow,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { lazy } from 'react';
import type { ComponentType } from 'react';

export const ANALYSIS_GROUPS = ['coverage', 'relations', 'tables', 'words', 'help'] as const;
export type AnalysisGroup = (typeof ANALYSIS_GROUPS)[number];

export interface AnalysisEntry {
  /** In addresses (`#/analysis?view=…`), in kept settings and among the names in shared/i18n/analyses.ts. */
  readonly id: string;
  readonly group: AnalysisGroup;
  readonly icon: LucideIcon;
  /** Loaded when it is first shown. */
  readonly Screen: ComponentType;
}

export const ANALYSES: readonly AnalysisEntry[] = [
  {
    id: 'cooccurrence',
    group: 'relations',
    icon: Waypoints,
    Screen: lazy(async () => ({ default: (await import('./relations/co-occurrence-screen.tsx')).CoOccurrenceScreen })),
  },
  {
    id: 'sequence',
    group: 'relations',
    icon: ListOrdered,
    Screen: lazy(async () => ({ default: (await import('./relations/sequence-screen.tsx')).SequenceScreen })),
  },
  {
    id: 'overlap',
    group: 'relations',
    icon: SquaresIntersect,
    Screen: lazy(async () => ({ default: (await import('./relations/overlap-screen.tsx')).OverlapScreen })),
  },
  {
    id: 'conceptmap',
    group: 'relations',
    icon: Workflow,
    Screen: lazy(async () => ({ default: (await import('./relations/concept-map-screen.tsx')).ConceptMapScreen })),
  },
  {
    id: 'overview',
    group: 'coverage',
    icon: LayoutDashboard,
    Screen: lazy(async () => ({ default: (await import('./study/overview-screen.tsx')).OverviewScreen })),
  },
  {
    id: 'portrait',
    group: 'coverage',
    icon: ScanText,
    Screen: lazy(async () => ({ default: (await import('./study/portrait-screen.tsx')).PortraitScreen })),
  },
  {
    id: 'timeline',
    group: 'coverage',
    icon: CalendarDays,
    Screen: lazy(async () => ({ default: (await import('./study/timeline-screen.tsx')).TimelineScreen })),
  },
  {
    id: 'saturation',
    group: 'coverage',
    icon: TrendingUp,
    Screen: lazy(async () => ({ default: (await import('./study/saturation-screen.tsx')).SaturationScreen })),
  },
  {
    id: 'meaning',
    group: 'coverage',
    icon: Combine,
    Screen: lazy(async () => ({ default: (await import('./study/meaning-screen.tsx')).MeaningScreen })),
  },
  {
    id: 'coverage',
    group: 'coverage',
    icon: SearchCheck,
    Screen: lazy(async () => ({ default: (await import('./study/coverage-screen.tsx')).CoverageScreen })),
  },
  {
    id: 'agreement',
    group: 'coverage',
    icon: Users,
    Screen: lazy(async () => ({ default: (await import('./agreement/agreement-screen.tsx')).AgreementScreen })),
  },
  {
    id: 'assignments',
    group: 'coverage',
    icon: UserCheck,
    Screen: lazy(async () => ({ default: (await import('../coders/assignments-screen.tsx')).AssignmentsScreen })),
  },
  {
    id: 'crosstab',
    group: 'tables',
    icon: Sheet,
    Screen: lazy(async () => ({ default: (await import('./tables/crosstab-screen.tsx')).CrosstabScreen })),
  },
  {
    id: 'correspondence',
    group: 'tables',
    icon: ScatterChart,
    Screen: lazy(async () => ({ default: (await import('./tables/correspondence-screen.tsx')).CorrespondenceScreen })),
  },
  {
    id: 'clustering',
    group: 'tables',
    icon: Network,
    Screen: lazy(async () => ({ default: (await import('./tables/clustering-screen.tsx')).ClusteringScreen })),
  },
  { id: 'qca', group: 'tables', icon: Binary, Screen: lazy(async () => ({ default: (await import('./tables/qca-screen.tsx')).QcaScreen })) },
  {
    id: 'frequencies',
    group: 'words',
    icon: Cloud,
    Screen: lazy(async () => ({ default: (await import('./words/frequencies.tsx')).FrequenciesScreen })),
  },
  { id: 'wordTree', group: 'words', icon: GitFork, Screen: lazy(async () => ({ default: (await import('./words/word-tree.tsx')).WordTreeScreen })) },
  {
    id: 'specificities',
    group: 'words',
    icon: Scale,
    Screen: lazy(async () => ({ default: (await import('./words/specificities.tsx')).SpecificitiesScreen })),
  },
  {
    id: 'classification',
    group: 'words',
    icon: Split,
    Screen: lazy(async () => ({ default: (await import('./words/classification.tsx')).ClassificationScreen })),
  },
  {
    id: 'suggestions',
    group: 'help',
    icon: Lightbulb,
    Screen: lazy(async () => ({ default: (await import('./suggestions/suggestions.tsx')).SuggestionsScreen })),
  },
  {
    id: 'similar',
    group: 'help',
    icon: TextSearch,
    Screen: lazy(async () => ({ default: (await import('./suggestions/similar.tsx')).SimilarScreen })),
  },
];
