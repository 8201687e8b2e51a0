// In the source's header, only when there are some: passages whose words a correction took away.
import { TriangleAlert } from 'lucide-react';
import { correctionText } from '../../shared/i18n/correction.ts';
import { useReader } from '../reader/reader-context.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';

export function OrphanCount() {
  const text = useText(correctionText);
  const { transcript, askForOrphans } = useReader();
  const { data } = useQuery('source.orphans', { sourceId: transcript.sourceId });
  if (!data || data.length === 0) return null;
  return (
    <Button variant="quiet" size="small" className="correction-orphan-count" aria-label={text.orphans(data.length)} onPress={askForOrphans}>
      <TriangleAlert size={14} aria-hidden /> {text.orphansShort(data.length)}
    </Button>
  );
}
