// Repairs a project into a new file, says what came of it, and leads there.
import { useState } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { repairText } from '../../shared/i18n/repair.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';

/** Opens what lies there, and goes to its corpus. */
export function useEntering(): (ref: string) => Promise<boolean> {
  const run = useRun();
  const { go } = useNavigation();
  const { take } = useProject();
  return async (ref) => {
    const project = await run('project.open', { ref });
    if (!project) return false;
    take(project);
    go({ screen: 'corpus' });
    return true;
  };
}

/** `projectRef` null: the open project. */
export function RepairButton({ projectRef }: { projectRef: string | null }) {
  const text = useText(repairText);
  const run = useRun();
  const enter = useEntering();
  const [isRepairing, setRepairing] = useState(false);
  const [done, setDone] = useState<Output<'safety.repair'> | null>(null);

  const repair = async () => {
    setRepairing(true);
    setDone((await run('safety.repair', { ref: projectRef })) ?? null);
    setRepairing(false);
  };
  return (
    <>
      <Button size="small" onPress={() => void repair()} isPending={isRepairing}>
        {isRepairing ? text.repairing : text.repair}
      </Button>
      {done ? (
        <Dialog
          isOpen
          title={text.repaired(done.fileName)}
          onClose={() => setDone(null)}
          actions={
            <Button variant="primary" onPress={() => void enter(done.ref).then((isOpen) => isOpen && setDone(null))}>
              {text.openRepaired}
            </Button>
          }
        >
          <ul className="repair-report">
            {text.report(done.repair).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="quiet">{text.damagedStays}</p>
        </Dialog>
      ) : null}
    </>
  );
}
