// What leaves for programs of other fields: each file is read back as its program would read it.
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeOutward } from '../../../../electron/exchange/outward/write-outward.ts';
import { OUTWARD_FORMATS, usualOutward } from '../../../../shared/domain/outward.ts';
import type { OutwardChoice, OutwardFormat } from '../../../../shared/domain/outward.ts';
import { aProject } from '../../../support/project.ts';
import type { TestProject } from '../../../support/project.ts';
import { xmlProblem } from '../../../support/xml.ts';
import { zipTexts } from '../../../support/zip-text.ts';

const DAY = '2026-11-23';
const INTERVIEW = `Entretien du 3 mars

Enquêteur : Qui décide ?
Anne Müller : Tout le monde décide 🙂, l’équipe d’abord.
Enquêteur : Et *vous* ?
Bruno : Moi, « rarement », je l’avoue.\r
Anne Müller : On vote.`;

function study(): TestProject {
  return aProject()
    .withCase('Pôle 1')
    .withCase('Pôle-1')
    .withSource('E01 Pôle', INTERVIEW, { case: 'Pôle 1' })
    .withSource('E02', 'Enquêteur : Et ici ?\nClaire : Ici, on vote aussi.', { case: 'Pôle-1' })
    .withOwnGrid('Décision', { Vote: [], 'Équipe "large"': [] })
    .withAttribute('participant', 'Anne Müller', 'Catégorie', 'direction, adjointe')
    .withAttribute('case', 'Pôle 1', 'Création', '2005')
    .codedBy('AB', 'Vote', 'Tout le monde décide 🙂')
    .codedBy('AB', 'Équipe "large"', 'décide 🙂, l’équipe')
    .codedBy('CD', 'Vote', '« rarement », je l’avoue');
}

async function written(p: TestProject, format: OutwardFormat, choice: Partial<OutwardChoice> = {}): Promise<Uint8Array> {
  return writeOutward(p.project, { ...usualOutward(format), ...choice }, DAY);
}

const textOf = async (...of: Parameters<typeof written>): Promise<string> => Buffer.from(await written(...of)).toString('utf8');
const rowsOf = (csv: string | undefined): Record<string, string>[] => parse(csv ?? '', { columns: true });

describe('a corpus for IRaMuTeQ', () => {
  it('has a line of stars before each text, and only what respondents say', async () => {
    const [first, second] = (await textOf(study(), 'iramuteq')).split('\n\n');
    expect(first).toBe(
      [
        '**** *source_E01 *nature_entretien *cas_Pole1 *Creation_2005',
        "Tout le monde décide 🙂, l'équipe d'abord.",
        "Moi, « rarement », je l'avoue.",
        'On vote.',
      ].join('\n'),
    );
    // two cases that would be written alike stay two
    expect(second).toContain('*cas_Pole1x2');
  });

  it('parts a source by who speaks, and takes interviewers in when asked', async () => {
    const text = await textOf(study(), 'iramuteq', { unit: 'speaker', withInterviewers: true });
    const heads = text.split('\n').filter((line) => line.startsWith('****'));
    expect(heads).toHaveLength(5);
    expect(heads[1]).toBe('**** *source_E01 *nature_entretien *cas_Pole1 *Creation_2005 *locuteur_AnneMuller *Categorie_directionAdjointe');
    expect(text).toContain('Et vous ?');
    expect(text.replaceAll('****', '').match(/\*(?!\w+_)/)).toBeNull();
  });
});

it('a corpus for TXM is XML with one line of metadata per text', async () => {
  const parts = zipTexts(await written(study(), 'txm'));
  const metadata = rowsOf(parts.get('metadata.csv'));
  expect(metadata.map(({ id }) => id)).toEqual(['E01Pole', 'E02']);
  expect(metadata[0]).toMatchObject({ cas: 'Pôle 1', creation: '2005' });
  for (const { id } of metadata) expect(xmlProblem((parts.get(`${id}.xml`) ?? '').replace(/^<\?.*\?>\n/, ''))).toBeNull();
  expect(parts.get('E01Pole.xml')).toContain('<u who="Anne Müller" role="respondent" n="3">Tout le monde décide 🙂, l’équipe d’abord.</u>');
});

describe('tables for R', () => {
  it('place every quote in its text, in characters', async () => {
    const parts = zipTexts(await written(study(), 'r'));
    const files = new Map(rowsOf(parts.get('sources.csv')).map((row) => [row['source_id'], row['text_file']]));
    const codings = rowsOf(parts.get('codings.csv'));
    expect(codings).toHaveLength(3);
    for (const { source_id, start, end, quote } of codings) {
      const text = [...(parts.get(files.get(source_id) ?? '') ?? '')];
      expect(text.slice(Number(start) - 1, Number(end)).join('')).toBe(quote);
    }
    expect(rowsOf(parts.get('participants.csv')).find(({ name }) => name === 'Anne Müller')).toMatchObject({ a_Categorie: 'direction, adjointe' });
  });

  it('say what each of their columns says', async () => {
    const parts = zipTexts(await written(study(), 'r'));
    const dictionary = rowsOf(parts.get('data-dictionary.csv'));
    for (const [name, csv] of parts) {
      const table = /^(\w+)\.csv$/.exec(name)?.[1];
      if (table === undefined) continue;
      const columns = csv.split('\n')[0]?.split(',') ?? [];
      expect(dictionary.filter((row) => row['table'] === table && row['column'] !== '').map(({ column }) => column)).toEqual(columns);
    }
    expect(dictionary.every(({ meaning }) => meaning !== '')).toBe(true);
  });

  it('show people as codes when asked, and the quotes are still at their place', async () => {
    const parts = zipTexts(await written(study(), 'r', { people: 'codes' }));
    expect(parts.get('texts/E01Pole.txt')).toContain('P02 : Tout le monde');
    expect([...parts.values()].some((text) => text.includes('Anne Müller'))).toBe(false);
    const text = [...(parts.get('texts/E01Pole.txt') ?? '')];
    for (const { start, end, quote } of rowsOf(parts.get('codings.csv'))) expect(text.slice(Number(start) - 1, Number(end)).join('')).toBe(quote);
  });
});

it('a network for Gephi joins the categories that overlap', async () => {
  const gexf = await textOf(study(), 'gephi');
  expect(xmlProblem(gexf.replace(/^<\?.*\?>\n/, ''))).toBeNull();
  expect(gexf.match(/<node /g)).toHaveLength(2);
  expect(gexf).toContain('label="Équipe &quot;large&quot;"');
  expect(gexf).toMatch(/<edge id="0" [^>]*weight="1">/);
  await expect(written(aProject(), 'gephi')).rejects.toMatchObject({ code: 'outward.nothing' });
});

it('references name who is interviewed and by whom', async () => {
  const [first] = JSON.parse(await textOf(study(), 'references')) as Record<string, unknown>[];
  expect(first).toMatchObject({
    id: 'E01Pole',
    type: 'interview',
    author: [{ literal: 'Anne Müller' }, { literal: 'Bruno' }],
    interviewer: [{ literal: 'Enquêteur' }],
    note: 'Pôle 1',
  });
});

it('a package for a repository names nobody, and every file has its checksum', async () => {
  const parts = zipTexts(await written(study(), 'archive'));
  const listed = (parts.get('manifest-sha256.txt') ?? '')
    .trim()
    .split('\n')
    .map((line) => line.split('  ') as [string, string]);
  expect(listed.map(([, name]) => name).sort()).toEqual([...parts.keys()].filter((name) => name.startsWith('data/')).sort());
  for (const [hash, name] of listed) {
    if (name.endsWith('.pdf')) continue;
    expect(
      createHash('sha256')
        .update(parts.get(name) ?? '')
        .digest('hex'),
    ).toBe(hash);
  }
  expect(xmlProblem((parts.get('data/ddi.xml') ?? '').replace(/^<\?.*\?>\n/, ''))).toBeNull();
  expect([...parts].filter(([name, text]) => !name.endsWith('.pdf') && text.includes('Müller')).map(([name]) => name)).toEqual([]);
  expect(rowsOf(parts.get('data/provenance.csv')).length).toBeGreaterThan(10);
});

it.each(OUTWARD_FORMATS.filter((format) => format !== 'gephi'))('an empty study leaves too (%s)', async (format) => {
  await expect(written(aProject(), format)).resolves.toBeInstanceOf(Uint8Array);
});
