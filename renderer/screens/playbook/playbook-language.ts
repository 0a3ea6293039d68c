/** The language of playbooks: YAML, with keys and values offered from their form. */
import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import type { Extension } from '@codemirror/state';
import { playbookJsonSchema } from '../../../shared/playbook/json-schema.ts';
import { type JsonSchema, offersAt } from './schema-words.ts';
import { placeIn } from './yaml-place.ts';

const form = playbookJsonSchema() as unknown as JsonSchema;

/** For an editor of a playbook. */
export const playbookLanguage: Extension = [yaml(), autocompletion({ override: [offered], icons: false })];

function offered({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const place = placeIn(state.doc.toString(), pos);
  if (place === undefined || (!explicit && place.typed === '' && place.key === undefined)) return null;
  const typed = /[\w-]*$/.exec(place.typed)?.[0] ?? '';
  const options = offersAt(form, place).map(({ label, insert, says }, index) => ({
    label,
    // In the order of the form, which means something; the library would sort them by letters.
    boost: -index,
    apply: insert,
    ...(says === undefined ? {} : { info: says }),
  }));
  return options.length === 0 ? null : { from: pos - typed.length, options, validFor: /^[\w-]*$/ };
}
