// Which of a project's guides is shown: remembered on this computer, the first one to begin with.
import { useCallback, useState } from 'react';
import type { GuideId } from '../../shared/domain/ids.ts';
import { lastingMemory } from '../ui/project-memory.ts';

const keyOf = (projectId: string): string => `trame.guide.${projectId}`;

/** `projectId` is empty until the project is known. */
export function useChosenGuide(projectId: string): readonly [GuideId | null, (guideId: GuideId) => void] {
  const [chosen, setChosen] = useState<{ readonly projectId: string; readonly guideId: GuideId } | null>(null);
  const choose = useCallback(
    (guideId: GuideId) => {
      lastingMemory().setItem(keyOf(projectId), guideId);
      setChosen({ projectId, guideId });
    },
    [projectId],
  );
  const remembered = chosen?.projectId === projectId ? chosen.guideId : (lastingMemory().getItem(keyOf(projectId)) as GuideId | null);
  return [remembered, choose];
}
