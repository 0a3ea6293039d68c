/** Several of a few things: boxes to tick, under one name. */
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import styles from './tick-boxes.module.css';

export interface TickBoxesProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly says: string }[];
  readonly chosen: readonly T[];
  /** In the order of the options. */
  readonly onChange: (chosen: readonly T[]) => void;
  readonly fault?: string | undefined;
}

export function TickBoxes<T extends string>({ label, options, chosen, onChange, fault }: TickBoxesProps<T>) {
  return (
    <CheckboxGroup
      className={styles.group ?? ''}
      value={[...chosen]}
      onChange={(values) => onChange(options.map(({ value }) => value).filter((value) => values.includes(value)))}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.boxes}>
        {options.map(({ value, says }) => (
          <Checkbox key={value} value={value} className={styles.box ?? ''}>
            {({ isSelected }) => (
              <>
                <span aria-hidden="true" className={styles.tick}>
                  {isSelected ? '✓' : ''}
                </span>
                {says}
              </>
            )}
          </Checkbox>
        ))}
      </div>
      {fault === undefined ? null : <p className={styles.fault}>{fault}</p>}
    </CheckboxGroup>
  );
}
