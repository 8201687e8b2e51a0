// The step between a table of attributes and the project: what it describes, what matches, which columns come in.
import { useState } from 'react';
import { ATTRIBUTE_SCOPES, ATTRIBUTE_TYPES } from '../../shared/domain/corpus.ts';
import type { AttributeType } from '../../shared/domain/corpus.ts';
import type { AttributeTablePreview, InvalidValue, UnmatchedRow } from '../../shared/domain/attribute-table.ts';
import type { Corpus } from '../../shared/contract/corpus.ts';
import { attributeTableText } from '../../shared/i18n/attribute-table.ts';
import { attributesText } from '../../shared/i18n/attributes.ts';
import type { ChosenFile } from '../import/chosen-files.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import './attribute-table.css';
import { chosenAttributes, invalidTaken, offeredColumns } from './taken-columns.ts';
import type { TakenColumns } from './taken-columns.ts';
import { useAttributeTable } from './use-attribute-table.ts';

const NO_COLUMN = '';
const ROWS_SHOWN = 100;
const TYPES_WITHOUT_CHOICES: readonly AttributeType[] = ATTRIBUTE_TYPES.filter((type) => type !== 'choice' && type !== 'ordered');

interface AttributeTableDialogProps {
  corpus: Corpus;
  chosen: ChosenFile;
  onClose: () => void;
  /** The table has come in. */
  onBrought?: () => void;
}

export function AttributeTableDialog({ corpus, chosen, onClose, onBrought }: AttributeTableDialogProps) {
  const text = useText(attributeTableText);
  const run = useRun();
  const notify = useNotify();
  const { file, preview, settle } = useAttributeTable(chosen, onClose);
  const [taken, setTaken] = useState<TakenColumns>({ left: new Set(), names: new Map(), types: new Map() });
  const attributes = preview ? chosenAttributes(preview, taken) : [];
  const names = attributes.map(({ name }) => name);
  const isTwice = new Set(names).size < names.length;
  const canBring = preview !== null && preview.matched > 0 && attributes.length > 0 && !isTwice && !names.includes('');

  const bring = async () => {
    if (!file || !preview) return;
    const done = await run('attribute.importTable', { file, plan: preview.plan, attributes });
    if (!done) return;
    onClose();
    onBrought?.();
    notify({ text: text.brought(done.rows, done.invalid), kind: 'done', action: { label: text.undo, onPress: () => void run('history.undo', {}) } });
  };
  return (
    <Dialog
      isOpen
      isAlert
      size="wide"
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button variant="primary" isDisabled={!canBring} onPress={() => void bring()}>
            {text.bring(attributes.length, preview?.matched ?? 0)}
          </Button>
        </>
      }
    >
      {preview ? (
        <>
          <p className="attribute-table-file">
            <b>{chosen.file.name}</b> <span className="number">{text.size(preview.rows, preview.columns.length)}</span>
          </p>
          <Matching preview={preview} onSettle={settle} />
          <Columns corpus={corpus} preview={preview} taken={taken} onTaken={setTaken} />
          <Invalid values={invalidTaken(preview, taken)} />
          <p className="attribute-table-note">{isTwice ? text.nameTwice : text.emptyCells}</p>
        </>
      ) : (
        <p>{text.reading}</p>
      )}
    </Dialog>
  );
}

interface MatchingProps {
  preview: AttributeTablePreview;
  onSettle: ReturnType<typeof useAttributeTable>['settle'];
}

function Matching({ preview, onSettle }: MatchingProps) {
  const text = useText(attributeTableText);
  const { plan, columns, rows, matched, unmatched } = preview;
  const columnOptions = columns.map(({ name }) => ({ id: name, label: name }));
  return (
    <section>
      <div className="attribute-table-match">
        <Select
          label={text.describes}
          value={plan.scope}
          // the columns are proposed anew: they depend on it
          onChange={(scope) => onSettle({ scope })}
          options={ATTRIBUTE_SCOPES.map((id) => ({ id, label: text.scopes[id] }))}
        />
        <Select
          label={text.nameColumn[plan.scope]}
          value={plan.nameColumn}
          onChange={(nameColumn) => onSettle({ scope: plan.scope, nameColumn })}
          options={columnOptions}
        />
        {plan.scope === 'participant' ? (
          <Select
            label={text.sourceColumn}
            value={plan.sourceColumn ?? NO_COLUMN}
            onChange={(column) => onSettle({ scope: plan.scope, nameColumn: plan.nameColumn, sourceColumn: column === NO_COLUMN ? null : column })}
            options={[{ id: NO_COLUMN, label: text.noSource }, ...columnOptions.filter(({ id }) => id !== plan.nameColumn)]}
          />
        ) : null}
      </div>
      <p className={matched === 0 ? 'attribute-table-none' : 'attribute-table-matched'} role="status">
        {matched === 0 ? text.noneMatched : text.matched(matched, rows)}
      </p>
      {unmatched.length > 0 && matched > 0 ? <Unmatched rows={unmatched} /> : null}
    </section>
  );
}

function Unmatched({ rows }: { rows: readonly UnmatchedRow[] }) {
  const text = useText(attributeTableText);
  return (
    <>
      <p className="attribute-table-none">{text.unmatched(rows.length)}</p>
      <ul className="attribute-table-unmatched">
        {rows.slice(0, ROWS_SHOWN).map(({ line, name, because }) => (
          <li key={line}>{text.unmatchedRow(line, name, because)}</li>
        ))}
        {rows.length > ROWS_SHOWN ? <li>{text.andMore(rows.length - ROWS_SHOWN)}</li> : null}
      </ul>
    </>
  );
}

/** Values that the attributes of their columns do not take. */
function Invalid({ values }: { values: readonly InvalidValue[] }) {
  const text = useText(attributeTableText);
  if (values.length === 0) return null;
  return (
    <section>
      <p className="attribute-table-none">{text.invalid(values.length)}</p>
      <ul className="attribute-table-unmatched">
        {values.slice(0, ROWS_SHOWN).map(({ line, column, value }) => (
          <li key={`${line} ${column}`}>{text.invalidValue(line, column, value)}</li>
        ))}
        {values.length > ROWS_SHOWN ? <li>{text.andMore(values.length - ROWS_SHOWN)}</li> : null}
      </ul>
    </section>
  );
}

interface ColumnsProps {
  corpus: Corpus;
  preview: AttributeTablePreview;
  taken: TakenColumns;
  onTaken: (taken: TakenColumns) => void;
}

function Columns({ corpus, preview, taken, onTaken }: ColumnsProps) {
  const text = useText(attributeTableText);
  const { types } = useText(attributesText);
  const known = new Map(corpus.attributes.filter(({ scope }) => scope === preview.plan.scope).map(({ name, type }) => [name, type]));
  const toggle = (column: string, isTaken: boolean) => {
    const left = new Set(taken.left);
    if (isTaken) left.delete(column);
    else left.add(column);
    onTaken({ ...taken, left });
  };
  return (
    <section className="attribute-table-taken">
      <SectionTitle>{text.attributes}</SectionTitle>
      <ul className="attribute-table-columns">
        {offeredColumns(preview).map(({ name, type, filled, examples }) => {
          const isTaken = !taken.left.has(name);
          const given = taken.names.get(name) ?? name;
          const knownType = known.get(given.trim());
          return (
            <li key={name}>
              <Checkbox isSelected={isTaken} onChange={(next) => toggle(name, next)} label={text.take(name)} />
              <TextField
                label={text.attributeName(name)}
                hidesLabel
                value={given}
                onChange={(next) => onTaken({ ...taken, names: new Map([...taken.names, [name, next]]) })}
                isDisabled={!isTaken}
                maxLength={300}
              />
              <Select
                label={text.attributeType(name)}
                hidesLabel
                isQuiet
                value={knownType ?? taken.types.get(name) ?? type}
                onChange={(next) => onTaken({ ...taken, types: new Map([...taken.types, [name, next]]) })}
                // one that is there stays of its type; choices are listed by nobody yet
                isDisabled={!isTaken || knownType !== undefined}
                options={(knownType === undefined ? TYPES_WITHOUT_CHOICES : ATTRIBUTE_TYPES).map((id) => ({ id, label: types[id] }))}
              />
              <span className="attribute-table-examples" title={examples.join(', ')}>
                {examples.join(', ')}
              </span>
              <span className="number">{isTaken && knownType !== undefined ? text.known : text.filled(filled)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
