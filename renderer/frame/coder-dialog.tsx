// Name and initials of someone who codes.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { initialsOf } from '../../shared/domain/corpus.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import { codersText } from '../../shared/i18n/coders.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { ColorPicker } from '../codebook/color-picker.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';

interface CoderDialogProps {
  /** null to add someone. */
  coder: Coder | null;
  onClose: () => void;
  onAdded: (coderId: Coder['id']) => void;
}

export function CoderDialog({ coder, onClose, onAdded }: CoderDialogProps) {
  const text = useText(frameText);
  const words = useText(uiText);
  const coders = useText(codersText);
  const run = useRun();
  const [name, setName] = useState(coder?.name ?? '');
  const [initials, setInitials] = useState(coder?.initials ?? '');
  const [color, setColor] = useState(coder?.color ?? '');
  const isComplete = name.trim() !== '' && (coder === null || initials.trim() !== '');

  const submit = async () => {
    if (!isComplete) return;
    if (coder) {
      if ((await run('coder.update', { coderId: coder.id, name: name.trim(), initials: initials.trim(), color })) === undefined) return;
    } else {
      const coderId = await run('coder.create', { name: name.trim() });
      if (coderId === undefined) return;
      onAdded(coderId);
    }
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={coder ? text.editCoderTitle : text.addCoderTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" type="submit" form="coder" isDisabled={!isComplete}>
            {coder ? text.save : text.add}
          </Button>
        </>
      }
    >
      <Form
        id="coder"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{text.coderHint}</p>
        <TextField label={text.coderName} value={name} onChange={setName} autoFocus maxLength={300} />
        {coder ? <TextField label={text.coderInitials} value={initials} onChange={setInitials} maxLength={4} placeholder={initialsOf(name)} /> : null}
        {coder ? (
          <p className="coder-color">
            <span>{coders.color}</span> <ColorPicker color={color} isReadOnly={false} onChange={setColor} />
          </p>
        ) : null}
      </Form>
    </Dialog>
  );
}
