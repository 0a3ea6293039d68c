/** The head of the meeting's screen: which incident it is about, and what stands beside. */
import type { ReactNode } from 'react';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { classNames } from '../../components/class-names.ts';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import styles from './meeting.module.css';

interface MeetingHeadProps {
  readonly view: IncidentView;
  readonly children?: ReactNode;
}

export function MeetingHead({ view, children }: MeetingHeadProps) {
  return (
    <header className={classNames(pageFrame.header, styles.head)}>
      <div>
        <p className={styles.quiet}>
          <a href={hrefOf({ screen: 'room', incident: view.id })}>{view.label}</a> review meeting
        </p>
        <h1 className={styles.title}>
          <Written>{view.title}</Written>
        </h1>
      </div>
      {children}
    </header>
  );
}
