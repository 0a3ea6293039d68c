/** What the past is narrowed by, each choice with how many past incidents have it. */
import { useId } from 'react';
import type { Choice, LibraryChoices } from '../../../shared/api/library-wire.ts';
import type { InputOf } from '../../../shared/api/procedures.ts';
import type { Mode, Severity } from '../../../shared/vocabulary/words.ts';
import { Button } from '../../components/button/button.tsx';
import styles from './library.module.css';

export type Wish = Omit<InputOf<'library.list'>, 'limit'>;

export interface LibraryFiltersProps {
  readonly wish: Wish;
  readonly choices: LibraryChoices;
  readonly onChange: (wish: Wish) => void;
}

const modeWords: Readonly<Record<Mode, string>> = { live: 'real', drill: 'drills', imported: 'imported', backfilled: 'written afterwards' };

/** A list is absent where there is nothing to choose. */
export function LibraryFilters({ wish, choices, onChange }: LibraryFiltersProps) {
  const { text = '', ...narrowing } = wish;
  const set = (change: { readonly [K in keyof Wish]?: Wish[K] | undefined }) => {
    const kept = Object.entries({ ...wish, ...change }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(kept) as Wish);
  };
  return (
    <div className={styles.filters}>
      <One
        label="Severity"
        all="any"
        options={choices.severities}
        says={(value) => `SEV${value}`}
        value={wish.severity as number | undefined}
        onChange={(severity) => set({ severity: severity as Severity | undefined })}
      />
      <One label="Type" all="any" options={choices.types} value={wish.type} onChange={(type) => set({ type })} />
      <One label="Label or tag" all="any" options={choices.labels} value={wish.label} onChange={(label) => set({ label })} />
      <One label="Year" all="any" options={choices.years} value={wish.year as number | undefined} onChange={(year) => set({ year })} />
      <One
        label="Kind"
        all="all kinds"
        options={choices.modes}
        says={(value) => modeWords[value as Mode]}
        value={wish.mode}
        onChange={(mode) => set({ mode: mode as Mode | undefined })}
      />
      {Object.keys(narrowing).length === 0 ? null : (
        <Button look="quiet" onPress={() => onChange(text === '' ? {} : { text })}>
          Show all
        </Button>
      )}
    </div>
  );
}

interface OneProps<T extends string | number> {
  readonly label: string;
  readonly all: string;
  readonly options: readonly Choice<T>[];
  readonly says?: (value: T) => string;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

function One<T extends string | number>({ label, all, options, says = String, value, onChange }: OneProps<T>) {
  const id = useId();
  if (options.length === 0) return null;
  const choose = (chosen: string) => onChange(options.find((option) => String(option.value) === chosen)?.value);
  return (
    <label htmlFor={id} className={styles.filter}>
      <span>{label}</span>
      <select id={id} value={value === undefined ? '' : String(value)} onChange={(event) => choose(event.target.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>{`${says(option.value)} (${option.count})`}</option>
        ))}
      </select>
    </label>
  );
}
