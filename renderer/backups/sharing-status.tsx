// In the status bar: how far the work has been laid back into the synchronised or network folder where the project lies.
import { Cloud } from 'lucide-react';
import { Button } from 'react-aria-components';
import { repairText } from '../../shared/i18n/repair.ts';
import { useText } from '../ui/language.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { useQuery } from '../ui/use-query.ts';

export function SharingStatus() {
  const text = useText(repairText);
  const { data } = useQuery('safety.status', {});
  const sharing = data?.sharing;
  if (!sharing) return null;
  return (
    <Tooltip text={text.shared(sharing)}>
      <Button className="status-bar-button sharing-status">
        <Cloud size={13} aria-hidden />
        {sharing.state === 'conflict' || sharing.state === 'failed' ? sharing.service : text.sharing(sharing)}
      </Button>
    </Tooltip>
  );
}
