// What transcription tools and web pages hand over: who speaks and when is what the tool said, whatever its format.
import { describe, expect, test } from 'vitest';
import { type ReadDocument, readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';
import { docxOf, escaped } from '../../../support/documents.ts';
import { Paragraph, TextRun } from 'docx';

const read = (name: string, content: string | Uint8Array): Promise<ReadDocument> =>
  readDocument({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content });

/** `Marie 3000-4500 > oui` for each turn that has words. */
function told({ text, recognised }: ReadDocument): string[] {
  expect(recognised.turns.map((turn) => turn.text).join('')).toBe(text);
  const time = (ms: number | null): string => (ms === null ? '' : String(ms));
  return recognised.turns.map(
    (turn) => `${turn.speaker ?? '·'} ${time(turn.startMs)}-${time(turn.endMs)} > ${turn.text.slice(turn.bodyStart, turn.bodyEnd)}`,
  );
}

async function reasonOf(name: string, content: string | Uint8Array): Promise<unknown> {
  const error: unknown = await read(name, content).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).data['reason'];
}

describe('a web page', () => {
  test('gives its words as a browser shows them', async () => {
    const page = await read(
      'E1.html',
      '<!DOCTYPE html><html><head><title>Titre</title><style>p{}</style></head><body><!-- rien --><h1>Entretien</h1>\n<p>Enquêteur&nbsp;: l’&eacute;t&eacute;\n  <b>passé</b> &amp;<br>présent</p>' +
        '<p>Marie&nbsp;: <span style="font-style:italic">oui</span><script>alert(1)</script></p><ul><li>un<li>deux</ul><pre>a  b\nc</pre>' +
        '<table><tr><th>Année<td>Lieu</tr><tr><td>1998</td><td><p>Tours</p><p>Blois</p></td></tr></table><p hidden>caché</p><div>Enquêteur&nbsp;: fin</div>Marie&nbsp;: bien',
    );
    expect(page.text).toBe(
      'Entretien\nEnquêteur\u00a0: l’été passé &\nprésent\nMarie\u00a0: oui\nun\ndeux\na  b\nc\nAnnée\tLieu\n1998\tTours\nBlois\nEnquêteur\u00a0: fin\nMarie\u00a0: bien\n',
    );
    expect(page.styles.map(({ start, end, style }) => `${style} ${page.text.slice(start, end)}`)).toEqual([
      'heading1 Entretien',
      'bold passé',
      'italic oui',
      'listItem un',
      'listItem deux',
      'cell Année',
      'cell Lieu',
      'cell 1998',
      'cell Tours\nBlois',
    ]);
    expect(page.recognised.speakers).toEqual(['Enquêteur', 'Marie']);
  });

  test.each([
    ['Windows’ Latin', 'iso-8859-1', [0x92, 0xe9, 0x74, 0xe9, 0x20, 0x80], '’été €\n'],
    ['Greek', 'iso-8859-7', [0xe1, 0xe2], 'αβ\n'],
    ['none that exists', 'x-nothing', [0xe9], 'é\n'],
  ])('in the encoding that it declares: %s', async (_, charset, bytes, text) => {
    const page = Buffer.concat([Buffer.from(`<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>`), Buffer.from(bytes)]);
    expect((await read('a.html', page)).text).toBe(text);
  });

  test('is refused by name when it has no words or is no text', async () => {
    expect(await reasonOf('a.html', '<html><body><img src="x"></body></html>')).toBe('noText');
    expect(await reasonOf('a.html', Buffer.from('%PDF-1.7'))).toBe('binary');
    expect(await reasonOf('a.html', '<b>'.repeat(20_000))).toBe('tooDeep');
  });
});

describe('noScribe', () => {
  const anchor = (from: number, to: number, who: string, words: string): string => `<a name="ts_${from}_${to}_${who}" >${escaped(words)}</a>`;
  const page = `<html><head><meta charset="UTF-8"/><meta name="audio_source" content="/a/e.mp3"></head><body><p style="font-weight:600;">entretien1</p>
    <p style="color: #909090; font-size: 0.8em">Transcribed with noScribe vers. 0.6.2<br />Audio source: /a/e.mp3</p>
    <p>${anchor(500, 2_300, 'S00', 'S00: Bonjour, merci')}${anchor(2_300, 4_100, 'S00', ' d’avoir accepté. ')}${anchor(4_100, 4_400, '//S01', '//S01: oui//')}</p>
    <p>${anchor(4_900, 9_000, 'S01', 'S01: Avec plaisir.')}</p><p>${anchor(9_500, 12_000, 'S00', 'S00: Alors ?')}</p></body></html>`;

  test('html: a turn per paragraph, with the times of its anchors; the title is nobody’s', async () => {
    const document = await read('e.html', page);
    expect(told(document)).toEqual([
      '· - > entretien1',
      '· - > Transcribed with noScribe vers. 0.6.2',
      '· - > Audio source: /a/e.mp3',
      'S00 500-4400 > Bonjour, merci d’avoir accepté. //S01: oui//',
      'S01 4900-9000 > Avec plaisir.',
      'S00 9500-12000 > Alors ?',
    ]);
    expect(document.turnsAreStated).toBe(true);
  });

  test('txt with times', async () => {
    const document = await read(
      'e.txt',
      'entretien1\n\nTranscribed with noScribe vers. 0.6.2\nAudio source: /a/e.mp3\n\nS00: [00:00:00] Bonjour.\n\nS01: [00:00:04] Avec plaisir.\n\nS00: Alors ?\n',
    );
    expect(told(document).slice(3)).toEqual(['S00 0- > Bonjour.', 'S01 4000- > Avec plaisir.', 'S00 - > Alors ?']);
  });
});

describe('aTrain', () => {
  const head = 'Transcription for 240503-entret\n';

  test.each([
    [
      'transcription.txt',
      `${head}\nSPEAKER_00\nBonjour.\nPrête ?\n\nSPEAKER_01\nOui.\n`,
      ['SPEAKER_00 - > Bonjour.', 'SPEAKER_00 - > Prête ?', 'SPEAKER_01 - > Oui.'],
    ],
    [
      'transcription_timestamps.txt',
      `${head}\nSPEAKER_00\n[00:00:00] - Bonjour.\n[00:00:03] - Prête ?\n\nSPEAKER_01\n[00:00:05] - Oui.\n`,
      ['SPEAKER_00 0- > Bonjour.', 'SPEAKER_00 3000- > Prête ?', 'SPEAKER_01 5000- > Oui.'],
    ],
    [
      'transcription_maxqda.txt',
      `${head}\n\nSPEAKER_00\n[00:00:00] - Bonjour. \n\nSPEAKER_01\n[00:00:05] - Oui. `,
      ['SPEAKER_00 0- > Bonjour.', 'SPEAKER_01 5000- > Oui.'],
    ],
  ])('%s', async (name, content, turns) => {
    expect(told(await read(name, content))).toEqual(['· - > Transcription for 240503-entret', ...turns]);
  });

  test('transcription.json', async () => {
    const segments = [
      { start: 0.5, end: 2.25, text: ' Bonjour.', speaker: 'SPEAKER_00', words: [] },
      { start: 2.5, end: 3, text: ' Oui.', speaker: 'SPEAKER_01' },
    ];
    expect(told(await read('t.json', JSON.stringify({ segments, language: 'fr' })))).toEqual([
      'SPEAKER_00 500-2250 > Bonjour.',
      'SPEAKER_01 2500-3000 > Oui.',
    ]);
  });
});

describe('Whisper', () => {
  test.each([
    [
      'Whisper',
      {
        text: 'Un. Deux.',
        segments: [
          { id: 0, start: 0, end: 1.5, text: ' Un : deux.' },
          { id: 1, start: 1.5, end: 4, text: ' Deux.' },
        ],
        language: 'fr',
      },
    ],
    [
      'faster-whisper, as a list',
      [
        { start: 0, end: 1.5, text: 'Un : deux.' },
        { start: 1.5, end: 4, text: 'Deux.' },
      ],
    ],
    [
      'whisper.cpp',
      {
        transcription: [
          { offsets: { from: 0, to: 1_500 }, text: ' Un : deux.' },
          { offsets: { from: 1_500, to: 4_000 }, text: ' Deux.' },
        ],
      },
    ],
    [
      'Transformers',
      {
        text: '',
        chunks: [
          { timestamp: [0, 1.5], text: ' Un : deux.' },
          { timestamp: [1.5, 4], text: ' Deux.' },
        ],
      },
    ],
  ])('%s json: a turn per segment, no speaker guessed from its words', async (_, file) => {
    const document = await read('t.json', JSON.stringify(file));
    expect(document.text).toBe('Un : deux.\nDeux.\n');
    expect(told(document)).toEqual(['· 0-1500 > Un : deux.', '· 1500-4000 > Deux.']);
  });

  test('json without times, of something else, or cut, is refused by name', async () => {
    expect(await reasonOf('a.json', '{"name":"trame","version":"1"}')).toBe('notTranscription');
    expect(await reasonOf('a.json', '[{"text":"a"}]')).toBe('notTranscription');
    expect(await reasonOf('a.json', '[]')).toBe('notTranscription');
    expect(await reasonOf('a.json', '{"segments":[{"start":0,"end":1,"text":"a"}')).toBe('damaged');
    expect(await reasonOf('a.json', '['.repeat(200_000))).toBe('damaged');
    expect(await reasonOf('a.json', '{"segments":[{"start":0,"end":1,"text":" "}]}')).toBe('noText');
  });
});

describe('meeting tools', () => {
  test('Otter, txt: the name and the time above the words, its signature nobody’s', async () => {
    const document = await read(
      'e.txt',
      'Speaker 1  0:03  \nBonjour.\n\nMarie Dupont  1:02:09  \nOui, voilà.\n\nSpeaker 1  1:02:12  \nBien.\n\nTranscribed by https://otter.ai\n',
    );
    expect(told(document)).toEqual([
      'Speaker 1 3000- > Bonjour.',
      'Marie Dupont 3729000- > Oui, voilà.',
      'Speaker 1 3732000- > Bien.',
      '· - > Transcribed by https://otter.ai',
    ]);
  });

  const broken = (...lines: readonly string[]): Paragraph =>
    new Paragraph({ children: lines.map((text, at) => new TextRun(at === 0 ? { text } : { text, break: 1 })) });

  test('Teams, docx of today: name and time on a line of the paragraph', async () => {
    const document = await read(
      'e.docx',
      await docxOf([
        broken('', 'Marie Dupont   0:03', 'Bonjour à tous.'),
        broken('', 'Paul   0:12', 'Oui.'),
        broken('', 'Marie Dupont   1:02:12', 'Bien.'),
      ]),
    );
    expect(told(document)).toEqual(['Marie Dupont 3000- > Bonjour à tous.', 'Paul 12000- > Oui.', 'Marie Dupont 3732000- > Bien.']);
  });

  test('Teams, docx of before: times, name and words on three lines', async () => {
    const cues = [
      ['0:0:0.0 --> 0:0:4.270', 'Marie Dupont', 'Bonjour à tous.'],
      ['0:0:4.500 --> 0:0:8.0', 'Paul', 'Oui.'],
      ['0:0:9.500 --> 0:1:12.0', 'Marie Dupont', 'Bien.'],
      ['0:1:12.500 --> 0:1:13.0', 'Paul', 'Voilà.'],
    ];
    const document = await read('e.docx', await docxOf(cues.map((cue) => broken(...cue))));
    expect(told(document)).toEqual([
      'Marie Dupont 0-4270 > Bonjour à tous.',
      'Paul 4500-8000 > Oui.',
      'Marie Dupont 9500-72000 > Bien.',
      'Paul 72500-73000 > Voilà.',
    ]);
  });

  test('Teams, vtt', async () => {
    const document = await read(
      'e.vtt',
      'WEBVTT\n\n00:00:03.000 --> 00:00:05.500\n<v Marie Dupont>Bonjour.</v>\n\n00:00:06.000 --> 00:00:07.000\n<v Paul>Oui.</v>\n',
    );
    expect(told(document)).toEqual(['Marie Dupont 3000-5500 > Bonjour.', 'Paul 6000-7000 > Oui.']);
  });

  test('Zoom, vtt', async () => {
    const cue = (at: number, who: string, words: string): string => `${at}\n00:00:0${at}.000 --> 00:00:0${at}.900\n${who}: ${words}\n\n`;
    const document = await read(
      'e.vtt',
      `WEBVTT\n\n${cue(1, 'Marie Dupont', 'Bonjour.')}${cue(2, 'Paul', 'Oui.')}${cue(3, 'Marie Dupont', 'Bien : voilà.')}`,
    );
    expect(told(document)).toEqual(['Marie Dupont 1000-1900 > Bonjour.', 'Paul 2000-2900 > Oui.', 'Marie Dupont 3000-3900 > Bien : voilà.']);
  });
});

describe('Sonal Pi', () => {
  const segment = (loc: number, from: string, to: string, inner: string): string =>
    `<span class="lblseg sautlig" data-deb="${from}" data-fin="${to}" data-loc="${loc}" data-rksg="0">${inner}</span>`;
  const file = `<!DOCTYPE html><html><body><script id="loc-json" type="application/json">
        {
            ["","Enquêtrice","Karine B.","commentaire"]
        }
</script><div><H2 > Notes</H2><div id="txtnotes">Notes à moi</div></div><div id="contenuText">
     ${segment(1, '0.700', '4.317', '<span class="" data-rk="1">Bonjour, </span><span class="cat_005" data-rk="6">d’avoir </span><span>accepté.</span>')}${segment(1, '4.317', '4.575', '<span> </span>')}
     ${segment(2, '4.595', '7.992', '<span>Je m’appelle </span><span class="cat_005 anon" data-pseudo="Marie">Karine</span><span>, j’ai 42&nbsp;ans.</span>')}
</div></body></html>`;

  test('a turn per segment with its speaker and times, pseudonyms in their place, notes left out', async () => {
    const document = await read('entretien1.sonal', file);
    expect(document.text).toBe('Enquêtrice : Bonjour, d’avoir accepté.\nKarine B. : Je m’appelle Marie, j’ai 42 ans.\n');
    expect(told(document)).toEqual(['Enquêtrice 700-4317 > Bonjour, d’avoir accepté.', 'Karine B. 4595-7992 > Je m’appelle Marie, j’ai 42 ans.']);
  });

  test('another page under its extension is refused by name', async () => {
    expect(await reasonOf('a.sonal', '<html><p>Bonjour</p></html>')).toBe('notAsNamed');
  });
});
