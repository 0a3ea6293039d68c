/** Reads a template's file: its front matter, and where its body begins. The body is Liquid, and is read where it is run. */
import { type Document, isMap, isScalar, parseDocument } from 'yaml';
import { err, ok, type Result } from '../../result.ts';
import { frontMatterSchema, maxTemplateLength, type Template, type TemplateFault } from './template-file.ts';

const fence = /^---[ \t]*$/;

/** The template, or what is wrong with its front matter and where. */
export function readTemplate(text: string): Result<Template, readonly TemplateFault[]> {
  if (text.length > maxTemplateLength)
    return err([{ line: 1, column: 1, message: `The file has ${text.length} characters; ${maxTemplateLength} are allowed.` }]);
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const end = fence.test(lines[0] ?? '') ? lines.findIndex((line, index) => index > 0 && fence.test(line)) : -1;
  if (end === -1)
    return err([
      {
        line: 1,
        column: 1,
        message: 'The file begins with front matter: a line with three hyphens, what it is in YAML, and three hyphens again.',
      },
    ]);
  const front = lines.slice(1, end).join('\n');
  const document = parseDocument(front, { prettyErrors: false, uniqueKeys: true, merge: false });
  const at = (offset: number) => {
    const before = front.slice(0, offset).split('\n');
    return { line: before.length + 1, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const [first] = document.errors;
  if (first) return err([{ ...at(first.pos[0]), message: `This is no YAML: ${first.message}` }]);
  const parsed = frontMatterSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return ok({ ...parsed.data, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 });
  return err(
    parsed.error.issues.flatMap((issue) => {
      const field = issue.path.join('.');
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => ({ ...at(placeOfKey(document, key)), message: `There is no field ${key}. There is: ${fields}.` }));
      const node = document.getIn(issue.path.map(String), true) as { range?: readonly number[] } | null | undefined;
      if (!node) return [{ line: 1, column: 1, message: field === '' ? nothing : `${field} is missing from the front matter.` }];
      return [{ ...at(node.range?.[0] ?? 0), message: field === '' ? issue.message : `${field}: ${issue.message}` }];
    }),
  );
}

const nothing = 'There is nothing in the front matter: see `wheelhouse template show light` for one that has all of it.';
const fields = Object.keys(frontMatterSchema.shape).join(', ');

function placeOfKey({ contents }: Document.Parsed, key: string): number {
  const pair = isMap(contents) ? contents.items.find((one) => isScalar(one.key) && String(one.key.value) === key) : undefined;
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}
