/** The operating system's keychain, for the secrets of channels. Where it would only pretend to seal, it is refused. */
import { safeStorage } from 'electron';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { KeychainAnswer, KeychainQuestion } from '../core/server/port-protocol.ts';

const none = {
  linux:
    'This machine has no keychain to keep the secret in: no GNOME Keyring and no KWallet runs in this session. Start one, and start Wheelhouse anew.',
  others: 'The keychain of this machine cannot be used. Unlock it, and start Wheelhouse anew.',
} as const;

/** Seals or opens a text, and says in words why not. */
export async function askKeychain({ id, act, text }: KeychainQuestion): Promise<KeychainAnswer> {
  return { type: 'keychain', id, answer: await answerOf(act, text) };
}

async function answerOf(act: KeychainQuestion['act'], text: string): Promise<Result<string, string>> {
  const missing = process.platform === 'linux' ? none.linux : none.others;
  // Without a keychain, Electron on Linux seals under a key that everybody knows.
  if (process.platform === 'linux' && !/^(gnome_libsecret|kwallet\d?)$/.test(safeStorage.getSelectedStorageBackend())) return err(missing);
  try {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return err(missing);
    if (act === 'seal') return ok((await safeStorage.encryptStringAsync(text)).toString('base64'));
    return ok((await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result);
  } catch {
    return err(
      act === 'seal'
        ? missing
        : 'The keychain of this machine does not open the secret. Unlock it, or give the channel its address and secret again.',
    );
  }
}
