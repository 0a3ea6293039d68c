/** The templates that there are, as this window knows them: asked for when somebody first looks, and again whenever the stream says that one changed. */
import { useEffect } from 'react';
import type { Bridge } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { ListedTemplate } from '../../shared/api/template-procedures.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import { templateStream } from '../../shared/postmortem/template/shelf-stream.ts';
import { useBridge } from './bridge-context.ts';
import { createStore, useStore } from './store.ts';
import { useStatus } from './use-status.ts';

export interface TemplatesState {
  /** Absent until the first answer. */
  readonly templates?: readonly ListedTemplate[];
  /** Of the last event behind them: whoever shows one asks for it again when this grows. */
  readonly position: number;
  readonly error?: ApiError;
}

const state = createStore<TemplatesState>({ position: 0 });
let wanted = false;
let asked = 0;

async function ask(bridge: Bridge): Promise<void> {
  asked += 1;
  const turn = asked;
  const answer = await bridge.call('templates.list', {});
  // What was asked later knows more.
  if (turn !== asked) return;
  if (answer.ok) state.set(answer.value);
  else state.set({ ...state.get(), error: answer.error });
}

/** The console came back, or something was saved: asks once more, where somebody looks. */
export async function templatesAgain(bridge: Bridge): Promise<void> {
  if (wanted) await ask(bridge);
}

/** Hears a message of the console's stream. Answers whether it was about templates alone. */
export function heardOfTemplates(bridge: Bridge, message: StreamMessage): boolean {
  if (message.type === 'templates') {
    void templatesAgain(bridge);
    return true;
  }
  if (message.type !== 'events') return false;
  const own = message.events.filter(({ incidentId }) => incidentId === templateStream);
  if (own.length > 0) void templatesAgain(bridge);
  return own.length === message.events.length;
}

/** The templates as they are now. */
export function useTemplateShelf(): TemplatesState {
  const bridge = useBridge();
  const { recording } = useStatus();
  useEffect(() => {
    wanted = true;
    if (recording && state.get().templates === undefined) void ask(bridge);
  }, [bridge, recording]);
  return useStore(state);
}
