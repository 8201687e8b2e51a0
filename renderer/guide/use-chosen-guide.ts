// Which of a project's guides is shown: remembered on this computer, the first one to begin with.
import { useCallback, useState } from 'react';
import type { GuideId } from '../../shared/domain/ids.ts';

const keyOf = (projectId: string): string => `trame.guide.${projectId}`;

export function useChosenGuide(projectId: string): readonly [GuideId | null, (guideId: GuideId) => void] {
  const [chosen, setChosen] = useState(() => localStorage.getItem(keyOf(projectId)) as GuideId | null);
  const choose = useCallback(
    (guideId: GuideId) => {
      localStorage.setItem(keyOf(projectId), guideId);
      setChosen(guideId);
    },
    [projectId],
  );
  return [chosen, choose];
}
