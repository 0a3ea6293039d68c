/** Past incidents as they were asked for: again as one types, and whenever an incident changed. */
import { useEffect, useRef, useState } from 'react';
import type { LibraryList } from '../../../shared/api/library-wire.ts';
import type { InputOf } from '../../../shared/api/procedures.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useIncidents } from '../../bridge/use-incidents.ts';

export type Wish = Omit<InputOf<'library.list'>, 'limit'>;

export interface LibraryAnswer {
  /** Of the last answer; the previous one stays until the next has come. */
  readonly list?: LibraryList;
  readonly error?: string;
}

/** A pause in typing before the library is asked, ms. */
const pause = 120;

export function useLibrary(wish: Wish, limit: number): LibraryAnswer {
  const bridge = useBridge();
  const { incidents } = useIncidents();
  const [answer, setAnswer] = useState<LibraryAnswer>({});
  const asked = useRef(0);
  const wanted = JSON.stringify({ ...wish, limit });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of incidents says that something happened in one of them.
  useEffect(() => {
    asked.current += 1;
    const turn = asked.current;
    const ask = async () => {
      const found = await bridge.call('library.list', JSON.parse(wanted) as InputOf<'library.list'>);
      // An answer that was overtaken by further typing says nothing any more.
      if (turn !== asked.current) return;
      setAnswer((last) => (found.ok ? { list: found.value } : { ...last, error: found.error.message }));
    };
    const timer = setTimeout(ask, turn === 1 ? 0 : pause);
    return () => clearTimeout(timer);
  }, [bridge, wanted, incidents]);
  return answer;
}
