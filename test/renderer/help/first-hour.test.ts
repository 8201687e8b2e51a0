// The first hour: what is done ticks itself, is kept, and nothing else does.
import { describe, expect, test } from 'vitest';
import sample from '../../../shared/sample/sample.json' with { type: 'json' };
import { SAMPLE_TITLES, STEPS, nextStep, parsedFirstHour, stepOfCall } from '../../../renderer/help/first-hour.ts';

const asked = (channel: string, input: unknown = {}, isByKey = true) => stepOfCall({ channel, input, isByKey });

describe('a step is done', () => {
  test('by what the window was answered', () => {
    expect(asked('project.createSample')).toBe('sample');
    expect(asked('coding.apply')).toBe('code');
    expect(asked('history.undo')).toBe('undo');
    expect(asked('memo.write', { text: 'Une idée' })).toBe('memo');
    expect(asked('matrix.read')).toBe('matrix');
    expect(asked('cell.writeSynthesis', { text: 'Tous décident ensemble.' })).toBe('synthesis');
    expect(asked('print.make', { format: 'docx' })).toBe('word');
  });

  test('not by the mouse where a key is meant, nor by an empty text, nor by another format', () => {
    expect(asked('coding.apply', {}, false)).toBeNull();
    expect(asked('memo.write', { text: ' ' })).toBeNull();
    expect(asked('cell.writeSynthesis', { text: '' })).toBeNull();
    expect(asked('print.make', { format: 'pdf' })).toBeNull();
    expect(asked('corpus.read')).toBeNull();
  });
});

test('the sample is known by the titles that it is made with', () => {
  expect(SAMPLE_TITLES).toEqual([sample.title.fr, sample.title.en]);
});

describe('what was kept', () => {
  test('is taken up where it was left, in any order', () => {
    const kept = parsedFirstHour(JSON.stringify({ isOn: true, done: ['memo', 'sample', 'gone'] }));
    expect(kept).toEqual({ isOn: true, done: ['sample', 'memo'] });
    expect(nextStep(kept)).toBe('read');
    expect(nextStep({ isOn: true, done: STEPS })).toBeNull();
  });

  test('begins anew where it is missing or broken', () => {
    for (const stored of [null, '', '{', '[]', '"x"', '{"isOn": 1, "done": "all"}'])
      expect(parsedFirstHour(stored)).toEqual({ isOn: false, done: [] });
  });
});
