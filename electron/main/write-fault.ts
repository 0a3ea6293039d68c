/** Says in plain words why a file could not be written, and what to do. */

const another = 'Save it again, and choose another folder.';

/** By the operating system's error code. */
const faults: Readonly<Record<string, string>> = {
  EACCES: `You may not write in this folder. ${another}`,
  EPERM: `You may not write in this folder. ${another}`,
  EROFS: `This disk can only be read. ${another}`,
  ENOSPC: 'The disk is full. Make room and save it again, or choose another disk.',
  EDQUOT: 'Your share of the disk is used up. Make room and save it again, or choose another disk.',
  ENOENT: `The folder is not there any more. ${another}`,
  ENOTDIR: `The folder is not there any more. ${another}`,
  EISDIR: 'There is a folder of this name. Save it again under another name.',
  ENAMETOOLONG: 'The name is too long. Save it again under a shorter one.',
  EBUSY: 'Another program has the file open. Close it there, and save again.',
};

/** The reason and the remedy, from what the file system threw. A fault without words of ours is shown as the system put it. */
export function whyNotWritten(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return faults[code] ?? `The system said: ${error instanceof Error ? error.message : String(error)}. ${another}`;
}
