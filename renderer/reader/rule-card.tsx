// The rule of one category: what its coder must have read.
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import type { CategoryEntry } from './category-index.ts';

export function RuleCard({ entry, title }: { entry: CategoryEntry; title?: string }) {
  const text = useText(readerText);
  const { go } = useNavigation();
  const { definition, inclusion, exclusion, example, id, name } = entry.category;
  const parts = [
    { label: null, words: definition },
    { label: text.include, words: inclusion },
    { label: text.exclude, words: exclusion },
    { label: text.example, words: example },
  ].filter(({ words }) => words.trim() !== '');
  return (
    <section className="reader-rule">
      <SectionTitle level={2}>{title ?? text.rule(name)}</SectionTitle>
      {parts.map(({ label, words }) => (
        <p key={label ?? ''}>
          {label ? <b>{label}</b> : null} {words}
        </p>
      ))}
      {parts.length === 0 ? (
        <p>
          {text.noRule}{' '}
          <Button variant="quiet" size="small" onPress={() => go({ screen: 'grids', gridId: entry.grid.id, categoryId: id })}>
            {text.writeRule}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
