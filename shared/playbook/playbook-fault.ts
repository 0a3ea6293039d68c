/** One fault of a playbook's text, with its place. */
export interface PlaybookFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as `string.length` counts. */
  readonly column: number;
  /** Keys and indexes from the top: `cadences.staff.monitoring`; empty where the text is no YAML. */
  readonly path: string;
  /** What is wrong and what is allowed, in plain words and on one line. */
  readonly message: string;
}
