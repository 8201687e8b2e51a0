// The two ways to choose files without dragging them: files, or a whole folder.
import { FileUp, FolderUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { READABLE_EXTENSIONS, TABLE_EXTENSIONS } from '../../shared/domain/readable-formats.ts';
import { importText } from '../../shared/i18n/import.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { filesChosen } from './chosen-files.ts';
import type { ChosenFile } from './chosen-files.ts';

interface FilePickersProps {
  onChosen: (files: ChosenFile[]) => void;
  isPrimary?: boolean;
  isQuiet?: boolean;
}

export function FilePickers({ onChosen, isPrimary = false, isQuiet = false }: FilePickersProps) {
  const text = useText(importText);
  const plain = isQuiet ? 'quiet' : 'plain';
  const choose = (list: FileList | null) => {
    const files = filesChosen(list);
    if (files.length > 0) onChosen(files);
  };
  return (
    <div className="file-pickers">
      <FileTrigger allowsMultiple acceptedFileTypes={[...READABLE_EXTENSIONS, ...TABLE_EXTENSIONS]} onSelect={choose}>
        <Button variant={isPrimary ? 'primary' : plain}>
          <FileUp size={15} aria-hidden />
          {text.chooseFiles}
        </Button>
      </FileTrigger>
      <FileTrigger acceptDirectory onSelect={choose}>
        <Button variant={plain}>
          <FolderUp size={15} aria-hidden />
          {text.chooseFolder}
        </Button>
      </FileTrigger>
    </div>
  );
}
