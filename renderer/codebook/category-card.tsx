// The card of a category: where it stands, its name and colour, and the rule that coders follow, all changed in place.
import { Ellipsis, Lightbulb, Merge, Plus, Split, Trash2, WandSparkles } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Category, CategoryRule, Grid } from '../../shared/domain/category.ts';
import { ORIGINS, lineage } from '../../shared/domain/category.ts';
import type { Input } from '../../shared/contract/contract.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { suggestionsText } from '../../shared/i18n/suggestions.ts';
import { useNavigation } from '../navigation.tsx';
import { CategoryHistoryLink } from '../history/category-history-link.tsx';
import { LinksOn } from '../links/links-on.tsx';
import { useProject } from '../project.tsx';
import { ReviewOn } from '../review/review-on.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { Select } from '../ui/select.tsx';
import { useRun } from '../ui/use-run.ts';
import { nextActKey } from './act-popover.tsx';
import type { Act } from './act-popover.tsx';
import { CategoryExample } from './category-example.tsx';
import { CategoryMemos } from './category-memos.tsx';
import { CategoryPlaces } from './category-places.tsx';
import { CategoryTraits } from './category-traits.tsx';
import type { Choose } from './chosen.ts';
import { ColorPicker } from './color-picker.tsx';
import { codingCounts } from './tree-view.ts';

interface CategoryCardProps {
  grid: Grid;
  category: Category;
  onChoose: Choose;
  onAct: (act: Act) => void;
  onMerge: () => void;
  onSplit: () => void;
}

const RULES = [
  { field: 'definition', placeholder: 'definitionPlaceholder' },
  { field: 'inclusion', placeholder: 'inclusionPlaceholder' },
  { field: 'exclusion', placeholder: 'exclusionPlaceholder' },
] as const satisfies readonly { field: keyof CategoryRule; placeholder: string }[];

export function CategoryCard({ grid, category, onChoose, onAct, onMerge, onSplit }: CategoryCardProps) {
  const words = useText(codebookText);
  const run = useRun();
  const { project } = useProject();
  const isReadOnly = project?.isReadOnly === true;
  const update = async (change: Omit<Input<'category.update'>, 'categoryId'>) =>
    (await run('category.update', { categoryId: category.id, ...change })) !== undefined;
  const codings = codingCounts(grid.categories).get(category.id) ?? { own: 0, total: 0 };
  const isParent = grid.categories.some(({ parentId }) => parentId === category.id);
  return (
    <article className="codebook-card" aria-label={category.name}>
      <Path grid={grid} category={category} onChoose={onChoose} />
      <header className="codebook-card-head">
        <ColorPicker color={category.color} isReadOnly={isReadOnly} onChange={(color) => void update({ color })} />
        <SavedField
          className="codebook-card-name"
          label={words.name}
          hidesLabel
          isName
          isReadOnly={isReadOnly}
          value={category.name}
          onKeep={(name) => update({ name })}
        />
      </header>
      <div className="codebook-card-facts">
        <div className="codebook-traits">
          <Select
            className="codebook-origin"
            label={words.origin}
            hidesLabel
            isQuiet
            isDisabled={isReadOnly}
            options={ORIGINS.map((id) => ({ id, label: words.origins[id] }))}
            value={category.origin}
            onChange={(origin) => void update({ origin })}
          />
          <CategoryTraits category={category} isReadOnly={isReadOnly} onUpdate={update} />
        </div>
        <span className="quiet">{isParent ? words.ownAndTotal(codings.own, codings.total) : words.codings(codings.own)}</span>
        <CategoryHistoryLink category={category} />
        {isReadOnly ? null : <CardActs grid={grid} category={category} onAct={onAct} onMerge={onMerge} onSplit={onSplit} />}
      </div>
      <div className="codebook-rule">
        {RULES.map(({ field, placeholder }) => (
          <SavedField
            key={field}
            label={words[field]}
            value={category[field]}
            placeholder={words[placeholder]}
            isReadOnly={isReadOnly}
            onKeep={(text) => update({ [field]: text })}
          />
        ))}
        <CategoryExample category={category} isReadOnly={isReadOnly} onUpdate={update} />
      </div>
      <CategoryPlaces grid={grid} category={category} isReadOnly={isReadOnly} onChoose={onChoose} />
      <LinksOn key={category.id} end={{ kind: 'category', id: category.id }} label={category.name} />
      <ReviewOn key={`review ${category.id}`} targets={[{ kind: 'category', id: category.id }]} />
      <CategoryMemos category={category} />
    </article>
  );
}

/** From the grid down to the category above this one; each is a way there. */
function Path({ grid, category, onChoose }: Pick<CategoryCardProps, 'grid' | 'category' | 'onChoose'>) {
  const words = useText(codebookText);
  const byId = new Map(grid.categories.map((item) => [item.id as string, item]));
  const above = lineage(byId, category.id).slice(0, -1);
  return (
    <nav className="codebook-path" aria-label={words.path}>
      <AriaButton className="codebook-link" onPress={() => onChoose(grid.id)}>
        {grid.title}
      </AriaButton>
      {above.map((step) => (
        <span key={step.id}>
          {' › '}
          <AriaButton className="codebook-link" onPress={() => onChoose(grid.id, step.id)}>
            {step.name}
          </AriaButton>
        </span>
      ))}
    </nav>
  );
}

function CardActs({ grid, category, onAct, onMerge, onSplit }: Omit<CategoryCardProps, 'onChoose'>) {
  const words = useText(codebookText);
  const work = useText(codebookWorkText);
  const autocode = useText(autocodeText);
  const suggestions = useText(suggestionsText);
  const { go } = useNavigation();
  // a menu is gone by the time its act opens: what the act asks hangs on this element instead
  const anchor = useRef<HTMLDivElement>(null);
  const create = (parent: Category | null) => anchor.current && onAct({ key: nextActKey(), kind: 'create', anchor: anchor.current, grid, parent });
  const parent = grid.categories.find(({ id }) => id === category.parentId) ?? null;
  return (
    <div className="codebook-card-acts" ref={anchor}>
      <Button size="small" onPress={() => create(category)}>
        <Plus size={14} aria-hidden />
        {words.newChild}
      </Button>
      <Menu label={words.moreActs} placement="bottom end" trigger={<IconButton icon={Ellipsis} size="small" label={words.moreActs} />}>
        <MenuItem icon={Plus} label={words.newSibling} onAction={() => create(parent)} />
        <MenuItem icon={Merge} label={words.merge} onAction={onMerge} />
        <MenuItem icon={Split} label={work.split} onAction={onSplit} />
        <MenuItem icon={WandSparkles} label={autocode.fromCategory} onAction={() => go({ screen: 'autocode', categoryId: category.id })} />
        <MenuItem
          icon={Lightbulb}
          label={suggestions.fromCategory}
          onAction={() => go({ screen: 'analysis', view: 'suggestions', categoryId: category.id })}
        />
        <MenuItem
          icon={Trash2}
          isDanger
          keys="Del"
          label={words.removeCategory}
          onAction={() => anchor.current && onAct({ key: nextActKey(), kind: 'remove', anchor: anchor.current, grid, category })}
        />
      </Menu>
    </div>
  );
}
