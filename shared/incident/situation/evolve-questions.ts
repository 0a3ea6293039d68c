/** The parking lot: entries that ask something, until somebody answers them. A correction of the entry is one of the question. */
import type { Evolved, KnownEvent } from '../known-event.ts';
import { freeLabel, nextLabel } from '../labels.ts';
import type { IncidentView } from '../view.ts';
import type { QuestionView } from '../work-view.ts';

/** Applies an event about a question; others leave the view as it was. */
export function evolveQuestions(view: IncidentView, event: KnownEvent): Evolved {
  switch (event.type) {
    case 'entry.added': {
      const { kind, text, label } = event.body;
      // What a file calls a question is an entry of that kind; nobody here waits for its answer.
      if (kind !== 'question' || 'import' in event.cause) return { view };
      return { view: { ...view, questions: [...view.questions, asked(view, event, text, label)] } };
    }
    case 'entry.corrected': {
      const { entry, text, kind } = event.body;
      if (kind !== undefined && kind !== 'question') return { view: without(view, entry) };
      return { view: text === undefined ? view : reworded(view, entry, text) };
    }
    case 'entry.redacted':
      return { view: reworded(view, event.body.entry, 'Text hidden') };
    case 'question.answered': {
      const { question, text } = event.body;
      if (!view.questions.some(({ id }) => id === question)) return { contested: 'it answers a question that is not known here' };
      const answer = { text, at: event.occurredAt, by: event.by ?? event.actor };
      return { view: changed(view, question, (before) => ({ ...before, answer })) };
    }
    default:
      return { view };
  }
}

function asked(view: IncidentView, event: KnownEvent, text: string, label: string | undefined): QuestionView {
  return {
    id: event.id,
    label: freeLabel(label ?? nextLabel('q', view.questions), view.questions),
    text,
    askedAt: event.occurredAt,
    askedBy: event.by ?? event.actor,
  };
}

function changed(view: IncidentView, id: string, change: (question: QuestionView) => QuestionView): IncidentView {
  if (!view.questions.some((question) => question.id === id)) return view;
  return { ...view, questions: view.questions.map((question) => (question.id === id ? change(question) : question)) };
}

const reworded = (view: IncidentView, id: string, text: string): IncidentView => changed(view, id, (question) => ({ ...question, text }));

function without(view: IncidentView, id: string): IncidentView {
  const questions = view.questions.filter((question) => question.id !== id);
  return questions.length === view.questions.length ? view : { ...view, questions };
}
