/** One choice among few, all of them in sight: a row of words, moved along with the arrow keys. */
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import said from '../said-only/said-only.module.css';
import styles from './choice.module.css';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly says: string;
  /** What choosing it means, read with it and shown on hover. */
  readonly meaning?: string;
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly labelling?: 'beside' | 'hidden';
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A radio group that looks like words on one line. */
export function Choice<T extends string>({ label, labelling = 'beside', options, value, onChange }: ChoiceProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup orientation="horizontal" className={styles.group ?? ''} value={value} onChange={choose}>
      <Label className={labelling === 'hidden' ? (said.saidOnly ?? '') : (styles.label ?? '')}>{label}</Label>
      <div className={styles.options}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={classNames(styles.option)}>
            <span title={option.meaning}>{option.says}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
