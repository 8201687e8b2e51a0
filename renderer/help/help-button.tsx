// The « ? » at the top of every screen.
import { CircleHelp } from 'lucide-react';
import { helpText } from '../../shared/i18n/help/panel.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { useHelp } from './help-context.tsx';

export function HelpButton() {
  const text = useText(helpText);
  const { open } = useHelp();
  return <IconButton icon={CircleHelp} label={text.helpHere} keys={useKeysOf('help')} onPress={() => open({ kind: 'here' })} />;
}
