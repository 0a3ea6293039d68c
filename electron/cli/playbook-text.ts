/** The text of a playbook or a template, from a file or from standard input. */
import { readFileSync } from 'node:fs';
import { readUtf8 } from '../../shared/log/utf8.ts';
import { CommandFailure } from './connection.ts';

/** The text of a file; `-` is standard input. Throws a `CommandFailure` where it cannot be read, or is no text. */
export async function readText(file: string, what: 'playbook' | 'template' = 'playbook'): Promise<string> {
  const text = readUtf8(file === '-' ? await standardInput() : readBytes(file));
  if (!text.ok) throw new CommandFailure(`${file} is no text: a ${what} is written in UTF-8`);
  return text.value;
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new CommandFailure(`cannot read ${file}: ${why === 'ENOENT' ? 'there is no such file' : (why ?? 'unknown error')}`);
  }
}
