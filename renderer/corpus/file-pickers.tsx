// The two ways to choose files without dragging them: files, or a whole folder.
import { FileUp, FolderUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { READABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { filesChosen } from './chosen-files.ts';
import type { ChosenFile } from './chosen-files.ts';

interface FilePickersProps {
  onChosen: (files: ChosenFile[]) => void;
  isPrimary?: boolean;
}

export function FilePickers({ onChosen, isPrimary = false }: FilePickersProps) {
  const text = useText(corpusText);
  const choose = (list: FileList | null) => {
    const files = filesChosen(list);
    if (files.length > 0) onChosen(files);
  };
  return (
    <div className="file-pickers">
      <FileTrigger allowsMultiple acceptedFileTypes={[...READABLE_EXTENSIONS]} onSelect={choose}>
        <Button variant={isPrimary ? 'primary' : 'plain'}>
          <FileUp size={15} aria-hidden />
          {text.importFiles}
        </Button>
      </FileTrigger>
      <FileTrigger acceptDirectory onSelect={choose}>
        <Button>
          <FolderUp size={15} aria-hidden />
          {text.importFolder}
        </Button>
      </FileTrigger>
    </div>
  );
}
