/** The key of an offer's deadline: its event names it. */
export const handoffKey = (offer: string): string => `handoff/${offer}`;
