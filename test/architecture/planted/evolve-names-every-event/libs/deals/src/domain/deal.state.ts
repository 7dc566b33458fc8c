export const evolve = (state: string, event: { type: 'DealOpened' | 'DealWon' }): string => {
  switch (event.type) {
    case 'DealOpened':
      return 'Open';
    default:
      return state;
  }
};

export const nameOf = (state: string): string => {
  switch (state) {
    default:
      return state;
  }
};
