// What a table of answers would become: which columns are questions, which attributes, and the first respondents as sources.
import { Table } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { IncomingSurvey } from '../../shared/domain/incoming.ts';
import { COLUMN_ROLES, respondentsOf } from '../../shared/domain/survey.ts';
import { importText } from '../../shared/i18n/import.ts';
import { AttributeTableDialog } from '../corpus/attribute-table-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';
import { reasonWords } from './file-words.ts';
import { useImportSession } from './import-context.tsx';
import { changed, reasonLeft, rolesOf, withRole } from './import-state.ts';
import type { ImportFile } from './import-state.ts';
import './preview.css';
import './survey-preview.css';

const EXAMPLES = 3;

interface SurveyPreviewProps {
  file: ImportFile;
  incoming: IncomingSurvey;
}

export function SurveyPreview({ corpus, file, incoming }: SurveyPreviewProps & { corpus: Corpus }) {
  const { language } = useLanguage();
  const text = importText[language];
  const reason = reasonLeft(file);
  return (
    <div className="preview survey" data-panel tabIndex={-1}>
      <header className="preview-head">
        <div className="preview-title">
          <h2 className="survey-name">{file.chosen.path}</h2>
          <p className="preview-measures number">{text.respondents(incoming.respondents)}</p>
        </div>
        {reason === null ? null : <p className="survey-reason">{reason === 'nothingOpen' ? text.nothingOpenText : reasonWords(file, language)}</p>}
        <AsAttributes corpus={corpus} file={file} />
      </header>
      <div className="survey-body">
        <SectionTitle level={3} end={incoming.columns.length}>
          {text.columns}
        </SectionTitle>
        <p className="survey-hint">{text.rolesHint}</p>
        <Columns file={file} incoming={incoming} />
        {reason === 'nothingOpen' ? null : (
          <>
            <SectionTitle>{text.firstRespondents}</SectionTitle>
            <Respondents file={file} incoming={incoming} />
          </>
        )}
      </div>
    </div>
  );
}

/** The same file as what completes the sheets; brought in that way, it stays out of this import. */
function AsAttributes({ corpus, file }: { corpus: Corpus; file: ImportFile }) {
  const text = useText(importText);
  const session = useImportSession();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const brought = () => session.settle((before) => changed(before, file.key, () => ({ isTaken: false })));
  return (
    <p className="survey-attributes">
      <Button onPress={() => setOpen(true)}>
        <Table size={14} aria-hidden />
        {text.asAttributes}
      </Button>
      <span className="quiet">{text.asAttributesHint}</span>
      {isOpen ? <AttributeTableDialog corpus={corpus} chosen={file.chosen} onClose={close} onBrought={brought} /> : null}
    </p>
  );
}

function Columns({ file, incoming }: SurveyPreviewProps) {
  const text = useText(importText);
  const session = useImportSession();
  const roles = rolesOf(file);
  const rolesOffered = COLUMN_ROLES.map((id) => ({ id, label: text.roles[id] }));
  return (
    <table className="survey-columns">
      <thead>
        <tr>
          <th scope="col">{text.column}</th>
          <th scope="col">{text.roleTitle}</th>
          <th scope="col">{text.answers}</th>
          <th scope="col">{text.examples}</th>
        </tr>
      </thead>
      <tbody>
        {incoming.columns.map(({ name, answered, distinct }, at) => (
          <tr key={name} className={`survey-role-${roles[at] ?? 'closed'}`}>
            <th scope="row">{name}</th>
            <td>
              <Select
                label={text.role(name)}
                hidesLabel
                value={roles[at] ?? 'closed'}
                onChange={(role) => session.settle((before) => withRole(before, file.key, at, role))}
                options={rolesOffered}
              />
            </td>
            <td className="number">{text.answered(answered, distinct)}</td>
            <td className="survey-examples">{examplesOf(incoming, at).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function examplesOf({ sample }: IncomingSurvey, column: number): string[] {
  return [...new Set(sample.map((row) => row[column] ?? '').filter((answer) => answer !== ''))].slice(0, EXAMPLES);
}

function Respondents({ file, incoming }: SurveyPreviewProps) {
  const text = useText(importText);
  const roles = rolesOf(file);
  const columns = incoming.columns.map((column, at) => ({ ...column, role: roles[at] ?? column.role }));
  const respondents = respondentsOf(columns, incoming.sample, text.respondentNumber);
  return (
    <ul className="survey-respondents">
      {respondents.map(({ name, turns, attributes }, at) => (
        <li key={at}>
          <h3>{name}</h3>
          <p className="survey-values">
            {Object.entries(attributes).map(([column, value]) => (
              <span key={column}>
                <span className="quiet">{column}</span> {value}
              </span>
            ))}
          </p>
          {turns.length === 0 ? <p className="quiet">{text.noAnswer}</p> : null}
          {turns.map((turn, index) => (
            <p key={index} className={turn.speaker === null ? 'survey-question' : 'survey-answer'}>
              {turn.text.slice(turn.bodyStart, turn.bodyEnd)}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
