/** What is wrong in a text that is no YAML, in words for somebody who does not know the grammar of YAML. */
import type { ErrorCode } from 'yaml';

const words: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'A repetition such as *name takes nothing before it: no tag, no &name.',
  BAD_ALIAS: 'This is no name of an earlier part: write & or * and then letters, digits and hyphens, or put the text in quotes.',
  BAD_COLLECTION_TYPE: 'Tags such as !name are not allowed in a playbook: leave it out, or put the text in quotes.',
  BAD_DIRECTIVE: 'Lines that begin with % are not allowed in a playbook: leave it out, or put the text in quotes.',
  BAD_DQ_ESCAPE:
    'After a backslash in double quotes only n, t, ", \\ and a few others are allowed: write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'This line stands too far left or right: the keys of one part, and the hyphens of one list, begin in the same column.',
  BAD_PROP_ORDER: 'A tag or an &name stands behind the hyphen or the colon, not before it.',
  BAD_SCALAR_START: 'A text cannot begin with this character: put the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'A key or a list stands where a value was begun: the keys of one part begin in the same column, and a text that holds a colon is put in quotes.',
  BLOCK_IN_FLOW: 'Between [ ] or { } everything is parted by commas: no hyphens, and no keys on lines of their own.',
  DUPLICATE_KEY: 'This key stands here twice: keep one of them.',
  IMPOSSIBLE: 'This cannot be read as YAML: write the line anew.',
  KEY_OVER_1024_CHARS: 'This key is too long; a colon may be missing before. A key has at most 64 characters.',
  MISSING_CHAR:
    'A colon, a comma, a quote or a bracket is missing here: a key is followed by a colon and a space, a quote or a bracket is closed.',
  MULTILINE_IMPLICIT_KEY: 'A colon is missing here: a key stands on one line and is followed by a colon.',
  MULTIPLE_ANCHORS: 'One part has one &name: leave the second out.',
  MULTIPLE_DOCS: 'A second document begins here: a playbook is one document, so take out the line --- and what follows it.',
  MULTIPLE_TAGS: 'Tags such as !name are not allowed in a playbook: leave them out.',
  NON_STRING_KEY: 'A key is a word: no list, no brackets and no tag may stand in its place.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply: a playbook needs no more than ten levels.',
  TAB_AS_INDENT: 'A tab stands at the beginning of this line: only spaces are allowed there.',
  TAG_RESOLVE_FAILED: 'Tags such as !name are not allowed in a playbook: leave it out, or put the text in quotes.',
  UNEXPECTED_TOKEN: 'This was not expected here: a quote, a bracket or a comma too many, or a text that needs quotes.',
};

/** Errors that have one code and two meanings, told apart by what the reader of YAML says of them. */
const closer: readonly (readonly [RegExp, string])[] = [
  [/must end with a|and end with a/, 'A bracket that was opened before is not closed: [ ends with ], and { with }.'],
  [/Missing closing/, 'A quote that was opened before is not closed: a text in quotes ends with the quote that it began with.'],
];

/** What is wrong and what is allowed. `code` and `says` are those of the reader of YAML. */
export function yamlWords(code: ErrorCode, says = ''): string {
  return closer.find(([pattern]) => pattern.test(says))?.[1] ?? words[code] ?? words.IMPOSSIBLE;
}
