// From a citation to its words: opens the reader at a turn.
import { useCallback } from 'react';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { rememberReading } from '../reader/reading-place.ts';

export function useOpenTurn(): (sourceId: string, turnId: string) => void {
  const { go } = useNavigation();
  const { project } = useProject();
  return useCallback(
    (sourceId: string, turnId: string) => {
      // the reader opens a source where it was left: there, from now on
      if (project) rememberReading(project.id, sourceId, turnId);
      go({ screen: 'coding', sourceId });
    },
    [go, project],
  );
}
