/** The closed lists of words of the directory. */

/** A person, a group with one number, or somebody else's desk that answers for a service: a provider's support line. */
export const contactKinds = ['person', 'team', 'service'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** What may be down in an outage, and what a way of reaching somebody may lean on (requirement F117). */
export const dependencies = ['dns', 'sso', 'chat', 'vpn', 'office'] as const;
export type Dependency = (typeof dependencies)[number];

/** Each as people say it. */
export const dependencyNames: Readonly<Record<Dependency, string>> = {
  dns: 'DNS',
  sso: 'SSO',
  chat: 'chat',
  vpn: 'VPN',
  office: 'the office',
};
