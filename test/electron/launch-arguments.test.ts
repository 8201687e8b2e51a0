// What the system hands over at the start: a double click on a project, a reference clicked in Word, or neither.
import { expect, it } from 'vitest';
import { hashOf, isLink, linkIn, projectIn } from '../../electron/launch-arguments.ts';
import type { PassageId, SourceId } from '../../shared/domain/ids.ts';

const LINK = 'trame://open?project=p&passage=q';

it('a reference is found wherever it stands on the command line, in any case', () => {
  expect(linkIn(['/usr/bin/trame', '--no-sandbox', LINK])).toBe(LINK);
  expect(linkIn(['trame', 'TRAME://open?project=p'])).toBe('TRAME://open?project=p');
  expect(linkIn(['/usr/bin/trame', '/home/a/trame:notes.txt', 'Thèse.trame'])).toBeNull();
  expect(isLink('https://example.org/?to=trame://open')).toBe(false);
});

it('a project is a file of that extension; a relative one lies where the command was given', () => {
  expect(projectIn(['/usr/bin/trame', '/home/a/Ma thèse.trame'], '/tmp')).toBe('/home/a/Ma thèse.trame');
  expect(projectIn(['/usr/bin/trame', 'corpus/Thèse.TRAME'], '/home/a')).toBe('/home/a/corpus/Thèse.TRAME');
  expect(projectIn(['/usr/bin/trame', '--smoke'], '/home/a')).toBeNull();
});

it('a reference is never taken for a project, whatever it ends with', () => {
  const argv = ['/usr/bin/trame', 'trame://open?project=/etc/passwd.trame'];
  expect(projectIn(argv, '/home/a')).toBeNull();
  expect(projectIn([...argv, 'Thèse.trame'], '/home/a')).toBe('/home/a/Thèse.trame');
});

it('the place that it leads to opens the reader at the passage, or at the source', () => {
  const sourceId = 's&1' as SourceId;
  expect(hashOf({ sourceId, passageId: 'p' as PassageId })).toBe('#/coding?sourceId=s%261&passageId=p');
  expect(hashOf({ sourceId, passageId: null })).toBe('#/coding?sourceId=s%261');
});
