// Where words are said: each place in its sentence, a way into its text. Beside the picture, as passages behind a number are.
import { useEffect, useRef, useState } from 'react';
import type { WordPlace, WordPlaces } from '../../../shared/domain/words.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { useNavigation } from '../../navigation.tsx';
import { wordsAddress } from '../../reader/words-address.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useRun } from '../../ui/use-run.ts';
import { BehindPanel } from '../behind-panel.tsx';
import type { PlacesBehind } from '../behind.ts';
import './words.css';

/** To be keyed by what it shows. */
export function WordPlacesBehind({ behind, onClose }: { behind: PlacesBehind; onClose: () => void }) {
  const words = useText(wordsText);
  const run = useRun();
  const { go } = useNavigation();
  const [found, setFound] = useState<WordPlaces | null>(null);
  const asked = useRef(behind);

  useEffect(() => {
    let isOver = false;
    void asked.current.places().then((places) => !isOver && setFound(places ?? { total: 0, places: [] }));
    return () => {
      isOver = true;
    };
  }, []);

  const { word } = behind;
  return (
    <BehindPanel title={behind.title} onClose={onClose}>
      {found ? <p className="quiet">{found.total === 0 ? words.noPlaces : (behind.said ?? words.places)(found.total)}</p> : null}
      {word === undefined ? null : (
        <p className="words-behind-acts">
          <Button size="small" onPress={() => go({ screen: 'analysis', view: 'wordTree', words: word })}>
            {words.treeOf}
          </Button>
          <Button
            size="small"
            onPress={() => {
              void run('stopWord.set', { words: word, isStopped: true });
              onClose();
            }}
          >
            {words.ignore}
          </Button>
        </p>
      )}
      <ol>
        {found?.places.map((place) => (
          <PlaceLine key={`${place.turnId} ${place.start}`} place={place} />
        ))}
      </ol>
      {found && found.total > found.places.length ? <p className="quiet">{words.morePlaces(found.places.length)}</p> : null}
    </BehindPanel>
  );
}

/** Of a long sentence only what is near. */
const NEAR = 140;

function near(text: string, side: 'before' | 'after'): string {
  if (text.length <= NEAR) return text;
  return side === 'before' ? `…${text.slice(-NEAR)}` : `${text.slice(0, NEAR)}…`;
}

function PlaceLine({ place }: { place: WordPlace }) {
  const words = useText(wordsText);
  const { sourceId, turnId, start, end } = place;
  const wordsAt = wordsAddress({ start: { turnId, offsetUtf16: start }, end: { turnId, offsetUtf16: end } });
  const there = { screen: 'coding', sourceId, wordsAt } as const;
  return (
    <li>
      <PlaceLink className="words-place" place={there} title={words.readIn(place.ref)}>
        {near(place.before, 'before')}
        {place.before === '' && place.after === '' ? place.text : <mark>{place.text}</mark>}
        {near(place.after, 'after')}
      </PlaceLink>
      <p>
        <span className="number">{place.ref}</span>
        {place.speaker ? <span>{place.speaker}</span> : null}
      </p>
    </li>
  );
}
