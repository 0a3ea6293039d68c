/** What is pasted from other pages, before anything reads it as HTML: the plain elements that a section may hold, and the words of all others. */
import { linkAddress } from './schema.ts';

/** Elements that come through, without what stands in them beside their name. */
const plain = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre code strong b em i s del br hr a div table tr td th tbody thead'.split(' '),
);
/** Elements that hold no words. */
const wordless = 'script|style|iframe|object|svg|math|template|noscript|title|head|textarea|select|audio|video|canvas';

const pieces = new RegExp(
  [
    '<!--[\\s\\S]*?(?:-->|$)',
    `<(${wordless})\\b[\\s\\S]*?(?:</\\1\\s*>|$)`,
    '<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:"[^"]*"|\'[^\']*\'|[^>"\'])*)>',
    '[<>]',
  ].join('|'),
  'gi',
);

/** HTML of those elements alone: however the text was cut up, nothing else is ever written. */
export function harmlessHtml(html: string): string {
  return html.replace(pieces, (piece, _wordless: string | undefined, slash: string | undefined, name: string | undefined, rest = '') => {
    if (piece === '<') return '&lt;';
    if (piece === '>') return '&gt;';
    const element = name?.toLowerCase();
    if (element === undefined || !plain.has(element)) return '';
    return slash === '/' ? `</${element}>` : `<${element}${kept(element, rest)}>`;
  });
}

/** What the editor itself writes beside a name, and addresses of links; each checked to hold nothing else. */
function kept(element: string, rest: string): string {
  const value = (name: string) => {
    const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(rest);
    return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll('&amp;', '&');
  };
  const href = element === 'a' ? (value('data-href') ?? value('href')) : undefined;
  const slice = value('data-pm-slice');
  const start = element === 'ol' ? value('start') : undefined;
  return [
    href !== undefined && linkAddress.test(href) ? ` href="${href.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}"` : '',
    slice !== undefined && /^\d+ \d+(?: -?\d+)? \[[^<>]*\]$/.test(slice) ? ` data-pm-slice="${slice}"` : '',
    start !== undefined && /^\d{1,6}$/.test(start) ? ` start="${start}"` : '',
    /\sdata-verbatim\b/.test(rest) ? ' data-verbatim=""' : '',
  ].join('');
}
