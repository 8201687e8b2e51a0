// The data structure (Gioia) of a grid, drawn from its tree at the levels chosen; a box leads to its category.
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { Grid } from '../../shared/domain/category.ts';
import { USUAL_LEVELS, dataStructure, depthOf } from '../../shared/domain/data-structure.ts';
import type { StructureLevels } from '../../shared/domain/data-structure.ts';
import { dataStructureFigure } from '../../shared/figure/data-structure-figure.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { SceneSvg } from '../matrices/scene-svg.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Select } from '../ui/select.tsx';
import { useTheme } from '../ui/theme.tsx';
import { useRun } from '../ui/use-run.ts';
import type { Choose } from './chosen.ts';

const FORMATS = ['svg', 'png', 'docx'] as const;
const LEAVES = 'leaves';

interface StructureViewProps {
  grid: Grid;
  onChoose: Choose;
  onClose: () => void;
}

export function StructureView({ grid, onChoose, onClose }: StructureViewProps) {
  const work = useText(codebookWorkText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const run = useRun();
  const depth = depthOf(grid.categories);
  const [levels, setLevels] = useState<StructureLevels>(USUAL_LEVELS);
  const [reached, setReached] = useState<string | null>(null);
  const scene = useMemo(
    () => dataStructureFigure({ structure: dataStructure(grid.categories, levels), title: '', labels: work.columns, theme, language }),
    [grid.categories, levels, work, theme, language],
  );
  const keys = useMemo(() => scene.children.flatMap(({ key }) => key ?? []), [scene]);
  const current = reached !== null && keys.includes(reached) ? reached : (keys[0] ?? null);
  const onMark = (event: MouseEvent<SVGElement> | KeyboardEvent<SVGElement>) => {
    const key = event.currentTarget.dataset['mark'] ?? '';
    const pressed = 'key' in event ? event.key : 'Enter';
    const step = pressed === 'ArrowDown' || pressed === 'ArrowRight' ? 1 : pressed === 'ArrowUp' || pressed === 'ArrowLeft' ? -1 : 0;
    if (step === 0 && pressed !== 'Enter' && pressed !== ' ') return;
    event.preventDefault();
    const next = keys[keys.indexOf(key) + step];
    if (step !== 0 && next !== undefined) {
      setReached(next);
      event.currentTarget.ownerDocument.querySelector<SVGElement>(`[data-mark="${next}"]`)?.focus();
    }
    const category = step === 0 ? grid.categories.find(({ id }) => key === `category:${id}`) : undefined;
    if (category) onChoose(grid.id, category.id);
  };
  const save = (format: (typeof FORMATS)[number]) =>
    void run('grid.structure', { gridId: grid.id, levels, format, language }).then((file) => file && saveFile(file));
  return (
    <article className="codebook-structure" aria-label={work.structureOf(grid.title)}>
      <header className="codebook-structure-head">
        <h2>{work.structureOf(grid.title)}</h2>
        <LevelChoice depth={depth} levels={levels} onLevels={setLevels} />
        <div className="codebook-card-acts">
          <Menu
            label={work.saveAs}
            placement="bottom end"
            trigger={
              <Button size="small" isDisabled={depth < 2}>
                <Download size={14} aria-hidden />
                {work.saveAs}
              </Button>
            }
          >
            {FORMATS.map((format) => (
              <MenuItem key={format} label={work.structureFormats[format]} onAction={() => save(format)} />
            ))}
          </Menu>
          <Button size="small" onPress={onClose}>
            {work.back}
          </Button>
        </div>
      </header>
      {depth < 2 ? (
        <p className="quiet">{work.noStructure}</p>
      ) : (
        <figure className="codebook-structure-figure">
          <SceneSvg scene={scene} label={work.structureOf(grid.title)} currentKey={current} chosenKey={null} onMark={onMark} />
        </figure>
      )}
    </article>
  );
}

interface LevelChoiceProps {
  depth: number;
  levels: StructureLevels;
  onLevels: (levels: StructureLevels) => void;
}

/** Each level can only be chosen below the one before it; choosing a lower one pushes the next ones down. */
function LevelChoice({ depth, levels, onLevels }: LevelChoiceProps) {
  const work = useText(codebookWorkText);
  const from = (first: number) =>
    Array.from({ length: Math.max(0, depth - first + 1) }, (_, at) => ({ id: String(first + at), label: work.level(first + at) }));
  const settle = (next: StructureLevels) => {
    const theme = Math.max(next.theme, next.dimension + 1);
    onLevels({ ...next, theme, concept: next.concept === null || next.concept <= theme ? null : next.concept });
  };
  return (
    <div className="codebook-levels">
      <Select
        label={work.dimensions}
        options={from(1).slice(0, Math.max(1, depth - 1))}
        value={String(levels.dimension)}
        onChange={(level) => settle({ ...levels, dimension: Number(level) })}
      />
      <Select
        label={work.themes}
        options={from(levels.dimension + 1)}
        value={String(levels.theme)}
        onChange={(level) => settle({ ...levels, theme: Number(level) })}
      />
      <Select
        label={work.concepts}
        options={[{ id: LEAVES, label: work.leaves }, ...from(levels.theme + 1)]}
        value={levels.concept === null ? LEAVES : String(levels.concept)}
        onChange={(level) => settle({ ...levels, concept: level === LEAVES ? null : Number(level) })}
      />
    </div>
  );
}
