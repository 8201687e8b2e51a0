// What one call of the contract is: a parsed input and a typed output.
import type { z } from 'zod';

export interface Endpoint<Schema extends z.ZodType, Output> {
  readonly input: Schema;
  /** Exists for the type only; nothing is ever stored here. */
  readonly output?: Output;
}

/** `returns<Output>().from(schema)`: the output is a type, the input a schema that guards the boundary. */
export function returns<Output>(): { from: <Schema extends z.ZodType>(input: Schema) => Endpoint<Schema, Output> } {
  return { from: (input) => ({ input }) };
}
