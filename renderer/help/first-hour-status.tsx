// While the first hour is on: how far it is, in the status bar; a press shows it again.
import { Button } from 'react-aria-components';
import { helpText } from '../../shared/i18n/help/panel.ts';
import { useText } from '../ui/language.tsx';
import { STEPS } from './first-hour.ts';
import { useHelp } from './help-context.tsx';

export function FirstHourStatus() {
  const text = useText(helpText);
  const { firstHour, open, page } = useHelp();
  const { isOn, done } = firstHour.state;
  if (!isOn || page?.kind === 'firstHour') return null;
  return (
    <Button className="status-bar-button" onPress={() => open({ kind: 'firstHour' })}>
      {text.firstHour}, {text.progress(done.length, STEPS.length)}
    </Button>
  );
}
