// The corpus's way to the import, and back to the one that is open.
import { Import } from 'lucide-react';
import { importText } from '../../shared/i18n/import.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { IMPORT_PLACE, useImportState } from './import-context.tsx';

export function OpenImport() {
  const text = useText(importText);
  const { go } = useNavigation();
  const isOpen = useImportState() !== null;
  return (
    <Button variant="primary" onPress={() => go(IMPORT_PLACE)}>
      <Import size={15} aria-hidden />
      {isOpen ? text.backTo : text.open}
    </Button>
  );
}
