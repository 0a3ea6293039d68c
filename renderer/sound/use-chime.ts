/** Sounds when something first asks whoever sits here: only what waits or is broken, and only where they turned sound on. */
import { useEffect } from 'react';
import type { Prompt } from '../../shared/incident/prompts/prompt.ts';
import { useSettings } from '../bridge/use-settings.ts';
import { chime } from './chime.ts';

/** `incident`: its id. `prompt`: the one that stands in front, if any does. */
export function useChime(incident: string, prompt: Prompt | undefined): void {
  const { settings } = useSettings();
  const { sound, night } = settings;
  // A clock asks again whenever it is due again: then it has another beginning.
  const which = prompt === undefined ? undefined : `${incident}/${prompt.id}/${prompt.since}`;
  const tone = prompt === undefined || prompt.tone === 'quiet' ? undefined : prompt.tone;
  useEffect(() => {
    if (sound === 'on' && which !== undefined && tone !== undefined) void chime(which, tone, night ? 'night' : 'day');
  }, [sound, night, which, tone]);
}
