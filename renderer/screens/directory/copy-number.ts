/** A number onto the clipboard, with a word about it. */
import type { Contact } from '../../../shared/directory/directory.ts';
import { announce } from '../../components/live-region/announce.ts';

/** Copies the number at this place, from 0; says so, or what to do instead. Answers whether it is on the clipboard. */
export async function copyNumber({ name, phones }: Pick<Contact, 'name' | 'phones'>, place: number): Promise<boolean> {
  const number = phones[place];
  if (number === undefined) {
    announce(phones.length === 0 ? `${name} has no number here.` : `${name} has no number ${place + 1}.`);
    return false;
  }
  try {
    await navigator.clipboard.writeText(number);
    announce(`Copied: ${name}, ${number}`);
    return true;
  } catch {
    announce(`This window may not copy. The number of ${name} is ${number}`);
    return false;
  }
}
