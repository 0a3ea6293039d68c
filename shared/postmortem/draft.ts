/** A postmortem draft before it has a format: sections made of blocks, all of it plain text. The writers escape; nothing here is markup. */
import type { Figure } from './charts/figure.ts';

/** Something people or the log said, with the ids of the events that it came from. */
export interface Statement {
  readonly text: string;
  readonly from: readonly string[];
}

export interface Paragraph extends Statement {
  readonly type: 'paragraph';
}
/** A remark about the record itself: a drill, what is left out, what is not recorded. */
export interface Note extends Statement {
  readonly type: 'note';
}
/** A question that a person must answer. It stays visible until somebody does. */
/** Words of people, or of a template, in Markdown: headings, lists, emphasis, links, quotations and code; HTML in it is text. */
export interface Prose {
  readonly type: 'prose';
  readonly markdown: string;
  readonly from: readonly string[];
}
export interface Prompt {
  readonly type: 'prompt';
  readonly question: string;
}
export interface Facts {
  readonly type: 'facts';
  readonly rows: readonly { readonly label: string; readonly value: string; readonly from: readonly string[] }[];
}
export interface List {
  readonly type: 'list';
  /** `href` is an http or https address that was checked to hold nothing else. */
  readonly items: readonly (Statement & { readonly href?: string })[];
}
export interface Table {
  readonly type: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly from: readonly string[] }[];
}
export interface TimelineRow {
  /** One text for each of the table's columns. */
  readonly cells: readonly string[];
  /** Set on the rows that mark where the outage and the incident begin and end. */
  readonly mark?: 'begin' | 'end';
  /** Numbers of footnotes. */
  readonly notes: readonly number[];
  readonly from: readonly string[];
}
export interface TimelineTable {
  readonly type: 'timeline';
  readonly columns: readonly string[];
  readonly rows: readonly TimelineRow[];
  readonly footnotes: readonly (Statement & { readonly number: number })[];
}
/** A figure. `alternative` says all that it shows, for whoever cannot see it. */
export interface Chart {
  readonly type: 'chart';
  readonly title: string;
  readonly figure: Figure;
  readonly alternative: string;
  readonly from: readonly string[];
}
export type Block = Prose | Chart | Paragraph | Note | Prompt | Facts | List | Table | TimelineTable;

export interface Section {
  /** What it means: the same in every template that has it. */
  readonly id: string;
  readonly heading: string;
  /** 2 for a section, 3 for a part of the one before it. */
  readonly level: 2 | 3;
  readonly blocks: readonly Block[];
  /** Set where people wrote: the event, who and when (ms since epoch, UTC). */
  readonly written?: { readonly event: string; readonly by: string; readonly at: number };
}

/** The last event of one console's chain in the log of an incident: `seq` counts from 1, `hash` is its SHA-256 in hex. */
export interface LogHead {
  readonly origin: string;
  readonly seq: number;
  readonly hash: string;
}

export interface Draft {
  readonly template: string;
  readonly title: string;
  /** Said before everything else, on every page: the incident was a drill. */
  readonly watermark?: string;
  readonly sections: readonly Section[];
  readonly footer: string;
  /** Where each chain of the log ended when the draft was made: whoever has the log can tell whether it holds just these events. */
  readonly heads?: readonly LogHead[];
}

/** What is printed where the log has no answer. */
export const notRecorded = 'not recorded';

export const note = (text: string, from: readonly string[] = []): Note => ({ type: 'note', text, from });
export const section = (id: string, heading: string, blocks: readonly Block[]): Section => ({ id, heading, level: 2, blocks });
