// Beside a concept map's switch: its categories, the types of links, what co-occurrence proposes.
import { ListTree, Tags } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import type { ConceptMap } from '../../../shared/domain/typed-link.ts';
import { linksText } from '../../../shared/i18n/links.ts';
import { LinkTypes } from '../../links/link-types.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useText } from '../../ui/language.tsx';
import { Popover } from '../../ui/popover.tsx';
import { PickedCategories } from './scope-words.tsx';
import type { ConceptMapView } from './use-concept-map.ts';
import { MinimumField } from './minimum-field.tsx';

const LEAST_PROPOSED = 3;

interface MapToolsProps {
  map: ConceptMap;
  view: ConceptMapView;
  /** Null: nothing is proposed. */
  minimum: number | null;
  onMinimum: (minimum: number | null) => void;
  isReadOnly: boolean;
}

export function MapTools({ map, view, minimum, onMinimum, isReadOnly }: MapToolsProps) {
  const words = useText(linksText);
  return (
    <>
      {isReadOnly ? null : <EditTools map={map} view={view} />}
      <Checkbox isSelected={minimum !== null} onChange={(isOn) => onMinimum(isOn ? LEAST_PROPOSED : null)}>
        {words.propose}
      </Checkbox>
      {minimum === null ? null : <MinimumField label={words.minimum} value={minimum} onChange={onMinimum} />}
    </>
  );
}

function EditTools({ map, view: { codebook, add, takeOff } }: Pick<MapToolsProps, 'map' | 'view'>) {
  const words = useText(linksText);
  const here = map.nodes.map(({ categoryId }) => categoryId);
  return (
    <>
      <DialogTrigger>
        <Button size="small">
          <ListTree size={14} aria-hidden />
          {words.addCategories}
        </Button>
        <Popover label={words.addCategories}>
          <PickedCategories
            codebook={codebook}
            chosen={here}
            onChange={(ids) => {
              add(ids.filter((id) => !here.includes(id)));
              takeOff(here.filter((id) => !ids.includes(id)));
            }}
            clears={false}
          />
        </Popover>
      </DialogTrigger>
      <DialogTrigger>
        <Button size="small" variant="quiet">
          <Tags size={14} aria-hidden />
          {words.types}
        </Button>
        <Popover label={words.types}>
          <LinkTypes />
        </Popover>
      </DialogTrigger>
    </>
  );
}
