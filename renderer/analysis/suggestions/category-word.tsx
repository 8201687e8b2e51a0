// A category as an underlined word of a sentence: out of the whole codebook, narrowed by typing.
import type { Codebook } from '../../../shared/domain/category.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { suggestionsText } from '../../../shared/i18n/suggestions.ts';
import { CategoryPicker } from '../../codebook/category-picker.tsx';
import { allCategories } from '../../codebook/merge-candidates.ts';
import { useText } from '../../ui/language.tsx';
import { SentenceWord } from '../sentence.tsx';

interface CategoryWordProps {
  codebook: Codebook;
  value: CategoryId | null;
  /** Where nothing is chosen. */
  none: string;
  onChange: (categoryId: CategoryId) => void;
}

export function CategoryWord({ codebook, value, none, onChange }: CategoryWordProps) {
  const words = useText(suggestionsText);
  const candidates = allCategories(codebook);
  const chosen = candidates.find(({ category }) => category.id === value);
  return (
    <SentenceWord text={chosen ? chosen.category.name : none} label={words.category}>
      {(close) => (
        <CategoryPicker
          label={words.category}
          candidates={candidates}
          chosenId={value}
          onChoose={({ category }) => {
            onChange(category.id);
            close();
          }}
        />
      )}
    </SentenceWord>
  );
}
