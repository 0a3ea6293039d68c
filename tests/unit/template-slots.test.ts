import { expect, test } from 'vitest';
import { templatePieces } from '../../shared/playbook/template-slots.ts';

test.each([
  ['', []],
  [
    'Since {since}.',
    [
      ['words', 'Since '],
      ['slot', 'since'],
      ['words', '.'],
    ],
  ],
  [
    '{{impact}}',
    [
      ['words', '{'],
      ['words', 'impact'],
      ['words', '}'],
    ],
  ],
  [
    '{nothing} {toString}',
    [
      ['unknownSlot', 'nothing'],
      ['words', ' '],
      ['unknownSlot', 'toString'],
    ],
  ],
  ['{ impact }', [['unknownSlot', ' impact ']]],
  [
    'a { b',
    [
      ['words', 'a '],
      ['strayBrace', '{'],
      ['words', ' b'],
    ],
  ],
  ['}', [['strayBrace', '}']]],
  [
    '{{{impact}}}',
    [
      ['words', '{'],
      ['slot', 'impact'],
      ['words', '}'],
    ],
  ],
  [
    '{im\npact}',
    [
      ['strayBrace', '{'],
      ['words', 'im\npact'],
      ['strayBrace', '}'],
    ],
  ],
])('the template %j is taken apart', (text, pieces) => {
  expect(templatePieces(text).map((piece) => [piece.type, Object.values(piece)[1]])).toEqual(pieces);
});
