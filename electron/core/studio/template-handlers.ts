/** The procedures of templates: which there are, their texts, trying one, saving and removing an own one. */
import type { ListedTemplate } from '../../../shared/api/template-procedures.ts';
import { readTemplate } from '../../../shared/postmortem/template/read-template.ts';
import type { ShelvedTemplate } from '../../../shared/postmortem/template/shelf.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import { actorOf } from '../server/caller.ts';
import type { Handlers } from '../server/router.ts';

type TemplateHandlers = Pick<
  Handlers,
  'templates.list' | 'templates.get' | 'templates.check' | 'templates.preview' | 'templates.save' | 'templates.remove'
>;

/** The handlers of templates. */
export function templateHandlers(desk: Desk): TemplateHandlers {
  const { shelf, trial } = desk.templates;
  return {
    'templates.list': async () => ok({ templates: [...shelf.all.values()].map(listed), position: shelf.position }),
    'templates.get': async ({ id, saved }) => {
      const known = shelf.all.get(id);
      const text = saved === undefined ? known?.used?.text : shelf.savedText(saved);
      const isOurs = saved === undefined || known?.versions.some(({ event }) => event === saved) === true;
      // One that cannot be read here can be looked at all the same: its newest text.
      const newest = known?.versions[0];
      const shown = isOurs ? (text ?? (newest && shelf.savedText(newest.event))) : undefined;
      if (known === undefined || shown === undefined) return err({ code: 'not-found', message: `There is no template ${id}.` });
      return ok({ ...listed(known), text: shown, from: known.from, versions: known.versions });
    },
    'templates.check': async ({ text }) => {
      const tried = await trial.read(text);
      const front = readTemplate(text);
      const what = front.ok ? { template: { id: front.value.id, name: front.value.name, version: front.value.version } } : {};
      return ok({ faults: tried.ok ? [] : tried.error, ...what });
    },
    'templates.preview': async ({ text, id }) => {
      const found = id === undefined ? undefined : await desk.incident(id);
      if (found?.ok === false) return found;
      const made = await trial.preview(text, found?.value.view);
      return ok(made.ok ? { draft: made.value, faults: [] } : { faults: made.error });
    },
    'templates.save': async (saving, caller) => {
      const actor = actorOf(caller);
      if (!actor.ok) return actor;
      const events = await desk.templates.save(saving, actor.value);
      return events.ok ? ok({ events: events.value }) : events;
    },
    'templates.remove': async (removal, caller) => {
      const actor = actorOf(caller);
      if (!actor.ok) return actor;
      const events = await desk.templates.remove(removal, actor.value);
      return events.ok ? ok({ events: events.value }) : events;
    },
  };
}

function listed({ id, used, source, ships, faults, versions }: ShelvedTemplate): ListedTemplate {
  const { name, about, version } = used?.template ?? { name: versions[0]?.name ?? id, about: '', version: versions[0]?.version ?? 0 };
  return { id, name, about, version, source, ships, readable: used !== undefined, faults };
}
