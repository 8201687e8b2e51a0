// What a window kept of the screen is read back with suspicion.
import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../renderer/matrices/definition.ts';
import { NEW_SESSION, readSession } from '../../../renderer/matrices/session.ts';

const kept = {
  ...NEW_SESSION,
  definition: definitionOf([{ kind: 'case' }], [{ kind: 'source' }]),
  view: 'figure',
  figure: 'heat',
  layout: { ...NEW_SESSION.layout, headWidth: 210, widths: { 'case:a': 180 }, collapsed: ['category:b'], frozenColumns: 1, isShaded: true },
  comparedCases: ['case:a', 'case:b'],
} as const;

describe('a kept screen', () => {
  it('comes back as it was left', () => {
    expect(readSession(JSON.stringify(kept))).toEqual(kept);
  });

  it('begins anew when nothing, or rubbish, was kept', () => {
    expect(readSession(null)).toEqual(NEW_SESSION);
    expect(readSession('{')).toEqual(NEW_SESSION);
  });

  it('drops what this version does not know and keeps the rest', () => {
    const older = readSession(JSON.stringify({ ...kept, definition: { rows: [] }, view: 'table3d' }));
    expect(older).toEqual({ ...kept, definition: null, view: 'table' });
  });
});
