// The example of a category: words written by hand, or a real passage with its place, which opens the interview there.
import { Quote, Unlink } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton, ListBox, ListBoxItem } from 'react-aria-components';
import type { Category } from '../../shared/domain/category.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { Input } from '../../shared/contract/contract.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { useQuery } from '../ui/use-query.ts';

interface CategoryExampleProps {
  category: Category;
  isReadOnly: boolean;
  onUpdate: (change: Omit<Input<'category.update'>, 'categoryId'>) => Promise<boolean>;
}

export function CategoryExample({ category, isReadOnly, onUpdate }: CategoryExampleProps) {
  const words = useText(codebookText);
  const work = useText(codebookWorkText);
  const anchor = useRef<HTMLDivElement>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const { examplePassageId } = category;
  return (
    <div className="codebook-example" ref={anchor}>
      {examplePassageId === null ? (
        <SavedField
          label={words.example}
          value={category.example}
          placeholder={words.examplePlaceholder}
          isProse
          isReadOnly={isReadOnly}
          onKeep={(example) => onUpdate({ example })}
        />
      ) : (
        <LinkedExample category={category} passageId={examplePassageId} />
      )}
      {isReadOnly ? null : (
        <div className="codebook-card-acts">
          <Button size="small" variant="quiet" onPress={() => setIsChoosing(true)}>
            <Quote size={14} aria-hidden />
            {examplePassageId === null ? work.chooseExample : work.changeExample}
          </Button>
          {examplePassageId === null ? null : (
            <Button size="small" variant="quiet" onPress={() => void onUpdate({ examplePassageId: null })}>
              <Unlink size={14} aria-hidden />
              {work.unlinkExample}
            </Button>
          )}
        </div>
      )}
      <Popover
        label={work.chooseExample}
        className="codebook-examples"
        triggerRef={anchor}
        isOpen={isChoosing}
        onOpenChange={setIsChoosing}
        placement="bottom start"
      >
        {isChoosing ? (
          <PassageChoice
            category={category}
            onChoose={(passageId) => void onUpdate({ examplePassageId: passageId }).then((isKept) => isKept && setIsChoosing(false))}
          />
        ) : null}
      </Popover>
    </div>
  );
}

function LinkedExample({ category, passageId }: { category: Category; passageId: PassageId }) {
  const words = useText(codebookText);
  const work = useText(codebookWorkText);
  const { go } = useNavigation();
  const { data: passage } = useQuery('passage.read', { passageId });
  return (
    <section aria-label={words.example}>
      <p className="field-label">{words.example}</p>
      <blockquote className="codebook-linked">{passage?.quote.trim() || category.example}</blockquote>
      {passage ? (
        <AriaButton className="codebook-link codebook-quote-ref" onPress={() => go({ screen: 'coding', sourceId: passage.sourceId, passageId })}>
          <span title={work.exampleFrom(passage.ref)}>{passage.speaker ? `${passage.ref}, ${passage.speaker}` : passage.ref}</span>
        </AriaButton>
      ) : null}
    </section>
  );
}

function PassageChoice({ category, onChoose }: { category: Category; onChoose: (passageId: PassageId) => void }) {
  const work = useText(codebookWorkText);
  const { data: passages } = useQuery('category.passages', { categoryId: category.id });
  if (!passages) return null;
  return (
    <ListBox
      className="codebook-example-list"
      aria-label={work.chooseExample}
      selectionMode="single"
      selectedKeys={category.examplePassageId === null ? [] : [category.examplePassageId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        const passage = passages.find(({ passageId }) => passageId === key);
        if (passage) onChoose(passage.passageId);
      }}
      items={passages.map((passage) => ({ ...passage, id: passage.passageId }))}
      renderEmptyState={() => <p className="codebook-note quiet">{work.noPassageYet}</p>}
      autoFocus
    >
      {({ passageId, quote, ref }) => (
        <ListBoxItem id={passageId} className="list-item codebook-example-item" textValue={quote}>
          <span className="codebook-example-words">{quote.trim()}</span>
          <span className="codebook-quote-ref quiet">{ref}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
