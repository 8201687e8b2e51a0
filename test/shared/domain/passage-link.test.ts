// The ways back from paper: what a reference is, and what is none.
import { describe, expect, it } from 'vitest';
import { passageAddress, passageBookmark, passageInLink, referenceIn } from '../../../shared/domain/passage-link.ts';

const PROJECT = '11111111-2222-4333-8444-555555555555';
const PASSAGE = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

describe('a reference', () => {
  it('is the address that exports carry', () => {
    expect(referenceIn(passageAddress(PROJECT, PASSAGE))).toEqual({ kind: 'passage', projectId: PROJECT, passageId: PASSAGE });
  });

  it('is the bookmark’s name, printed once or again, or the bare id', () => {
    for (const text of [passageBookmark(PASSAGE), `${passageBookmark(PASSAGE)}_2`, `p_${PASSAGE}`, PASSAGE, ` ${PASSAGE.toUpperCase()} `])
      expect(referenceIn(text), text).toEqual({ kind: 'passage', projectId: null, passageId: PASSAGE });
  });

  it('is a citation as it is printed', () => {
    for (const text of ['E12 §34', '(E12, DRH, §34)', 'E12, §34', 'E12 §\u00a034', '(E12, Directrice, adjointe, §34)'])
      expect(referenceIn(text), text).toEqual({ kind: 'citation', code: 'E12', turn: 34 });
    expect(referenceIn('Compte rendu du 3 mai §7')).toEqual({ kind: 'citation', code: 'Compte rendu du 3 mai', turn: 7 });
  });

  it('is no words that somebody looks for', () => {
    for (const text of ['', 'Gouvernance', 'E12', 'p_1234', '§34', 'x'.repeat(500), `${PASSAGE}0`]) expect(referenceIn(text), text).toBeNull();
  });
});

describe('a link', () => {
  it('that is anything else than two ids is refused', () => {
    const link = passageAddress(PROJECT, PASSAGE);
    for (const hostile of [
      `${link}&run=calc.exe`,
      `${link}&passage=${PASSAGE}`,
      `${link}#x`,
      link.replace('open', 'app/../open'),
      link.replace('trame:', 'file:'),
      link.replace('trame:', 'javascript:'),
      link.replace(PROJECT, '../../etc/passwd'),
      link.replace(PASSAGE, '%2e%2e'),
      `trame://open?project=${PROJECT}`,
      `trame://open?passage=${PASSAGE}`,
      `${link} --inspect`,
      `trame://open?${'a'.repeat(1000)}`,
      `"${link}"`,
      'trame:',
      '',
    ])
      expect(passageInLink(hostile), hostile).toBeNull();
  });

  it('may have the stroke that browsers put before its question mark', () => {
    expect(passageInLink(passageAddress(PROJECT, PASSAGE).replace('open?', 'open/?'))).toMatchObject({ projectId: PROJECT, passageId: PASSAGE });
  });
});
