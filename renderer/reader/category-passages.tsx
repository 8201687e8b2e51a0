// A category put forward: its rule, and its passages in the source that is open.
import { X } from 'lucide-react';
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Swatch } from '../ui/swatch.tsx';
import type { CategoryEntry } from './category-index.ts';
import type { Stripe } from './coded-text.ts';
import { useReader } from './reader-context.tsx';
import { RuleCard } from './rule-card.tsx';
import { wordsOf } from './transcript.ts';
import { citationAt } from './turn-words.ts';

const QUOTE_UTF16 = 220;

export function CategoryPassages({ entry }: { entry: CategoryEntry }) {
  const text = useText(readerText);
  const { coded, emphasise } = useReader();
  const { go } = useNavigation();
  const { category } = entry;
  const stripes = coded.stripes.filter(({ categoryId }) => categoryId === category.id);
  return (
    <>
      <SectionTitle level={2} end={<IconButton icon={X} label={text.closeCategory} keys="Esc" size="small" onPress={() => emphasise(null)} />}>
        {text.category}
      </SectionTitle>
      <h3 className="reader-category">
        <Swatch color={category.color} size={12} /> {category.name}
      </h3>
      <p className="reader-ref">{[entry.grid.title, ...entry.path].join(' › ')}</p>
      <Button
        variant="quiet"
        size="small"
        className="reader-back"
        onPress={() => go({ screen: 'grids', gridId: entry.grid.id, categoryId: category.id })}
      >
        {text.inProject(category.codings)}
      </Button>
      <RuleCard entry={entry} />
      <SectionTitle level={2}>{stripes.length === 0 ? text.noPassageHere : text.passagesHere(stripes.length)}</SectionTitle>
      <ul className="reader-passages">
        {stripes.map((stripe) => (
          <PassageLine key={stripe.key} stripe={stripe} />
        ))}
      </ul>
    </>
  );
}

function PassageLine({ stripe }: { stripe: Stripe }) {
  const { transcript, choose, showRule, text, pointer } = useReader();
  return (
    <li>
      <Button
        variant="quiet"
        className="reader-passage"
        onPress={() => {
          choose(stripe.passageId, [stripe.passageId]);
          showRule(stripe.categoryId);
          text.current?.reveal(stripe.span, { flash: true });
        }}
        onHoverStart={() => pointer.point(stripe.span)}
        onHoverEnd={() => pointer.point(null)}
      >
        <span className="reader-passage-quote">{wordsOf(transcript, stripe.span).slice(0, QUOTE_UTF16)}</span>
        <span className="reader-ref">{citationAt(transcript, stripe.span.start)}</span>
      </Button>
    </li>
  );
}
