// What is used of the package `word-extractor`, which comes without types.
declare module 'word-extractor' {
  interface TextOptions {
    /** Turns the apostrophes, quotes and dashes of print into those of a typewriter; on unless said otherwise. */
    readonly filterUnicode: boolean;
  }
  interface WordDocument {
    getBody(options: TextOptions): string;
    getFootnotes(options: TextOptions): string;
    getEndnotes(options: TextOptions): string;
    getTextboxes(options: TextOptions): string;
  }
  class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
  export = WordExtractor;
}

declare module 'word-extractor/lib/filters.js' {
  const filters: {
    /** `text`: bytes, one for each unit. */
    binaryToUnicode: (text: string) => string;
  };
  export = filters;
}
