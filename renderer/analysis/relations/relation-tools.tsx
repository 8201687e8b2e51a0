// Beside the switch between picture and table: matrix or network, what shades say, how often a pair must be found.
import { FACES } from '../../../shared/domain/relation.ts';
import { relationsText } from '../../../shared/i18n/relations.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/language.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { MinimumField } from './minimum-field.tsx';

interface ToolsProps<M extends string> {
  face: (typeof FACES)[number];
  onFace: (face: (typeof FACES)[number]) => void;
  measure: M;
  measures: readonly { readonly id: M; readonly label: string }[];
  onMeasure: (measure: M) => void;
  minimum: number;
  onMinimum: (minimum: number) => void;
  hasPins: boolean;
  onUnpin: () => void;
}

export function RelationTools<M extends string>({ face, onFace, measure, measures, onMeasure, minimum, onMinimum, hasPins, onUnpin }: ToolsProps<M>) {
  const words = useText(relationsText);
  return (
    <>
      <Segmented
        label={words.face}
        size="small"
        options={FACES.map((id) => ({ id, label: words.faces[id] }))}
        value={face}
        onChange={(next) => next && onFace(next)}
      />
      <Segmented label={words.measure} size="small" options={measures} value={measure} onChange={(next) => next && onMeasure(next)} />
      <MinimumField label={words.minimum} value={minimum} onChange={onMinimum} />
      {face === 'network' && hasPins ? (
        <Button size="small" variant="quiet" onPress={onUnpin}>
          {words.unpin}
        </Button>
      ) : null}
    </>
  );
}
