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
export function askKeychain({ id, act, text }: KeychainQuestion): KeychainAnswer {
  return { type: 'keychain', id, answer: answerOf(act, text) };
}

function answerOf(act: KeychainQuestion['act'], text: string): Result<string, string> {
  const missing = process.platform === 'linux' ? none.linux : none.others;
  // Without a keychain, Electron on Linux seals under a key that everybody knows.
  if (process.platform === 'linux' && !/^(gnome_libsecret|kwallet\d?)$/.test(safeStorage.getSelectedStorageBackend())) return err(missing);
  try {
    if (!safeStorage.isEncryptionAvailable()) return err(missing);
    if (act === 'seal') return ok(safeStorage.encryptString(text).toString('base64'));
    return ok(safeStorage.decryptString(Buffer.from(text, 'base64')));
  } catch {
    return err(
      act === 'seal'
        ? missing
        : 'The keychain of this machine does not open the secret. Unlock it, or give the channel its address and secret again.',
    );
  }
}
