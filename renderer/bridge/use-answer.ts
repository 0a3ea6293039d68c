/** What the core answers to a question: the last answer stays until the next has come, one that was overtaken is dropped, and whoever left asks nothing more. */
import { useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../shared/api/errors.ts';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/procedures.ts';
import { useBridge } from './bridge-context.ts';

export interface Answered<N extends ProcedureName> {
  /** The last answer, maybe to an earlier question; absent until the first. */
  readonly answer?: OutputOf<N>;
  /** Why the question that was answered last got no answer; gone with the next that does. */
  readonly refusal?: ApiError;
  /** Whether the present question waits for its first answer or refusal. */
  readonly asking: boolean;
}

export interface Asking {
  /** Asks the same again whenever this is another value. */
  readonly again?: unknown;
  /** How long the same question waits to be asked again, so that a burst asks once, ms. */
  readonly gather?: number;
  /** How long another question waits, so that one asks when typing pauses, ms. The first never waits. */
  readonly pause?: number;
}

interface Known<N extends ProcedureName> extends Omit<Answered<N>, 'asking'> {
  readonly question?: string;
  readonly again?: unknown;
}

/** Asks a procedure that changes nothing; `undefined` asks nothing, and leaves the last answer. */
export function useAnswer<N extends ProcedureName>(name: N, input: InputOf<N> | undefined, asking: Asking = {}): Answered<N> {
  const { again, gather = 0, pause = 0 } = asking;
  const bridge = useBridge();
  const [known, setKnown] = useState<Known<N>>({});
  const asked = useRef(0);
  const told = useRef<string>(undefined);
  const question = input === undefined ? undefined : JSON.stringify(input);
  useEffect(() => {
    if (question === undefined) return undefined;
    let current = true;
    const ask = async () => {
      const found = await bridge.call(name, JSON.parse(question) as InputOf<N>);
      if (!current) return;
      told.current = question;
      const of = { question, again };
      setKnown((last) => (found.ok ? { ...of, answer: found.value } : { ...last, ...of, refusal: found.error }));
    };
    asked.current += 1;
    const wait = told.current === question ? gather : asked.current === 1 ? 0 : pause;
    const timer = setTimeout(ask, wait);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [bridge, name, question, again, gather, pause]);
  const { answer, refusal } = known;
  return {
    ...(answer !== undefined && { answer }),
    ...(refusal !== undefined && { refusal }),
    asking: question !== undefined && !(known.question === question && Object.is(known.again, again)),
  };
}
