/** The language of templates: Liquid in Markdown, with its tags in colour. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

interface State {
  readonly inside: 'text' | 'tag' | 'output';
}

const liquid = StreamLanguage.define<State>({
  startState: () => ({ inside: 'text' }),
  token: (stream, state) => {
    const to = (inside: State['inside']): void => void Object.assign(state, { inside });
    if (state.inside === 'text') {
      if (stream.sol() && stream.match(/^---\s*$/)) return 'separator';
      if (stream.sol() && stream.match(/^#{1,6} .*/)) return 'heading';
      if (stream.match(/^\{%-?\s*#[^%]*%?\}?/) || stream.match(/^\{%-?\s*comment\s*-?%\}/)) return 'comment';
      if (stream.match(/^\{%-?/)) {
        to('tag');
        return 'brace';
      }
      if (stream.match(/^\{\{-?/)) {
        to('output');
        return 'brace';
      }
      stream.next();
      stream.eatWhile(/[^{\n]/);
      return null;
    }
    if (stream.match(/^-?[%}]\}/)) {
      to('text');
      return 'brace';
    }
    if (stream.match(/^"[^"]*"?|^'[^']*'?/)) return 'string';
    if (stream.match(/^\|\s*/)) return 'separator';
    if (stream.match(/^[a-z_]+(?=:)/i)) return 'propertyName';
    if (stream.match(/^-?\d+(\.\d+)?/)) return 'number';
    if (stream.match(/^[\w.-]+/))
      return state.inside === 'tag' && /\{%-?\s*[\w]+$/.test(stream.string.slice(0, stream.pos)) ? 'keyword' : 'variableName';
    stream.next();
    return null;
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.heading], color: 'var(--color-accent)', fontWeight: 'var(--weight-strong)' },
  { tag: tags.string, color: 'var(--color-green)' },
]);

/** For an editor of a template. */
export const templateLanguage: Extension = [liquid, syntaxHighlighting(colours)];
