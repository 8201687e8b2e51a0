// The data-protection sheet and the certificate of erasure, as an ethics committee gets them.
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { updateConfidentiality } from '../../../../electron/commands/confidentiality.ts';
import { erasePerson, planErasure } from '../../../../electron/commands/erase-person.ts';
import { printPieceAs } from '../../../../electron/exchange/printing/print-piece.ts';
import { readRetention } from '../../../../electron/queries/confidentiality.ts';
import { NO_ANSWERS, specialKindOf } from '../../../../shared/domain/confidentiality.ts';
import type { ParticipantId } from '../../../../shared/domain/ids.ts';
import { aProject } from '../../../support/project.ts';
import { WATCH, replaceNames } from '../../../support/pseudonyms.ts';

const STYLE = { language: 'fr', author: null, sourceLine: null, reference: { who: 'nobody' }, links: false } as const;

function aSensitiveStudy(): ReturnType<typeof aProject> {
  const study = aProject().withSource('E01', 'Enquêtrice : Et vous ?\nSophie Durand : Je travaille ici depuis dix ans.\n').withCase('Atelier');
  study.withAttribute('participant', 'Sophie Durand', 'État de santé', 'bon').withAttribute('participant', 'Sophie Durand', 'Fonction', 'cheffe');
  updateConfidentiality(study.session, { keepUntil: '2031-06-30', answers: { ...NO_ANSWERS, controller: 'Université de Nulle-Part' } });
  return study;
}

async function pageOf(study: ReturnType<typeof aProject>, piece: Parameters<typeof printPieceAs>[1], language: 'fr' | 'en' = 'fr'): Promise<string> {
  if (process.env.KEEP_SHEETS) {
    writeFileSync(
      `${process.env.KEEP_SHEETS}/${piece.kind}-${language}.docx`,
      await printPieceAs(study.project, piece, { ...STYLE, language }, 'docx'),
    );
  }
  return Buffer.from(await printPieceAs(study.project, piece, { ...STYLE, language }, 'md')).toString('utf8');
}

it('the sheet tells what the project holds, names what may be sensitive, and leaves the rest to be completed', async () => {
  const study = aSensitiveStudy();
  const sheet = await pageOf(study, { kind: 'dataProtection' });
  for (const said of [
    'Université de Nulle-Part',
    'État de santé',
    'santé\u00a0?',
    'À compléter',
    '30 juin 2031',
    'n’est pas protégé',
    'Les noms n’ont pas été remplacés',
  ])
    expect(sheet).toContain(said);
  await replaceNames(study.session, { 'Claire Martin': ['Sophie Durand'] });
  expect(await pageOf(study, { kind: 'dataProtection' }, 'en')).toContain('Names were replaced by pseudonyms on');
  expect(await pageOf(study, { kind: 'corpusTable' })).toContain('noms remplacés par des pseudonymes');
});

it('the certificate says what went, when and by whom, and does not name the person', async () => {
  const study = aSensitiveStudy();
  const request = { participantId: study.participant('Sophie Durand') as ParticipantId, scope: 'sources', label: 'Personne A', forms: [] } as const;
  const record = erasePerson(study.session, await planErasure(study.session, request, 'Sophie Durand', WATCH), 1);
  const certificate = await pageOf(study, { kind: 'erasureCertificate', erasureId: record.id });
  for (const said of ['Personne A', record.stateHash, 'Sources', 'Tours de parole']) expect(certificate).toContain(said);
  expect(certificate).not.toContain('Durand');
});

it('a day that is near is reminded of, one that is far is not', () => {
  const study = aSensitiveStudy();
  expect(readRetention(study.project, '2031-06-10T10:00:00Z')).toEqual({ keepUntil: '2031-06-30', daysLeft: 20 });
  expect(readRetention(study.project, '2031-05-01T10:00:00Z')).toBeNull();
  expect(readRetention(study.project, '2031-07-02T10:00:00Z')?.daysLeft).toBe(-2);
  expect(['Syndicat', 'Orientation sexuelle', 'Fonction', 'Religion'].map(specialKindOf)).toEqual(['union', 'sexuality', null, 'religion']);
});
