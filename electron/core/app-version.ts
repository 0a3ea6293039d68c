/** The version of this console, as its package says. */
import manifest from '../../package.json' with { type: 'json' };

export const appVersion: string = manifest.version;
