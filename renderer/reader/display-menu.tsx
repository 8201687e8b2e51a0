// At the margin's head: what its colours stand for, which codings it shows, how turns and lines are numbered.
import { Settings2, X } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import type { CategoryId, CoderId } from '../../shared/domain/ids.ts';
import { readingText } from '../../shared/i18n/reading.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import type { Option } from '../ui/select.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useDisplay } from './display-context.tsx';
import { COLOR_BY, NUMBERS, marginLook } from './margin-display.ts';
import type { MarginFilter } from './margin-display.ts';
import { useReader } from './reader-context.tsx';
import type { Reader } from './reader-context.tsx';

type Words = (typeof readingText)['fr'];
type Key = 'all' | `${MarginFilter['kind']} ${string}`;

const keyOf = (filter: MarginFilter | null): Key => (filter ? `${filter.kind} ${filter.id}` : 'all');

function filterOf(key: Key): MarginFilter | null {
  const [kind = '', id = ''] = key.split(' ');
  return key === 'all' ? null : { kind: kind as MarginFilter['kind'], id };
}

/** Grids and coders that have codings in this text, and the category put forward or filtered by. */
function filterOptions({ coded, codebook, coders, categories, emphasised }: Reader, filter: MarginFilter | null, text: Words): Option<Key>[] {
  const gridIds = new Set(coded.stripes.map(({ categoryId }) => categories.get(categoryId)?.grid.id));
  const coderIds = new Set(coded.stripes.flatMap(({ codings }) => codings.map(({ coderId }) => coderId)));
  const named = filter?.kind === 'category' ? [filter.id, emphasised] : [emphasised];
  const look = marginLook('grid', categories, coders, codebook);
  const gridColor = (id: string) => look.colorsOf(coded.stripes.find((stripe) => categories.get(stripe.categoryId)?.grid.id === id) as never)[0];
  const isOn = (kind: MarginFilter['kind'], id: string) => filter?.kind === kind && filter.id === id;
  return [
    { id: 'all', label: text.showAll },
    ...codebook
      .filter(({ id }) => gridIds.has(id))
      .map(({ id, title }): Option<Key> => ({ id: `grid ${id}`, label: text.onlyGrid(title), before: <Swatch color={gridColor(id) ?? ''} /> })),
    ...[...coders.values()]
      .filter(({ id }) => coderIds.has(id) || isOn('coder', id))
      .map(({ id, name, color }): Option<Key> => ({ id: `coder ${id}`, label: text.onlyCoder(name), before: <Swatch color={color} /> })),
    ...[...categories.values()]
      .filter(({ category }) => named.includes(category.id))
      .map(
        ({ category }): Option<Key> => ({
          id: `category ${category.id}`,
          label: text.onlyCategory(category.name),
          before: <Swatch color={category.color} />,
        }),
      ),
  ];
}

function filterLabel({ kind, id }: MarginFilter, { codebook, coders, categories }: Reader, text: Words): string {
  if (kind === 'grid') return text.onlyGrid(codebook.find((grid) => grid.id === id)?.title ?? '');
  if (kind === 'coder') return text.onlyCoder(coders.get(id as CoderId)?.name ?? '');
  return text.onlyCategory(categories.get(id as CategoryId)?.category.name ?? '');
}

/** Drawn only while the menu is open. */
function DisplayChoices({ filter }: { filter: MarginFilter | null }) {
  const text = useText(readingText);
  const reader = useReader();
  const { display, choose } = useDisplay();
  return (
    <div className="reader-display-rows">
      <section>
        <h3>{text.colors}</h3>
        <Segmented
          size="small"
          label={text.colors}
          options={COLOR_BY.map((id) => ({ id, label: text.colorBy[id] }))}
          value={display.colorBy}
          onChange={(colorBy) => colorBy && choose({ colorBy })}
        />
      </section>
      <section>
        <Select
          label={text.show}
          options={filterOptions(reader, filter, text)}
          value={keyOf(filter)}
          onChange={(key) => choose({ filter: filterOf(key) })}
        />
        <Checkbox isSelected={display.hidesOthers} onChange={(hidesOthers) => choose({ hidesOthers })} isDisabled={filter === null}>
          {text.hideOthers}
        </Checkbox>
      </section>
      <section>
        <h3>{text.numbers}</h3>
        <Segmented
          size="small"
          label={text.numbers}
          options={NUMBERS.map((id) => ({ id, label: text.numbersOf[id] }))}
          value={display.numbers}
          onChange={(numbers) => numbers && choose({ numbers })}
        />
        <Checkbox isSelected={display.lines} onChange={(lines) => choose({ lines })}>
          {text.lines}
        </Checkbox>
      </section>
    </div>
  );
}

export function DisplayMenu({ filter }: { filter: MarginFilter | null }) {
  const text = useText(readingText);
  const reader = useReader();
  const { choose } = useDisplay();
  const shown = filter && filterLabel(filter, reader, text);
  return (
    <div className="reader-display">
      {shown === null ? null : (
        <Button
          size="small"
          variant="quiet"
          className="reader-display-filter"
          onPress={() => choose({ filter: null })}
          aria-label={`${text.filtered(shown)}. ${text.showAll}`}
        >
          <span>{shown}</span>
          <X size={12} aria-hidden />
        </Button>
      )}
      <DialogTrigger>
        <IconButton icon={Settings2} size="small" label={text.display} />
        <Popover label={text.display} placement="bottom end" className="reader-display-menu">
          <DisplayChoices filter={filter} />
        </Popover>
      </DialogTrigger>
    </div>
  );
}
