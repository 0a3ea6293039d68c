/** The directory as one page of paper: whom to call, with numbers, and what severities and roles mean. One HTML file that needs nothing beside it. */
import type { Playbook } from '../playbook/schema.ts';
import { documentPolicy, escaped } from '../postmortem/writers/html-text.ts';
import { severities } from '../vocabulary/words.ts';
import { clockTime, dayOf, zoneLabel } from '../vocabulary/zoned-time.ts';
import type { Contact, Directory } from './directory.ts';
import { printStyle } from './print-style.ts';
import { leansOn } from './reach.ts';
import { type CallPath, callPaths } from './who-to-call.ts';
import { dependencyNames } from './words.ts';

export interface PrintParts {
  readonly playbook: Playbook;
  /** When it is printed, ms since epoch, UTC. */
  readonly now: number;
  /** IANA zone in which times are shown. */
  readonly zone: string;
}

const day = 86_400_000;
/** So many of the next to be called stand in a path; the list below has everybody, with every number. */
const stepsShown = 3;
/** From so many contacts on, the page is set small, so that forty still fit one sheet. */
const many = 21;

/** The whole document, ending in a newline. It loads nothing and runs nothing; the same parts give the same bytes. */
export function printPage(directory: Directory, { playbook, now, zone }: PrintParts): string {
  const { contacts } = directory;
  const paths = callPaths(directory);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${documentPolicy(printStyle)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Who to call</title>
<style>${printStyle}</style>
</head>
<body${contacts.length < many ? '' : ' class="dense"'}>
<header>
<h1>Who to call</h1>
<p class="age">${escaped(ageWords(directory, now, zone))}<br>printed ${escaped(moment(now, zone))}</p>
</header>
<main>
<p>Anybody may call anybody on this page, at once. There is no time to wait before going one further.</p>
${paths.length === 0 ? '' : `<h2>Call in this order</h2>\n<ul class="paths">\n${paths.map(pathHtml).join('\n')}\n</ul>\n`}<h2>People, teams and services (${contacts.length})</h2>
${contacts.length === 0 ? '<p>The directory is empty.</p>' : `<ul class="people">\n${contacts.map(contactHtml).join('\n')}\n</ul>`}
<div class="pair">
${severitiesHtml(playbook)}
${rolesHtml(playbook)}
</div>
</main>
<footer>Made by Wheelhouse from the directory on this machine. Print it anew when it is old; shred what it replaces.</footer>
</body>
</html>
`;
}

/** How old the list is, in words: `Last changed 2026-03-01 09:12 CET, 28 days ago`. */
export function ageWords({ changedAt }: Directory, now: number, zone: string): string {
  if (changedAt === undefined) return 'Nothing was ever written into this list';
  const days = Math.floor((now - changedAt) / day);
  const ago = days < 1 ? 'within the last day' : days === 1 ? 'a day ago' : `${days} days ago`;
  return `Last changed ${moment(changedAt, zone)}, ${ago}`;
}

function moment(at: number, zone: string): string {
  return `${dayOf(at, zone)} ${clockTime(at, zone)} ${zoneLabel(zone)}`;
}

/** The first is dialled from here. */
function pathHtml({ service, contacts, note }: CallPath): string {
  const steps = contacts.slice(0, stepsShown).map(({ name, phones: [number] }, index) => {
    if (index > 0) return `${index + 1}. ${own(name)}`;
    return `1. ${own(name)} <span class="number">${own(number ?? 'no number')}</span>`;
  });
  const more = contacts.length > stepsShown ? `, and ${contacts.length - stepsShown} more` : '';
  const about = note === undefined ? '' : ` <span class="about">${own(note)}</span>`;
  return `<li><strong>${service === undefined ? 'Everything' : own(service)}:</strong> ${steps.join(', ')}${more}${about}</li>`;
}

/** Name and first number on one line; below, what they answer for beside the other numbers. */
function contactHtml(contact: Contact): string {
  const { kind, name, phones, team, services, note } = contact;
  const [first = 'no number', ...others] = phones;
  const needs = leansOn(contact);
  const about = [
    kind === 'person' ? undefined : kind,
    team,
    services.length === 0 ? undefined : services.join(', '),
    note,
    needs === undefined || needs.length === 0 ? undefined : `not without ${needs.map((one) => dependencyNames[one]).join(', ')}`,
  ].filter((part) => part !== undefined);
  const rows = [`<span class="name">${own(name)}</span><span class="number first">${own(first)}</span>`];
  if (about.length > 0) rows.push(`<span class="about${others.length > 0 ? '' : ' wide'}">${own(about.join(' · '))}</span>`);
  if (others.length > 0) rows.push(`<span class="number">${others.map(own).join('<br>')}</span>`);
  return `<li>${rows.join('')}</li>`;
}

function severitiesHtml(playbook: Playbook): string {
  const rows = severities.map((severity) => {
    const { label, meaning, whoIsCalled } = playbook.severities[severity];
    return `<tr><th scope="row">${escaped(label)}</th><td>${own(meaning)}. Called: ${own(whoIsCalled)}.</td></tr>`;
  });
  return `<section><h2>Severities</h2><table><tbody>${rows.join('')}</tbody></table></section>`;
}

/** The roles of which every incident thinks first; the rest are in the console. */
function rolesHtml({ roles, severities: grades }: Playbook): string {
  const wanted = new Set(Object.values(grades).flatMap(({ requiredRoles }) => requiredRoles));
  const rows = roles
    .filter(({ id }) => wanted.has(id))
    .map(
      ({ name, short, duties }) =>
        `<tr><th scope="row">${escaped(short)}</th><td>${own(short === name ? '' : `${name}. `)}${own(duties)}</td></tr>`,
    );
  return `<section><h2>Roles</h2><table><tbody>${rows.join('')}</tbody></table></section>`;
}

/** What people wrote, its reading direction kept to itself. */
function own(text: string): string {
  return text === '' ? '' : `<bdi>${escaped(text)}</bdi>`;
}
