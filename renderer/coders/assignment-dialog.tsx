// Gives sources to several coders, or changes what was given.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Assignment } from '../../shared/domain/assignment.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import { codersText } from '../../shared/i18n/coders.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

interface AssignmentDialogProps {
  /** Null: a new one. */
  assignment: Assignment | null;
  coders: readonly Coder[];
  onClose: () => void;
}

export function AssignmentDialog({ assignment, coders, onClose }: AssignmentDialogProps) {
  const words = useText(codersText);
  const run = useRun();
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: codebook = [] } = useQuery('codebook.read', {});
  const [title, setTitle] = useState(assignment?.title ?? words.assignments);
  const [due, setDue] = useState(assignment?.due ?? '');
  const [isBlind, setBlind] = useState(assignment?.isBlind ?? true);
  const [sourceIds, setSources] = useState<readonly string[]>(assignment?.sources.map(({ id }) => id) ?? []);
  const [gridIds, setGrids] = useState<readonly string[]>(assignment?.grids.map(({ id }) => id) ?? []);
  const [coderIds, setCoders] = useState<readonly string[]>(assignment?.coders.map(({ coderId }) => coderId) ?? coders.map(({ id }) => id));
  const isComplete = title.trim() !== '' && sourceIds.length > 0 && coderIds.length > 0;
  const submit = async () => {
    if (!isComplete) return;
    const input = {
      title: title.trim(),
      due: due === '' ? null : due,
      isBlind,
      sourceIds: [...sourceIds],
      gridIds: [...gridIds],
      coderIds: [...coderIds],
    };
    if ((await run('assignment.save', { assignmentId: assignment?.id ?? null, ...input })) !== undefined) onClose();
  };
  return (
    <Dialog
      isOpen
      title={assignment ? words.editAssignment : words.newAssignment.replace('…', '')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" type="submit" form="assignment" isDisabled={!isComplete}>
            {assignment ? words.save : words.give}
          </Button>
        </>
      }
    >
      <Form
        id="assignment"
        className="form assignment-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField label={words.name} value={title} onChange={setTitle} autoFocus maxLength={200} />
        <TextField label={words.due} type="date" value={due} onChange={setDue} />
        <Ticked label={words.sources} options={corpus?.sources ?? []} chosen={sourceIds} onChange={setSources} />
        <Ticked
          label={`${words.grids} (${gridIds.length === 0 ? words.allGrids : gridIds.length})`}
          options={codebook.map((grid) => ({ id: grid.id, name: grid.title }))}
          chosen={gridIds}
          onChange={setGrids}
        />
        <Ticked label={words.coders} options={coders} chosen={coderIds} onChange={setCoders} />
        <Checkbox isSelected={isBlind} onChange={setBlind}>
          {words.isBlind}
        </Checkbox>
      </Form>
    </Dialog>
  );
}

interface TickedProps {
  label: string;
  options: readonly { readonly id: string; readonly name: string; readonly color?: string }[];
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

function Ticked({ label, options, chosen, onChange }: TickedProps) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map(({ id, name, color }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isOn) => onChange(options.map((each) => each.id).filter((each) => (each === id ? isOn : chosen.includes(each))))}
        >
          {color === undefined ? null : <Swatch color={color} />} {name}
        </Checkbox>
      ))}
    </fieldset>
  );
}
