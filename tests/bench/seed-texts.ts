/** What people write in the logs that the benchmarks seed: sentences of the usual length, with names, numbers and addresses in them. */

/** Draws numbers that a seed determines: mulberry32. */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const services = [
  'checkout',
  'payment-gateway',
  'session-store',
  'catalogue',
  'search-api',
  'ledger',
  'notifier',
  'edge-proxy',
  'identity',
  'inventory',
];
const regions = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2', 'ap-south-1'];
const symptoms = [
  'timeout',
  'connection refused',
  'replica lag',
  'queue depth',
  '5xx rate',
  'p99 latency',
  'CPU steal',
  'disk full',
  'expired certificate',
  'DNS failures',
];
const deeds = [
  'rolled back',
  'restarted',
  'drained',
  'scaled up',
  'failed over',
  'rate-limited',
  'reverted the flag of',
  'paused the deploys of',
];
const people = ['Priya', 'Tom', 'Ada', 'Jonas', 'Mei', 'Olu', 'Sam', 'Zoë'];

const sentences: readonly ((pick: (from: readonly string[]) => string, number: (below: number) => number) => string)[] = [
  (pick, number) =>
    `${pick(symptoms)} on ${pick(services)} in ${pick(regions)}: ${number(98) + 1} % of requests, was ${number(3)} % an hour ago`,
  (pick, number) =>
    `${pick(people)} says ${pick(services)} shows ${pick(symptoms)} since ${String(number(24)).padStart(2, '0')}:${String(number(60)).padStart(2, '0')}, dashboard https://graphs.example/d/${number(90_000)}`,
  (pick, number) => `${pick(deeds)} ${pick(services)} in ${pick(regions)}, ${number(40) + 2} of ${number(60) + 42} nodes done`,
  (pick) => `could the ${pick(symptoms)} of ${pick(services)} come from the change to ${pick(services)} yesterday?`,
  (pick, number) => `build ${number(9000) + 1000} of ${pick(services)} went out at the same minute; ${pick(people)} is reading the diff`,
  (pick) => `we leave ${pick(regions)} out of rotation until ${pick(services)} is quiet; ${pick(people)} agrees`,
  (pick, number) =>
    `customers report failed payments, ticket ${number(90_000) + 10_000}; ${pick(services)} answers with ${pick(['502', '503', '504'])}`,
  (pick) => `${pick(symptoms)} is back on ${pick(services)}`,
  (pick, number) =>
    `error log of ${pick(services)}-${number(30)}: "upstream ${pick(symptoms)}, retry ${number(9)} of 9" – the same on ${pick(regions)}`,
  (pick) => `asked ${pick(people)} to watch ${pick(services)} while we look at ${pick(symptoms)}`,
];

/** A line that somebody might type at night. */
export function logText(number: (below: number) => number): string {
  const pick = (from: readonly string[]): string => from[number(from.length)] ?? '';
  const sentence = sentences[number(sentences.length)];
  return sentence ? sentence(pick, number) : '';
}

/** A title of an incident. */
export function titleText(number: (below: number) => number): string {
  const pick = (from: readonly string[]): string => from[number(from.length)] ?? '';
  return `${pick(services)}: ${pick(symptoms)} in ${pick(regions)}`;
}

/** Names of those who come to help. */
export const helpers: readonly string[] = people;
