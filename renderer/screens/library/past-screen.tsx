/** One incident in the library: its postmortem to read, as a page that can do nothing, and what was like it before. */
import type { IncidentSummary } from '../../../shared/api/wire.ts';
import { phaseWords } from '../../../shared/incident/describe.ts';
import { chosenTemplate } from '../../../shared/postmortem/library/library-card.ts';
import { previewAddress } from '../../bridge/preview-address.ts';
import { useIncident } from '../../bridge/use-incident.ts';
import { useIncidents } from '../../bridge/use-incidents.ts';
import { useTemplateShelf } from '../../bridge/use-templates.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { classNames } from '../../components/class-names.ts';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import { go, hrefOf } from '../../route.ts';
import { LostScreen } from '../lost/lost-screen.tsx';
import styles from './library.module.css';
import { PublishButton } from './publish-button.tsx';
import { SimilarList } from './similar-list.tsx';

/** `incident`: as the address has it. */
export function PastScreen({ incident }: { readonly incident: string }) {
  const state = useIncident(incident);
  const { incidents } = useIncidents();
  if (state.state === 'loading') return <p className={pageFrame.waiting}>Reading the log …</p>;
  if (state.state !== 'ready')
    return state.error.code === 'not-found' ? <LostScreen reason="incident" /> : <Notice tone="broken" title={state.error.message} />;
  const summary = incidents?.find(({ id }) => id === state.view.id);
  return <Past view={state.view} {...(summary && { summary })} />;
}

type View = Extract<ReturnType<typeof useIncident>, { readonly state: 'ready' }>['view'];

function Past({ view, summary }: { readonly view: View; readonly summary?: IncidentSummary }) {
  const { id, title, label, mode, phase, events } = view;
  const drill = mode === 'drill';
  const over = summary?.ended ?? false;
  usePageTitle(`${drill ? 'DRILL · ' : ''}${title}`);
  useActions(() => [
    { id: 'past.library', name: 'Back to the library', group: 'Library', chords: ['Alt+Shift+L'], run: () => go({ screen: 'library' }) },
    { id: 'past.room', name: 'Open the incident', group: 'Library', run: () => go({ screen: 'room', incident: id }) },
  ]);
  return (
    <>
      {drill ? <Banner kind="drill">DRILL. This is an exercise.</Banner> : null}
      <div className={classNames(pageFrame.screen, styles.screen)}>
        <header className={classNames(pageFrame.header, styles.header)}>
          <div className={styles.titles}>
            <p className={pageFrame.quiet}>
              <a href={hrefOf({ screen: 'library' })}>Library</a> · {label} · {phaseWords[phase]}
            </p>
            <h1>
              <Written>{title}</Written>
            </h1>
          </div>
          <nav aria-label="This incident" className={styles.ways}>
            <a href={hrefOf({ screen: 'room', incident: id })}>{over ? 'All lines' : 'Back to the room'}</a>
            {over ? <a href={hrefOf({ screen: 'export', incident: id })}>Postmortem studio</a> : null}
          </nav>
        </header>
        <SimilarList incident={id} grown={events} />
        {over ? (
          <Section title="Postmortem" aside={<PublishButton incident={id} />}>
            <Reading view={view} />
          </Section>
        ) : null}
      </div>
    </>
  );
}

/** The draft in the template that it was last written in; in the first that ships where that is gone. Both faces serve previews so that they run and load nothing. */
function Reading({ view }: { readonly view: View }) {
  const { templates, error } = useTemplateShelf();
  if (templates === undefined)
    return error === undefined ? (
      <p className={styles.quiet}>Making the draft …</p>
    ) : (
      <Notice tone="broken" title={`There is no draft: ${error.message}`} />
    );
  const chosen = chosenTemplate(view);
  const template = templates.some(({ id, readable }) => id === chosen && readable) ? chosen : 'google-sre';
  return (
    // The key loads the frame anew when the log has more.
    <iframe
      key={view.events}
      className={styles.page}
      title="Postmortem"
      sandbox=""
      referrerPolicy="no-referrer"
      src={previewAddress(view.id, { template })}
    />
  );
}
