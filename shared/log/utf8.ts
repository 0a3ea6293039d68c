/** UTF-8 bytes to text, strictly: what is hashed must have one reading. */
import { err, ok, type Result } from '../result.ts';

interface Decoder {
  decode(bytes: Uint8Array): string;
}
/** Present wherever JavaScript runs; named here because this floor compiles without the libraries of Node and of the browser. */
declare const TextDecoder: new (label: 'utf-8', options: { readonly fatal: true; readonly ignoreBOM: true }) => Decoder;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text that the bytes are. Error: they are not UTF-8. A byte order mark is kept, so that text and bytes are one to one. */
export function readUtf8(bytes: Uint8Array): Result<string, string> {
  try {
    return ok(decoder.decode(bytes));
  } catch {
    return err('not UTF-8');
  }
}
