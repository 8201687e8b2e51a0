// The way back from an exported document: a link that was followed, a reference that was pasted.
import { useCallback, useEffect, useState } from 'react';
import type { ReferredPlace } from '../../shared/contract/link.ts';
import { onCoreEvent } from '../core.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { rememberReading } from '../reader/reading-place.ts';
import { useRun } from '../ui/use-run.ts';

const openers = new Set<(place: ReferredPlace) => void>();

/** Leads to where a reference leads, once the window shows its project. For the window as a whole, once. */
export function useReferences(): void {
  const { project } = useProject();
  const { go } = useNavigation();
  const [wanted, setWanted] = useState<ReferredPlace | null>(null);
  useEffect(() => {
    openers.add(setWanted);
    const stop = onCoreEvent((event) => {
      if (event.kind !== 'goTo') return;
      const { projectId, sourceId, passageId, turnId } = event;
      setWanted({ projectId, sourceId, passageId, turnId });
    });
    return () => {
      openers.delete(setWanted);
      stop();
    };
  }, []);
  useEffect(() => {
    if (wanted === null || project?.id !== wanted.projectId) return;
    const { projectId, sourceId, passageId, turnId } = wanted;
    // the reader opens a source where it was left: there, from now on
    if (passageId === null) rememberReading(projectId, sourceId, turnId);
    go({ screen: 'coding', sourceId, ...(passageId === null ? {} : { passageId }) });
    setWanted(null);
  }, [wanted, project?.id, go]);
}

/** Follows what somebody pasted; what leads nowhere is said. */
export function useOpenReference(): (reference: string) => void {
  const run = useRun();
  return useCallback(
    (reference: string) => {
      void run('link.open', { reference }).then((place) => {
        if (place) for (const open of openers) open(place);
      });
    },
    [run],
  );
}
