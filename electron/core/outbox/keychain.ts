/** Where secrets are kept: sealed by the machine, so that a copied data folder gives none away. */
import type { Result } from '../../../shared/result.ts';
import { err } from '../../../shared/result.ts';

/** Errors are sentences for people: what is missing, and what to do. */
export interface Keychain {
  /** The text so that only this user of this machine can open it; base64. */
  readonly seal: (text: string) => Promise<Result<string, string>>;
  readonly open: (sealed: string) => Promise<Result<string, string>>;
}

const none = 'this console runs without the desktop app, which keeps secrets in the keychain of the machine. Set channels up in the app.';

/** Of a console without the desktop app around it. */
export const noKeychain: Keychain = {
  seal: async () => err(`There is no keychain: ${none}`),
  open: async () => err(`There is no keychain: ${none}`),
};
