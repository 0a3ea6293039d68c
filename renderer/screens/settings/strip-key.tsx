/** The key that brings the strip from any application: what it is, whether the system gave it, and how to choose another. */
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ShortcutState, StripShell } from '../../../shared/api/bridge.ts';
import { Button } from '../../components/button/button.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { chordOf } from './chord-of.ts';
import styles from './settings-screen.module.css';

const usual = 'Mod+Shift+L';

export function StripKey({ shell }: { readonly shell: StripShell }) {
  const [state, setState] = useState<ShortcutState | undefined>();
  const [asking, setAsking] = useState<'asking' | 'not'>('not');
  useEffect(() => {
    void shell.shortcut().then(setState);
  }, [shell]);
  const take = async (chord: string | null) => {
    setAsking('not');
    const next = await shell.setShortcut(chord);
    setState(next);
    announce(next.says ?? (next.standing === 'on' ? 'The key is on.' : 'The key is off.'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (asking === 'not' || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setAsking('not');
    const chord = chordOf(event.nativeEvent);
    if (chord !== undefined) void take(chord);
  };
  if (state === undefined) return null;
  return (
    <div className={styles.rows} onKeyDownCapture={onKeyDown}>
      <p>
        {state.standing === 'on' && state.chord !== null ? (
          <>
            <KeyHint keys={state.chord} /> brings the strip from any application, with the caret in its line. Escape hides it again.
          </>
        ) : (
          'No key brings the strip from other applications. The menu and the tray do.'
        )}
      </p>
      {state.says !== undefined && <Notice tone="now" title={state.says} />}
      <div className={styles.buttons}>
        <Button onPress={() => setAsking(asking === 'asking' ? 'not' : 'asking')}>
          {asking === 'asking' ? 'Press the keys, or Escape' : 'Choose another key'}
        </Button>
        {state.standing === 'on' ? (
          <Button look="quiet" onPress={() => void take(null)}>
            Turn it off
          </Button>
        ) : (
          <Button look="quiet" keys={usual} onPress={() => void take(usual)}>
            Try the usual one
          </Button>
        )}
      </div>
    </div>
  );
}
