// The attributes of sources, participants or cases as columns to fill in, each edited as its type asks.
import { Square, SquareCheck } from 'lucide-react';
import { shownValue } from '../../shared/domain/attribute-value.ts';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { Attribute, AttributeScope, AttributeType } from '../../shared/domain/corpus.ts';
import { attributesText } from '../../shared/i18n/attributes.ts';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { AttributeSettings } from './attribute-settings.tsx';
import { valuesInUse } from './typed-values.ts';
import type { CellEdit, ColumnAct, SheetColumn } from './sheet-model.ts';
import { answerOf, copiedValue, readValue, sortKeyOf } from './typed-values.ts';
import { useAttempt } from './use-attempt.ts';

const WIDTH: Record<AttributeType, number> = { text: 140, number: 96, date: 124, choice: 130, yesNo: 84, ordered: 130 };
const NONE = '';

interface Entity {
  readonly id: string;
}

export function useAttributeColumns<Row extends Entity>(corpus: Corpus, scope: AttributeScope, isReadOnly: boolean): SheetColumn<Row>[] {
  const { language } = useLanguage();
  const editOf = useValueEdit<Row>();
  const actsOf = useColumnActs(corpus);
  const values = new Map(corpus.values.map((value) => [`${value.attributeId} ${value.targetId}`, value.value]));

  return corpus.attributes
    .filter((attribute) => attribute.scope === scope)
    .map((attribute) => {
      const stored = (row: Row) => values.get(`${attribute.id} ${row.id}`) ?? '';
      return {
        id: attribute.id,
        title: attribute.name,
        width: WIDTH[attribute.type],
        isNumber: attribute.type === 'number',
        value: (row) => sortKeyOf(stored(row), attribute),
        words: (row) => shownValue(stored(row), attribute.type, language),
        copied: (row) => copiedValue(stored(row), attribute.type, language),
        ...(attribute.type === 'yesNo' ? { shows: (row: Row) => <YesNo value={stored(row)} /> } : {}),
        attribute: { id: attribute.id, stored, reads: (typed) => readValue(typed, attribute, language) },
        edit: editOf(attribute, stored),
        acts: isReadOnly ? [] : actsOf(attribute),
      };
    });
}

function YesNo({ value }: { value: string }) {
  const text = attributesText[useLanguage().language];
  if (value === '') return null;
  const Icon = value === 'yes' ? SquareCheck : Square;
  return (
    <span className="sheet-yes-no">
      <Icon size={14} aria-hidden />
      {value === 'yes' ? text.yes : text.no}
    </span>
  );
}

/** How a value of the attribute is changed. */
function useValueEdit<Row extends Entity>() {
  const { language } = useLanguage();
  const text = attributesText[language];
  const run = useRun();
  const attempt = useAttempt();

  return (attribute: Attribute, stored: (row: Row) => string): CellEdit<Row> => {
    const given = (row: Row, value: string) => ({ attributeId: attribute.id, targetId: row.id, value });
    switch (attribute.type) {
      case 'yesNo':
        return {
          kind: 'check',
          commit: (row, isYes) => void run('attribute.setValue', given(row, isYes ? 'yes' : 'no')),
          typedAs: (letter) => answerOf(letter, language),
        };
      case 'choice':
      case 'ordered':
        return {
          kind: 'pick',
          isMultiple: false,
          options: [...attribute.choices.map((choice) => ({ id: choice, label: choice })), { id: NONE, label: text.noValue }],
          chosen: (row) => [stored(row)],
          commit: (row, [value = NONE]) => void run('attribute.setValue', given(row, value)),
        };
      default:
        return {
          kind: 'text',
          commit: (row, value) => attempt('attribute.setValue', given(row, value)),
          reads: (typed) => readValue(typed, attribute, language),
          ...(attribute.type === 'date' ? { example: text.dateExample } : {}),
        };
    }
  };
}

/** What the heading of an attribute offers besides sorting. */
function useColumnActs(corpus: Corpus) {
  const text = attributesText[useLanguage().language];
  const run = useRun();
  const notify = useNotify();
  const remove = async ({ id, name }: Attribute) => {
    if ((await run('attribute.remove', { attributeId: id })) === undefined) return;
    notify({ text: text.removed(name), kind: 'done', action: { label: text.undo, onPress: () => void run('history.undo', {}) } });
  };
  return (attribute: Attribute): ColumnAct[] => [
    {
      id: 'settings',
      label: text.settings,
      shows: (close) => <AttributeSettings attribute={attribute} valuesInUse={valuesInUse(corpus, attribute)} onDone={close} />,
    },
    { id: 'remove', label: text.remove, isDanger: true, go: () => void remove(attribute) },
  ];
}
