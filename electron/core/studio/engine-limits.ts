/** What a template may use while it runs. */

export interface EngineLimits {
  /** ms of rendering. */
  readonly renderMs: number;
  /** As liquidjs counts it: characters and items made while rendering. */
  readonly memory: number;
  /** Pieces and rows, and characters, that may come out. */
  readonly pieces: number;
  readonly characters: number;
}

/** Ten times what the longest incident takes on a machine that is busy with other things, and no more than a person waits. */
export const usualLimits: EngineLimits = { renderMs: 5_000, memory: 4_000_000, pieces: 50_000, characters: 4_000_000 };
