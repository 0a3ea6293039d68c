/** The same section as the Markdown that it is. */
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Finding } from '../../../../shared/postmortem/review/rule.ts';
import styles from './editor.module.css';
import type { Find } from './finding-marks.ts';
import { lookAfter, type TextHandle } from './rich-text.tsx';

interface MarkdownTextProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly find: Find;
  readonly onFindings: (findings: readonly Finding[]) => void;
  readonly handle: RefObject<TextHandle | null>;
}

export function MarkdownText({ label, text, onText, find, onFindings, handle }: MarkdownTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [found, setFound] = useState<readonly Finding[]>([]);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const findings = find(text);
      setFound(findings);
      onFindings(findings);
    }, lookAfter);
    return () => clearTimeout(timer);
  }, [find, onFindings, text]);
  useImperativeHandle(handle, () => ({
    focus: () => field.current?.focus(),
    jump: (index) => {
      const finding = found[index];
      field.current?.focus();
      if (finding !== undefined) field.current?.setSelectionRange(finding.start, finding.end);
    },
    beside: (step) => {
      const caret = field.current?.selectionStart ?? 0;
      const next = step === 1 ? found.findIndex(({ start }) => start > caret) : found.findLastIndex(({ start }) => start < caret);
      if (next !== -1) return next;
      return step === 1 ? 0 : found.length - 1;
    },
  }));
  return (
    <textarea
      ref={field}
      className={styles.markdown}
      aria-label={`${label}, in Markdown`}
      dir="auto"
      rows={8}
      maxLength={50_000}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
