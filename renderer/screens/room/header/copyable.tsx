/** A number or an address that one press copies. */
import { useState } from 'react';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import styles from './room-header.module.css';

interface CopyableProps {
  readonly name: string;
  readonly value: string;
  /** `hidden`: the name stands beside it already. */
  readonly naming?: 'hidden';
}

export function Copyable({ name, value, naming }: CopyableProps) {
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'failed'>('not yet');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied('copied');
      announce(`Copied: ${name}`);
    } catch {
      // Without a permission the text can still be selected by hand.
      setCopied('failed');
      announce('This window may not copy; select the text instead.');
    }
  };
  return (
    <span className={styles.copyable} title={value}>
      {naming === undefined && name} <bdi className={styles.value}>{value}</bdi>
      <AskButton onPress={copy} label={`Copy ${name}`}>
        {copied === 'copied' ? 'copied' : copied === 'failed' ? 'select it' : 'copy'}
      </AskButton>
    </span>
  );
}
