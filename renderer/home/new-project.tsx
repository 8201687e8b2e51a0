// A new project on one page: what the study is, what it compares, with which grids, and who codes.
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { homeText } from '../../shared/i18n/home.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { CaseNames } from './case-names.tsx';
import { GridCards } from './grid-cards.tsx';

export function NewProject({ onBack, onCreated }: { onBack: () => void; onCreated: () => void }) {
  const { language } = useLanguage();
  const text = homeText[language];
  const run = useRun();
  const { data: grids = [] } = useQuery('grid.shipped', { language });
  const [title, setTitle] = useState('');
  const [question, setQuestion] = useState('');
  const [coderName, setCoderName] = useState('');
  const [caseNames, setCaseNames] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isCreating, setCreating] = useState(false);

  const create = async () => {
    if (title.trim() === '' || isCreating) return;
    setCreating(true);
    const project = await run('project.create', { title, question, language, coderName, caseNames: [...caseNames], gridKeys: [...chosen] });
    setCreating(false);
    if (project) onCreated();
  };
  return (
    <Form
      className="new-project"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <header className="new-project-head">
        <IconButton icon={ArrowLeft} label={text.back} onPress={onBack} />
        <h1>{text.newProject}</h1>
        <Button variant="primary" type="submit" isDisabled={title.trim() === ''} isPending={isCreating}>
          {text.create}
        </Button>
      </header>
      <div className="new-project-body">
        <div className="new-project-study">
          <section className="form">
            <h2>{text.about}</h2>
            <TextField label={text.title} value={title} onChange={setTitle} placeholder={text.titlePlaceholder} autoFocus isRequired validationBehavior="aria" maxLength={300} />
            <TextArea label={text.question} value={question} onChange={setQuestion} placeholder={text.questionPlaceholder} rows={3} maxLength={4000} />
            <TextField label={text.coder} value={coderName} onChange={setCoderName} placeholder={text.coderPlaceholder} hint={text.coderHint} maxLength={120} />
          </section>
          <section className="form">
            <h2>{text.cases}</h2>
            <p className="quiet">{text.casesHint}</p>
            <CaseNames names={caseNames} onChange={setCaseNames} />
          </section>
        </div>
        <section className="form">
          <h2>{text.grids}</h2>
          <p className="quiet">{text.gridsHint}</p>
          <GridCards grids={grids} chosen={chosen} onChange={setChosen} />
        </section>
      </div>
    </Form>
  );
}
