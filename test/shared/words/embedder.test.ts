// Texts as points: what shares its words lies near, whatever their forms; always in the same place.
import { describe, expect, it } from 'vitest';
import { lexicalEmbedder, nearness } from '../../../shared/words/embedder.ts';

const { embed } = lexicalEmbedder('fr');

describe('the lexical embedder', () => {
  it('puts forms of the same words together, and other words apart', async () => {
    const [asked, near, far] = await embed([
      'Les membres décident ensemble.',
      'La décision des membres, décidée ensemble',
      'Il pleut sur le coteau.',
    ]);
    if (!asked || !near || !far) throw new Error('no points');
    expect(nearness(asked, near)).toBeGreaterThan(0.5);
    expect(Math.abs(nearness(asked, far))).toBeLessThan(0.3);
  });

  it('gives points of length 1, the same each time; nothing said is nowhere', async () => {
    const [one, again, nothing] = await embed(['La confiance se gagne.', 'La confiance se gagne.', 'et de la']);
    if (!one || !again || !nothing) throw new Error('no points');
    expect(nearness(one, again)).toBeCloseTo(1, 5);
    expect([...one]).toEqual([...again]);
    expect(nearness(one, nothing)).toBe(0);
  });
});
