// A file without a preview: it was refused, with the reason, or it still waits to be read.
import { FileClock, FileWarning } from 'lucide-react';
import { importText } from '../../shared/i18n/import.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage } from '../ui/language.tsx';
import { sentenceOf } from '../ui/use-run.ts';
import type { ImportFile } from './import-state.ts';
import { useLasting } from './use-lasting.ts';

export function UnreadFile({ file: { reading, chosen } }: { file: ImportFile }) {
  const { language } = useLanguage();
  const text = importText[language];
  const waitsLong = useLasting(reading.status === 'waiting');
  if (reading.status === 'refused') return <EmptyState icon={FileWarning} title={text.refusedTitle} text={sentenceOf(reading.failure, language)} />;
  return waitsLong ? <EmptyState icon={FileClock} title={text.waitingTitle} text={chosen.path} /> : null;
}
