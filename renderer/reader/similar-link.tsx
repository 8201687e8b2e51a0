// From a passage to those like it.
import { suggestionsText } from '../../shared/i18n/suggestions.ts';
import { useText } from '../ui/language.tsx';
import { PlaceLink } from '../ui/place-link.tsx';

export function SimilarLink({ passageId, sourceId }: { passageId: string; sourceId: string }) {
  const words = useText(suggestionsText);
  return (
    <p className="reader-similar">
      <PlaceLink className="reader-similar-link" title={words.similarHint} place={{ screen: 'analysis', view: 'similar', passageId, sourceId }}>
        {words.similarLink}
      </PlaceLink>
    </p>
  );
}
