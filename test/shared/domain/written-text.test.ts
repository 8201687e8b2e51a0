// What is read off a memo's form: its words, its links; and what is let in.
import { describe, expect, it } from 'vitest';
import {
  writtenTextOf,
  writtenTextOfWords,
  headingOf,
  linksOf,
  writtenText,
  paragraphOf,
  parseWrittenText,
  relinked,
  runOf,
  wordsOf,
} from '../../../shared/domain/written-text.ts';
import type { InlineNode } from '../../../shared/domain/written-text.ts';
import { fillTemplate } from '../../../shared/domain/memo-template.ts';
import { imageMime, imageSize } from '../../../shared/domain/image-kind.ts';
import { memoTemplateText } from '../../../shared/i18n/memo-templates.ts';
import { ONE_POINT_PNG, linkTo, memoOf } from '../../support/memos.ts';

const block = { version: 1, direction: null, format: '', indent: 0 };
const text = (words: string): unknown => ({ type: 'text', version: 1, text: words, format: 0, detail: 0, mode: 'normal', style: '' });
const item = (...children: unknown[]): unknown => ({ type: 'listitem', ...block, value: 1, children });
const list = (...children: unknown[]): unknown => ({ type: 'list', ...block, listType: 'bullet', start: 1, tag: 'ul', children });
const rooted = (...children: unknown[]): unknown => ({ root: { type: 'root', ...block, children } });

describe('the words of a memo', () => {
  it('are one line per heading, paragraph and list item; a link is what it shows, a picture what it is said to show', () => {
    const document = writtenText.parse(
      rooted(
        { type: 'heading', ...block, tag: 'h1', children: [text('Le salon')] },
        { type: 'paragraph', ...block, children: [text('Voir '), { type: 'memo-link', kind: 'passage', id: 'p', label: 'Tout le monde décide' }] },
        list(item(text('un')), item(list(item(text('un bis')))), item(text('deux'))),
        { type: 'quote', ...block, children: [text('Dit-elle')] },
        { type: 'paragraph', ...block, children: [{ type: 'memo-image', sha256: 'a'.repeat(64), alt: 'Un schéma', width: null }] },
      ),
    );
    expect(wordsOf(document)).toBe('Le salon\nVoir Tout le monde décide\nun\nun bis\ndeux\nDit-elle\nUn schéma');
  });

  it('come back from plain text line by line', () => {
    expect(wordsOf(writtenTextOfWords('Un.\r\n\nDeux.'))).toBe('Un.\n\nDeux.');
    expect(wordsOf(writtenTextOfWords(''))).toBe('');
  });
});

describe('the links of a memo', () => {
  it('are told once each, in the order of the text, from within lists too', () => {
    const link = linkTo('case', 'c');
    const document = writtenText.parse(rooted({ type: 'paragraph', ...block, children: [link] }, list(item(linkTo('memo', 'm')), item(link))));
    expect(linksOf(document)).toEqual([
      { kind: 'case', id: 'c' },
      { kind: 'memo', id: 'm' },
    ]);
  });

  it('follow what became something else, and only that', () => {
    const document = memoOf(linkTo('case', 'a'), linkTo('category', 'a'));
    expect(linksOf(relinked(document, 'case', 'a', 'b') ?? document)).toEqual([
      { kind: 'case', id: 'b' },
      { kind: 'category', id: 'a' },
    ]);
    expect(relinked(document, 'case', 'x', 'b')).toBeNull();
    expect(linksOf(document)[0]?.id).toBe('a');
  });
});

describe('an address on the web', () => {
  const leadsTo = (url: string): unknown =>
    rooted({
      type: 'paragraph',
      ...block,
      children: [text('Voir '), { type: 'link', ...block, url, rel: 'noopener', target: '_blank', children: [text('ici')] }],
    });

  it('is kept with its words, which are what is read of it', () => {
    const document = writtenText.parse(leadsTo('https://example.org/a?b=c'));
    expect(wordsOf(document)).toBe('Voir ici');
    expect(document.root.children[0]).toMatchObject({ children: [{}, { type: 'link', url: 'https://example.org/a?b=c', rel: null, target: null }] });
    expect(writtenText.safeParse(leadsTo('mailto:a@example.org')).success).toBe(true);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '/relative', 'https://a b', `https://${'x'.repeat(2001)}`])(
    'is refused where it is %s',
    (url) => {
      expect(writtenText.safeParse(leadsTo(url)).success).toBe(false);
    },
  );

  it('holds links to the project, which are found in it', () => {
    const within = rooted({
      type: 'paragraph',
      ...block,
      children: [{ type: 'link', ...block, url: 'https://example.org', children: [linkTo('case', 'c')] }],
    });
    expect(linksOf(writtenText.parse(within))).toEqual([{ kind: 'case', id: 'c' }]);
  });
});

describe('a form from elsewhere', () => {
  it('loses what Trame does not know: colours, alignments, code', () => {
    const document = writtenText.parse(
      rooted({
        type: 'paragraph',
        ...block,
        format: 'center',
        children: [{ ...(text('gras') as object), format: 1 | 16, style: 'color: red', $: { x: 1 } }],
      }),
    );
    expect(document.root.children[0]).toMatchObject({ format: '', children: [{ text: 'gras', format: 1, style: '' }] });
    expect(JSON.stringify(document)).not.toContain('"$"');
  });

  it.each([
    ['an unknown kind of node', rooted({ type: 'iframe', ...block, children: [] })],
    ['a link of an unknown kind', rooted({ type: 'paragraph', ...block, children: [{ type: 'memo-link', kind: 'coder', id: 'x', label: '' }] })],
    [
      'a picture that is no hash',
      rooted({ type: 'paragraph', ...block, children: [{ type: 'memo-image', sha256: 'http://x', alt: '', width: null }] }),
    ],
    ['words at the root', rooted(text('x'))],
    ['lists in lists without end', rooted(Array.from({ length: 60 }).reduce((inner: unknown) => list(item(inner)), text('x')))],
    ['nothing', {}],
  ])('is refused: %s', (_what, value) => {
    expect(writtenText.safeParse(value).success).toBe(false);
  });

  it('that cannot be read any more is none: the plain words remain', () => {
    expect([parseWrittenText(null), parseWrittenText('{'), parseWrittenText('{"root":{}}')]).toEqual([null, null, null]);
    const kept = writtenTextOf([headingOf('h2', 'T'), paragraphOf([runOf('x', 1)])]);
    expect(parseWrittenText(JSON.stringify(kept))).toEqual(kept);
  });
});

describe('a template', () => {
  it.each(['fr', 'en'] as const)('puts what is known first, then its questions, each with room to answer (%s)', (language) => {
    const words = memoTemplateText[language];
    const values = [{ kind: 'case', id: 'c', label: 'Pôle 1' } as const, 'Pôle 2'];
    const sheet = words.templates['contact-summary'];
    const document = fillTemplate(
      sheet,
      [
        { name: 'Cas', values },
        { name: 'Date', values: [] },
      ],
      words.colon,
    );
    expect(linksOf(document)).toEqual([{ kind: 'case', id: 'c' }]);
    const lines = wordsOf(document).split('\n');
    expect(lines.slice(0, 3)).toEqual([sheet.facts, `Cas${words.colon}Pôle 1, Pôle 2`, sheet.sections[0]?.heading]);
    expect(writtenText.parse(document)).toEqual(document);
    for (const { questions } of sheet.sections) for (const question of questions) expect(lines[lines.indexOf(question) + 1] ?? '').toBe('');
  });
});

describe('a picture', () => {
  it('is known by its first bytes', () => {
    const bytes = (...parts: (number | string)[]): Uint8Array =>
      new Uint8Array([
        ...parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [part])),
        ...Array.from({ length: 16 }, () => 0),
      ]);
    expect(imageMime(ONE_POINT_PNG)).toBe('image/png');
    expect(imageMime(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(imageMime(bytes('GIF89a'))).toBe('image/gif');
    expect(imageMime(bytes('RIFF....WEBP'))).toBe('image/webp');
    for (const other of ['<svg xmlns="x"/>', '%PDF-1.7', 'GIF90a', 'RIFF....WAVE']) expect(imageMime(bytes(other))).toBeUndefined();
    expect(imageMime(new Uint8Array())).toBeUndefined();
  });

  it('has the size that its header says', () => {
    expect(imageSize(ONE_POINT_PNG)).toEqual({ width: 1, height: 1 });
    const gif = new Uint8Array([...Buffer.from('GIF89a'), 0x40, 0x01, 0xf0, 0x00, 0, 0, 0]);
    expect(imageSize(gif)).toEqual({ width: 320, height: 240 });
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 100, 0, 200, 1, 0, 0, 0]);
    expect(imageSize(jpeg)).toEqual({ width: 200, height: 100 });
    expect(imageSize(jpeg.slice(0, 14))).toBeUndefined();
  });
});

it('runs of the same form make the same words', () => {
  const runs: InlineNode[] = [
    runOf('a', 1),
    { type: 'linebreak', version: 1 },
    { type: 'tab', version: 1, text: '\t', format: 0, detail: 2, mode: 'normal', style: '' },
    runOf('b'),
  ];
  expect(wordsOf(writtenTextOf([paragraphOf(runs)]))).toBe('a\n\tb');
});
