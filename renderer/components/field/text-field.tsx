/** A labelled field for one line or several; the label is always there, and a fault is said in words below. */
import type { KeyboardEvent as ReactKeyboardEvent, ReactNode, Ref } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import said from '../said-only/said-only.module.css';
import styles from './text-field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `hidden` keeps the label for screen readers, where the place of the field says it already. */
  readonly labelling?: 'above' | 'hidden';
  readonly description?: ReactNode;
  readonly fault?: string | undefined;
  readonly placeholder?: string;
  readonly name?: string;
  /** Id of the input itself, for what moves the caret there. */
  readonly id?: string;
  /** Rows of a field for several lines; absent: one line. */
  readonly rows?: number;
  readonly size?: 'text' | 'large';
  readonly autoFocus?: true;
  readonly maxLength?: number;
  readonly inputType?: 'text' | 'search' | 'password';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onKeyDown?: (event: ReactKeyboardEvent) => void;
}

/** What people type is shown in the direction of its own script (`dir="auto"`). */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, description, fault, placeholder, name, rows, maxLength, inputRef, onKeyDown } = props;
  const shared = { dir: 'auto', className: classNames(styles.input, props.size === 'large' && styles.large) } as const;
  const optional = { ...(placeholder === undefined ? {} : { placeholder }), ...(onKeyDown === undefined ? {} : { onKeyDown }) };
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={fault !== undefined}
      autoFocus={props.autoFocus ?? false}
      type={props.inputType ?? 'text'}
      {...(name === undefined ? {} : { name })}
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label className={props.labelling === 'hidden' ? (said.saidOnly ?? '') : (styles.label ?? '')}>{label}</Label>
      {rows === undefined ? (
        <Input {...shared} {...optional} autoComplete="off" {...(inputRef === undefined ? {} : { ref: inputRef })} />
      ) : (
        <TextArea {...shared} {...optional} rows={rows} />
      )}
      {description === undefined ? null : (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.fault ?? ''}>{fault}</FieldError>
    </AriaTextField>
  );
}
