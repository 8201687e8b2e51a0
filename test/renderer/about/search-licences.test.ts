// What the screen of licences finds, and how it lays out a text.
import { describe, expect, test } from 'vitest';
import { searchLicences, withoutHardBreaks } from '../../../renderer/about/search-licences.ts';

const component = (name: string, licence: string, author: string | null) => ({ name, version: '1.0.0', licence, author });
const COMPONENTS = [
  component('react', 'MIT', null),
  component('@resvg/resvg-js', 'MPL-2.0', 'yisibl'),
  component('saxes', 'ISC', 'Louis-Dominique Dubéau'),
];
const namesFound = (query: string) => searchLicences(COMPONENTS, query).map(({ name }) => name);

describe('the screen of licences', () => {
  test('finds a component by its name, its author or its licence, without accents or capitals', () => {
    expect(namesFound('')).toHaveLength(3);
    expect(namesFound('RESVG')).toEqual(['@resvg/resvg-js']);
    expect(namesFound('dubeau')).toEqual(['saxes']);
    expect(namesFound('mpl')).toEqual(['@resvg/resvg-js']);
  });

  test('every word counts', () => {
    expect(namesFound('saxes isc')).toEqual(['saxes']);
    expect(namesFound('saxes mit')).toEqual([]);
  });

  test('a text broken for a wide page flows, its headings and lists stay', () => {
    const broken = 'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software.\n\n* one\n* two';
    expect(withoutHardBreaks(broken)).toBe(
      'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software.\n\n* one\n* two',
    );
  });
});
