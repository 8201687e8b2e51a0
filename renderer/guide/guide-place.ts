// The guide as a face of the corpus in the address: « back » from an interview leads to where one was in it.
import type { Place } from '../navigation.tsx';

export const GUIDE_VIEWS = ['questions', 'matches', 'coverage'] as const;
export type GuideView = (typeof GUIDE_VIEWS)[number];

const PREFIX = 'guide-';

export function isGuidePlace({ screen, view }: Place): boolean {
  return screen === 'corpus' && (view ?? '').startsWith(PREFIX);
}

export function guideViewOf({ view }: Place): GuideView {
  return GUIDE_VIEWS.find((name) => view === PREFIX + name) ?? 'questions';
}

export function placeOfGuide(view: GuideView, sourceId?: string): Place {
  return { screen: 'corpus', view: PREFIX + view, ...(sourceId === undefined ? {} : { sourceId }) };
}
