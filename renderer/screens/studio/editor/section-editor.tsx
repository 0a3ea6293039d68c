/** One section under the pen: rich text or Markdown, what becomes of what the log gives, and the versions before. */
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { Finding } from '../../../../shared/postmortem/review/rule.ts';
import { useRunCommand } from '../../../bridge/run-command.ts';
import { Button } from '../../../components/button/button.tsx';
import { Choice } from '../../../components/choice/choice.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { useActions } from '../../../components/palette/actions.ts';
import styles from './editor.module.css';
import type { Find } from './finding-marks.ts';
import { MarkdownText } from './markdown-text.tsx';
import { Overtaken } from './overtaken.tsx';
import { RichText, type TextHandle } from './rich-text.tsx';
import { useSectionText } from './use-section-text.ts';
import { Versions } from './versions.tsx';

interface SectionEditorProps {
  readonly view: IncidentView;
  readonly section: string;
  readonly heading: string;
  readonly template: string;
  readonly basis: string | undefined;
  /** What the log gives for the section, in Markdown without its heading; asked for when somebody wants to begin with it. */
  readonly given: () => Promise<string | undefined>;
  readonly find: Find;
  readonly onFindings: (findings: readonly Finding[]) => void;
  readonly handle: RefObject<TextHandle | null>;
  readonly onClose: () => void;
}

const modes = [
  { value: 'rich', says: 'Rich text' },
  { value: 'markdown', says: 'Markdown' },
] as const;
const standings = [
  { value: 'kept', says: 'Keep below', meaning: 'What the log gives stays under your words' },
  { value: 'replaced', says: 'Give way', meaning: 'Only your words are printed; the log keeps the rest' },
] as const;

export function SectionEditor(props: SectionEditorProps) {
  const { view, section, heading, template, basis, handle, onClose } = props;
  const { run, fault } = useRunCommand(view.id);
  const words = useSectionText({ view, section, template, basis, run });
  const [mode, setMode] = useState<'rich' | 'markdown'>('rich');
  const [saving, setSaving] = useState<'idle' | 'saving'>('idle');
  const frame = useRef<HTMLDivElement>(null);
  const empty = words.text.trim() === '';
  const { write } = words;
  const save = async () => {
    if (saving === 'saving') return;
    setSaving('saving');
    const saved = await words.save();
    setSaving('idle');
    if (!saved) return;
    announce(`${heading} is saved.`);
    onClose();
  };
  const clear = async () => {
    const saved = view.sections[section];
    if (saved === undefined) return;
    const answer = await run({ type: 'section.clear', section, after: saved.event });
    if (!answer.ok) return;
    words.drop();
    announce(`${heading} is what the log gives again. The versions stay in the log.`);
    onClose();
  };
  const begin = async () => {
    const given = await props.given();
    if (given === undefined || given.trim() === '') return announce('The log gives nothing for this section yet.');
    write(empty ? given : `${words.text.trimEnd()}\n\n${given}`);
    words.choose('replaced');
    announce('What the log gives is in the editor, and will give way to your words.');
    handle.current?.focus();
  };
  const whyNotSave = empty
    ? 'Nothing is written yet.'
    : words.standing === 'unchanged'
      ? 'It is saved as it is.'
      : words.standing === 'overtaken'
        ? 'Choose first: theirs or yours.'
        : undefined;
  useActions(() => [
    {
      id: 'studio.section.save',
      name: `Save the section ${heading}`,
      group: 'This section',
      chords: ['Mod+Enter', 'Mod+S'],
      ...(whyNotSave === undefined ? {} : { unavailable: whyNotSave }),
      run: () => void save(),
    },
    { id: 'studio.section.begin', name: 'Begin with what the log gives', group: 'This section', run: () => void begin() },
    {
      id: 'studio.section.mode',
      name: mode === 'rich' ? 'Edit as Markdown' : 'Edit as rich text',
      group: 'This section',
      chords: ['Alt+X'],
      run: () => setMode(mode === 'rich' ? 'markdown' : 'rich'),
    },
  ]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  const shared = {
    label: `${heading}: your words`,
    text: words.text,
    onText: write,
    find: props.find,
    onFindings: props.onFindings,
    handle,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves whatever in here has the focus.
    <div className={styles.editor} ref={frame} onKeyDown={leave}>
      <div className={styles.choices}>
        <Choice label="Edit as" labelling="hidden" options={modes} value={mode} onChange={setMode} />
        <Choice label="What the log gives" options={standings} value={words.generated} onChange={words.choose} />
      </div>
      <Overtaken view={view} section={section} words={words} />
      {fault === undefined || words.standing === 'overtaken' ? null : (
        <Notice tone="broken" title={`This is not saved: ${fault.message}`} />
      )}
      {mode === 'rich' ? <RichText {...shared} /> : <MarkdownText {...shared} />}
      <div className={styles.ways}>
        <Button look="main" keys="Mod+Enter" onPress={() => void save()} unavailable={whyNotSave}>
          Save
        </Button>
        <Button keys="Escape" onPress={onClose}>
          Close
        </Button>
        <Button look="quiet" onPress={() => void begin()}>
          Begin with what the log gives
        </Button>
        {words.standing === 'unchanged' ? null : (
          <Button look="quiet" onPress={words.drop}>
            Drop what is not saved
          </Button>
        )}
        {view.sections[section] === undefined ? null : (
          <Button look="quiet" onPress={() => void clear()}>
            Back to what the log gives
          </Button>
        )}
      </div>
      <Versions view={view} section={section} text={words.text} onText={write} />
    </div>
  );
}
