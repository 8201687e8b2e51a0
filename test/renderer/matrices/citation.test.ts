// A verbatim goes into a synthesis as a thesis prints it.
import { describe, expect, it } from 'vitest';
import { citedQuote } from '../../../renderer/matrices/citation.ts';

describe('a cited verbatim', () => {
  it('stands in guillemets with its reference, nothing breaking in between', () => {
    expect(citedQuote({ text: 'on nous écoute, puis on vote', ref: 'E12 §34' }, 'fr')).toBe(
      '«\u00a0on nous écoute, puis on vote\u00a0» (E12\u00a0§34)',
    );
    expect(citedQuote({ text: 'we vote as before', ref: 'E12 §34' }, 'en')).toBe('“we vote as before” (E12\u00a0§34)');
  });

  it('leaves out what was cut, and goes on in one line over several turns', () => {
    expect(citedQuote({ text: 'on nous écoute, puis on vote\nVoilà', ref: 'E12 §34', cuts: [[3, 7]] }, 'fr')).toBe(
      '«\u00a0on […] écoute, puis on vote Voilà\u00a0» (E12\u00a0§34)',
    );
  });
});
