// The name, the type and the choices of an attribute: one form for a new one and for one that is there; kept as one act.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { ATTRIBUTE_TYPES } from '../../shared/domain/corpus.ts';
import type { Attribute, AttributeScope, AttributeType } from '../../shared/domain/corpus.ts';
import { attributesText } from '../../shared/i18n/attributes.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import './attribute-settings.css';
import { choicesOf, hasTwice, linesOf } from './choice-list.ts';
import { ChoicesEditor } from './choices-editor.tsx';
import { useAttempt } from './use-attempt.ts';

interface AttributeDraft {
  readonly name: string;
  readonly type: AttributeType;
  readonly choices: readonly string[];
}

function hasChoices(type: AttributeType): type is 'choice' | 'ordered' {
  return type === 'choice' || type === 'ordered';
}

export function NewAttribute({ scope, onDone }: { scope: AttributeScope; onDone: () => void }) {
  const attempt = useAttempt();
  const text = useText(attributesText);
  return (
    <AttributeForm
      title={text.addTitle}
      action={text.create}
      onKeep={({ name, type, choices }) => attempt('attribute.create', { scope, name, type, choices: [...choices] })}
      onDone={onDone}
    />
  );
}

interface AttributeSettingsProps {
  attribute: Attribute;
  /** The values it has, each once: what its choices would have to be. */
  valuesInUse: readonly string[];
  onDone: () => void;
}

export function AttributeSettings({ attribute, valuesInUse, onDone }: AttributeSettingsProps) {
  const attempt = useAttempt();
  const text = useText(attributesText);
  const keep = ({ name, type, choices }: AttributeDraft) =>
    attempt('attribute.update', {
      attributeId: attribute.id,
      ...(name === attribute.name ? {} : { name }),
      ...(type === attribute.type ? {} : { type }),
      ...(choices.join('\n') === attribute.choices.join('\n') ? {} : { choices: [...choices] }),
    });
  return (
    <AttributeForm
      title={text.settingsTitle(attribute.name)}
      action={text.keep}
      present={attribute}
      valuesInUse={valuesInUse}
      onKeep={keep}
      onDone={onDone}
    />
  );
}

interface AttributeFormProps {
  title: string;
  action: string;
  present?: Attribute;
  valuesInUse?: readonly string[];
  /** Answers why it was refused, or null. */
  onKeep: (draft: AttributeDraft) => Promise<string | null>;
  onDone: () => void;
}

function AttributeForm({ title, action, present, valuesInUse = [], onKeep, onDone }: AttributeFormProps) {
  const text = useText(attributesText);
  const [name, setName] = useState(present?.name ?? '');
  const [type, setType] = useState<AttributeType>(present?.type ?? 'text');
  const [lines, setLines] = useState(() => linesOf(present && present.choices.length > 0 ? present.choices : ['']));
  const [refused, setRefused] = useState<string | null>(null);
  const choices = hasChoices(type) ? choicesOf(lines) : [];
  const wrong = !hasChoices(type) ? null : hasTwice(lines) ? text.choiceTwice : choices.length === 0 ? text.noChoice : null;

  const keep = async () => {
    if (name.trim() === '' || wrong !== null) return;
    const sentence = await onKeep({ name: name.trim(), type, choices });
    if (sentence === null) onDone();
    else setRefused(sentence);
  };
  return (
    <Form
      className="attribute-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField label={text.name} value={name} onChange={setName} placeholder={text.namePlaceholder} autoFocus maxLength={300} />
      <Select
        label={text.type}
        hint={text.typeHints[type]}
        value={type}
        onChange={(next) => {
          setType(next);
          setRefused(null);
          // what is there already is what can be chosen, to begin with
          if (hasChoices(next) && choicesOf(lines).length === 0 && valuesInUse.length > 0) setLines(linesOf(valuesInUse));
        }}
        options={ATTRIBUTE_TYPES.map((id) => ({ id, label: text.types[id] }))}
      />
      {hasChoices(type) ? <ChoicesEditor label={text.choices[type]} lines={lines} onChange={setLines} /> : null}
      <p className="field-error" role="status">
        {refused ?? (wrong === text.choiceTwice ? wrong : null)}
      </p>
      <div className="attribute-form-end">
        <Button onPress={onDone}>{text.cancel}</Button>
        <Button type="submit" variant="primary" isDisabled={name.trim() === '' || wrong !== null}>
          {action}
        </Button>
      </div>
    </Form>
  );
}
