/** By which ways this machine is on a network: as a text that changes when one comes or goes. */
import { networkInterfaces } from 'node:os';

/** The addresses of this machine that others can reach, in one line; empty without a network. */
export function networkNow(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((ways) => ways ?? []);
  return addresses
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(' ');
}
