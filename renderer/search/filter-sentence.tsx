// Where it is searched, as a sentence whose underlined words open lists.
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

export function FilterSentence({ filter, corpus, onChange }: FilterSentenceProps) {
  const text = useText(searchText);
  const { sources, cases, participants } = corpus;
  const { sourceIds, caseIds, participantIds, withInterviewers } = filter;
  const values = attributeOptions(corpus);
  const chosenValues = optionIds(filter);
  const people =
    participantIds.length > 0
      ? text.somePeople(participantIds.length, nameOf(participants, participantIds))
      : withInterviewers
        ? text.everybody
        : text.withoutInterviewers;
  return (
    <p className="search-sentence">
      {text.sentence.look}
      <SentenceWord
        label={text.sources}
        text={sourceIds.length === 0 ? text.allSources : text.someSources(sourceIds.length, nameOf(sources, sourceIds))}
      >
        <PickerList
          label={text.sources}
          options={labelled(sources)}
          chosen={sourceIds}
          onChange={(ids) => onChange({ ...filter, sourceIds: ids as SourceId[] })}
        />
      </SentenceWord>
      {cases.length === 0 ? null : (
        <>
          {text.sentence.of}
          <SentenceWord label={text.cases} text={caseIds.length === 0 ? text.allCases : text.someCases(caseIds.length, nameOf(cases, caseIds))}>
            <PickerList
              label={text.cases}
              options={labelled(cases)}
              chosen={caseIds}
              onChange={(ids) => onChange({ ...filter, caseIds: ids as CaseId[] })}
            />
          </SentenceWord>
        </>
      )}
      {text.sentence.by}
      <SentenceWord label={text.people} text={people}>
        <PickerList
          label={text.people}
          options={labelled(participants)}
          chosen={participantIds}
          onChange={(ids) => onChange({ ...filter, participantIds: ids as ParticipantId[] })}
        />
        <Checkbox
          className="search-interviewers"
          isSelected={!withInterviewers}
          onChange={(isOut) => onChange({ ...filter, withInterviewers: !isOut })}
        >
          {text.leaveInterviewers}
        </Checkbox>
      </SentenceWord>
      {values.length === 0 ? null : (
        <>
          {text.sentence.where}
          <SentenceWord
            label={text.attributes}
            text={
              chosenValues.length === 0
                ? text.anyAttribute
                : text.someAttributes(chosenValues.length, values.find(({ id }) => id === chosenValues[0])?.label ?? '…')
            }
          >
            <PickerList
              label={text.attributes}
              options={values}
              chosen={chosenValues}
              onChange={(ids) => onChange({ ...filter, attributes: attributesFrom(ids) })}
            />
          </SentenceWord>
        </>
      )}
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
