/** What may be done with a template: saved, copied under an id of its own, removed, or put back to what it was. */
import { type FormEvent, useState } from 'react';
import type { ShownTemplate } from '../../../shared/api/template-procedures.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { newCommandId, useRunner } from '../../bridge/use-runner.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { templatesAgain } from '../../bridge/use-templates.ts';
import { Button } from '../../components/button/button.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { useActions } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import { go } from '../../route.ts';
import { copied, freeId, idIn } from './template-copy.ts';
import { keepPenText, readPenText } from './template-pen-box.ts';
import styles from './templates.module.css';
import type { Pen } from './use-pen.ts';

interface TemplateWaysProps {
  readonly id: string;
  readonly shown: ShownTemplate | null;
  readonly pen: Pen;
  readonly faults: number;
  readonly taken: ReadonlySet<string>;
  /** Goes to what must be mended first. */
  readonly onFault: () => void;
}

type Said = { readonly tone: 'done' | 'broken'; readonly title: string };

export function TemplateWays({ id, shown, pen, faults, taken, onFault }: TemplateWaysProps) {
  const bridge = useBridge();
  const { session } = useSession();
  const [said, setSaid] = useState<Said | undefined>();
  const [asking, setAsking] = useState<'remove' | undefined>();
  const { run } = useRunner((text: string, commandId) =>
    bridge.call('templates.save', { commandId, text, replaces: idIn(text) === id ? pen.from : 'none' }),
  );
  const tell = (tone: Said['tone'], title: string) => {
    setSaid({ tone, title });
    announce(title);
  };
  const notMine = notOwner(session, 'saves templates');
  const cannotSave = notMine ?? whyNot(pen, shown);
  const cannotRemove =
    notMine ?? (shown === null || (shown.source === 'shipped' && shown.faults.length === 0) ? 'There is no own one to remove.' : undefined);

  const save = async () => {
    if (faults > 0) {
      tell('broken', `Nothing was saved: ${faults === 1 ? 'there is a fault' : `there are ${faults} faults`} to mend first.`);
      return onFault();
    }
    const { text } = pen;
    const now = idIn(text);
    const answer = await run(text);
    if (!answer.ok) return tell('broken', [answer.error.message, ...(answer.error.fields ?? []).map(({ message }) => message)].join(' '));
    await templatesAgain(bridge);
    tell('done', 'Saved. Drafts can be made by it.');
    if (now === undefined || now === id) return;
    pen.drop();
    go({ screen: 'templates', template: now });
  };
  const copy = () => {
    const free = freeId(id, (one) => taken.has(one) || readPenText(sessionStorage, one) !== undefined);
    keepPenText(sessionStorage, free, { text: copied(pen.text, free, `${shown?.name ?? id}, our own`), from: 'none' });
    announce(`A copy is in the editor as ${free}. It is not saved yet.`);
    go({ screen: 'templates', template: free });
  };
  const remove = async () => {
    setAsking(undefined);
    const answer = await bridge.call('templates.remove', { commandId: newCommandId(), id });
    if (!answer.ok) return tell('broken', answer.error.message);
    await templatesAgain(bridge);
    pen.drop();
    tell('done', shown?.ships ? 'Removed. The shipped one is used again.' : 'Removed.');
    if (!shown?.ships) go({ screen: 'templates' });
  };
  useActions(() => [
    {
      id: 'templates.save',
      name: 'Save the template',
      group: 'Templates',
      chords: ['Mod+S'],
      ...(cannotSave === undefined ? {} : { unavailable: cannotSave }),
      run: () => void save(),
    },
    {
      id: 'templates.copy',
      name: 'Make a copy of the template',
      group: 'Templates',
      alsoCalled: 'duplicate own',
      ...(notMine === undefined ? {} : { unavailable: notMine }),
      run: copy,
    },
    {
      id: 'templates.remove',
      name: 'Remove the own template',
      group: 'Templates',
      alsoCalled: 'delete shipped again',
      ...(cannotRemove === undefined ? {} : { unavailable: cannotRemove }),
      run: () => setAsking('remove'),
    },
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (cannotSave === undefined) void save();
    else announce(cannotSave);
  };
  return (
    <Section title="Save" aside={pen.standing === 'unchanged' ? undefined : 'not saved yet'}>
      <form onSubmit={submit} className={styles.ways}>
        <Button look="main" type="submit" keys="Mod+S" unavailable={cannotSave}>
          Save
        </Button>
        <Button onPress={copy} unavailable={notMine}>
          Make a copy
        </Button>
        {pen.standing === 'unchanged' ? null : <Button onPress={pen.drop}>Drop what is not saved</Button>}
        {cannotRemove === undefined ? <Button onPress={() => setAsking('remove')}>Remove …</Button> : null}
      </form>
      {asking === 'remove' ? (
        <Notice
          tone="now"
          title={shown?.ships ? 'Remove your own, and use the shipped one again?' : `Remove ${id}? No draft can be made by it then.`}
          actions={
            <>
              <Button onPress={() => void remove()}>Remove it</Button>
              <Button onPress={() => setAsking(undefined)}>Keep it</Button>
            </>
          }
        />
      ) : null}
      {said === undefined ? null : <Notice tone={said.tone} title={said.title} />}
    </Section>
  );
}

function whyNot({ standing }: Pen, shown: ShownTemplate | null): string | undefined {
  if (standing === 'overtaken') return 'Another was saved while you wrote. Choose above how to go on.';
  if (standing === 'unchanged' && shown !== null) return 'Nothing was changed.';
  return undefined;
}
