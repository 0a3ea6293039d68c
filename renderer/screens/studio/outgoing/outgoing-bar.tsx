/** How the draft goes out: its template, its format, with names or with roles. */
import { useId } from 'react';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { ExportFormat } from '../../../../shared/vocabulary/words.ts';
import { useTemplateShelf } from '../../../bridge/use-templates.ts';
import { Choice } from '../../../components/choice/choice.tsx';
import { hrefOf } from '../../../route.ts';
import styles from '../studio.module.css';
import type { Wish } from '../use-wish.ts';
import { formatChoices } from './formats.ts';

export type Shown = 'draft' | 'preview';

interface OutgoingBarProps {
  readonly view: IncidentView;
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly format: ExportFormat;
  readonly onFormat: (format: ExportFormat) => void;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
}

const shownChoices = [
  { value: 'draft', says: 'To work on' },
  { value: 'preview', says: 'As it goes out' },
] as const;
const names = [
  { value: 'names', says: 'Names' },
  { value: 'roles', says: 'Roles', meaning: 'People are told by what they did: incident commander, responder 2' },
] as const;

export function OutgoingBar({ view, wish, onWish, format, onFormat, shown, onShown }: OutgoingBarProps) {
  const { templates: shelf = [] } = useTemplateShelf();
  const templates = shelf.filter(({ readable }) => readable);
  const template = templates.find(({ id }) => id === wish.template);
  const count = view.exports.length;
  return (
    <div className={styles.bar}>
      <Select label="Template" value={wish.template} onChange={(id) => onWish({ ...wish, template: id })} hint={template?.about}>
        {(template === undefined ? [{ id: wish.template, name: wish.template }, ...templates] : templates).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label="Format"
        value={format}
        onChange={(value) => onFormat(formatChoices.find((one) => one.format === value)?.format ?? 'md')}
      >
        {formatChoices.map(({ format: value, says }) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </Select>
      <Choice
        label="People by"
        options={names}
        value={wish.anonymous ? 'roles' : 'names'}
        onChange={(value) => onWish({ ...wish, anonymous: value === 'roles' })}
      />
      <Choice label="Show" options={shownChoices} value={shown} onChange={onShown} />
      <a href={hrefOf({ screen: 'templates', template: wish.template })}>Edit this template</a>
      <p className={styles.quiet}>{count === 0 ? 'not exported yet' : count === 1 ? 'exported once' : `exported ${count} times`}</p>
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly children: React.ReactNode;
}

function Select({ label, value, onChange, hint, children }: SelectProps) {
  const id = useId();
  return (
    <div className={styles.choose}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={styles.select} value={value} title={hint} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}
