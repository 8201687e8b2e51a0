// One hit in its context: what will be coded stands out, what was found in it is underlined.
import { Check } from 'lucide-react';
import { Button as AriaButton, Checkbox as AriaCheckbox, GridListItem } from 'react-aria-components';
import type { RuleHit } from '../../shared/domain/coding-rule.ts';
import { citationOf } from '../../shared/domain/source.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { quotePieces } from './quote-pieces.ts';

interface HitItemProps {
  hit: RuleHit;
  sourceName: string;
  isReadOnly: boolean;
  onOpen: () => void;
}

export function HitItem({ hit, sourceName, isReadOnly, onOpen }: HitItemProps) {
  const text = useText(autocodeText);
  const { state, isExcluded, speaker, number } = hit;
  const citation = citationOf(sourceName, number);
  const note = state === 'coded' ? text.coded : isExcluded ? text.excluded : state === 'within' ? text.within : null;
  return (
    <GridListItem
      id={hit.key}
      className={classes('autocode-hit', state === 'coded' && 'autocode-hit-coded')}
      textValue={[citation, speaker, hit.quote, note].filter(Boolean).join(' — ')}
    >
      {isReadOnly ? null : state === 'coded' ? (
        <Check size={14} className="autocode-coded-mark" aria-hidden />
      ) : (
        <AriaCheckbox slot="selection" className="checkbox autocode-tick" aria-label={text.tick}>
          <span className="checkbox-box">
            <Check size={12} strokeWidth={3} aria-hidden />
          </span>
        </AriaCheckbox>
      )}
      <AriaButton className="autocode-cite number" aria-label={text.openTurn(citation)} onPress={onOpen}>
        {number === null ? '§' : `§${number}`}
      </AriaButton>
      <p className="autocode-context">
        {speaker === null ? null : <span className="autocode-speaker">{speaker}</span>}
        {hit.isCutBefore ? null : <span className="autocode-around">{hit.before}</span>}
        <mark className="autocode-quote">
          {hit.isCutBefore ? '… ' : ''}
          {quotePieces(hit).map(({ text: words, isFound }, at) => (isFound ? <b key={at}>{words}</b> : <span key={at}>{words}</span>))}
          {hit.isCutAfter ? ' …' : ''}
        </mark>
        {hit.isCutAfter ? null : <span className="autocode-around">{hit.after}</span>}
      </p>
      {note === null ? null : <span className="autocode-note">{note}</span>}
    </GridListItem>
  );
}
