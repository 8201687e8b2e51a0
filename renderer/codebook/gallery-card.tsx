// One shipped grid: what it is for, where it comes from, its categories to read and to choose among.
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ShippedGrid } from '../../shared/domain/grid-file.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { topCategories } from './shipped-outline.ts';
import type { TopCategory } from './shipped-outline.ts';

interface GalleryCardProps {
  grid: ShippedGrid;
  /** Given where the project has it already: shows it there. */
  onSee: (() => void) | null;
  /** Null: the whole grid. */
  onAdd: (onlyTop: string[] | null) => void;
}

export function GalleryCard({ grid, onSee, onAdd }: GalleryCardProps) {
  const words = useText(codebookText);
  const [isOpen, setIsOpen] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const tops = topCategories(grid.categories);
  const kept = tops.map(({ top }) => top.name).filter((name) => !left.has(name));
  const isWhole = kept.length === tops.length;
  const toggle = (name: string, isKept: boolean) => setLeft(new Set(isKept ? [...left].filter((other) => other !== name) : [...left, name]));
  return (
    <article className={classes('codebook-gallery-card', isOpen && 'codebook-gallery-open')}>
      <h3>{grid.title}</h3>
      <p>{grid.description}</p>
      {isOpen ? null : (
        <ul className="codebook-gallery-tops">
          {tops.map(({ top }) => (
            <li key={top.name}>
              <Swatch color={top.color} /> {top.name}
            </li>
          ))}
        </ul>
      )}
      <p className="codebook-gallery-source">
        {words.gridFrom} {grid.source}
      </p>
      <footer>
        <AriaButton className="codebook-gallery-more" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          <ChevronRight size={13} aria-hidden />
          {isOpen ? words.hideCategories : words.seeCategories(grid.categories.length)}
        </AriaButton>
        {onSee ? (
          <span className="codebook-present">
            {words.inProject}
            <Button size="small" variant="quiet" onPress={onSee}>
              {words.seeInProject}
            </Button>
          </span>
        ) : (
          <Button size="small" variant="primary" isDisabled={kept.length === 0} onPress={() => onAdd(isWhole ? null : kept)}>
            {isWhole ? words.addWhole : kept.length === 0 ? words.noneKept : words.addSome(kept.length, tops.length)}
          </Button>
        )}
      </footer>
      {isOpen ? (
        <div className="codebook-gallery-categories">
          {onSee ? null : <p className="quiet">{words.keepOnly}</p>}
          {tops.map((group) => (
            <TopGroup
              key={group.top.name}
              group={group}
              isKept={!left.has(group.top.name)}
              onToggle={onSee ? null : (isKept) => toggle(group.top.name, isKept)}
            />
          ))}
        </div>
      ) : null}
    </article>
  );
}

function TopGroup({
  group: { top, below },
  isKept,
  onToggle,
}: {
  group: TopCategory;
  isKept: boolean;
  onToggle: ((isKept: boolean) => void) | null;
}) {
  const title = (
    <>
      <Swatch color={top.color} />
      <b>{top.name}</b>
    </>
  );
  return (
    <section className="codebook-gallery-group" data-left={isKept ? undefined : ''}>
      {onToggle ? (
        <Checkbox isSelected={isKept} onChange={onToggle}>
          {title}
        </Checkbox>
      ) : (
        <p className="codebook-gallery-group-title">{title}</p>
      )}
      {top.definition ? <p className="quiet">{top.definition}</p> : null}
      <dl>
        {below.map((category, index) => (
          <div key={`${index} ${category.name}`} style={{ paddingInlineStart: `${(category.depth - top.depth - 1) * 16}px` }}>
            <dt>{category.name}</dt>
            <dd className="quiet">{category.definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
