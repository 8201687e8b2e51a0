// The categories found in a cell, as a filter of its verbatims.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { FoundCategory } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';

interface CellCategoriesProps {
  categories: readonly FoundCategory[];
  chosen: string | null;
  /** null: all verbatims again. */
  onChoose: (categoryId: string | null) => void;
}

export function CellCategories({ categories, chosen, onChoose }: CellCategoriesProps) {
  const words = useText(matricesText);
  return (
    <ToggleButtonGroup
      aria-label={words.categoriesFound}
      className="matrices-found"
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => onChoose([...keys].map(String)[0] ?? null)}
    >
      {categories.map((category) => (
        <ToggleButton key={category.id} id={category.id} className="chip matrices-found-chip">
          <Swatch color={category.color} size={8} />
          <span className="chip-text">{category.name}</span>
          <span className="number quiet">{words.number(category.passages)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
