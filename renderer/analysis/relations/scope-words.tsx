// The words of the sentence that all analyses of relations share: which categories, whose codings, where.
import { Filter } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { folded, inTreeOrder, lineage } from '../../../shared/domain/category.ts';
import type { Category, Codebook } from '../../../shared/domain/category.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import type { MatrixDefinition } from '../../../shared/domain/matrix.ts';
import type { ScopeSetting } from '../../../shared/domain/relation.ts';
import { matrixFiltersText } from '../../../shared/i18n/matrix-filters.ts';
import { relationsText } from '../../../shared/i18n/relations.ts';
import { FilterPicker } from '../../matrices/filter-picker.tsx';
import { filterText } from '../../matrices/filter-words.ts';
import type { ProjectFrame } from '../../matrices/frame.ts';
import '../../matrices/matrices.css';
import '../../matrices/pickers.css';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useText } from '../../ui/language.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProjectFrame } from '../project-frame.ts';
import { ChoiceWord, GridsWord, ManyWord, SentenceWord } from '../sentence.tsx';
import './relations.css';

interface ScopeProps {
  scope: ScopeSetting;
  onChange: (changes: Partial<ScopeSetting>) => void;
}

const OWN = 'own';
const MOST_LEVELS = 3;

/** « chaque catégorie de toutes les grilles, parmi toutes » */
export function CategoryWords({ scope, onChange }: ScopeProps) {
  const words = useText(relationsText);
  const frame = useProjectFrame();
  const levels = [{ id: OWN, label: words.levels.own, hint: words.levelHint }];
  for (let level = 1; level <= MOST_LEVELS; level += 1) levels.push({ id: String(level), label: words.levels.n(level), hint: '' });
  const isPicked = scope.categoryIds.length > 0;
  return (
    <>
      {isPicked ? null : (
        <>
          <ChoiceWord
            label={words.level}
            options={levels.map(({ hint, ...level }) => (hint === '' ? level : { ...level, hint }))}
            value={scope.level === null ? OWN : String(scope.level)}
            onChange={(id) => onChange({ level: id === OWN ? null : Number(id) })}
          />
          {words.of}
          <GridsWord value={scope.gridIds} onChange={(gridIds) => onChange({ gridIds: gridIds && [...gridIds] })} />
          {words.among}
        </>
      )}
      <SentenceWord text={isPicked ? words.someCategories(scope.categoryIds.length) : words.allCategories} label={words.categories}>
        <PickedCategories codebook={frame?.codebook ?? []} chosen={scope.categoryIds} onChange={(categoryIds) => onChange({ categoryIds })} />
      </SentenceWord>
    </>
  );
}

interface PickedProps {
  codebook: Codebook;
  chosen: readonly CategoryId[];
  onChange: (chosen: CategoryId[]) => void;
  /** One press lets go of all that is chosen: then all count. */
  clears?: boolean;
}

const MOST_SHOWN = 120;

/** Any of the codebook's categories, several at a time. */
export function PickedCategories({ codebook, chosen, onChange, clears = true }: PickedProps) {
  const words = useText(relationsText);
  const [typed, setTyped] = useState('');
  const all = codebook.flatMap((grid) => {
    const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
    return inTreeOrder(grid.categories).map((category: Category) => ({
      category,
      path: lineage(byId, category.id)
        .slice(0, -1)
        .map(({ name }) => name),
    }));
  });
  const found = all.filter(({ category, path }) => folded([...path, category.name].join(' ')).includes(folded(typed)));
  const order = all.map(({ category }) => category.id);
  return (
    <div className="relations-picker">
      <TextField label={words.find} hidesLabel placeholder={words.find} value={typed} onChange={setTyped} autoFocus />
      <div className="sentence-options" role="group" aria-label={words.categories}>
        {found.slice(0, MOST_SHOWN).map(({ category, path }) => (
          <Checkbox
            key={category.id}
            className="sentence-option"
            isSelected={chosen.includes(category.id)}
            onChange={(isOn) => onChange(order.filter((id) => (id === category.id ? isOn : chosen.includes(id))))}
          >
            <span>
              <Swatch color={category.color} /> {category.name}
              {path.length > 0 ? <span className="sentence-hint">{path.join(' › ')}</span> : null}
            </span>
          </Checkbox>
        ))}
      </div>
      {clears ? (
        <Button size="small" isDisabled={chosen.length === 0} onPress={() => onChange([])}>
          {words.all}
        </Button>
      ) : null}
    </div>
  );
}

interface CodingProps extends ScopeProps {
  by?: string;
  /** How the sentence goes on, before its full stop and the button of filters. */
  children?: ReactNode;
}

/** « , codées par tout le monde là où … », and the end of the sentence */
export function CodingWords({ scope, onChange, by, children }: CodingProps) {
  const words = useText(relationsText);
  const frame = useProjectFrame();
  if (!frame) return null;
  const coders = frame.coders.map(({ id, name }) => ({ id, label: name }));
  const [only] = scope.coderIds ?? [];
  const text = scope.coderIds === null ? words.everybody : scope.coderIds.length === 1 ? nameOf(only) : words.severalCoders(scope.coderIds.length);
  function nameOf(id: string | undefined): string {
    return coders.find((coder) => coder.id === id)?.label ?? '';
  }
  return (
    <>
      {coders.length > 1 ? (
        <>
          {by ?? words.codersBy}
          <ManyWord
            label={words.coders}
            text={text}
            options={coders}
            value={scope.coderIds ?? coders.map(({ id }) => id)}
            onChange={(ids) => onChange({ coderIds: ids.length === coders.length ? null : [...ids] })}
          />
        </>
      ) : null}
      <FilterWords frame={frame} scope={scope} onChange={onChange}>
        {children}
      </FilterWords>
    </>
  );
}

/** A filter's picker counts what it keeps in a matrix: this one holds every coding. */
function asMatrix(frame: ProjectFrame, { coderIds, where }: ScopeSetting): MatrixDefinition {
  const [grid] = frame.codebook;
  const columns: MatrixDefinition['columns'] = grid ? [{ kind: 'grid', gridId: grid.id, level: 1 }] : [];
  return { rows: [{ kind: 'source' }], columns, join: { kind: 'overlap' }, coderIds, contents: ['counts'], hidesEmpty: false, where };
}

function FilterWords({ frame, scope, onChange, children }: ScopeProps & { frame: ProjectFrame; children: ReactNode }) {
  const words = useText(relationsText);
  const filters = useText(matrixFiltersText);
  const definition = asMatrix(frame, scope);
  const picker = (index: number) => (close: () => void) => (
    <FilterPicker definition={definition} index={index} frame={frame} onChange={({ where = [] }) => onChange({ where: [...where] })} close={close} />
  );
  return (
    <>
      {scope.where.map((expression, index) => (
        <span key={`${index} ${expression}`}>
          {words.where}
          <SentenceWord text={filterText(expression, filters)} label={words.filter}>
            {picker(index)}
          </SentenceWord>
        </span>
      ))}
      {children}.{' '}
      <DialogTrigger>
        <IconButton icon={Filter} label={words.addFilter} size="small" />
        <Popover label={words.addFilter} placement="bottom start" className="matrices-popover">
          {picker(scope.where.length)}
        </Popover>
      </DialogTrigger>
    </>
  );
}
