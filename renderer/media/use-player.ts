// The recording as it plays: where it is, how fast, and the acts of the keys and buttons.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useStored } from '../reader/reading-place.ts';
import { REWINDS, SPEEDS, nextSpeed } from './clock.ts';

export const STEP_MS = 3000;
const USUAL_REWIND_S = 2;
/** Farther than any recording: asks a player for the end of one that does not say how long it is. */
const BEYOND_THE_END_S = 1e7;

export interface Playback {
  readonly isPlaying: boolean;
  readonly ms: number;
  /** 0 until it is known. */
  readonly durationMs: number;
  readonly hasPicture: boolean;
  readonly isBroken: boolean;
}

export interface PlayerActs {
  readonly toggle: () => void;
  readonly seek: (ms: number) => void;
  /** Moves by so many milliseconds. */
  readonly step: (byMs: number) => void;
  readonly playFrom: (ms: number) => void;
  readonly now: () => number;
}

const STILL: Playback = { isPlaying: false, ms: 0, durationMs: 0, hasPicture: false, isBroken: false };

const isSpeed = (value: unknown): value is number => SPEEDS.some((speed) => speed === value);
const isRewind = (value: unknown): value is number => REWINDS.some((seconds) => seconds === value);

function goTo(player: HTMLVideoElement, ms: number): void {
  const end = Number.isFinite(player.duration) ? player.duration : BEYOND_THE_END_S;
  player.currentTime = Math.min(Math.max(0, ms / 1000), end);
}

/** A new file begins at the default rate. */
function playAt(player: HTMLVideoElement, speed: number): void {
  player.defaultPlaybackRate = speed;
  player.playbackRate = speed;
}

/** What the element does, told to React. */
function usePlayback(element: RefObject<HTMLVideoElement | null>, url: string): Playback {
  const [playback, setPlayback] = useState(STILL);
  useEffect(() => {
    const player = element.current;
    if (!player) return undefined;
    const tell = (change: Partial<Playback>): void => setPlayback((before) => ({ ...before, ...change }));
    const tellPlace = (): void => {
      const durationMs = Number.isFinite(player.duration) ? player.duration * 1000 : 0;
      tell({ ms: player.currentTime * 1000, durationMs, isPlaying: !player.paused });
    };
    const onMetadata = (): void => {
      tell({ hasPicture: player.videoWidth > 0, isBroken: false });
      if (player.duration !== Number.POSITIVE_INFINITY) return tellPlace();
      player.addEventListener('durationchange', () => goTo(player, 0), { once: true });
      goTo(player, BEYOND_THE_END_S * 1000);
    };
    const listening = new AbortController();
    const { signal } = listening;
    for (const event of ['timeupdate', 'play', 'pause', 'seeking', 'seeked', 'ended', 'durationchange'])
      player.addEventListener(event, tellPlace, { signal });
    player.addEventListener('loadedmetadata', onMetadata, { signal });
    player.addEventListener('error', () => tell({ isBroken: true, isPlaying: false }), { signal });
    setPlayback(STILL);
    return () => listening.abort();
  }, [element, url]);
  return playback;
}

/** The acts, the same objects as long as the element and the settings are. */
function usePlayerActs(element: RefObject<HTMLVideoElement | null>, rewindS: number): PlayerActs {
  /** Where the last pause was: played again from there, it goes back a little. */
  const pausedAt = useRef<number | null>(null);
  return useMemo(() => {
    const play = (): void => void element.current?.play().catch(() => undefined);
    const seek = (ms: number): void => {
      if (element.current) goTo(element.current, ms);
    };
    const now = (): number => (element.current?.currentTime ?? 0) * 1000;
    return {
      now,
      seek,
      step: (byMs) => seek(now() + byMs),
      toggle: () => {
        const player = element.current;
        if (!player) return;
        if (!player.paused) {
          player.pause();
          pausedAt.current = player.currentTime;
          return;
        }
        if (player.ended) seek(0);
        else if (pausedAt.current === player.currentTime) seek(now() - rewindS * 1000);
        play();
      },
      playFrom: (ms) => {
        seek(ms);
        play();
      },
    };
  }, [element, rewindS]);
}

export function usePlayer(element: RefObject<HTMLVideoElement | null>, url: string) {
  const [speed, setSpeed] = useStored('trame.media.speed', 1, isSpeed);
  const [rewindS, setRewindS] = useStored('trame.media.rewind', USUAL_REWIND_S, isRewind);
  const playback = usePlayback(element, url);
  const acts = usePlayerActs(element, rewindS);
  useEffect(() => {
    if (element.current) playAt(element.current, speed);
  }, [element, url, speed]);
  return { playback, acts, speed, setSpeed, changeSpeed: (step: 1 | -1) => setSpeed(nextSpeed(speed, step)), rewindS, setRewindS };
}

export type Player = ReturnType<typeof usePlayer>;
