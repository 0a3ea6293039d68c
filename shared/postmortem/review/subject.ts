/** Who or what a clause is about: a machine may fail to start, and nobody is blamed. Source: postmortems, the notes on false positives. */
import { codeMark } from './reading.ts';

/** Things that do what they do without intent, in the singular: a plural `s` is read too. */
const machines = new Set(
  `service host job deploy deployment database db node probe pod container server replica primary secondary standby cluster check healthcheck
  alert alarm monitor monitoring heartbeat request response process script pipeline build test migration backup restore query cache queue broker
  worker cron rollback release client api endpoint disk volume network switch router link balancer proxy gateway certificate dns resolver
  system app application website site page pager message update config configuration setting flag region zone shard leader follower consumer producer
  payment checkout login order card transaction connection packet it which that automation bot failover write read sync agent daemon
  controller scheduler lock lease kernel vm instance machine autoscaler firewall rule webhook sms mail email retry upload download image
  package dependency library compiler parser function thread goroutine session token call search index snapshot export import batch stream
  dashboard graph metric log tool software hardware sensor battery generator breaker cooling fan cable fibre provider storage bucket table
  limiter loop timer watchdog supervisor orchestrator hook handler event trigger traffic nothing everything something code program patch
  version binary command limit step mechanism safeguard interlock lint linter ci type checker validation schema parameter field value`.split(
    /\s+/,
  ),
);
const people = new Set(
  `he she they we you i who somebody someone anybody anyone nobody everyone everybody whoever whom one engineer operator responder commander team on-call
  oncall people person staff developer admin administrator dba sre colleague manager lead author reviewer deployer technician crew shift analyst
  employee contractor intern human individual member deputy scribe expert vendor support management leadership director`.split(/\s+/),
);
const preposition =
  /^(?:after|before|on|in|at|during|while|when|for|with|under|since|because|although|as|of|from|and|but|so|then|if|once|by)$/i;
const token = /[\p{L}\p{M}\p{N}_@-]+|\uFFFC/gu;
/** A stop behind which a new clause begins. */
const clauseStop = /[.!?;:,()\n]|\s[–—-]\s/g;
/** How far back a subject is looked for, in UTF-16 units. */
const reach = 160;

export type Subject = 'person' | 'machine' | 'unknown';

/** The words of the clause that stand before a place. */
export function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  let from = 0;
  for (const stop of before.matchAll(clauseStop)) from = stop.index + stop[0].length;
  return before.slice(from);
}

/** The sentence around a stretch, as far as it is near. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 300);
  let from = 0;
  for (const stop of before.matchAll(/[.!?](?=\s)|\n/g)) from = stop.index + 1;
  const stop = /[.!?](?=\s|$)|\n/.exec(after);
  const to = stop ? stop.index + (stop[0] === '\n' ? 0 : 1) : after.length;
  return before.slice(from) + text.slice(start, end) + after.slice(0, to);
}

/** Whom a clause is about, by the words before its verb. `named` knows names of people. */
export function subjectOf(clause: string, named: (word: string) => boolean): Subject {
  const words = Array.from(clause.matchAll(token), ([word]) => word);
  const kinds = words.flatMap((word): readonly Subject[] => {
    const kind = kindOf(word, named);
    return kind === 'unknown' ? [] : [kind];
  });
  const [first] = words;
  const led = first !== undefined && preposition.test(first);
  return (led ? kinds.at(-1) : kinds[0]) ?? 'unknown';
}

function kindOf(word: string, named: (word: string) => boolean): Subject {
  const lower = word.toLowerCase();
  const single = lower.length > 3 ? lower.replace(/s$/, '') : lower;
  if (lower === 'us') return 'person';
  if (people.has(lower) || people.has(single) || word.startsWith('@') || named(word)) return 'person';
  if (word === codeMark || machines.has(lower) || machines.has(single) || machines.has(lower.replace(/ies$/, 'y'))) return 'machine';
  // Hosts and protocols: `db-2`, `web01`, `DNS`.
  if (/\d/.test(word) || /^\p{Lu}{2,}$/u.test(word)) return 'machine';
  const last = lower.split('-').at(-1) ?? '';
  return last !== lower && (machines.has(last) || machines.has(last.replace(/s$/, ''))) ? 'machine' : 'unknown';
}
