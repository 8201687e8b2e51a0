// What a class of segments is made of: where it is met, what it avoids, the passages typical of it.
import type { PlacedWords, WordClass } from '../../../shared/domain/words.ts';
import { COLON, formatNumber, withMinus } from '../../../shared/i18n/text.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { wordsAddress } from '../../reader/words-address.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';

const PASSAGES_SHOWN = 4;

export function ClassProfile({ name, profile }: { name: string; profile: WordClass }) {
  const words = useText(wordsText);
  const { language } = useLanguage();
  const { parts, absent, passages } = profile;
  const listed = (list: readonly { word: string; chiSquare: number }[]) =>
    list.map(({ word, chiSquare }) => `${word} (${withMinus(formatNumber(language, Math.round(chiSquare * 10) / 10))})`).join(', ');
  const [over, under] = [parts.filter(({ chiSquare }) => chiSquare > 0), parts.filter(({ chiSquare }) => chiSquare < 0)];
  const facts = [
    { label: words.typicalParts, text: listed(over) },
    { label: words.avoidedParts, text: listed(under) },
    {
      label: words.absentWords,
      text: absent
        .slice(0, 8)
        .map(({ word }) => word)
        .join(', '),
    },
  ].filter(({ text }) => text !== '');
  return (
    <section aria-label={words.profile(name)}>
      <h3>{words.profile(name)}</h3>
      {facts.map(({ label, text }) => (
        <p key={label}>
          <span className="quiet">
            {label}
            {COLON[language]}
          </span>
          {text}
        </p>
      ))}
      <h4>{words.typicalPassages}</h4>
      <ul>
        {passages.slice(0, PASSAGES_SHOWN).map((passage) => (
          <TypicalPassage key={`${passage.turnId} ${passage.start}`} passage={passage} />
        ))}
      </ul>
    </section>
  );
}

function TypicalPassage({ passage }: { passage: PlacedWords }) {
  const words = useText(wordsText);
  const { sourceId, turnId, start, end, text, ref } = passage;
  const there = {
    screen: 'coding',
    sourceId,
    wordsAt: wordsAddress({ start: { turnId, offsetUtf16: start }, end: { turnId, offsetUtf16: end } }),
  } as const;
  return (
    <li>
      <PlaceLink className="words-place" place={there} title={words.readIn(ref)}>
        {text}
      </PlaceLink>{' '}
      <span className="number quiet">{ref}</span>
    </li>
  );
}
