/** The procedures of the directory: read it, change it, print it. */
import { directoryFileOf } from '../../../shared/directory/file-form.ts';
import { printPage } from '../../../shared/directory/print-page.ts';
import type { Playbook } from '../../../shared/playbook/schema.ts';
import { err, ok } from '../../../shared/result.ts';
import { actorOf } from '../server/caller.ts';
import type { Handlers } from '../server/router.ts';
import type { DirectoryDesk } from './directory-desk.ts';

export interface DirectoryParts {
  readonly directory: DirectoryDesk;
  /** The playbook in force. */
  readonly playbook: () => Playbook;
  /** IANA zone in which a printed page shows its times. */
  readonly zone: string;
  readonly now: () => number;
}

type DirectoryHandlers = Pick<Handlers, 'directory.get' | 'directory.run' | 'directory.file' | 'directory.print'>;

/** The handlers of everything that has to do with the directory. */
export function directoryHandlers({ directory: desk, playbook, zone, now }: DirectoryParts): DirectoryHandlers {
  return {
    'directory.get': async () => ok(await desk.read()),
    'directory.run': async (command, caller) => {
      const actor = actorOf(caller);
      if (!actor.ok) return actor;
      if (command.type === 'directory.import' && caller.scope !== 'owner') {
        return err({ code: 'forbidden', message: 'Only the owner of this console may import a directory.' });
      }
      const events = await desk.run(command, actor.value);
      return events.ok ? ok({ events: events.value }) : events;
    },
    'directory.file': async () => {
      const { directory } = await desk.read();
      const text = `${JSON.stringify(directoryFileOf(directory), null, 2)}\n`;
      return ok({ text, mediaType: 'application/json', fileName: 'directory.json' });
    },
    'directory.print': async () => {
      const { directory } = await desk.read();
      return ok({
        text: printPage(directory, { playbook: playbook(), zone, now: now() }),
        mediaType: 'text/html',
        fileName: 'who-to-call.html',
      });
    },
  };
}
