// The published figures that agreement is tested against: one file per source, which names it.
import { readFileSync } from 'node:fs';

export interface AgreementCase<Input, Expected, Tolerance = number> {
  readonly id: string;
  readonly source: string;
  readonly input: Input;
  readonly expected: Expected;
  readonly tolerance: Tolerance;
}

export function agreementCase<Input, Expected, Tolerance = number>(id: string): AgreementCase<Input, Expected, Tolerance> {
  return JSON.parse(readFileSync(new URL(`cases/${id}.json`, import.meta.url), 'utf8')) as AgreementCase<Input, Expected, Tolerance>;
}
