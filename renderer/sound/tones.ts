/** The two tones of the console: one for what waits for an answer, one for what was said and does not hold. Quiet, short, and made by arithmetic: no file is played. */

export type ToneName = 'now' | 'broken';

/** One note: frequency in Hz, when it begins and how long it lasts in seconds. */
interface Note {
  readonly hertz: number;
  readonly at: number;
  readonly lasts: number;
}

/** A rising pair asks; a falling pair, twice, says that something was not kept. Told apart by their shape, not by loudness. */
const notes: Readonly<Record<ToneName, readonly Note[]>> = {
  now: [
    { hertz: 523.25, at: 0, lasts: 0.16 },
    { hertz: 659.26, at: 0.16, lasts: 0.24 },
  ],
  broken: [
    { hertz: 493.88, at: 0, lasts: 0.16 },
    { hertz: 369.99, at: 0.16, lasts: 0.22 },
    { hertz: 493.88, at: 0.52, lasts: 0.16 },
    { hertz: 369.99, at: 0.68, lasts: 0.28 },
  ],
};

/** The loudest that a tone ever is, 1 being all that the machine can do; half of it in night mode. */
const loudest = 0.08;
/** A note that began or ended at once would click, seconds. */
const edge = 0.02;

/** How loud the tones are. */
export function loudnessOf(mode: 'day' | 'night'): number {
  return mode === 'night' ? loudest / 2 : loudest;
}

/** Puts the notes of a tone into a context from its present moment on; answers how long they last in seconds. `loudness`: from 0 to 1. */
export function playTone(context: BaseAudioContext, name: ToneName, loudness: number): number {
  for (const note of notes[name]) playNote(context, note, loudness);
  return Math.max(...notes[name].map(({ at, lasts }) => at + lasts));
}

function playNote(context: BaseAudioContext, { hertz, at, lasts }: Note, loudness: number): void {
  const begins = context.currentTime + at;
  const ends = begins + lasts;
  const voice = new OscillatorNode(context, { type: 'sine', frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(loudness, begins + edge);
  volume.gain.setValueAtTime(loudness, ends - edge);
  volume.gain.linearRampToValueAtTime(0, ends);
  voice.connect(volume).connect(context.destination);
  voice.start(begins);
  voice.stop(ends);
}
