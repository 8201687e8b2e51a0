// The window's first line: whose project this is, the command field, who codes, settings.
import { Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import '../review/review.css';
import { HelpButton } from '../help/help-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { CoderMenu } from './coder-menu.tsx';
import { ProjectMenu } from './project-menu.tsx';
import type { OneHand } from './use-keymap.ts';
import { useKeysOf } from './use-keymap.ts';
import type { Sitting } from './use-sitting.ts';
import { SettingsMenu } from './settings-menu.tsx';

interface TitleBarProps {
  project: ProjectInfo;
  oneHand: OneHand;
  sitting: Sitting;
  onCommands: () => void;
}

export function TitleBar({ project, oneHand, sitting, onCommands }: TitleBarProps) {
  const text = useText(frameText);
  const review = useText(reviewText);
  const keys = useKeysOf('commands');
  return (
    <header className="title-bar" data-panel aria-label={text.titleBar}>
      <div className="title-bar-side">
        <span className="title-bar-name">Trame</span>
        <ProjectMenu project={project} />
        {project.isReviewCopy ? (
          <span className="review-banner" title={review.copyBanner}>
            {review.copyShort}
          </span>
        ) : project.isReadOnly ? (
          <span className="title-bar-read-only">{text.readOnly}</span>
        ) : null}
      </div>
      <Button className="command-field" onPress={onCommands}>
        <Search size={14} aria-hidden />
        <span className="command-field-words">{text.commandField}</span>
        {keys === undefined ? null : <Kbd keys={keys} />}
      </Button>
      <div className="title-bar-side title-bar-end">
        <CoderMenu project={project} />
        <HelpButton />
        <SettingsMenu work={{ oneHand, sitting }} />
      </div>
    </header>
  );
}
