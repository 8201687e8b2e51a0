// What the program says of those whose work it is made of.

/** One package that is shipped, and under which licence (as SPDX writes it). */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly author: string | null;
}
