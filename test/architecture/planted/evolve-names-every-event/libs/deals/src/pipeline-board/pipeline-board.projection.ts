export const pipelineBoard = {
  evolve: (card: string, event: { type: string }): string => {
    switch (event.type) {
      default:
        return card;
    }
  },
};
