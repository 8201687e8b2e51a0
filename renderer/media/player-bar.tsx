// The player: its buttons, its timeline, its picture where there is one, and the text that goes along with it.
import { Gauge, Locate, Pause, Play, RotateCcw, RotateCw, Settings2, Timer, Video } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { MediaInfo } from '../../shared/domain/source.ts';
import { mediaText } from '../../shared/i18n/media.ts';
import { afterFocusReturns } from '../correction/focus-return.ts';
import { useActions } from '../frame/offered-actions.ts';
import { useKeymap } from '../frame/use-keymap.ts';
import { useReader } from '../reader/reader-context.tsx';
import { useStored } from '../reader/reading-place.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuButton, MenuItem, MenuSection } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { REWINDS, SPEEDS, shortClock } from './clock.ts';
import { MEDIA_ACTIONS } from './media-keys.ts';
import type { MediaAct } from './media-keys.ts';
import { pieceHeardAt, spokenPieces, timeOfPlace } from './spoken-pieces.ts';
import { Timeline } from './timeline.tsx';
import { useFollow } from './use-follow.ts';
import { useHearOnClick } from './use-hear-on-click.ts';
import { useMediaKeys } from './use-media-keys.ts';
import { STEP_MS, usePlayer } from './use-player.ts';
import type { Player } from './use-player.ts';
import { useRootMark } from './use-root-mark.ts';
import { useStamp } from './use-stamp.ts';
import { usePeaks } from './use-peaks.ts';

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export function PlayerBar({ media }: { media: MediaInfo }) {
  const text = useText(mediaText);
  const notify = useNotify();
  const reader = useReader();
  const keysOf = useMediaKeysOf();
  const { transcript, isReadOnly } = reader;
  const element = useRef<HTMLVideoElement>(null);
  const player = usePlayer(element, media.url);
  const { playback, acts } = player;
  const durationMs = playback.durationMs || (media.durationMs ?? 0);

  const pieces = useMemo(() => spokenPieces(transcript.turns), [transcript.turns]);
  const [follows, setFollows] = useStored('trame.media.follow', true, isBoolean);
  const hasBegun = playback.isPlaying || playback.ms > 0;
  const heard = (hasBegun && pieces[pieceHeardAt(pieces, playback.ms)]) || null;
  const { isOff, stay, comeBack } = useFollow(reader, heard, follows);
  useRootMark('data-recording', true);
  const stamp = useStamp(acts.now);
  const peaks = usePeaks(media, durationMs);

  const answer = (act: MediaAct): void => {
    if (act === 'toggle') acts.toggle();
    else if (act === 'back' || act === 'forth') acts.step(act === 'back' ? -STEP_MS : STEP_MS);
    else if (act === 'stamp') void stamp();
    else player.changeSpeed(act === 'faster' ? 1 : -1);
  };
  useMediaKeys(answer);
  useOffered(answer, isReadOnly);
  useHearOnClick(
    useCallback(
      (place) => {
        const at = timeOfPlace(pieces, place);
        if (at === null) return notify({ text: text.noTimeHere });
        stay();
        return acts.playFrom(at);
      },
      [pieces, acts, stay, notify, text],
    ),
  );
  const [showsPicture, setShowsPicture] = useState(true);

  return (
    <section className="media" aria-label={text.player} data-panel>
      {isOff ? (
        <Button size="small" className="media-come-back" onPress={comeBack}>
          <Locate size={14} strokeWidth={1.75} aria-hidden />
          {text.follow}
        </Button>
      ) : null}
      <div className="media-picture" hidden={!playback.hasPicture || !showsPicture}>
        {/* the words are the source's own text */}
        <video ref={element} src={media.url} preload="metadata" aria-label={text.picture} tabIndex={-1}>
          <track kind="captions" />
        </video>
      </div>
      {playback.isBroken ? <p className="media-broken">{text.unplayable(media.originalName)}</p> : null}
      <div className="media-bar">
        <Transport player={player} onAct={answer} />
        <span className="media-time number">{`${shortClock(playback.ms)} / ${shortClock(durationMs)}`}</span>
        <Timeline ms={playback.ms} durationMs={durationMs} pieces={pieces} peaks={peaks} onSeek={acts.seek} />
        {isReadOnly ? null : (
          <IconButton icon={Timer} label={text.stamp} keys={keysOf('stamp')} size="small" onPress={() => void stamp()} preventFocusOnPress />
        )}
        {playback.hasPicture ? <IconToggle icon={Video} label={text.video} isOn={showsPicture} onChange={setShowsPicture} /> : null}
        <SpeedMenu player={player} />
        <SettingsMenu player={player} follows={follows} onFollows={setFollows} />
      </div>
    </section>
  );
}

/** In the command field. */
function useOffered(answer: (act: MediaAct) => void, isReadOnly: boolean): void {
  useActions(() => ({
    mediaToggle: () => answer('toggle'),
    mediaBack: () => answer('back'),
    mediaForth: () => answer('forth'),
    mediaFaster: () => answer('faster'),
    mediaSlower: () => answer('slower'),
    ...(isReadOnly ? {} : { mediaStamp: () => afterFocusReturns(() => answer('stamp')) }),
  }));
}

/** For a button: the first keys of its act. */
function useMediaKeysOf(): (act: MediaAct) => string | undefined {
  const keymap = useKeymap();
  return (act) => keymap.keysOf(MEDIA_ACTIONS[act])[0];
}

function Transport({ player, onAct }: { player: Player; onAct: (act: MediaAct) => void }) {
  const text = useText(mediaText);
  const keysOf = useMediaKeysOf();
  const { isPlaying } = player.playback;
  return (
    <div className="media-transport">
      <IconButton icon={RotateCcw} label={text.back} keys={keysOf('back')} size="small" onPress={() => onAct('back')} />
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={isPlaying ? text.pause : text.play}
        keys={keysOf('toggle')}
        variant="plain"
        onPress={() => onAct('toggle')}
      />
      <IconButton icon={RotateCw} label={text.forth} keys={keysOf('forth')} size="small" onPress={() => onAct('forth')} />
    </div>
  );
}

function SpeedMenu({ player }: { player: Player }) {
  const text = useText(mediaText);
  const { speed } = player;
  return (
    <MenuButton
      label={text.speed}
      content={
        <>
          <Gauge size={14} strokeWidth={1.75} aria-hidden />
          <span className="number">{text.times(speed)}</span>
        </>
      }
      aria-label={text.speedIs(text.times(speed))}
      variant="quiet"
      size="small"
      className="media-speed"
      placement="top end"
    >
      {SPEEDS.map((each) => (
        <MenuItem key={each} label={text.times(each)} isChosen={each === speed} onAction={() => player.setSpeed(each)} />
      ))}
    </MenuButton>
  );
}

interface SettingsMenuProps {
  player: Player;
  follows: boolean;
  onFollows: (follows: boolean) => void;
}

function SettingsMenu({ player, follows, onFollows }: SettingsMenuProps) {
  const text = useText(mediaText);
  return (
    <Menu trigger={<IconButton icon={Settings2} label={text.settings} size="small" />} label={text.settings} placement="top end">
      <MenuItem label={text.follows} isChosen={follows} onAction={() => onFollows(!follows)} />
      <MenuSection title={text.rewinds}>
        {REWINDS.map((seconds) => (
          <MenuItem key={seconds} label={text.rewind(seconds)} isChosen={seconds === player.rewindS} onAction={() => player.setRewindS(seconds)} />
        ))}
      </MenuSection>
    </Menu>
  );
}
