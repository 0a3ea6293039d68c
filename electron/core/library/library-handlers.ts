/** The procedures of the library. */
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../server/router.ts';
import type { Library } from './library.ts';
import type { PublishSettings } from './publish-settings.ts';
import type { Publisher } from './publisher.ts';

type LibraryHandlers = Pick<Handlers, 'library.list' | 'incidents.similar' | 'library.folder' | 'library.setFolder' | 'library.publish'>;

export interface LibraryParts {
  readonly library: Library;
  readonly settings: PublishSettings;
  readonly publisher: Publisher;
}

/** The handlers of the library. */
export function libraryHandlers({ library, settings, publisher }: LibraryParts): LibraryHandlers {
  return {
    'library.list': async (wish) => ok(await library.list(wish)),
    'incidents.similar': ({ id, limit }) => library.similar(id, limit),
    'library.folder': async () => ok({ folder: settings.folder() }),
    'library.setFolder': async ({ folder }) => {
      const chosen = await settings.choose(folder);
      return chosen.ok ? ok({ folder: chosen.value }) : chosen;
    },
    'library.publish': (wish, caller) => publisher.publish(wish, caller),
  };
}
