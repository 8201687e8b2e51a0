// The picture of a recording: how loud it is, and what its times and speeds are called.
import { describe, expect, it } from 'vitest';
import { SPEEDS, nextSpeed, shortClock } from '../../../renderer/media/clock.ts';
import { firstChannel, loudestOf, pictured, waveFormOf } from '../../../renderer/media/loudness.ts';
import { aRecording } from '../../support/tones.ts';

describe('loudness', () => {
  it('is the loudest sample of each run', () => {
    const samples = Float32Array.from([0, 0.5, -0.75, 0.25, 0, -2, 0.125]);
    expect(loudestOf(samples, 3)).toEqual([0.75, 1, 0.125]);
    expect(loudestOf(new Float32Array(), 3)).toEqual([]);
  });

  it('fills the picture, however quiet, and is never more than what there is', () => {
    expect(pictured([0.1, 0.2, 0, 0.1], 2)).toEqual([1, 0.5]);
    expect(pictured([0.25, 0.5], 500)).toEqual([0.5, 1]);
    expect(pictured([0, 0], 2)).toEqual([0, 0]);
    expect(pictured([], 10)).toEqual([]);
  });

  it('is read from a recorder’s file', () => {
    const sound = aRecording(2);
    expect(waveFormOf(sound.subarray(0, 100))).toEqual({ dataAt: 44, channels: 1, samplesPerSecond: 8000 });
    const samples = firstChannel(sound.subarray(44), 1);
    expect(samples).toHaveLength(16_000);
    expect(Math.max(...loudestOf(samples, 400))).toBeCloseTo(9000 / 32_768, 3);
    expect([...firstChannel(new Uint8Array([0, 64, 9, 9, 0, 192, 9, 9, 1]), 2)]).toEqual([0.5, -0.5]);
  });

  it('passes over what is not plain 16-bit sound', () => {
    const floats = aRecording(1);
    floats[20] = 3;
    expect(waveFormOf(floats)).toBeNull();
    expect(waveFormOf(new TextEncoder().encode('ID3 no wave at all'))).toBeNull();
    expect(waveFormOf(aRecording(1).subarray(0, 30))).toBeNull();
    expect(waveFormOf(new Uint8Array())).toBeNull();
  });
});

describe('what the player shows', () => {
  it('is a time', () => expect([0, 59_999, 61_000, 3_753_000, -5].map(shortClock)).toEqual(['0:00', '0:59', '1:01', '1:02:33', '0:00']));

  it('is a speed, step by step', () => {
    expect(nextSpeed(1, 1)).toBe(1.25);
    expect(nextSpeed(1, -1)).toBe(0.9);
    expect(nextSpeed(2, 1)).toBe(2);
    expect(nextSpeed(SPEEDS[0], -1)).toBe(0.5);
  });
});
