// The types of links: named, coloured, with a direction or not; those that ship come with the first link that uses them.
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { CATEGORY_COLORS } from '../../shared/domain/category.ts';
import type { LinkType } from '../../shared/domain/typed-link.ts';
import { linksText } from '../../shared/i18n/links.ts';
import { ColorPicker } from '../codebook/color-picker.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import './links.css';

export function LinkTypes() {
  const words = useText(linksText);
  const run = useRun();
  const { data: types = [] } = useQuery('linkType.list', {});
  const [name, setName] = useState('');
  const add = async () => {
    const color = CATEGORY_COLORS[types.length % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
    if ((await run('linkType.save', { typeId: null, name: name.trim(), color, isDirected: true })) !== undefined) setName('');
  };
  return (
    <div className="links-form">
      {types.map((type) => (
        <TypeLine key={type.id} type={type} />
      ))}
      <form
        className="links-form-type"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void add();
        }}
      >
        <TextField label={words.newType} placeholder={words.typeExample} value={name} onChange={setName} maxLength={300} />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {words.save}
        </Button>
      </form>
    </div>
  );
}

function TypeLine({ type }: { type: LinkType }) {
  const words = useText(linksText);
  const run = useRun();
  const save = async (change: Partial<LinkType>): Promise<boolean> => {
    const { id: typeId, name, color, isDirected } = { ...type, ...change };
    return (await run('linkType.save', { typeId, name, color, isDirected })) !== undefined;
  };
  const removeLabel = type.links === 0 ? words.removeType : words.removeTypeWith(type.links);
  return (
    <div className="links-type-line">
      <ColorPicker color={type.color} isReadOnly={false} onChange={(color) => void save({ color })} />
      <SavedField label={words.typeName} hidesLabel isName value={type.name} onKeep={(name) => save({ name })} />
      <IconButton icon={Trash2} size="small" label={removeLabel} onPress={() => void run('linkType.remove', { typeId: type.id, withLinks: true })} />
      <Checkbox isSelected={type.isDirected} onChange={(isDirected) => void save({ isDirected })}>
        {words.isDirected}
      </Checkbox>
      <span className="quiet">{words.usedBy(type.links)}</span>
    </div>
  );
}
