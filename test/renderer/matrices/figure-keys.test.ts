// Walking from mark to mark over a figure.
import { describe, expect, it } from 'vitest';
import { markAfterKey } from '../../../renderer/matrices/figure-keys.ts';

const at = (key: string, x: number, y: number) => ({ key, x, y });
const marks = [at('a', 0, 0), at('b', 100, 0), at('c', 0, 50), at('d', 100, 52), at('e', 60, 30)];

describe('the arrows on a figure', () => {
  it('go to the mark in line rather than to a nearer one aside', () => {
    expect(markAfterKey(marks[0]!, marks, 'ArrowRight')).toBe('b');
    expect(markAfterKey(marks[1]!, marks, 'ArrowDown')).toBe('d');
  });

  it('stop at the edge, and leave other keys to others', () => {
    expect(markAfterKey(marks[0]!, marks, 'ArrowLeft')).toBeNull();
    expect(markAfterKey(marks[0]!, marks, 'Enter')).toBeNull();
  });
});
