// Where it is searched, as a sentence whose underlined words open lists.
import type { ReactNode } from 'react';
import type { CaseId, ParticipantId, SourceId } from '../../shared/domain/ids.ts';
import { CODED_STATES } from '../../shared/domain/search.ts';
import type { SearchFilter } from '../../shared/domain/search.ts';
import { searchText } from '../../shared/i18n/search.ts';
import type { Output } from '../../shared/contract/contract.ts';
import { ChoiceWord, SentenceWord } from '../analysis/sentence.tsx';
import { PickerList } from '../autocode/picker-list.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { attributeOptions, attributesFrom, optionIds } from './attribute-options.ts';

interface FilterSentenceProps {
  filter: SearchFilter;
  corpus: Output<'corpus.read'>;
  onChange: (filter: SearchFilter) => void;
}

const nameOf = (list: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]): string =>
  list.find(({ id }) => id === ids[0])?.name ?? '…';

const labelled = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ id, label: name }));

interface PickedProps {
  label: string;
  /** What stands in the sentence. */
  text: string;
  options: readonly { readonly id: string; readonly label: string }[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  children?: ReactNode;
}

/** An underlined word that opens a list to choose several from. */
function Picked({ label, text, options, chosen, onChange, children }: PickedProps) {
  return (
    <SentenceWord label={label} text={text}>
      <PickerList label={label} options={options} chosen={chosen} onChange={onChange} />
      {children}
    </SentenceWord>
  );
}

function PeopleWord({ filter, corpus: { participants }, onChange }: FilterSentenceProps) {
  const text = useText(searchText);
  const { participantIds, withInterviewers } = filter;
  const all = withInterviewers ? text.everybody : text.withoutInterviewers;
  return (
    <Picked
      label={text.people}
      text={participantIds.length === 0 ? all : text.somePeople(participantIds.length, nameOf(participants, participantIds))}
      options={labelled(participants)}
      chosen={participantIds}
      onChange={(ids) => onChange({ ...filter, participantIds: ids as ParticipantId[] })}
    >
      <Checkbox
        className="search-interviewers"
        isSelected={!withInterviewers}
        onChange={(isOut) => onChange({ ...filter, withInterviewers: !isOut })}
      >
        {text.leaveInterviewers}
      </Checkbox>
    </Picked>
  );
}

function AttributesWord({ filter, corpus, onChange }: FilterSentenceProps) {
  const text = useText(searchText);
  const options = attributeOptions(corpus);
  const chosen = optionIds(filter);
  if (options.length === 0) return null;
  const only = options.find(({ id }) => id === chosen[0])?.label ?? '…';
  return (
    <>
      {text.sentence.where}
      <Picked
        label={text.attributes}
        text={chosen.length === 0 ? text.anyAttribute : text.someAttributes(chosen.length, only)}
        options={options}
        chosen={chosen}
        onChange={(ids) => onChange({ ...filter, attributes: attributesFrom(ids) })}
      />
    </>
  );
}

export function FilterSentence(props: FilterSentenceProps) {
  const text = useText(searchText);
  const { filter, corpus, onChange } = props;
  const { sources, cases } = corpus;
  const { sourceIds, caseIds } = filter;
  return (
    <p className="search-sentence">
      {text.sentence.look}
      <Picked
        label={text.sources}
        text={sourceIds.length === 0 ? text.allSources : text.someSources(sourceIds.length, nameOf(sources, sourceIds))}
        options={labelled(sources)}
        chosen={sourceIds}
        onChange={(ids) => onChange({ ...filter, sourceIds: ids as SourceId[] })}
      />
      {cases.length === 0 ? null : text.sentence.of}
      {cases.length === 0 ? null : (
        <Picked
          label={text.cases}
          text={caseIds.length === 0 ? text.allCases : text.someCases(caseIds.length, nameOf(cases, caseIds))}
          options={labelled(cases)}
          chosen={caseIds}
          onChange={(ids) => onChange({ ...filter, caseIds: ids as CaseId[] })}
        />
      )}
      {text.sentence.by}
      <PeopleWord {...props} />
      <AttributesWord {...props} />
      {text.sentence.state}
      <ChoiceWord
        label={text.coded}
        options={CODED_STATES.map((id) => ({ id, label: text.codedStates[id] }))}
        value={filter.coded}
        onChange={(coded) => onChange({ ...filter, coded })}
      />
      {text.sentence.end}
    </p>
  );
}
