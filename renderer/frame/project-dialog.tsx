// Title and research question of the project.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';

export function ProjectDialog({ project, onClose }: { project: ProjectInfo; onClose: () => void }) {
  const text = useText(frameText);
  const words = useText(uiText);
  const run = useRun();
  const [title, setTitle] = useState(project.title);
  const [question, setQuestion] = useState(project.question);

  const submit = async () => {
    if ((await run('project.update', { title, question })) !== undefined) onClose();
  };
  return (
    <Dialog
      isOpen
      title={text.projectMenu}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" type="submit" form="project" isDisabled={title.trim() === ''}>
            {text.save}
          </Button>
        </>
      }
    >
      <Form
        id="project"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField label={text.projectTitle} value={title} onChange={setTitle} autoFocus maxLength={300} />
        <TextArea label={text.projectQuestion} value={question} onChange={setQuestion} rows={4} maxLength={4000} />
      </Form>
    </Dialog>
  );
}
