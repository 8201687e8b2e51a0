// What a crash file may say: where something broke, and nothing of the study. An error's message often quotes what was being read, so that only
// messages of known forms are kept, and of a stack only its lines of code.

export const CRASH_PLACES = ['window', 'core', 'shell'] as const;
export type CrashPlace = (typeof CRASH_PLACES)[number];

export interface Crash {
  readonly place: CrashPlace;
  /** The call under way, or the screen in view; null where neither is known. */
  readonly during: string | null;
  readonly error: unknown;
}

interface Machine {
  /** ISO. */
  readonly at: string;
  /** « Trame 0.1.0 », « node v24.0.0 », « linux x64 ». */
  readonly versions: readonly string[];
}

const LEFT_OUT = '(message left out: it may hold words of the study)';
/** Messages of engines that name code alone. */
const HARMLESS: readonly RegExp[] = [
  /^Cannot (?:read|set) properties of (?:undefined|null) \((?:reading|setting) '[\w$]+'\)$/u,
  /^[\w$.]+ is not (?:a function|a constructor|defined|iterable)$/u,
  /^Assignment to constant variable\.$/u,
  /^Maximum call stack size exceeded$/u,
  /^Invalid (?:array length|string length|time value)$/u,
  /^Minified React error #\d+; visit \S+ for the full message/u,
  /^(?:UNIQUE|FOREIGN KEY|CHECK|NOT NULL) constraint failed(?:: [\w., ]+)?$/u,
  /^no such (?:table|column): [\w.]+$/u,
  /^(?:database is locked|disk I\/O error|database disk image is malformed|database or disk is full)$/u,
];
const CODE = /^[A-Z][A-Z0-9_]{2,60}$/u;
const NAME = /^[A-Za-z][A-Za-z0-9]{2,60}$/u;
/** `    at async Desk.open (file:///…/dist/core/serve.mjs:12:3)`: who, and where. */
const FRAME = /^\s*at (?:async )?(?:(?<who>(?:new |get |set )?[\w$.<>#]+(?: \[as [\w$.]+\])?) \()?(?<file>[^\s()]+):(?<line>\d+):(?<column>\d+)\)?$/u;
const MOST_FRAMES = 40;

function messageOf(message: string): string {
  return HARMLESS.some((form) => form.test(message)) ? message : LEFT_OUT;
}

/** The file within the program: where that lies on this computer names its user. */
function fileOf(path: string): string {
  return path.startsWith('node:') ? path : (/[\w.@+-]+(?:[\\/][\w.@+-]+){0,2}$/u.exec(path.replace(/[?#].*$/u, ''))?.[0] ?? 'unknown');
}

function framesOf(stack: string, message: string): string[] {
  // a message of several lines may hold one that looks like code
  const after = message !== '' && stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return after
    .split('\n')
    .flatMap((line) => {
      const { who, file = '', line: at, column } = FRAME.exec(line)?.groups ?? {};
      return file === '' ? [] : [`  at ${who === undefined ? '' : `${who} `}(${fileOf(file)}:${at}:${column})`];
    })
    .slice(0, MOST_FRAMES);
}

/** The file's words: in English, for whoever mends the program. */
export function crashWords({ place, during, error }: Crash, { at, versions }: Machine): string {
  const { name, message = '', stack = '', code } = (typeof error === 'object' && error !== null ? error : {}) as Partial<Error> & { code?: unknown };
  const said = typeof message === 'string' ? message : '';
  return [
    'Trame: report of an error',
    'It was written on this computer only, and sent to nobody. Words, names and titles of your study are not in it.',
    '',
    `When: ${at}`,
    `Versions: ${versions.join(', ')}`,
    `Where: ${place}`,
    `During: ${during !== null && /^[\w.-]{1,80}$/u.test(during) ? during : '–'}`,
    `Error: ${typeof name === 'string' && NAME.test(name) ? name : typeof error}${typeof code === 'string' && CODE.test(code) ? ` ${code}` : ''}`,
    `Message: ${messageOf(said)}`,
    'Stack:',
    ...framesOf(typeof stack === 'string' ? stack : '', said),
    '',
  ].join('\n');
}
