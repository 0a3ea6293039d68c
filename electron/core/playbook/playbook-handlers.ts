/** The procedures of the playbook: which one is in force, saving another, its file, its schema, and what it was before. */
import { playbookJsonSchema } from '../../../shared/playbook/json-schema.ts';
import { defaultVersion } from '../../../shared/playbook/library.ts';
import { err, ok } from '../../../shared/result.ts';
import { actorOf } from '../server/caller.ts';
import type { Handlers } from '../server/router.ts';
import type { PlaybookDesk } from './playbook-desk.ts';

type PlaybookHandlers = Pick<Handlers, 'playbook.get' | 'playbook.run' | 'playbook.file' | 'playbook.schema' | 'playbook.version'>;

/** The handlers of everything that has to do with the playbook. */
export function playbookHandlers(desk: PlaybookDesk): PlaybookHandlers {
  const { shelf } = desk;
  return {
    'playbook.get': async () => {
      const { inForce, faults, versions } = shelf.library;
      return ok({ ...inForce, faults, versions, position: shelf.position });
    },
    'playbook.run': async (command, caller) => {
      const actor = actorOf(caller);
      if (!actor.ok) return actor;
      const events = await desk.run(command, actor.value);
      return events.ok ? ok({ events: events.value }) : events;
    },
    'playbook.file': async () => ok({ text: shelf.library.inForce.text, mediaType: 'application/yaml', fileName: 'playbook.yaml' }),
    'playbook.schema': async () => {
      const text = `${JSON.stringify(playbookJsonSchema(), null, 2)}\n`;
      return ok({ text, mediaType: 'application/schema+json', fileName: 'playbook.schema.json' });
    },
    'playbook.version': async ({ id }) => {
      if (id === defaultVersion) return ok(shelf.shipped);
      const version = shelf.library.versions.find((one) => one.id === id.toLowerCase());
      const text = version && (await shelf.text(version.id));
      if (version === undefined || text === undefined)
        return err({ code: 'not-found', message: 'There is no such version of the playbook.' });
      return ok({ ...version, text });
    },
  };
}
