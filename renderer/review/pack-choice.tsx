// A list of things to tick for a pack: folded to its number until it is opened.
import { reviewText } from '../../shared/i18n/review.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';

interface PackChoiceProps<Id extends string> {
  label: string;
  items: readonly { readonly id: Id; readonly name: string }[];
  /** Null: all of them. */
  chosen: readonly Id[] | null;
  onChange: (chosen: readonly Id[] | null) => void;
}

export function PackChoice<Id extends string>({ label, items, chosen, onChange }: PackChoiceProps<Id>) {
  const words = useText(reviewText);
  const ids = items.map(({ id }) => id);
  const picked = chosen ?? ids;
  const tick = (id: Id, is: boolean) => {
    const next = ids.filter((each) => (each === id ? is : picked.includes(each)));
    onChange(next.length === ids.length ? null : next);
  };
  if (items.length === 0) return null;
  return (
    <details className="review-choice">
      <summary>
        {label} <span className="quiet">{picked.length === 0 ? words.none : `${picked.length} / ${items.length}`}</span>
      </summary>
      <div className="review-acts">
        <Button size="small" variant="quiet" onPress={() => onChange(null)}>
          {words.allOf}
        </Button>
        <Button size="small" variant="quiet" onPress={() => onChange([])}>
          {words.noneOf}
        </Button>
      </div>
      <div className="review-ticks">
        {items.map(({ id, name }) => (
          <Checkbox key={id} isSelected={picked.includes(id)} onChange={(is) => tick(id, is)}>
            {name}
          </Checkbox>
        ))}
      </div>
    </details>
  );
}
