/** The five questions from which a severity is suggested, as they ship (design: severity matrix). Who is unsure takes the higher one. */
import type { Playbook } from '../schema.ts';

export const defaultTriage: Playbook['triage'] = [
  {
    id: 'who',
    asks: 'Who is hit?',
    answers: [
      { says: 'Customers, in something they came for', severity: 2 },
      { says: 'One of the largest customers, wholly', severity: 2 },
      { says: 'Customers, but they can work around it', severity: 3 },
      { says: 'Staff only', severity: 4 },
      { says: 'Nobody yet', severity: 5 },
    ],
    unsure: 2,
  },
  {
    id: 'how-many',
    asks: 'How many are hit?',
    answers: [
      { says: 'Half of them, or more', severity: 1 },
      { says: 'A quarter, or more', severity: 2 },
      { says: 'A tenth, or more', severity: 3 },
      { says: 'Fewer than a tenth', severity: 4 },
      { says: 'Nobody', severity: 5 },
    ],
    unsure: 1,
  },
  {
    id: 'money',
    asks: 'Is money at risk?',
    answers: [
      { says: 'Yes: payments fail, are wrong or are made twice', severity: 2 },
      { says: 'Only later, if this goes on', severity: 3 },
      { says: 'No', severity: 5 },
    ],
    unsure: 2,
  },
  {
    id: 'data',
    asks: 'Is data lost or wrong?',
    answers: [
      { says: 'Yes, or it looks like it', severity: 1 },
      { says: 'It is late, and all of it is there', severity: 3 },
      { says: 'No', severity: 5 },
    ],
    unsure: 1,
  },
  {
    id: 'security',
    asks: 'Has somebody got in, or seen what is not theirs?',
    answers: [
      { says: 'Yes, or it looks like it', severity: 1 },
      { says: 'A door was open, and nobody came through it', severity: 2 },
      { says: 'No', severity: 5 },
    ],
    unsure: 1,
  },
];
