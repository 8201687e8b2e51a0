// Says how one thing stands to another: what it is linked to, by which type, with a note. The same form makes a link and changes one.
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { CATEGORY_COLORS } from '../../shared/domain/category.ts';
import type { Input } from '../../shared/contract/contract.ts';
import type { LinkEnd, LinkEndWords, LinkType, TypedLink } from '../../shared/domain/typed-link.ts';
import type { LinkTarget } from '../../shared/domain/text-link.ts';
import { linksText } from '../../shared/i18n/links.ts';
import type { LinksWords } from '../../shared/i18n/links.ts';
import { ColorPicker } from '../codebook/color-picker.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Targets } from '../writing/link-picker.tsx';
import './links.css';

export type TypeInput = Input<'typedLink.make'>['type'];

export interface LinkFormValue {
  readonly type: TypeInput;
  readonly to: LinkEnd;
  readonly note: string;
  /** It leads from the other one here. */
  readonly turned: boolean;
}

/** A type as the form offers it: one of the project's, or one that ships and is made when it is first used. */
interface Offered {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly isDirected: boolean;
  readonly input: TypeInput;
}

const OWN = 'own';

export function offeredTypes(types: readonly LinkType[], words: LinksWords): Offered[] {
  const own = types.map(({ id, name, color, isDirected }) => ({ key: id as string, name, color, isDirected, input: { typeId: id as string } }));
  const names = new Set(types.map(({ name }) => name.toLowerCase()));
  const shipped = words.shipped.filter(({ name }) => !names.has(name)).map((type) => ({ key: type.name, ...type, input: type }));
  return [...own, ...shipped];
}

const asEnd = ({ kind, id }: LinkTarget): LinkEnd | null =>
  kind === 'category' || kind === 'passage' || kind === 'memo' ? ({ kind, id } as LinkEnd) : null;

interface LinkFormProps {
  /** In words, for the sentence that the form makes. */
  here: string;
  /** The other end, where it is settled; else it is chosen first. */
  there: Pick<LinkEndWords, 'kind' | 'id' | 'label'> | null;
  /** The link that is changed. */
  link?: TypedLink | undefined;
  onlyCategories?: boolean;
  onSave: (value: LinkFormValue) => void;
}

export function LinkForm({ here, there, link, onlyCategories = false, onSave }: LinkFormProps) {
  const words = useText(linksText);
  const { data: types = [] } = useQuery('linkType.list', {});
  const offered = offeredTypes(types, words);
  const [target, setTarget] = useState(there);
  const [key, setKey] = useState<string | null>(link?.typeId ?? null);
  const [own, setOwn] = useState<OwnTypeValue>({ name: '', color: CATEGORY_COLORS[0], isDirected: true });
  const [note, setNote] = useState(link?.note ?? '');
  const [turned, setTurned] = useState(false);
  if (!target) return <TargetChoice onlyCategories={onlyCategories} onPick={setTarget} />;
  const chosen = offered.find((type) => type.key === (key ?? offered[0]?.key));
  const isOwn = key === OWN;
  const type = isOwn ? own : chosen;
  const [from, to] = turned ? [target.label, here] : [here, target.label];
  const isReady = isOwn ? own.name.trim() !== '' : chosen !== undefined;
  const save = () => {
    const input: TypeInput | undefined = isOwn ? { ...own, name: own.name.trim() } : chosen?.input;
    if (input && isReady) onSave({ type: input, to: { kind: target.kind, id: target.id } as LinkEnd, note, turned });
  };
  return (
    <Form
      className="links-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {there ? null : (
        <div className="links-form-target">
          <span>{target.label}</span>
          <Button size="small" variant="quiet" onPress={() => setTarget(null)}>
            {words.change}
          </Button>
        </div>
      )}
      <div className="links-form-type">
        <Select
          label={words.type}
          options={[
            ...offered.map(({ key: id, name, color }) => ({ id, label: name, before: <Swatch color={color} /> })),
            { id: OWN, label: words.ownType },
          ]}
          value={isOwn ? OWN : (chosen?.key ?? null)}
          onChange={setKey}
        />
        {type?.isDirected ? (
          <IconButton icon={ArrowLeftRight} size="small" label={words.turn} onPress={() => setTurned((before) => !before)} />
        ) : null}
      </div>
      {isOwn ? <OwnType type={own} onChange={setOwn} /> : null}
      <p className="links-direction" role="status">
        {(type?.isDirected ? words.said : words.saidBoth)(from, type?.name ?? '', to)}
      </p>
      <TextArea label={words.note} placeholder={words.notePlaceholder} value={note} onChange={setNote} rows={2} />
      <div className="links-form-acts">
        <Button variant="primary" type="submit" isDisabled={!isReady}>
          {link ? words.save : words.create}
        </Button>
      </div>
    </Form>
  );
}

type Target = Pick<LinkEndWords, 'kind' | 'id' | 'label'>;

function TargetChoice({ onlyCategories, onPick }: { onlyCategories: boolean; onPick: (target: Target) => void }) {
  const words = useText(linksText);
  return (
    <div className="links-form" role="group" aria-label={onlyCategories ? words.chooseCategory : words.choose}>
      <Targets
        kinds={onlyCategories ? ['category'] : ['category', 'passage', 'memo']}
        onPick={(picked) => {
          const end = asEnd(picked);
          if (end) onPick({ ...end, label: end.kind === 'category' ? (picked.label.split(' › ').at(-1) ?? '') : picked.label });
        }}
        onAddress={() => undefined}
      />
    </div>
  );
}

interface OwnTypeValue {
  readonly name: string;
  readonly color: string;
  readonly isDirected: boolean;
}

/** A type of one's own, made with the link. */
function OwnType({ type, onChange }: { type: OwnTypeValue; onChange: (type: OwnTypeValue) => void }) {
  const words = useText(linksText);
  return (
    <>
      <div className="links-form-type">
        <ColorPicker color={type.color} isReadOnly={false} onChange={(color) => onChange({ ...type, color })} />
        <TextField
          label={words.typeName}
          placeholder={words.typeExample}
          value={type.name}
          onChange={(name) => onChange({ ...type, name })}
          maxLength={300}
          autoFocus
        />
      </div>
      <Checkbox isSelected={type.isDirected} onChange={(isDirected) => onChange({ ...type, isDirected })}>
        {words.isDirected}
      </Checkbox>
    </>
  );
}
