// The grids that ship with Trame: read what they hold, take one whole or in part; one's own beside them.
import { FileUp, ListPlus } from 'lucide-react';
import type { Codebook } from '../../shared/domain/category.ts';
import type { ShippedGrid } from '../../shared/domain/grid-file.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import type { Choose } from './chosen.ts';
import { GalleryCard } from './gallery-card.tsx';
import { useJsonPicker } from './use-json-picker.tsx';

interface GalleryProps {
  codebook: Codebook;
  onChoose: Choose;
  onNewGrid: () => void;
  onImport: (file: File) => void;
  /** Null where there is nothing to go back to: the project has no grid. */
  onClose: (() => void) | null;
}

export function Gallery({ codebook, onChoose, onNewGrid, onImport, onClose }: GalleryProps) {
  const words = useText(codebookText);
  const { project } = useProject();
  const run = useRun();
  const notify = useNotify();
  const { field, open } = useJsonPicker(onImport);
  // the names to take over are those of the project's language, whatever the window's
  const { data: shipped } = useQuery('grid.shipped', project ? { language: project.language } : null);
  const add = async (grid: ShippedGrid, onlyTop: string[] | null) => {
    const gridId = await run('grid.add', { key: grid.key, onlyTop });
    if (gridId === undefined) return;
    onChoose(gridId);
    notify({ text: words.added(grid.title), kind: 'done' });
  };
  return (
    <div className="codebook-gallery">
      <header className="codebook-gallery-head">
        <div>
          <h2>{codebook.length === 0 ? words.noGridTitle : words.galleryTitle}</h2>
          <p className="quiet">{codebook.length === 0 ? words.noGridText : words.galleryText}</p>
        </div>
        <div className="codebook-card-acts">
          <Button onPress={onNewGrid}>
            <ListPlus size={15} aria-hidden />
            {words.newGrid}
          </Button>
          <Button onPress={open}>
            <FileUp size={15} aria-hidden />
            {words.importGrid}
          </Button>
          {onClose ? (
            <Button variant="quiet" onPress={onClose}>
              {words.close}
            </Button>
          ) : null}
        </div>
        {field}
      </header>
      <div className="codebook-gallery-cards">
        {shipped
          ?.filter(({ kind }) => kind === 'categories')
          .map((grid) => {
            const present = codebook.find(({ key }) => key === grid.key);
            return (
              <GalleryCard
                key={grid.key}
                grid={grid}
                onSee={present ? () => onChoose(present.id) : null}
                onAdd={(onlyTop) => void add(grid, onlyTop)}
              />
            );
          })}
      </div>
      {shipped
        ?.filter(({ kind }) => kind === 'stance')
        .map((grid) => (
          <StanceNote key={grid.key} grid={grid} />
        ))}
    </div>
  );
}

/** Shown so that nobody looks for it among the grids. */
function StanceNote({ grid }: { grid: ShippedGrid }) {
  const words = useText(codebookText);
  return (
    <section className="codebook-stance">
      <h3>{words.stanceTitle}</h3>
      <p>{words.stanceText}</p>
      <dl>
        {grid.categories.map((category) => (
          <div key={category.name}>
            <dt>
              <Swatch color={category.color} /> {category.name}
            </dt>
            <dd className="quiet">{category.definition}</dd>
          </div>
        ))}
      </dl>
      <p className="codebook-gallery-source">
        {words.gridFrom} {grid.source}
      </p>
    </section>
  );
}
