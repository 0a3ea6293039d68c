/** Which console this is and who owns it: minted once per installation, and anew for a copy that was restored from a backup. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readPrivateFile, writePrivateFile } from '../server/private-file.ts';

/** The console's small facts, which a backup does not carry. */
export interface Meta {
  readonly meta: (key: string) => Promise<string | undefined>;
  readonly setMeta: (key: string, value: string) => Promise<void>;
}

export interface ConsoleIdentity {
  /** This console's id in the log. */
  readonly origin: string;
  /** The Ed25519 public key, SPKI in base64url. */
  readonly publicKey: string;
}

export interface Owner {
  readonly id: string;
  readonly name: string;
  /** Whether a person gave the name, or the operating system did. */
  readonly named: boolean;
}

const privateKeyFile = 'console-key.pem';

/** Reads the console's identity, minting what is absent. A copy restored from a backup has no origin, and so becomes a console of its own. */
export async function consoleIdentity(dataDir: string, meta: Meta): Promise<ConsoleIdentity> {
  const origin = await meta.meta('origin');
  const publicKey = await meta.meta('publicKey');
  const key = readPrivateFile(join(dataDir, privateKeyFile));
  if (origin !== undefined && publicKey !== undefined && key !== undefined) return { origin, publicKey };
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  writePrivateFile(join(dataDir, privateKeyFile), pair.privateKey);
  const minted = { origin: randomUUID(), publicKey: pair.publicKey.toString('base64url') };
  await meta.setMeta('publicKey', minted.publicKey);
  await meta.setMeta('origin', minted.origin);
  return minted;
}

/** The person at this machine. `defaultName` holds until they give another. */
export async function ownerOf(meta: Meta, defaultName: string): Promise<Owner> {
  const name = await meta.meta('ownerName');
  const known = await meta.meta('ownerId');
  const id = known ?? randomUUID();
  if (known === undefined) await meta.setMeta('ownerId', id);
  return { id, name: name ?? defaultName, named: name !== undefined };
}

/** Gives the owner a name. */
export async function nameOwner(meta: Meta, name: string): Promise<void> {
  await meta.setMeta('ownerName', name);
}
