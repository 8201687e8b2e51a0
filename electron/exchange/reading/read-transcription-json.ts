// What Whisper and the tools built on it (WhisperX, whisper.cpp, aTrain, Transformers) write as JSON: segments of speech.
import { z } from 'zod';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { decodeText } from './decode-text.ts';
import type { SpokenSegment } from './spoken-segments.ts';

const seconds = z.number().nullish();
/** Whisper, WhisperX, faster-whisper, aTrain; times in seconds. */
const whisper = z.object({ text: z.string(), start: seconds, end: seconds, speaker: z.union([z.string(), z.number()]).nullish() });
/** whisper.cpp; times in milliseconds. */
const whisperCpp = z.object({ text: z.string(), offsets: z.object({ from: z.number(), to: z.number() }), speaker: z.string().nullish() });
/** Hugging Face Transformers; times in seconds. */
const transformers = z.object({ text: z.string(), timestamp: z.tuple([seconds, seconds]), speaker: z.string().nullish() });

const list = z.union([z.array(transformers).min(1), z.array(whisperCpp).min(1), z.array(whisper).min(1)]);
const transcription = z.union([
  list,
  z.object({ segments: list }).transform(({ segments }) => segments),
  z.object({ transcription: list }).transform((file) => file.transcription),
  z.object({ chunks: list }).transform(({ chunks }) => chunks),
]);

type Segment = z.infer<typeof list>[number];

/** Refuses other JSON as no transcription. `file`: the name a refusal cites. */
export function readTranscriptionJson(bytes: Uint8Array, file: string): SpokenSegment[] {
  const { text } = decodeText(bytes, file);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw unreadable(file, 'damaged');
  }
  const parsed = transcription.safeParse(data);
  if (!parsed.success || !parsed.data.some(isTimed)) throw unreadable(file, 'notTranscription');
  return parsed.data.map(segmentOf);
}

/** Any list of texts would pass for segments, if it were not for the times. */
function isTimed(segment: Segment): boolean {
  return segmentOf(segment).startMs !== null;
}

function segmentOf(segment: Segment): SpokenSegment {
  const speaker = segment.speaker == null ? null : String(segment.speaker);
  const said = { words: segment.text, speaker: speaker?.trim() ? speaker : null };
  if ('offsets' in segment) return { ...said, startMs: segment.offsets.from, endMs: segment.offsets.to };
  const [start, end] = 'timestamp' in segment ? segment.timestamp : [segment.start, segment.end];
  return { ...said, startMs: msOf(start), endMs: msOf(end) };
}

function msOf(time: number | null | undefined): number | null {
  return time == null || time < 0 ? null : Math.round(time * 1000);
}
