// The categories on the passage shown: who applied them, with what stance, and the way to take them off.
import { CircleMinus, CirclePlus, CircleDot, Circle, Plus, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { STANCES } from '../../shared/domain/source.ts';
import type { SourceCoding, Stance } from '../../shared/domain/source.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useKeysOf } from '../frame/use-keymap.ts';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Swatch } from '../ui/swatch.tsx';
import type { CategoryEntry } from './category-index.ts';
import type { Stripe } from './coded-text.ts';
import { codingInHand } from './coding-in-hand.ts';
import { useReader } from './reader-context.tsx';
import { WeightControl } from './weight-control.tsx';

const STANCE_ICONS: Readonly<Record<Stance, LucideIcon>> = { supports: CirclePlus, contrasts: CircleMinus, mentions: CircleDot };

export function PassageCodings({ stripes }: { stripes: readonly Stripe[] }) {
  const text = useText(readerText);
  const reader = useReader();
  const { categories, isReadOnly, openPalette, ways } = reader;
  const codings = stripes.flatMap((stripe) => stripe.codings);
  const inHand = codingInHand(reader)?.id;
  const asked = ways.asked?.what === 'weight' ? ways.asked.n : 0;
  return (
    <section>
      <SectionTitle
        level={2}
        end={isReadOnly ? undefined : <IconButton icon={Plus} label={text.addCategory} keys="Enter" size="small" onPress={() => openPalette()} />}
      >
        {text.categories}
      </SectionTitle>
      <ul className="reader-codings">
        {codings.map((coding) => {
          const entry = categories.get(coding.categoryId);
          return entry ? <CodingLine key={coding.id} coding={coding} entry={entry} weightAsked={coding.id === inHand ? asked : 0} /> : null;
        })}
      </ul>
      {codings.length === 0 ? <p className="quiet">{text.notCoded}</p> : null}
    </section>
  );
}

function CodingLine({ coding, entry, weightAsked }: { coding: SourceCoding; entry: CategoryEntry; weightAsked: number }) {
  const text = useText(readerText);
  const stanceKeys = useKeysOf('stance');
  const { coders, isReadOnly, acts, ruled, showRule } = useReader();
  const { category } = entry;
  const coder = coders.get(coding.coderId);
  const initials = coder?.initials ?? '?';
  const stance = coding.stance === null ? text.noStance : text.stances[coding.stance];
  return (
    <li className={classes('reader-coding', ruled?.category.id === category.id && 'reader-coding-ruled')}>
      <Button
        variant="quiet"
        size="small"
        className="reader-coding-name"
        aria-label={`${text.codedBy(category.name, coder?.name ?? initials)}. ${text.showRule(category.name)}`}
        onPress={() => showRule(category.id)}
        onHoverStart={() => showRule(category.id)}
      >
        <Swatch color={category.color} />
        <span>{entry.label}</span>
      </Button>
      <span className="reader-coding-initials" style={{ ['--coder' as string]: coder?.color ?? 'var(--line-strong)' }} title={coder?.name}>
        {initials}
      </span>
      <WeightControl coding={coding} entry={entry} asked={weightAsked} />
      <Menu
        label={text.stance}
        placement="bottom end"
        trigger={
          <IconButton
            icon={coding.stance === null ? Circle : STANCE_ICONS[coding.stance]}
            className={classes('reader-stance', coding.stance && `reader-stance-${coding.stance}`)}
            label={text.stanceOf(category.name, stance)}
            keys={stanceKeys}
            size="small"
            isDisabled={isReadOnly}
          />
        }
      >
        {[...STANCES, null].map((choice) => (
          <MenuItem
            key={choice ?? 'none'}
            label={choice === null ? text.noStance : text.stances[choice]}
            icon={choice === null ? Circle : STANCE_ICONS[choice]}
            isChosen={choice === coding.stance}
            onAction={() => void acts.setStance(coding, choice)}
          />
        ))}
      </Menu>
      {isReadOnly ? null : (
        <IconButton icon={X} label={text.removeCoding(category.name, initials)} size="small" onPress={() => void acts.remove(coding.id)} />
      )}
    </li>
  );
}
