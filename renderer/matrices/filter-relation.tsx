// Two groups of conditions and how the passages of the first stand to those of the second.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { RELATIONS } from '../../shared/domain/expression.ts';
import { matrixFiltersText } from '../../shared/i18n/matrix-filters.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { FilterRelation } from './filter-model.ts';

interface RelationProps {
  node: FilterRelation;
  /** Fields of the two groups. */
  first: ReactNode;
  second: ReactNode;
  onChange: (node: FilterRelation) => void;
  onRemove: () => void;
}

/** As many as an expression can say. */
const MOST_UTF16 = 999_999;

export function RelationFields({ node, first, second, onChange, onRemove }: RelationProps) {
  const words = useText(matrixFiltersText);
  const { relation, withinUtf16 } = node;
  return (
    <div className="matrices-filter-relation" role="group" aria-label={words.addRelation}>
      <div className="matrices-filter-row">
        <span className="quiet">{words.relationFrom}</span>
        <IconButton icon={X} size="small" label={words.removeRelation} className="matrices-filter-end" onPress={onRemove} />
      </div>
      {first}
      <div className="matrices-filter-row">
        <Select
          label={words.relation}
          hidesLabel
          options={RELATIONS.map((id) => ({ id, label: words.relationNames[id] }))}
          value={relation}
          onChange={(next) => onChange({ ...node, relation: next })}
        />
        {relation === 'near' ? (
          <>
            <TextField
              label={words.characters}
              hidesLabel
              className="matrices-filter-number"
              inputMode="numeric"
              value={String(withinUtf16)}
              onChange={(text) => onChange({ ...node, withinUtf16: Math.min(MOST_UTF16, Number(text.replace(/\D/gu, ''))) })}
            />
            <span className="quiet">{words.charactersUnit}</span>
          </>
        ) : null}
        <span className="quiet">{words.relationTo}</span>
      </div>
      {second}
    </div>
  );
}
