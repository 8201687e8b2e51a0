// Somebody else has the project open: who, where, since when, and what can be done about it.
import { useState } from 'react';
import type { Failure } from '../../shared/contract/contract.ts';
import type { Access, Holder } from '../../shared/domain/safety.ts';
import { repairText } from '../../shared/i18n/repair.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';

export type Held = Holder & { readonly ref: string };

/** Null for any other failure. */
export function heldOf({ code, data }: Failure): Held | null {
  if (code !== 'project.held') return null;
  const { coder, computer, since, seen, ref } = data;
  return { coder: String(coder), computer: String(computer), since: String(since), seen: String(seen), ref: String(ref) };
}

interface HeldDialogProps {
  readonly held: Held;
  readonly onOpened: () => void;
  readonly onClose: () => void;
}

export function HeldDialog({ held, onOpened, onClose }: HeldDialogProps) {
  const text = useText(repairText);
  const run = useRun();
  const [isOpening, setOpening] = useState(false);
  const open = async (access: Access) => {
    setOpening(true);
    const project = await run('project.open', { ref: held.ref, access });
    setOpening(false);
    if (project) onOpened();
  };
  return (
    <Dialog
      isOpen
      title={text.heldTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button variant="danger" onPress={() => void open('takeOver')} isDisabled={isOpening}>
            {text.takeOver}
          </Button>
          <Button variant="primary" onPress={() => void open('read')} isDisabled={isOpening}>
            {text.readOnly}
          </Button>
        </>
      }
    >
      <p>{text.held(held)}</p>
      <p className="quiet">{text.heldWhat}</p>
    </Dialog>
  );
}
