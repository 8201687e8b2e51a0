// The grids that ship with Trame, to read and to choose from.
import { ChevronRight } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { ShippedGrid } from '../../shared/domain/grid-file.ts';
import { homeText } from '../../shared/i18n/home.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { outlineOf } from './grid-outline.ts';

interface GridCardsProps {
  grids: readonly ShippedGrid[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

export function GridCards({ grids, chosen, onChange }: GridCardsProps) {
  const toggle = (key: string, isOn: boolean) => onChange(new Set(isOn ? [...chosen, key] : [...chosen].filter((other) => other !== key)));
  const choosable = grids.filter((grid) => grid.kind === 'categories');
  const stances = grids.filter((grid) => grid.kind === 'stance');
  return (
    <div className="grid-cards">
      {choosable.map((grid) => (
        <GridCard key={grid.key} grid={grid} isChosen={chosen.has(grid.key)} onChange={(isOn) => toggle(grid.key, isOn)} />
      ))}
      {stances.map((grid) => (
        <StanceCard key={grid.key} grid={grid} />
      ))}
    </div>
  );
}

function GridCard({ grid, isChosen, onChange }: { grid: ShippedGrid; isChosen: boolean; onChange: (isOn: boolean) => void }) {
  const text = useText(homeText);
  return (
    <article className={classes('grid-card', isChosen && 'grid-card-chosen')}>
      <Checkbox className="grid-card-title" isSelected={isChosen} onChange={onChange}>
        <span>{grid.title}</span>
        <small>{text.categories(grid.categories.length)}</small>
      </Checkbox>
      {grid.description ? <p className="quiet">{grid.description}</p> : null}
      <GridOutline grid={grid} />
      <GridDefinitions grid={grid} />
      {grid.source ? <p className="grid-card-source">{grid.source}</p> : null}
    </article>
  );
}

function GridOutline({ grid }: { grid: ShippedGrid }) {
  return (
    <ul className="grid-outline">
      {outlineOf(grid.categories).map((group) => (
        <li key={group.name}>
          <Swatch color={group.color} />
          <span>
            <b>{group.name}</b>
            {group.below.length > 0 ? <span className="quiet">{` – ${group.below.map((entry) => entry.name).join(' · ')}`}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function GridDefinitions({ grid }: { grid: ShippedGrid }) {
  const text = useText(homeText);
  const defined = grid.categories.filter((category) => category.definition !== '');
  if (defined.length === 0) return null;
  return (
    <Disclosure className="grid-definitions">
      <Button slot="trigger" className="grid-definitions-button">
        <ChevronRight size={13} aria-hidden />
        {text.definitions}
      </Button>
      <DisclosurePanel>
        <dl>
          {defined.map((category) => (
            <div key={`${category.depth} ${category.name} ${category.definition}`}>
              <dt>{category.name}</dt>
              <dd className="quiet">{category.definition}</dd>
            </div>
          ))}
        </dl>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** A stance is a property of codings, shown so that nobody looks for it among the grids. */
function StanceCard({ grid }: { grid: ShippedGrid }) {
  const text = useText(homeText);
  return (
    <article className="grid-card grid-card-stance">
      <h3 className="section-title-text">{text.stanceGrid}</h3>
      <p className="grid-card-title">{grid.title}</p>
      <p className="quiet">{text.stanceText}</p>
      <GridOutline grid={grid} />
      <GridDefinitions grid={grid} />
    </article>
  );
}
