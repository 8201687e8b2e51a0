// Memos as files: what a reader of Word, or of Markdown, finds in them.
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { addImage, writeMemo } from '../../../../electron/commands/memos.ts';
import { exportMemos } from '../../../../electron/exchange/printing/export-memos.ts';
import { readTemplate } from '../../../../electron/exchange/memo-template.ts';
import { writtenText, wordsOf, linksOf } from '../../../../shared/domain/written-text.ts';
import { ONE_POINT_PNG, aMemo, linkTo, memoOf } from '../../../support/memos.ts';
import { aStudy } from '../../../support/study.ts';
import type { Study } from '../../../support/study.ts';
import { xmlProblem } from '../../../support/xml.ts';
import { zipTexts } from '../../../support/zip-text.ts';

const block = { version: 1, direction: null, format: '', indent: 0 };
const text = (words: string, format = 0): unknown => ({ type: 'text', version: 1, text: words, format, detail: 0, mode: 'normal', style: '' });
const item = (...children: unknown[]): unknown => ({ type: 'listitem', ...block, value: 1, children });
const list = (listType: 'bullet' | 'number', start: number, ...children: unknown[]): unknown => ({
  type: 'list',
  ...block,
  listType,
  start,
  tag: listType === 'bullet' ? 'ul' : 'ol',
  children,
});

function aFullMemo(study: Study): void {
  const { project } = study;
  const { sha256 } = addImage(project.session, { name: 'schéma.png', bytes: ONE_POINT_PNG });
  const document = writtenText.parse({
    root: {
      type: 'root',
      ...block,
      children: [
        { type: 'heading', ...block, tag: 'h1', children: [text('Ce qui se joue')] },
        {
          type: 'paragraph',
          ...block,
          children: [text('Un '), text('mot fort', 1), text(' et '), text(' penché ', 2), text(', voir '), linkTo('passage', study.alone), text('.')],
        },
        list('number', 3, item(text('trois')), item(list('bullet', 1, item(text('dessous')))), item(text('quatre'))),
        { type: 'quote', ...block, children: [text('Les petits suivent')] },
        { type: 'paragraph', ...block, children: [{ type: 'link', ...block, url: 'https://example.org/?q=a&b', children: [text('Le site')] }] },
        { type: 'paragraph', ...block, children: [text('# pas un titre *ni* [ceci]')] },
        { type: 'paragraph', ...block, children: [{ type: 'memo-image', sha256, alt: 'Schéma du pôle', width: 40 }] },
        {
          type: 'paragraph',
          ...block,
          children: [linkTo('case', project.case('Pôle 1'), 'ancien nom'), text(' '), linkTo('case', 'gone', 'Pôle 9')],
        },
      ],
    },
  });
  writeMemo(project.session, {
    memoId: null,
    targetKind: 'category',
    targetId: project.category('charte'),
    kind: 'theoretical',
    title: 'Le salon',
    text: '',
    document,
  });
}

const textOf = (content: Uint8Array): string => new TextDecoder().decode(content);

async function written(study: Study, format: 'docx' | 'md'): Promise<Uint8Array> {
  return (await exportMemos(study.project.project, { memoIds: null, filter: { kind: 'theoretical' }, format })).content;
}

describe('Markdown', () => {
  it('has the memo’s headings below its title, its lists, quotes, pictures, and links with what they cite', async () => {
    const study = aStudy();
    aFullMemo(study);
    const out = textOf(await written(study, 'md'));
    const lines = out.split('\n');
    expect(lines[0]).toBe('# Le salon');
    expect(out).toContain('Théorique · ');
    expect(out).toContain('Catégorie, Régulation › charte');
    expect(lines).toContain('## Ce qui se joue');
    expect(lines).toContain('Un **mot fort** et  *penché* , voir «\u00a0Les petits suivent\u00a0» (E02, §2).');
    expect(out).toContain('3. trois\n   - dessous\n4. quatre');
    expect(lines).toContain('> Les petits suivent');
    expect(lines).toContain('[Le site](https://example.org/?q=a&b)');
    expect(lines).toContain('\\# pas un titre \\*ni\\* \\[ceci\\]');
    expect(out).toContain(`![Schéma du pôle](data:image/png;base64,${Buffer.from(ONE_POINT_PNG).toString('base64')})`);
    expect(lines).toContain('Pôle 1 Pôle 9');
  });
});

describe('Word', () => {
  it('has real headings, lists and pictures, in well-formed parts', async () => {
    const study = aStudy();
    aFullMemo(study);
    const file = await written(study, 'docx');
    const parts = zipTexts(file);
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/numbering.xml']) expect(xmlProblem(parts.get(name) ?? ''), name).toBeNull();
    for (const style of ['Heading1', 'Heading2']) expect(parts.get('word/styles.xml')).toContain(`w:styleId="${style}"`);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
    const html = value.replaceAll(/<a id="[^"]*"><\/a>/gu, '');
    expect(html).toContain('<h1>Le salon</h1>');
    expect(html).toContain('<h2>Ce qui se joue</h2>');
    expect(html).toContain('<strong>mot fort</strong>');
    expect(html).toContain('«\u00a0Les petits suivent\u00a0» ');
    expect(html).toContain('(E02, §2)');
    expect(html).toMatch(/<ol><li>trois<ul><li>dessous<\/li><\/ul><\/li><li>quatre<\/li><\/ol>/u);
    expect(html).toContain('alt="Schéma du pôle"');
    expect(html).toContain('<a href="https://example.org/?q=a&amp;b">Le site</a>');
    expect(parts.get('word/numbering.xml')).toContain('<w:start w:val="3"/>');
  });
});

it('a heading stays on the page of what follows it, and so does what stands below a memo’s title', async () => {
  const study = aStudy();
  aFullMemo(study);
  const body = zipTexts(await written(study, 'docx')).get('word/document.xml') ?? '';
  const paragraphs = body.match(/<w:p>.*?<\/w:p>/gsu) ?? [];
  const kept = paragraphs
    .filter((each) => /<w:keepNext\/>|w:val="Heading\d"/u.test(each))
    .map((each) => (each.match(/(?<=<w:t[^>]*>)[^<]*/gu) ?? []).join(''));
  expect(kept).toEqual(['Le salon', expect.stringContaining('Théorique · '), expect.stringContaining('Catégorie, '), 'Ce qui se joue']);
});

it('a memo without a title is called by what it is on, quoted and cited', async () => {
  const { project, alone } = aStudy();
  const memo = aMemo(project, '', memoOf('À relire'), { kind: 'passage', id: alone });
  const out = await exportMemos(project.project, { memoIds: [memo], filter: {}, format: 'md' });
  expect(textOf(out.content).split('\n')[0]).toBe('# Sur «\u00a0Les petits suivent\u00a0» (E02 §2)');
  expect(textOf(out.content)).toContain('Sur\u00a0: Passage\n\n> «\u00a0Les petits suivent \\[…\\]\u00a0» (E02, §2)');
});

it('memos come in the order asked for, or oldest first; plain ones too', async () => {
  const study = aStudy();
  const { project } = study;
  const later = aMemo(project, 'Deux', memoOf('b'));
  const out = await exportMemos(project.project, { memoIds: [later, study.memo], filter: {}, format: 'md' });
  expect(textOf(out.content).match(/^# .*$/gmu)).toEqual(['# Deux', '# coding']);
  expect(textOf(out.content)).toContain('à revoir');
  const all = textOf((await exportMemos(project.project, { memoIds: null, filter: {}, format: 'md' })).content).match(/^# .*$/gmu);
  expect(all?.at(0)).toBe('# source');
  expect(all?.at(-1)).toBe('# Deux');
  await expect(exportMemos(project.project, { memoIds: ['x' as never], filter: {}, format: 'md' })).rejects.toThrow('memo.unknown');
});

it('templates are filled with what the project knows, as links where it is a thing of the project', () => {
  const { project } = aStudy();
  const source = readTemplate(project.project, { template: 'contact-summary', targetId: project.source('E01'), language: 'fr' });
  expect(source.title).toBe('Fiche de synthèse – E01');
  const words = wordsOf(source.document);
  expect(words).toContain('Cas\u00a0: Pôle 1');
  expect(words).toContain('Qui parle\u00a0: Directrice');
  expect(words).not.toContain('Enquêtrice');
  expect(words).not.toContain('Date');
  expect(linksOf(source.document).map(({ kind }) => kind)).toEqual(['source', 'case', 'participant']);
  const monograph = readTemplate(project.project, { template: 'case-monograph', targetId: project.case('Pôle 1'), language: 'en' });
  expect(wordsOf(monograph.document)).toContain('Création: 2005\nSources: E01');
  expect(() => readTemplate(project.project, { template: 'case-monograph', targetId: project.source('E01'), language: 'fr' })).toThrow(
    'case.unknown',
  );
});
