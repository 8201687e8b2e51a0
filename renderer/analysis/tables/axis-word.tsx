// An axis as an underlined word of a sentence: whatever a matrix can cross can stand there.
import type { AxisSpec, MatrixDefinition } from '../../../shared/domain/matrix.ts';
import { matricesText } from '../../../shared/i18n/matrices.ts';
import { tablesText } from '../../../shared/i18n/tables.ts';
import { definitionOf } from '../../matrices/definition.ts';
import { axisName, valuesOf } from '../../matrices/frame.ts';
import type { ProjectFrame } from '../../matrices/frame.ts';
import { AxisSlotPicker } from '../../matrices/sentence-bar.tsx';
import '../../matrices/matrices.css';
import '../../matrices/pickers.css';
import { useText } from '../../ui/language.tsx';
import { SentenceWord } from '../sentence.tsx';

interface AxisWordProps {
  label: string;
  axis: AxisSpec;
  frame: ProjectFrame;
  onChange: (axis: AxisSpec) => void;
}

export function AxisWord({ label, axis, frame, onChange }: AxisWordProps) {
  const words = useText(matricesText);
  const { quoted } = useText(tablesText);
  const name = axisName(axis, frame, words);
  const take = ({ rows: [first] }: MatrixDefinition) => first && onChange(first);
  return (
    <SentenceWord text={axis.kind === 'grid' || axis.kind === 'category' ? quoted(name) : name} label={label}>
      {(close) => <AxisSlotPicker side="rows" index={0} close={close} definition={definitionOf([axis], [])} frame={frame} onChange={take} />}
    </SentenceWord>
  );
}

/** What a table crosses before anybody chose: a grid with what tells cases apart. Null while there is no grid. */
export function firstCrossing(frame: ProjectFrame): { readonly rows: AxisSpec; readonly columns: AxisSpec } | null {
  const grid = frame.codebook.find(({ categories }) => categories.length > 0);
  if (!grid) return null;
  const attribute = frame.corpus.attributes.find(({ id, scope }) => {
    const values = valuesOf(id, frame).length;
    return scope === 'case' && values > 1 && values <= 12;
  });
  const columns: AxisSpec = attribute
    ? { kind: 'attribute', attributeId: attribute.id }
    : frame.corpus.cases.length > 1
      ? { kind: 'case' }
      : { kind: 'source' };
  return { rows: { kind: 'grid', gridId: grid.id, level: null }, columns };
}
