// What a rule looks for: the kind of thing, then the thing itself.
import { HEADING_STYLES, RULE_STRUCTURES, WORD_MODES } from '../../shared/domain/coding-rule.ts';
import type { HeadingStyle, RuleFind } from '../../shared/domain/coding-rule.ts';
import type { GuideQuestionId, ParticipantId } from '../../shared/domain/ids.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import type { FindKind } from '../../shared/i18n/autocode.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Choice } from './choice.tsx';
import { PickerList } from './picker-list.tsx';
import { emptyFind } from './rule-in-hand.ts';
import type { Frame } from './sentence.ts';

export const FIND_KINDS: readonly FindKind[] = ['text', 'regex', 'speaker', 'question', 'structure'];

interface FindPickerProps {
  find: RuleFind;
  frame: Frame;
  /** What is wrong with it, in words. */
  problem: string | null;
  onChange: (find: RuleFind) => void;
}

type Of<K extends FindKind> = Omit<FindPickerProps, 'find'> & { find: Extract<RuleFind, { kind: K }> };

export function FindPicker({ find, frame, problem, onChange }: FindPickerProps) {
  const text = useText(autocodeText);
  return (
    <div className="autocode-picker">
      <div className="autocode-picker-head">
        <Select
          label={text.findKind}
          value={find.kind}
          onChange={(kind) => kind !== find.kind && onChange(emptyFind(kind))}
          options={FIND_KINDS.map((id) => ({ id, label: text.findKinds[id] }))}
        />
      </div>
      <OneFind find={find} frame={frame} problem={problem} onChange={onChange} />
    </div>
  );
}

function OneFind({ find, frame, problem, onChange }: FindPickerProps) {
  switch (find.kind) {
    case 'text':
      return <TextFind find={find} frame={frame} problem={problem} onChange={onChange} />;
    case 'regex':
      return <PatternFind find={find} frame={frame} problem={problem} onChange={onChange} />;
    case 'speaker':
      return <SpeakerFind find={find} frame={frame} problem={problem} onChange={onChange} />;
    case 'question':
      return <QuestionFind find={find} frame={frame} problem={problem} onChange={onChange} />;
    case 'structure':
      return <StructureFind find={find} frame={frame} problem={problem} onChange={onChange} />;
  }
}

function TextFind({ find, onChange }: Of<'text'>) {
  const text = useText(autocodeText);
  return (
    <div className="autocode-picker-body">
      <TextField
        autoFocus
        label={text.words}
        value={find.words}
        maxLength={2000}
        hint={find.mode === 'phrase' ? text.phraseHint : find.mode === 'search' ? text.searchHint : text.wordsHint}
        onChange={(words) => onChange({ ...find, words })}
      />
      <Choice
        title={text.mode}
        value={find.mode}
        onChange={(mode) => onChange({ ...find, mode })}
        options={WORD_MODES.map((id) => ({ id, label: text.modes[id], ...(id === 'stem' ? { hint: text.stemNote } : {}) }))}
      />
    </div>
  );
}

function PatternFind({ find, problem, onChange }: Of<'regex'>) {
  const text = useText(autocodeText);
  return (
    <div className="autocode-picker-body">
      <TextField
        autoFocus
        className="autocode-pattern"
        label={text.pattern}
        value={find.pattern}
        maxLength={2000}
        hint={text.findHints.regex}
        error={problem ?? undefined}
        onChange={(pattern) => onChange({ ...find, pattern })}
      />
      <Checkbox isSelected={find.ignoresCase} onChange={(ignoresCase) => onChange({ ...find, ignoresCase })}>
        {text.ignoresCase}
      </Checkbox>
      <Checkbox isSelected={find.ignoresAccents} onChange={(ignoresAccents) => onChange({ ...find, ignoresAccents })}>
        {text.ignoresAccents}
      </Checkbox>
    </div>
  );
}

function SpeakerFind({ find, frame, onChange }: Of<'speaker'>) {
  const text = useText(autocodeText);
  const caseNames = new Map<string, string>(frame.corpus.cases.map(({ id, name }) => [id, name]));
  return (
    <PickerList
      label={text.people}
      options={frame.corpus.participants.map(({ id, name, caseId }) => ({ id, label: name, detail: caseNames.get(caseId ?? '') ?? '' }))}
      chosen={find.participantIds}
      onChange={(ids) => onChange({ ...find, participantIds: ids as ParticipantId[] })}
    />
  );
}

function QuestionFind({ find, frame, onChange }: Of<'question'>) {
  const text = useText(autocodeText);
  const options = frame.guides.flatMap(({ themes, title }) =>
    themes.flatMap(({ name, questions }) => questions.map((question) => ({ id: question.id, label: question.text, detail: name || title }))),
  );
  if (options.length === 0) return <p className="autocode-picker-note">{text.noQuestions}</p>;
  return (
    <PickerList
      label={text.questions}
      options={options}
      chosen={find.questionIds}
      onChange={(ids) => onChange({ ...find, questionIds: ids as GuideQuestionId[] })}
    />
  );
}

const ANY = 'any';

function StructureFind({ find, onChange }: Of<'structure'>) {
  const text = useText(autocodeText);
  return (
    <div className="autocode-picker-body">
      <Choice
        title={text.structure}
        value={find.what}
        onChange={(what) => onChange({ ...find, what })}
        options={RULE_STRUCTURES.map((id) => ({ id, label: text.structures[id] }))}
      />
      {find.what === 'turn' ? null : (
        <>
          <Select
            label={text.style}
            value={find.style ?? ANY}
            onChange={(style) => onChange({ ...find, style: style === ANY ? null : (style as HeadingStyle) })}
            options={[{ id: ANY, label: text.anyStyle }, ...HEADING_STYLES.map((id) => ({ id, label: text.styles[id] }))]}
          />
          <TextField
            label={text.headingWords}
            hint={text.headingWordsHint}
            value={find.words}
            maxLength={300}
            onChange={(words) => onChange({ ...find, words })}
          />
        </>
      )}
    </div>
  );
}
