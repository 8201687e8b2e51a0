// Grids that come from a file, leave as one, or are typed here and added in one act.
import { useMemo } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import type { GridId } from '../../shared/domain/ids.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { base64Of } from '../import/chosen-files.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { gridFileOf } from './grid-outline.ts';
import type { OutlineLine } from './grid-outline.ts';

interface GridFiles {
  readonly importGrid: (file: File) => void;
  /** False when it was refused. */
  readonly createGrid: (title: string, lines: readonly OutlineLine[]) => Promise<boolean>;
}

export function useGridFiles(codebook: Codebook, onChoose: (gridId: GridId) => void): GridFiles {
  const words = useText(codebookText);
  const run = useRun();
  const notify = useNotify();
  return useMemo(() => {
    const add = async (file: File): Promise<boolean> => {
      const gridId = await run('grid.import', { file: { name: file.name, base64: await base64Of(file) } });
      if (gridId !== undefined) onChoose(gridId);
      return gridId !== undefined;
    };
    return {
      importGrid: (file) => void add(file).then((isAdded) => isAdded && notify({ text: words.imported(file.name), kind: 'done' })),
      createGrid: (title, lines) => {
        const file = gridFileOf(title, lines, new Set(codebook.map(({ key }) => key)));
        return add(new File([JSON.stringify(file)], `${file.id}.json`, { type: 'application/json' }));
      },
    };
  }, [codebook, onChoose, run, notify, words]);
}
