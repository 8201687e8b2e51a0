// A new project on one page: what the study is, what it compares, with which grids, and who codes.
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { homeText } from '../../shared/i18n/home.ts';
import { protectionText } from '../../shared/i18n/protection.ts';
import { NewPassword, isNewPassword } from '../protection/new-password.tsx';
import type { TypedTwice } from '../protection/new-password.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { CaseNames } from './case-names.tsx';
import { GridCards } from './grid-cards.tsx';

interface Draft {
  readonly title: string;
  readonly question: string;
  readonly coderName: string;
  readonly caseNames: readonly string[];
  readonly gridKeys: ReadonlySet<string>;
  /** Null: nothing protects it. */
  readonly protection: TypedTwice | null;
}

const BLANK: Draft = { title: '', question: '', coderName: '', caseNames: [], gridKeys: new Set(), protection: null };

interface PartProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

export function NewProject({ onBack, onCreated }: { onBack: () => void; onCreated: () => void }) {
  const { language } = useLanguage();
  const text = homeText[language];
  const run = useRun();
  const { data: grids = [] } = useQuery('grid.shipped', { language });
  const [draft, setDraft] = useState(BLANK);
  const [isCreating, setCreating] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const isReady = draft.title.trim() !== '' && (draft.protection === null || isNewPassword(draft.protection));
  const create = async () => {
    if (!isReady || isCreating) return;
    setCreating(true);
    const { protection, ...study } = draft;
    const password = protection === null ? {} : { password: protection.password };
    const project = await run('project.create', { ...study, ...password, language, caseNames: [...draft.caseNames], gridKeys: [...draft.gridKeys] });
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
        <Button variant="primary" type="submit" isDisabled={!isReady} isPending={isCreating}>
          {text.create}
        </Button>
      </header>
      <div className="new-project-body">
        <div className="new-project-study">
          <Study draft={draft} onChange={change} />
          <Protection draft={draft} onChange={change} />
          <section className="form">
            <h2>{text.cases}</h2>
            <p className="quiet">{text.casesHint}</p>
            <CaseNames names={draft.caseNames} onChange={(caseNames) => change({ caseNames })} />
          </section>
        </div>
        <section className="form">
          <h2>{text.grids}</h2>
          <p className="quiet">{text.gridsHint}</p>
          <GridCards grids={grids} chosen={draft.gridKeys} onChange={(gridKeys) => change({ gridKeys })} />
        </section>
      </div>
    </Form>
  );
}

function Protection({ draft: { protection }, onChange }: PartProps) {
  const text = useText(protectionText);
  return (
    <section className="form">
      <Checkbox isSelected={protection !== null} onChange={(isOn) => onChange({ protection: isOn ? { password: '', again: '' } : null })}>
        {text.protectNew}
      </Checkbox>
      {protection === null ? (
        <p className="quiet">{text.protectNewText}</p>
      ) : (
        <>
          <NewPassword typed={protection} onChange={(typed) => onChange({ protection: typed })} label={text.password} autoFocus />
          <p className="quiet">{text.forgotten}</p>
          <p className="quiet">{text.recordings}</p>
        </>
      )}
    </section>
  );
}

function Study({ draft, onChange }: PartProps) {
  const text = useText(homeText);
  return (
    <section className="form">
      <h2>{text.about}</h2>
      <TextField
        label={text.title}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        placeholder={text.titlePlaceholder}
        autoFocus
        isRequired
        validationBehavior="aria"
        maxLength={300}
      />
      <TextArea
        label={text.question}
        value={draft.question}
        onChange={(question) => onChange({ question })}
        placeholder={text.questionPlaceholder}
        maxLength={4000}
      />
      <TextField
        label={text.coder}
        value={draft.coderName}
        onChange={(coderName) => onChange({ coderName })}
        placeholder={text.coderPlaceholder}
        hint={text.coderHint}
        maxLength={120}
      />
    </section>
  );
}
