/** Work in full swing: tasks that run, ran out and are stuck, hypotheses, an open decision with an objection, levers, questions, workstreams, a roll call. */
import type { CommandDraft } from '../../shared/incident/commands.ts';
import type { RunningConsole } from './running-console.ts';

const minute = 60_000;

/** The people who work in it, by their ids. */
export interface Hands {
  readonly sam: string;
  readonly ada: string;
}

/** Adds somebody; answers their id. */
export async function addPerson(core: RunningConsole, incident: string, draft: Omit<CommandDraft<'person.add'>, 'type'>): Promise<string> {
  const events = await core.run(incident, { type: 'person.add', ...draft });
  const joined = events.find(({ type }) => type === 'person.joined');
  const id = (joined?.body as { readonly person?: string } | undefined)?.person;
  if (id === undefined) throw new Error(`adding ${draft.name} answered nobody`);
  return id;
}

/** Fills an incident with one or two things of each kind. */
export async function giveWork(core: RunningConsole, incident: string, { sam, ada }: Hands): Promise<void> {
  const now = Date.now();
  /** The id of the first event: what a command began is called by it. */
  const run = async (draft: CommandDraft): Promise<string> => {
    const [first] = await core.run(incident, draft);
    if (first === undefined) throw new Error(`${draft.type} answered no event`);
    return first.id;
  };
  await run({ type: 'task.add', text: 'roll back deploy 88 in every region', to: ada, minutes: 5, at: now - 9 * minute });
  const lag = await run({ type: 'task.add', text: 'check replication lag', to: sam, minutes: 10, at: now - 4 * minute });
  await run({ type: 'task.ack', task: lag, by: sam });
  await run({ type: 'task.add', text: 'ask the payment provider for their view of the last hour', to: sam, minutes: 20 });
  const access = await run({ type: 'task.add', text: 'read the provider’s audit log', to: ada, minutes: 15 });
  await run({ type: 'task.stick', task: access, reason: 'nobody here has access' });
  await run({ type: 'task.add', text: 'find out who owns the retry queue' });

  const deploy = await run({ type: 'hypothesis.open', text: 'deploy 88 broke pricing for prices with a discount' });
  await run({ type: 'evidence.add', hypothesis: deploy, sign: 'for', text: 'errors began four minutes after it' });
  await run({ type: 'hypothesis.test', hypothesis: deploy, test: 'roll one host back and watch it', tester: ada, minutes: 15 });
  await run({ type: 'hypothesis.open', text: 'the payment provider is slow' });
  const dns = await run({ type: 'hypothesis.open', text: 'DNS of the provider' });
  await run({ type: 'hypothesis.refute', hypothesis: dns, text: 'it resolves everywhere' });

  const proposal = await run({
    type: 'decision.propose',
    text: 'turn the discount service off until nine',
    known: 'all failing carts hold a discount',
    risk: 'customers see full prices',
    next: 'poll',
  });
  await run({ type: 'decision.object', decision: proposal, text: 'a campaign runs since midnight; sales must know first', by: sam });

  await run({ type: 'lever.apply', lever: 'drain', target: 'eu-west-1', checker: sam, readBack: 'eu-west-1', by: ada });
  await run({ type: 'lever.lease', lever: 'flag-off', minutes: 15, by: sam });
  await core.write(incident, 'restarted the pricing pods in Frankfurt', { kind: 'action', owner: sam });
  await core.write(incident, 'new TLS certificate on the gateway', { occurredAt: now - 100 * minute, tags: ['change'] });

  await run({ type: 'workstream.open', name: 'refunds', leader: sam, goal: 'know who was charged twice', minutes: 20 });

  const network = await addPerson(core, incident, { name: 'Network', kind: 'team' });
  const database = await addPerson(core, incident, { name: 'Databases', kind: 'team' });
  const lee = await addPerson(core, incident, { name: 'Lee Chan', contact: '+49 30 9876' });
  const tim = await addPerson(core, incident, { name: 'Tim Berg' });
  const mark = (people: readonly string[], standing: CommandDraft<'person.mark'>['standing'], reason?: string) =>
    run({ type: 'person.mark', people: [...people], standing, ...(reason === undefined ? {} : { reason }) });
  await mark([network], 'asked', 'is it yours?');
  await mark([database], 'asked', 'is it yours?');
  await mark([database], 'ruledOut', 'queries are as fast as ever');
  await mark([lee], 'excused');
  await mark([tim], 'observing');
}

/** Far more than anybody can hold in the head: so many open things, a third of them tasks. */
export async function giveMuchWork(core: RunningConsole, incident: string, { sam, ada }: Hands, things: number): Promise<void> {
  const now = Date.now();
  const kinds: readonly ((index: number) => CommandDraft)[] = [
    (index) => ({
      type: 'task.add',
      text: `check shard ${index} for failed payments`,
      to: index % 2 === 0 ? sam : ada,
      minutes: 5 + (index % 30),
      at: now - (index % 12) * minute,
    }),
    (index) => ({ type: 'hypothesis.open', text: `shard ${index} has another configuration than the rest` }),
    (index) => ({ type: 'entry.add', kind: 'question', text: `who owns shard ${index}?` }),
    (index) => ({ type: 'task.add', text: `find the owner of shard ${index}` }),
    (index) => ({ type: 'followUp.add', text: `give shard ${index} an owner` }),
    (index) => ({ type: 'entry.add', kind: 'action', text: `restarted shard ${index}` }),
  ];
  for (let index = 0; index < things; index += 1) {
    const make = kinds[index % kinds.length];
    if (make !== undefined) await core.run(incident, make(index));
  }
}
