// A source's times written as subtitles, and read back as they were.
import { describe, expect, it } from 'vitest';
import type { SpeakerId, TurnId } from '../../../shared/domain/ids.ts';
import { recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import type { Speaker, Turn } from '../../../shared/domain/source.ts';
import { printSubtitles, subtitleCues } from '../../../shared/domain/subtitles-out.ts';
import type { SubtitleFormat } from '../../../shared/domain/subtitles-out.ts';

interface Spoken {
  readonly who?: string;
  readonly words: string;
  readonly from?: number;
  readonly to?: number;
  /** Offsets in the words, and times. */
  readonly marks?: readonly (readonly [number, number])[];
}

function aSource(spoken: readonly Spoken[]): { turns: Turn[]; speakers: Speaker[] } {
  const labels = [...new Set(spoken.flatMap(({ who }) => who ?? []))];
  const speakers = labels.map((label) => ({ id: label as SpeakerId, label, participantId: label as never, isInterviewer: false }));
  const turns = spoken.map(({ who, words, from, to, marks = [] }, position): Turn => {
    const head = who === undefined ? '' : `${who} : `;
    return {
      id: `t${position}` as TurnId,
      position,
      number: words === '' ? null : position + 1,
      text: `${head}${words}\n`,
      bodyStart: head.length,
      bodyEnd: head.length + words.length,
      speakerId: (who as SpeakerId | undefined) ?? null,
      startMs: from ?? null,
      endMs: to ?? null,
      styles: [],
      marks: [...marks.map(([at, value]) => ({ at: head.length + at, kind: 'time' as const, value })), { at: 0, kind: 'page', value: 1 }],
    };
  });
  return { turns, speakers };
}

function written(spoken: readonly Spoken[], format: SubtitleFormat, durationMs: number | null = null): string {
  const { turns, speakers } = aSource(spoken);
  return printSubtitles(subtitleCues(turns, speakers, durationMs), format);
}

const INTERVIEW: readonly Spoken[] = [
  { who: 'Enquêtrice', words: 'Qui décide, ici ?', from: 1000, to: 2500 },
  {
    who: 'Directeur',
    words: 'Chaque collège a une voix, les petites entreprises comme les laboratoires de R&D. Il a dit : le conseil ne tranche plus sans elles.',
    from: 3_723_450,
    to: 3_730_000,
  },
  { who: 'Enquêtrice', words: 'Et la feuille de route ?', from: 3_731_000, to: 3_733_000 },
  { who: 'Directeur', words: 'En 2015\nnous l’écrivions à vingt.', from: 3_733_000, to: 3_740_001 },
];

describe('a file of subtitles', () => {
  it('is what SubRip says', () => {
    expect(written(INTERVIEW.slice(0, 2), 'srt')).toBe(
      [
        '1',
        '00:00:01,000 --> 00:00:02,500',
        'Enquêtrice\u00a0: Qui décide, ici ?',
        '',
        '2',
        '01:02:03,450 --> 01:02:10,000',
        'Directeur\u00a0: Chaque collège a une voix, les',
        'petites entreprises comme les laboratoires de R&D. Il a dit :',
        'le conseil ne tranche plus sans elles.',
        '',
      ].join('\n'),
    );
  });

  it('is what WebVTT says', () => {
    expect(written(INTERVIEW.slice(2), 'vtt')).toBe(
      [
        'WEBVTT',
        '',
        '01:02:11.000 --> 01:02:13.000',
        '<v Enquêtrice>Et la feuille de route ?',
        '',
        '01:02:13.000 --> 01:02:20.001',
        '<v Directeur>En 2015 nous l’écrivions à vingt.',
        '',
      ].join('\n'),
    );
  });

  it.each(['srt', 'vtt'] as const)('read again as %s gives the same words, speakers and times', (format) => {
    const read = recogniseTurns(written(INTERVIEW, format));
    expect(read.pattern).toBe('srt');
    expect(
      read.turns.map(({ text, bodyStart, bodyEnd, speaker, startMs, endMs }) => ({
        who: speaker,
        words: text.slice(bodyStart, bodyEnd).replace(/\s+/gu, ' '),
        from: startMs,
        to: endMs,
      })),
    ).toEqual(INTERVIEW.map((turn) => ({ ...turn, words: turn.words.replace(/\s+/gu, ' ') })));
  });

  it('never lets a line begin with what reads like a speaker', () => {
    const words = 'Les collègues du laboratoire l’ont répété, Marie : on ne signe rien sans Paul : jamais.';
    const lines = written([{ who: 'Directrice', words, from: 0, to: 9000 }], 'srt').split('\n');
    expect(lines.slice(3, -1).filter((line) => /^[^ ]+ :/u.test(line))).toEqual([]);
    expect(lines.slice(2, -1).join(' ')).toBe(`Directrice\u00a0: ${words}`);
  });

  it('keeps from players what they would take for tags or characters', () => {
    const vtt = written([{ who: 'R&D <lab>', words: 'a < b --> c, R&D, &lt; et &eacute;', from: 0, to: 1000 }], 'vtt');
    expect(vtt).toContain('<v R&D lab>a');
    expect(vtt).toContain('a &lt; b --&gt; c, R&D, &amp;lt; et');
    expect(vtt).toContain('&amp;eacute;');
  });
});

describe('the cues', () => {
  const cuesOf = (spoken: readonly Spoken[], durationMs: number | null = null): unknown[] => {
    const { turns, speakers } = aSource(spoken);
    return subtitleCues(turns, speakers, durationMs).map(({ startMs, endMs, said }) => [startMs, endMs, ...said.map(({ words }) => words)]);
  };

  it('begin anew at each time inside a turn', () => {
    expect(
      cuesOf([
        {
          words: 'Un deux trois',
          from: 0,
          to: 3000,
          marks: [
            [3, 1000],
            [8, 2000],
          ],
        },
      ]),
    ).toEqual([
      [0, 1000, 'Un'],
      [1000, 2000, 'deux'],
      [2000, 3000, 'trois'],
    ]);
    expect(
      cuesOf([
        { words: 'Un deux', marks: [[3, 1000]] },
        { words: 'trois', from: 2000, to: 3000 },
      ]),
    ).toEqual([
      [1000, 2000, 'deux'],
      [2000, 3000, 'trois'],
    ]);
  });

  it('keep the words that have no time of their own, but those before any', () => {
    expect(
      cuesOf([
        { words: 'Titre' },
        { who: 'A', words: 'un', from: 0 },
        { who: 'B', words: 'deux' },
        { words: '' },
        { who: 'A', words: 'trois', from: 5000 },
      ]),
    ).toEqual([
      [0, 5000, 'un', 'deux'],
      [5000, 6000, 'trois'],
    ]);
  });

  it('end with the recording, or when they are read', () => {
    expect(cuesOf([{ words: 'fin', from: 1000 }], 60_000)).toEqual([[1000, 60_000, 'fin']]);
    expect(cuesOf([{ words: 'x'.repeat(100), from: 1000 }])).toEqual([[1000, 7500, 'x'.repeat(100)]]);
    // a slip of the hand: the time inside the turn is before the turn's own
    expect(cuesOf([{ words: 'Un deux', from: 2000, to: 4000, marks: [[3, 500]] }])).toEqual([
      [2000, 4000, 'Un'],
      [500, 4000, 'deux'],
    ]);
    // a transcriber's slip: the next turn is said to begin before this one
    expect(
      cuesOf([
        { words: 'un', from: 5000 },
        { words: 'deux', from: 4000, to: 3000 },
      ]),
    ).toEqual([
      [5000, 6000, 'un'],
      [4000, 5000, 'deux'],
    ]);
  });

  it('are none where nobody knows when', () => expect(cuesOf([{ words: 'un' }, { words: 'deux' }])).toEqual([]));
});
