/** Tags by which the templates gather entries, and what each means. */
export const reviewTags = [
  { tag: 'trigger', says: 'It set the incident off' },
  { tag: 'latent', says: 'It was in place before, and made this possible' },
  { tag: 'misled', says: 'It pointed the wrong way' },
  { tag: 'surprise', says: 'Nobody expected it' },
  { tag: 'lucky', says: 'It could have gone the other way' },
  { tag: 'went-well', says: 'It helped' },
] as const;
