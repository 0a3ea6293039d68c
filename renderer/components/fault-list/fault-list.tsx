/** What is wrong in a file's text, each fault with its place: walked by keyboard, and gone to with Enter. */
import type { KeyboardEvent } from 'react';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { KeyHint } from '../key-hint/key-hint.tsx';
import { Section } from '../section/section.tsx';
import styles from './fault-list.module.css';

export interface TextFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Which field of the file it is, where it has such. */
  readonly path?: string;
  readonly message: string;
}

interface FaultListProps {
  readonly faults: readonly TextFault[];
  /** What is said where there is none. */
  readonly none: string;
  readonly onGo: (fault: TextFault) => void;
}

export function FaultList({ faults, none, onGo }: FaultListProps) {
  return (
    <Section title="Faults" aside={faults.length === 0 ? 'none' : String(faults.length)}>
      {faults.length === 0 ? (
        <EmptyState>{none}</EmptyState>
      ) : (
        <>
          <p className={styles.quiet}>
            <KeyHint keys="F8" /> goes to the next one, <KeyHint keys="ArrowDown" /> and <KeyHint keys="ArrowUp" /> walk this list
          </p>
          <ol aria-label="Faults of the text" className={styles.faults} onKeyDown={walk}>
            {faults.map((fault, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two faults of one place may read alike.
              <li key={index}>
                <button type="button" className={styles.fault} onClick={() => onGo(fault)}>
                  <span className={styles.place}>
                    {fault.line}:{fault.column}
                  </span>
                  <span>
                    {fault.path?.includes('.') ? <code>{fault.path}</code> : null} {fault.message}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

/** Up and down between the faults. */
function walk(event: KeyboardEvent<HTMLOListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
}

/** The fault after a place, from the first again after the last. */
export function faultAfter<Fault extends TextFault>(
  faults: readonly Fault[],
  { line, column }: { readonly line: number; readonly column: number },
): Fault | undefined {
  return faults.find((fault) => fault.line > line || (fault.line === line && fault.column > column)) ?? faults[0];
}
