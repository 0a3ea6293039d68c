/** What a message begins with: the template that fits the moment, or another of the playbook's; what was typed before stays within reach. */
import { fitting, type UpdateTemplate } from '../../../shared/incident/updates/template-for.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { Button } from '../../components/button/button.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import styles from './template-choice.module.css';
import type { Writing } from './writing.ts';

export const templateFieldId = 'updates-template';

interface TemplateChoiceProps {
  readonly view: IncidentView;
  readonly writing: Writing;
  /** The one that the moment asks for. */
  readonly fits: UpdateTemplate | undefined;
  readonly onChoose: (template: string | undefined) => void;
  readonly onPutBack: () => void;
}

export function TemplateChoice({ view, writing, fits, onChoose, onPutBack }: TemplateChoiceProps) {
  const templates = fitting(view, writing.audiences);
  return (
    <div className={styles.row}>
      <label className={styles.label}>
        <span className={styles.name}>
          Begins as <KeyHint keys="Alt+T" />
        </span>
        <select
          id={templateFieldId}
          className={styles.select}
          value={writing.template ?? ''}
          onChange={(event) => onChoose(event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="">{beginsAs(writing, fits)}</option>
          {templates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {writing.text !== undefined && (
        <Button look="quiet" keys="Alt+R" onPress={() => onChoose(writing.template)}>
          Fill again
        </Button>
      )}
      {writing.replaced !== undefined && (
        <Button look="quiet" keys="Alt+Z" onPress={onPutBack}>
          Put back
        </Button>
      )}
    </div>
  );
}

function beginsAs({ text, template }: Writing, fits: UpdateTemplate | undefined): string {
  if (text !== undefined && template === undefined) return 'words of its own';
  return fits === undefined ? 'an empty page' : `what fits: ${fits.name}`;
}
