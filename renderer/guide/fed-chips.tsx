// The dimensions that answers fed, in their colours; what a question is meant to feed and does not yet stays an outline.
import { guideText } from '../../shared/i18n/guide.ts';
import { useNavigation } from '../navigation.tsx';
import type { CategoryIndex } from '../reader/category-index.ts';
import { Chip } from '../ui/chip.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { Fed } from './coverage-model.ts';

interface FedChipsProps {
  fed: readonly Fed[];
  index: CategoryIndex;
  /** The others are counted; null for all. */
  most?: number | null;
  /** The chips lead to the category's card. */
  areLinks?: boolean;
}

const MOST = 3;

export function FedChips({ fed, index, most = MOST, areLinks = false }: FedChipsProps) {
  const text = useText(guideText);
  const { go } = useNavigation();
  const known = fed.flatMap((each) => {
    const entry = index.get(each.categoryId);
    return entry ? [{ ...each, entry }] : [];
  });
  const shown = most === null || known.length <= most + 1 ? known : known.slice(0, most);
  const hidden = known.slice(shown.length);
  return (
    <span className="guide-fed">
      {shown.map(({ categoryId, codings, entry }) => (
        <Chip
          key={categoryId}
          color={entry.category.color}
          className={classes('guide-fed-chip', codings === 0 && 'guide-fed-not')}
          title={codings === 0 ? text.notFed(entry.label) : text.fed(entry.label, codings)}
          onPress={areLinks ? () => go({ screen: 'grids', categoryId }) : undefined}
        >
          {entry.category.name}
          {codings > 0 ? <span className="guide-fed-count number">{text.number(codings)}</span> : null}
        </Chip>
      ))}
      {hidden.length > 0 ? (
        <span className="guide-fed-more" title={hidden.map(({ codings, entry }) => text.fed(entry.label, codings)).join('\n')}>
          +{text.number(hidden.length)}
        </span>
      ) : null}
    </span>
  );
}
