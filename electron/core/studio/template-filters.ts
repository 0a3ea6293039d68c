/** What a template may do with values: filters that give the same answer every time, know no files and make no markup. */
import type { Liquid } from 'liquidjs';
import { weigh } from './template-values.ts';

/** The filters of liquidjs that stay, each with what it does. Whatever knows the clock or chance, or prints markup, does not. */
export const templateFilters: Readonly<Record<string, string>> = {
  abs: 'a number without its sign',
  append: 'the text with another one after it',
  array_to_sentence_string: 'a list as "a, b, and c"',
  at_least: 'the number, or the given one where that is larger',
  at_most: 'the number, or the given one where that is smaller',
  capitalize: 'the text with a large first letter',
  ceil: 'the number rounded up',
  compact: 'the list without what is empty',
  concat: 'two lists, one after the other',
  default: 'another value where there is none: `incident.type | default: "unknown"`',
  divided_by: 'the number divided by another',
  downcase: 'the text in small letters',
  find: 'the first of a list whose field has a value: `entries | find: "kind", "decision"`',
  find_exp: 'the first of a list for which something holds',
  find_index: 'where in the list the first stands whose field has a value',
  first: 'the first of a list',
  floor: 'the number rounded down',
  group_by: 'the list as groups with `name` and `items`: `entries | group_by: "kind"`',
  group_by_exp: 'the same, by an expression: `entries | group_by_exp: "e", "e.who"`',
  has: 'whether one of a list has a value in its field',
  has_exp: 'whether something holds for one of a list',
  join: 'a list as text, with what stands between',
  last: 'the last of a list',
  lstrip: 'the text without blanks before it',
  map: 'a field of each of a list: `roles | map: "who"`',
  minus: 'the number less another',
  modulo: 'what remains after a division',
  number_of_words: 'how many words the text has',
  plus: 'the number and another',
  prepend: 'the text with another one before it',
  reject: 'those of a list whose field has not the value: `followUps | reject: "state", "done"`',
  reject_exp: 'those of a list for which something does not hold',
  remove: 'the text without another one in it',
  remove_first: 'the same, the first time only',
  remove_last: 'the same, the last time only',
  replace: 'the text with another one in place of a part',
  replace_first: 'the same, the first time only',
  replace_last: 'the same, the last time only',
  reverse: 'the list from its end',
  round: 'the number rounded, to so many places',
  rstrip: 'the text without blanks after it',
  size: 'how long a text or a list is',
  slice: 'a part of a text or a list: `entries | slice: 0, 5`',
  sort: 'the list in order, by a field: `entries | sort: "at"`',
  sort_natural: 'the same, whatever the size of letters',
  split: 'the text as a list, cut where another one stands',
  squish: 'the text without blanks around it, and with single ones in it',
  strip: 'the text without blanks around it',
  strip_newlines: 'the text in one line',
  sum: 'the sum of a list of numbers, or of a field',
  times: 'the number so many times',
  to_integer: 'the text as a whole number',
  truncate: 'the text, shortened to so many letters',
  truncatewords: 'the text, shortened to so many words',
  uniq: 'the list with each value once',
  upcase: 'the text in large letters',
  where: 'those of a list whose field has a value: `entries | where: "kind", "decision"`',
  where_exp: 'those of a list for which something holds: `entries | where_exp: "e", "e.starred"`',
};

/** The tags of liquidjs that stay. Whatever reads files, or prints past the escaping, does not; nor does `capture`, whose text would be printed as markup or escaped twice. */
export const plainTags: Readonly<Record<string, string>> = {
  assign: 'a name for a value: `{% assign notes = entries | where: "kind", "note" %}`',
  for: 'once for each of a list: `{% for e in entries %}…{% endfor %}`, with `limit`, `offset` and `reversed`',
  break: 'ends a loop',
  continue: 'goes on with the next of a loop',
  if: 'where something holds: `{% if summary %}…{% elsif impact %}…{% else %}…{% endif %}`',
  unless: 'where something does not hold',
  case: 'one of several: `{% case incident.severity %}{% when 1 %}…{% endcase %}`',
  cycle: 'one of some values after the other, in a loop',
  increment: 'counts up, and prints it',
  decrement: 'counts down, and prints it',
  comment: 'for whoever reads the template: `{% comment %}…{% endcomment %}`',
  '#': 'the same in one tag: `{% # … %}`',
};

/** Takes away what templates may not use, and lets the rest work with values of bounded size only: a list of itself, twice, forty times over, would be a text that no memory holds. */
export function restrict(engine: Liquid): void {
  for (const name of Object.keys(engine.tags)) if (!Object.hasOwn(plainTags, name)) delete engine.tags[name];
  for (const [name, filter] of Object.entries(engine.filters)) {
    if (!Object.hasOwn(templateFilters, name) || typeof filter !== 'function') {
      delete engine.filters[name];
      continue;
    }
    engine.filters[name] = function (this: ThisParameterType<typeof filter>, ...values: Parameters<typeof filter>) {
      for (const value of values) weigh(value);
      return filter.apply(this, values);
    };
  }
}
